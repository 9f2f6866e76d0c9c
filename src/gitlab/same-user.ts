import {said} from '../texts/said.ts';
import {GitLabError} from './errors.ts';
import type {User} from './model/model.ts';

/**
 * Makes sure that the signed-in user is still the one whom the page was made for: in another tab somebody else can have signed in.
 *
 * @throws GitLabError `other-user` where it is somebody else
 */
export function assertSameUser(now: User, page: User): void {
  if (now.id === page.id) return;
  throw new GitLabError('other-user', said('gitlab.otherUserNamed', now.username, page.username));
}
