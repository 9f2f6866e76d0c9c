import type {User, World} from '../world.ts';
import {type Answer, type Handler, Refusal} from './answer.ts';
import {fileRoutes} from './files.ts';
import {groupRoutes} from './groups.ts';
import {issueRoutes} from './issues.ts';
import {labelRoutes} from './labels.ts';
import {memberRoutes} from './members.ts';
import {mergeRequestRoutes} from './merge-requests.ts';
import {projectRoutes} from './projects.ts';
import {isRead, sessionUser, tokenOf, tokenUser} from './sender.ts';
import {settingsRoutes} from './settings.ts';

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly handler: Handler;
}

/** Every operation that the sandbox serves: method and path below `/api/v4`. */
export const operations = {
  ...projectRoutes,
  ...memberRoutes,
  ...groupRoutes,
  ...settingsRoutes,
  ...fileRoutes,
  ...labelRoutes,
  ...issueRoutes,
  ...mergeRequestRoutes,
};

const routes: readonly Route[] = Object.entries(operations).map(([key, handler]) => {
  const [method = '', path = ''] = key.split(' ');
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return {method, names, handler, pattern: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`)};
});

/** A request as the server hands it on. */
export interface ApiCall {
  readonly method: string;
  /** The path below `/api/v4` with its query, undecoded. */
  readonly rawPath: string;
  readonly headers: Headers;
  readonly cookie: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Who GitLab takes a request's sender for: a token first, then the session, which for a write must prove itself. */
function userOf(world: World, call: ApiCall): User | undefined {
  const token = tokenOf(call.headers);
  if (!token) return sessionUser(world, call.cookie, call.headers, call.method);
  const known = world.tokens.get(token);
  if (!known) throw new Refusal(401, {message: '401 Unauthorized'});
  const scopes = isRead(call.method) ? ['api', 'read_api'] : ['api'];
  if (!known.scopes.some(scope => scopes.includes(scope))) {
    throw new Refusal(403, {
      error: 'insufficient_scope',
      error_description: 'The request requires higher privileges than provided by the access token.',
      scope: scopes.join(' '),
    });
  }
  return tokenUser(world, token, scopes);
}

/** Answers a request as GitLab's REST API would. */
export async function answerApi(world: World, call: ApiCall): Promise<Answer & {readonly user: User | undefined}> {
  let user: User | undefined;
  try {
    user = userOf(world, call);
    const [path = '', query = ''] = call.rawPath.split('?');
    for (const {method, pattern, names, handler} of routes) {
      const match = method === call.method ? pattern.exec(path) : null;
      if (!match) continue;
      const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]));
      const answer = await handler({
        world,
        user,
        params,
        method: call.method,
        query: new URLSearchParams(query),
        body: call.body,
        headers: call.headers,
        rawPath: call.rawPath,
      });
      return {...answer, user};
    }
    return {status: 404, body: {error: '404 Not Found'}, user};
  } catch (error) {
    if (error instanceof Refusal) return {...error.answer, user};
    return {status: 500, body: {message: '500 Internal Server Error'}, user};
  }
}
