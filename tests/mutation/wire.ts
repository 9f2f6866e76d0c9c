import {answerApi} from '../../sandbox/api/index.ts';
import {answerGraphql} from '../../sandbox/graphql/endpoint.ts';
import {host, type World} from '../../sandbox/world.ts';
import {createSessionTransport, type Transport} from '../../src/gitlab/transport.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';

/** An answer as it goes over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A request of a run. */
export interface Asked {
  /** What names it within its case: method, path below `/api/v4` with its query, and a query's variables. */
  readonly key: string;
  /** What it is for all customers: `GET /projects/:id/labels`. */
  readonly pattern: string;
  /** How often this was asked by now, from 1. */
  readonly time: number;
  /** The how many-th request of the run it is, from 1. */
  readonly index: number;
}

/** How a run differs from the usual one. */
export interface Twist {
  /** What is answered instead of the usual answer, undefined where that is; `cut` ends the connection without one. */
  readonly reply?: (asked: Asked, usual: Reply) => Reply | 'cut' | undefined;
  /** Who is signed in when a request comes; null for nobody. The usual user where it says undefined. */
  readonly user?: (asked: Asked) => string | null | undefined;
}

const api = `${host}/api/v4`;

function patternOf(method: string, path: string): string {
  const [place = '', query = ''] = path.split('?');
  const page = new URLSearchParams(query).get('page') ?? '1';
  const route = place
    .replace(`/groups/${defaultWorkspace.teamGroup.id}`, '/groups/:team')
    .replace(`/projects/${encodeURIComponent(defaultWorkspace.templateProject)}`, '/projects/:template')
    .replace(/^\/(projects|groups)\/[^/:]+/, '/$1/:id')
    .replace(/\/(labels|merge_requests)\/\d+/, '/$1/:one')
    .replace(/\/members\/(all\/)?\d+/, '/members/$1:user')
    .replace(/\/files\/(.+)/, (_all, file: string) => `/files/${decodeURIComponent(file)}`);
  return `${method} ${route}${page === '1' ? '' : ` page ${page}`}`;
}

/** An answer with what is read of it. Node's own makes a stream of each body, which takes a seventh of the time of thousands of runs. */
function answerOf({status, headers, text}: Reply): Response {
  const isOk = status >= 200 && status < 300;
  return {ok: isOk, status, url: '', headers: new Headers(headers), text: async () => text} as Response;
}

/**
 * A sandbox without a socket. Its world is not changed while it is asked, so it answers the same request only once and remembers
 * it: thousands of runs cost little more than what is judged.
 */
export class Wire {
  readonly world: World;
  private readonly sessions = new Map<string, {readonly cookie: string; readonly csrf: string}>();
  private readonly known = new Map<string, Promise<Reply>>();

  constructor(world: World) {
    this.world = world;
  }

  private session(username: string) {
    const session = this.sessions.get(username);
    if (session) return session;
    const {cookie} = this.world.signIn(username);
    const fresh = {cookie, csrf: this.world.sessions.get(cookie)?.csrf ?? ''};
    this.sessions.set(username, fresh);
    return fresh;
  }

  private async ask(username: string | null, method: string, path: string, headers: Headers, body: string) {
    const cookie = username === null ? undefined : this.session(username).cookie;
    const answer =
      path === '/graphql'
        ? await answerGraphql(this.world, {
            method: method === 'GET' ? 'GET' : 'POST',
            headers,
            cookie,
            body: JSON.parse(body),
          })
        : await answerApi(this.world, {method, rawPath: path, headers, cookie, body: {}});
    return {
      status: answer.status,
      headers: {'content-type': 'application/json', ...answer.headers},
      text: answer.body === undefined ? '' : JSON.stringify(answer.body),
    };
  }

  private answer(username: string | null, method: string, path: string, headers: Headers, body: string) {
    const key = `${username} ${headers.get('x-csrf-token')} ${method} ${path} ${body}`;
    const known = this.known.get(key);
    if (known) return known;
    const asking = this.ask(username, method, path, headers, body);
    this.known.set(key, asking);
    return asking;
  }

  /**
   * How one run's requests get their answers on a page of this user. Nothing is waited for.
   *
   * @param onAsked told of each request and its usual answer
   */
  transport(username: string, twist: Twist = {}, onAsked: (asked: Asked, usual: Reply) => void = () => undefined) {
    const times = new Map<string, number>();
    let index = 0;
    const answering: typeof fetch = async (input, init) => {
      const url = String(input);
      const path = url.startsWith(api) ? url.slice(api.length) : '/graphql';
      const method = init?.method ?? 'GET';
      const inAddress = method === 'GET' && path === '/graphql';
      const sent = typeof init?.body === 'string' ? init.body : '{}';
      const body = inAddress ? JSON.stringify(Object.fromEntries(new URL(url).searchParams)) : sent;
      const {variables} = path === '/graphql' ? JSON.parse(body) : {};
      const key = `${method} ${path}${variables === undefined ? '' : ` ${JSON.stringify(variables)}`}`;
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      index += 1;
      const asked = {key, pattern: patternOf(method, path), time, index};
      const now = twist.user?.(asked);
      const usual = await this.answer(
        now === undefined ? username : now,
        method,
        path,
        new Headers(init?.headers),
        body,
      );
      onAsked(asked, usual);
      const reply = twist.reply?.(asked, usual) ?? usual;
      if (reply === 'cut') throw new TypeError('fetch failed');
      return answerOf(reply);
    };
    const transport: Transport = createSessionTransport({
      fetch: answering,
      csrfToken: () => this.session(username).csrf,
      pause: async () => undefined,
      random: () => 0,
    });
    return transport;
  }
}
