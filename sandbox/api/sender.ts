import type {User, World} from '../world.ts';

/** The access token that a request brings, by either header. */
export function tokenOf(headers: Headers): string | undefined {
  return headers.get('private-token') ?? headers.get('authorization')?.replace(/^Bearer /i, '') ?? undefined;
}

function activeUser(world: World, id: number): User | undefined {
  return world.users.find(user => user.id === id && user.state === 'active');
}

/** Whose token it is, if it has one of the scopes. */
export function tokenUser(world: World, token: string, scopes: readonly string[]): User | undefined {
  const known = world.tokens.get(token);
  return known?.scopes.some(scope => scopes.includes(scope)) ? activeUser(world, known.userId) : undefined;
}

/** Whose session it is. For anything but reading it must prove that the request comes from a page of GitLab's. */
export function sessionUser(
  world: World,
  cookie: string | undefined,
  headers: Headers,
  method: string,
): User | undefined {
  const session = cookie === undefined ? undefined : world.sessions.get(cookie);
  if (!session?.valid) return undefined;
  // The token on a page is masked: it differs each time, and ends in the session's own.
  if (!isRead(method) && !headers.get('x-csrf-token')?.endsWith(session.csrf)) return undefined;
  return activeUser(world, session.userId);
}

/** Whether a method only reads. */
export const isRead = (method: string) => method === 'GET' || method === 'HEAD';
