import {host, type User} from '../world.ts';
import {globalId} from './values.ts';

/** A user, as UserCore and CurrentUser have it. */
export function userNode(user: User): object {
  return {
    id: globalId('User', user.id),
    username: user.username,
    name: user.name,
    publicEmail: user.publicEmail,
    bot: user.bot,
    state: user.state,
    avatarUrl: user.avatarUrl,
    webUrl: `${host}/${user.username}`,
    webPath: `/${user.username}`,
  };
}
