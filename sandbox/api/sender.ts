import type {Session, User, World} from '../world.ts';

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

function sessionOf(world: World, cookie: string | undefined): Session | undefined {
  const session = cookie === undefined ? undefined : world.sessions.get(cookie);
  return session?.valid ? session : undefined;
}

/** Whether a request proves that it comes from a page of the session's: the token there is masked, and ends in the session's own. */
export function hasCsrfToken(world: World, cookie: string | undefined, headers: Headers): boolean {
  const session = sessionOf(world, cookie);
  return session !== undefined && headers.get('x-csrf-token')?.endsWith(session.csrf) === true;
}

/** Whose session it is. For anything but reading it must prove that the request comes from a page of GitLab's. */
export function sessionUser(
  world: World,
  cookie: string | undefined,
  headers: Headers,
  method: string,
): User | undefined {
  const session = sessionOf(world, cookie);
  if (!session || (!isRead(method) && !hasCsrfToken(world, cookie, headers))) return undefined;
  return activeUser(world, session.userId);
}

/** Whether a method only reads. */
export const isRead = (method: string) => method === 'GET' || method === 'HEAD';

/** Whom GitLab's limits take a request for. */
export type Counted = 'authenticated' | 'unauthenticated';

/** A POST to GraphQL is the user's only with the page's token, whoever is signed in. Source: GitLab's `rack_attack/request.rb`. */
export function countedAs(world: World, {method, url, headers}: Request): Counted {
  if (method !== 'POST' || !new URL(url).pathname.endsWith('/api/graphql')) return 'authenticated';
  const cookie = /_gitlab_session=([^;]*)/.exec(headers.get('cookie') ?? '')?.[1];
  return tokenOf(headers) !== undefined || hasCsrfToken(world, cookie, headers) ? 'authenticated' : 'unauthenticated';
}
