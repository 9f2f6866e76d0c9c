import {type Signal, signal} from '@preact/signals-core';
import type {Whose} from '../browser/found-items.ts';
import type {User} from '../gitlab/model/model.ts';
import {assertSameUser} from '../gitlab/same-user.ts';

/** Whose items are read and written on a page, to its end, whoever signs in meanwhile. */
export interface PageWhose extends Whose {
  /**
   * Makes sure that it is still that user who sits before the page.
   *
   * @throws GitLabError `signed-out` where nobody is signed in, `other-user` where somebody else is
   */
  readonly assertSignedIn: () => Promise<void>;
}

/**
 * Whose items are read and written on a page: its user's, to its end.
 *
 * @param pageUser where the page does not name its user, it is asked once
 * @param signedIn asks GitLab who is signed in
 */
export function createWhose(host: string, pageUser: () => Promise<User>, signedIn: () => Promise<User>): PageWhose {
  let asked: Promise<User> | undefined;
  const owner = () => {
    asked ??= pageUser().catch(error => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
  return {
    host,
    userId: async () => (await owner()).id,
    async assertSignedIn() {
      const [now, page] = await Promise.all([signedIn(), owner()]);
      assertSameUser(now, page);
    },
  };
}

/** The page's own, once its script has started. */
export const whoseHere: Signal<PageWhose | undefined> = signal(undefined);

/** How often it was said on this page whose is what was kept before users were told apart: what shows of it is read again then. */
export const answers: Signal<number> = signal(0);
