import {randomBytes} from 'node:crypto';
import {createServer} from 'node:http';
import {createSecureServer, type ServerHttp2Session} from 'node:http2';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {type Context, Hono} from 'hono';
import {getCookie} from 'hono/cookie';
import {generate} from 'selfsigned';
import type {Answer} from './api/answer.ts';
import {answerApi} from './api/index.ts';
import {pictureType} from './api/pictures.ts';
import {type Counted, countedAs} from './api/sender.ts';
import {answerAutocomplete} from './autocomplete.ts';
import {demoWorld} from './demo.ts';
import {Faults} from './faults.ts';
import {answerGraphql} from './graphql/endpoint.ts';
import type {Generation} from './pages/visit.ts';
import {answerPage} from './pages.ts';
import {host, type User, type World} from './world.ts';

/** One API request that the sandbox has answered. */
interface LogEntry {
  readonly method: string;
  /** The path below `/api/v4` with its query, undecoded; `/graphql` for GraphQL, and a page’s own route from its `/-/` on. */
  readonly path: string;
  readonly status: number;
  readonly user: string | null;
  /** Milliseconds of `performance.now()`. */
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** Milliseconds that every API answer takes longer. */
  readonly latencyMs?: number;
  readonly generation?: Generation;
  readonly world?: World;
  /** Without encryption, for tests without a browser: they open thousands of connections. */
  readonly isPlain?: boolean;
}

export interface Sandbox {
  readonly port: number;
  readonly origin: string;
  world: World;
  latencyMs: number;
  /** GitLab's limit for a user, over the last so many seconds; none without it. */
  limit: {readonly requests: number; readonly seconds: number} | undefined;
  generation: Generation;
  readonly faults: Faults;
  readonly log: LogEntry[];
  /** Answers as over the network, but to this process alone and without a connection: those took most of the time of tests. */
  readonly fetch: typeof fetch;
  /** A new world, no faults, an empty log, and the options as at the start. */
  reset(world?: World): void;
  close(): Promise<void>;
}

const sleep = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));

/** Statuses that carry no body. */
const bodiless: ReadonlySet<number> = new Set([204, 304]);

async function bodyOf(context: Context): Promise<unknown> {
  const type = context.req.header('content-type') ?? '';
  if (type.includes('json')) {
    const text = await context.req.text();
    return text === '' ? {} : JSON.parse(text);
  }
  if (type.includes('form')) return context.req.parseBody();
  return {};
}

function securityPolicy(nonce: string): string {
  return `default-src 'self'; script-src 'strict-dynamic' 'self' 'unsafe-eval' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: http: https:; connect-src 'self' wss://gitlab.com; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; font-src 'self'`;
}

/**
 * Starts an HTTPS server on this computer that stands in for gitlab.com: pages, the REST operations in use, GraphQL's endpoint,
 * sessions, roles and errors, with a state of its own in memory.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const app = new Hono();
  const faults = new Faults();
  const log: LogEntry[] = [];

  let byBucket: Record<Counted, number[]> = {authenticated: [], unauthenticated: []};

  /** GitLab's refusal of a request that is one too many, before it is looked at; undefined for all others. */
  const throttle = (now: number, bucket: Counted) => {
    const {limit} = sandbox;
    const passed = byBucket[bucket];
    if (limit === undefined) return undefined;
    const period = limit.seconds * 1_000;
    while (passed[0] !== undefined && now - passed[0] >= period) passed.shift();
    passed.push(now);
    if (passed.length <= limit.requests) return undefined;
    passed.pop();
    const rest = Math.ceil((period - (now - (passed[0] ?? now))) / 1_000);
    return new Response('Retry later\n', {
      status: 429,
      headers: {
        'content-type': 'text/plain',
        'ratelimit-name': `throttle_${bucket}_api`,
        'ratelimit-limit': String(Math.ceil((limit.requests * 60) / limit.seconds)),
        'ratelimit-observed': String(limit.requests + 1),
        'ratelimit-remaining': '0',
        'ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + rest),
        'ratelimit-resettime': new Date(Date.now() + rest * 1_000).toUTCString(),
        'retry-after': String(rest),
      },
    });
  };

  /** Answers with what GitLab would, or with the fault that is switched on, and logs it. */
  const serve = async (
    context: Context,
    path: string,
    search: string,
    answerOf: () => Promise<Answer & {readonly user: User | undefined}>,
  ) => {
    const startedAt = performance.now();
    const {method} = context.req;
    const {world} = sandbox;
    /** What was asked before a reset is not of this log any more. */
    const note = (status: number, user: string | null) => {
      if (sandbox.world !== world) return;
      log.push({method, path: path + search, status, user, startedAt, endedAt: performance.now()});
    };
    const throttled = throttle(startedAt, countedAs(world, context.req.raw));
    if (throttled) {
      await sleep(sandbox.latencyMs);
      note(429, null);
      return throttled;
    }
    const fault = faults.take(method, decodeURIComponent(path));
    fault?.meanwhile?.(world);
    const carriesOut = fault === undefined || fault.after || (fault.status === undefined && !fault.drop);
    const answer = carriesOut ? await answerOf() : undefined;
    const status = fault?.status ?? answer?.status ?? 502;
    await sleep(sandbox.latencyMs);
    await fault?.until?.();
    note(fault?.drop ? 0 : status, answer?.user?.username ?? null);
    if (fault?.drop) {
      (context.env as {incoming: {socket: {destroy(): void}}}).incoming.socket.destroy();
      return new Response(null);
    }
    const body = fault?.status === undefined ? answer?.body : fault.body;
    const text = fault?.text ?? (body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
    const content = body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : text;
    return new Response(bodiless.has(status) ? null : content, {
      status,
      headers: {
        'content-type': fault?.text === undefined ? 'application/json' : 'text/plain',
        'content-security-policy': "default-src 'none'",
        ...(fault?.status === undefined ? answer?.headers : {}),
        ...fault?.headers,
      },
    });
  };

  app.all('/api/v4/*', context => {
    const {pathname, search} = new URL(context.req.url);
    const path = pathname.slice('/api/v4'.length);
    return serve(context, path, search, async () =>
      answerApi(sandbox.world, {
        method: context.req.method,
        rawPath: path + search,
        headers: context.req.raw.headers,
        cookie: getCookie(context, '_gitlab_session'),
        body: (await bodyOf(context)) as Record<string, unknown>,
      }),
    );
  });

  for (const method of ['GET', 'POST'] as const) {
    app.on(method, '/api/graphql', context =>
      serve(context, '/graphql', '', async () =>
        answerGraphql(sandbox.world, {
          method,
          headers: context.req.raw.headers,
          cookie: getCookie(context, '_gitlab_session'),
          body: method === 'GET' ? context.req.query() : await bodyOf(context),
        }),
      ),
    );
  }

  app.get('/-/autocomplete/users.json', context => {
    const {pathname, search} = new URL(context.req.url);
    return serve(context, pathname, search, async () =>
      answerAutocomplete(sandbox.world, {
        search,
        cookie: getCookie(context, '_gitlab_session'),
        headers: context.req.raw.headers,
      }),
    );
  });

  app.get('/uploads/-/system/:kind/avatar/:id/:name', context => {
    const {kind, id, name} = context.req.param();
    const cookie = getCookie(context, '_gitlab_session');
    const session = cookie === undefined ? undefined : sandbox.world.sessions.get(cookie);
    const user = sandbox.world.users.find(other => other.id === (session?.valid ? session.userId : undefined));
    const source = kind === 'group' ? sandbox.world.findGroup(id) : sandbox.world.findProject(id);
    const picture = source && sandbox.world.canRead(user, source) ? source.avatar : null;
    if (picture?.name !== name) return new Response(null, {status: 404});
    return new Response(picture.bytes as Uint8Array<ArrayBuffer>, {
      headers: {'content-type': pictureType(picture.bytes) ?? ''},
    });
  });

  app.get('*', context => {
    const cookie = getCookie(context, '_gitlab_session');
    const session = cookie === undefined ? undefined : sandbox.world.sessions.get(cookie);
    const valid = session?.valid ? session : undefined;
    const nonce = randomBytes(12).toString('base64');
    const page = answerPage({
      world: sandbox.world,
      url: new URL(context.req.url),
      session: valid,
      user: sandbox.world.users.find(user => user.id === valid?.userId),
      generation: sandbox.generation,
      nonce,
      referer: context.req.header('referer'),
    });
    const headers: Record<string, string> = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': securityPolicy(nonce),
    };
    if (page.location !== undefined) headers.location = page.location;
    if (page.cookie !== undefined) {
      headers['set-cookie'] = `_gitlab_session=${page.cookie}; path=/; secure; HttpOnly; SameSite=None`;
    }
    return new Response(page.html ?? null, {status: page.status, headers});
  });

  /** HTTP/2, as gitlab.com speaks it: with HTTP/1 a browser sends no more than six requests at a time. */
  const encrypted = async () => {
    const pems = await generate([{name: 'commonName', value: new URL(host).hostname}], {
      keySize: 2048,
      extensions: [
        {
          name: 'subjectAltName',
          altNames: [
            {type: 2, value: new URL(host).hostname},
            {type: 2, value: 'localhost'},
            {type: 7, ip: '127.0.0.1'},
          ],
        },
      ],
    });
    return createSecureServer({key: pems.private, cert: pems.cert, allowHTTP1: true}, getRequestListener(app.fetch));
  };
  const server = options.isPlain ? createServer(getRequestListener(app.fetch)) : await encrypted();
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', session => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  await new Promise<void>(resolve => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;

  const sandbox: Sandbox = {
    port,
    origin: `${options.isPlain ? 'http' : 'https'}://127.0.0.1:${port}`,
    world: options.world ?? demoWorld(),
    latencyMs: options.latencyMs ?? 0,
    limit: undefined,
    generation: options.generation ?? 'panels',
    faults,
    log,
    async fetch(input, init) {
      const request = new Request(input, init);
      let isCut = false;
      const destroy = () => {
        isCut = true;
      };
      const calledOff = new Promise<never>((_resolve, reject) => {
        const {signal} = request;
        signal.addEventListener('abort', () => reject(signal.reason), {once: true});
        signal.throwIfAborted();
      });
      const answer = await Promise.race([app.fetch(request, {incoming: {socket: {destroy}}}), calledOff]);
      if (isCut) throw new TypeError('The connection was cut.');
      // A server says it by itself.
      if (!answer.headers.has('date')) answer.headers.set('date', new Date().toUTCString());
      return answer;
    },
    reset(world = demoWorld()) {
      sandbox.world = world;
      sandbox.latencyMs = options.latencyMs ?? 0;
      sandbox.limit = undefined;
      byBucket = {authenticated: [], unauthenticated: []};
      sandbox.generation = options.generation ?? 'panels';
      faults.clear();
      log.length = 0;
    },
    async close() {
      for (const session of sessions) session.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
  return sandbox;
}
