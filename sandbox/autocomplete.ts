import type {Answer} from './api/answer.ts';
import {userEntity} from './api/entities.ts';
import {sessionUser} from './api/sender.ts';
import type {User, World} from './world.ts';

const most = 20;
/** Shorter texts are only found as a whole. */
const leastLetters = 3;

function isLike({name, username, publicEmail}: User, text: string): boolean {
  const own = [name.toLowerCase(), username.toLowerCase()];
  if (publicEmail.toLowerCase() === text || own.includes(text)) return true;
  const words = text.split(/\s+/);
  return words.every(word => word.length >= leastLetters) && own.some(part => words.every(word => part.includes(word)));
}

/** Answers what GitLab's fields of people ask while one types: active users only, and nobody to visitors. */
export function answerAutocomplete(
  world: World,
  call: {readonly search: string; readonly cookie: string | undefined; readonly headers: Headers},
): Answer & {readonly user: User | undefined} {
  const user = sessionUser(world, call.cookie, call.headers, 'GET');
  const text = (new URLSearchParams(call.search).get('search') ?? '').replace(/^@/, '').toLowerCase();
  const found = user
    ? world.users.filter(({state}) => state === 'active').filter(other => text === '' || isLike(other, text))
    : [];
  const body = found
    .sort((one, other) => one.name.localeCompare(other.name))
    .slice(0, most)
    .map(other => ({...userEntity(other), path: `/${other.username}`}));
  return {status: 200, body, user};
}
