import type {Group, Project, User, World} from '../world.ts';

/** An answer that is ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ends a request with one of GitLab's error answers. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`${status}`);
    this.answer = {status, body, headers};
  }
}

/** What a request brings to its handler. */
export interface Call {
  readonly world: World;
  /** Undefined for a request that GitLab takes for an anonymous one. */
  readonly user: User | undefined;
  readonly method: string;
  /** The parts of the path that the route names, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body's fields, from JSON or a form; files of a form are `File`s. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  /** The path below `/api/v4` with its query, as it came. */
  readonly rawPath: string;
}

export type Handler = (call: Call) => Answer | Promise<Answer>;

/** Routes by method and pattern: `GET /projects/:id`. */
export type Routes = Readonly<Record<string, Handler>>;

export const notFound = (thing: string) => new Refusal(404, {message: `404 ${thing} Not Found`});
export const forbidden = () => new Refusal(403, {message: '403 Forbidden'});
export const invalid = (attributes: Readonly<Record<string, readonly string[]>>) =>
  new Refusal(400, {message: attributes});
export const badParameter = (words: string) => new Refusal(400, {error: words});

export function signedIn({user}: Call): User {
  if (user === undefined) throw new Refusal(401, {message: '401 Unauthorized'});
  return user;
}

/**
 * The project that a call is about.
 *
 * @throws Refusal 404 for one that is not readable, 301 or 405 for the old path of a moved one
 */
export function projectOf(call: Call): Project {
  const {world, user, method, params, rawPath} = call;
  const ref = params.id ?? '';
  const direct = /^\d+$/.test(ref) || ref.includes('/') ? world.findProject(ref) : undefined;
  if (direct && world.canRead(user, direct)) return direct;
  const moved = world.findProject(world.redirects.get(ref.toLowerCase()) ?? -1);
  if (moved && world.canRead(user, moved)) {
    if (method !== 'GET') {
      throw new Refusal(405, {message: 'Non GET methods are not allowed for moved projects'});
    }
    const rest = rawPath.replace(/^\/projects\/[^/?]+/, '');
    const location = `https://gitlab.com/api/v4/projects/${moved.id}${rest}`;
    throw new Refusal(301, `This resource has been moved permanently to ${location}`, {location});
  }
  throw notFound('Project');
}

/** The group that a call is about. @throws Refusal 404 for one that is not readable, and for old paths */
export function groupOf({world, user, params}: Call): Group {
  const group = world.findGroup(params.id ?? '');
  if (!group || !world.canRead(user, group)) throw notFound('Group');
  return group;
}

/** Asks for a role. @throws Refusal 403 without it */
export function needs(call: Call, source: Group | Project, level: number): void {
  if (call.world.accessLevel(call.user, source) < level) throw forbidden();
}

/** One page of a list with GitLab's headers. */
export function paged(call: Call, items: readonly unknown[]): Answer {
  const number = (name: string, fallback: number) =>
    Math.max(1, Number.parseInt(call.query.get(name) ?? '', 10) || fallback);
  const perPage = Math.min(100, number('per_page', 20));
  const page = number('page', 1);
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const link = (to: number, rel: string) => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(to));
    query.set('per_page', String(perPage));
    return `<https://gitlab.com/api/v4${call.rawPath.split('?')[0]}?${query}>; rel="${rel}"`;
  };
  const links = [link(1, 'first'), link(pages, 'last')];
  if (page > 1) links.unshift(link(page - 1, 'prev'));
  if (page < pages) links.unshift(link(page + 1, 'next'));
  return {
    status: 200,
    body: items.slice((page - 1) * perPage, page * perPage),
    headers: {
      link: links.join(', '),
      'x-page': String(page),
      'x-per-page': String(perPage),
      'x-next-page': page < pages ? String(page + 1) : '',
      'x-prev-page': page > 1 ? String(page - 1) : '',
      'x-total': String(items.length),
      'x-total-pages': String(pages),
    },
  };
}
