import {
  errorAfterOpenTry,
  errorOfAnswer,
  errorOfBody,
  errorOfKind,
  errorOfNoAnswer,
  errorOfPause,
  GitLabError,
} from './errors.ts';
import type {Gate} from './pace.ts';
import {secondsOfRetryAfter} from './retry-after.ts';

/** One request to GitLab's REST API. */
interface ApiRequest {
  readonly method: string;
  /** Absolute address, query included. */
  readonly url: string;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** `blob` gives the body of a success as a `Blob` instead of parsing it as JSON. */
  readonly as?: 'blob';
}

/** A successful answer: the parsed body (undefined for an empty one) and the headers that clients may read. */
interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** How often it was sent; left out where once. */
  readonly tries?: number;
  /** An earlier try's answer was lost: what GitLab finds done already may be that try's work. */
  readonly isAfterOpenTry?: true;
}

/** The edges of the world, given so that tests can stand in for them. */
export interface TransportOptions {
  readonly fetch: typeof fetch;
  /** The page's CSRF token, read anew for each write; undefined where the page has none. */
  readonly csrfToken: () => string | undefined;
  /** Milliseconds since the epoch; the computer's own where none is given. */
  readonly wallClock?: () => number;
  /** Resolves after that many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** A number from 0 to 1 for the jitter. */
  readonly random: () => number;
  /** Told how many seconds a request waits because GitLab asked for it. */
  readonly onWait?: (seconds: number) => void;
  /** What each request passes first; it waits there where GitLab's limit is reached. */
  readonly gate?: Gate | undefined;
  /** Calls all requests off, those under way too. */
  readonly signal?: AbortSignal | undefined;
}

export type Transport = (request: ApiRequest) => Promise<ApiAnswer>;

/** Makes a transport for many requests: they pass a gate, and can be called off together. */
export type PacedTransport = (pace: {readonly gate: Gate; readonly signal?: AbortSignal}) => Transport;

/** Milliseconds after which the answer to a write is given up; GitLab itself ends requests after 60 seconds. */
const patience = 60_000;
/** The same of a read, which can be sent once more: so one that hangs is told of sooner than GitLab would end it. */
const readPatience = 20_000;
const tries = 4;
/** Tries of a request that was given up. */
const patientTries = 2;
const firstPause = 1_000;
/** Shortest wait, in milliseconds, whatever GitLab says. */
const leastPause = 1_000;
/** Longest wait, in milliseconds, that is sat out rather than told. */
const longestPause = 65_000;

/** Headers of GitLab's that the API client or the door reads. Named one by one: Firefox's content scripts cannot iterate over headers. */
const readHeaders = ['date', 'link', 'x-next-page', 'x-page', 'x-per-page', 'x-prev-page', 'x-total', 'x-total-pages'];

/**
 * Whether sending a request twice does no more than sending it once: reads, and writes that set absolute values. A commit, a
 * transfer and everything that creates is not.
 */
export function isRepeatable(method: string, url: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  // Only queries go to GraphQL.
  if (method === 'POST') return /\/labels\/\d+\/(un)?subscribe$|\/api\/graphql$/.test(url);
  if (method !== 'PUT') return false;
  return !/\/(transfer|repository\/files\/[^/]+)(\?|$)/.test(url);
}

function isRead({method}: ApiRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Whether a request changes something. Only queries go to GraphQL. */
function isWrite(request: ApiRequest): boolean {
  return !isRead(request) && !/\/api\/graphql$/.test(request.url);
}

function mayRepeat(error: GitLabError, request: ApiRequest, attempt: number): boolean {
  // A limit is applied before the request is looked at, so nothing has happened yet.
  if (error.kind === 'limited') return true;
  // No answer in time.
  if (error.kind === 'unavailable' && error.status === 0) return isRead(request) && attempt < patientTries;
  const isPassing =
    error.kind === 'offline' ||
    error.kind === 'busy' ||
    (error.kind === 'unavailable' && [502, 503, 504].includes(error.status));
  return isPassing && isRepeatable(request.method, request.url);
}

/**
 * What the same session would have to be able to read, if GitLab took a write for nobody's: with another session's CSRF token it
 * answers 401, or, of what is private, that it does not find it. Undefined for all other answers. Source: GitLab's
 * `request_forgery_protection.rb`.
 */
function proofOfStaleness({url}: ApiRequest, status: number, text: string): string | undefined {
  const [, api, own] = /^(.*\/api\/v4\/)((?:projects|groups)\/[^/?]+)?/.exec(url) ?? [];
  if (api === undefined) return undefined;
  if (status === 401 && text.includes('"401 Unauthorized"')) return `${api}user`;
  return status === 404 && own !== undefined && /"404 (Project|Group) Not Found"/.test(text) ? api + own : undefined;
}

/**
 * Sends requests with the page's own session: same origin, cookies, and GitLab's CSRF token on everything but reads
 * (GitLab takes a write without it for an anonymous one). Waits where GitLab asks for it and repeats what is safe to repeat.
 *
 * @throws GitLabError for every answer that is not a success and for no answer
 */
export function createSessionTransport(options: TransportOptions): Transport {
  const {wallClock = Date.now} = options;

  async function once(request: ApiRequest): Promise<ApiAnswer> {
    const headers: Record<string, string> = {accept: 'application/json', ...request.headers};
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const token = options.csrfToken();
      if (token) headers['X-CSRF-Token'] = token;
    }
    const patient = AbortSignal.timeout(isRead(request) ? readPatience : patience);
    let response: Response;
    let text = '';
    let blob: Blob | undefined;
    try {
      response = await options.fetch(request.url, {
        method: request.method,
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: options.signal ? AbortSignal.any([options.signal, patient]) : patient,
        ...(request.body === undefined ? {} : {body: request.body}),
      });
      if (request.as === 'blob' && response.ok) blob = await response.blob();
      else text = await response.text();
    } catch (error) {
      throw errorOfNoAnswer(error);
    }
    const number = (name: string) => {
      const value = Number.parseInt(response.headers.get(name) ?? '', 10);
      return Number.isNaN(value) ? undefined : value;
    };
    const {status} = response;
    const retryAfter = secondsOfRetryAfter(response.headers.get('retry-after'), wallClock());
    options.gate?.learn({
      url: request.url,
      isWeb: !isRead(request),
      name: response.headers.get('ratelimit-name') ?? undefined,
      status,
      retryAfter,
      limit: number('ratelimit-limit'),
      observed: number('ratelimit-observed'),
      remaining: number('ratelimit-remaining'),
      reset: number('ratelimit-reset'),
    });
    if (!response.ok && status !== 304) {
      const proof = isRead(request) ? undefined : proofOfStaleness(request, status, text);
      if (proof !== undefined && (await isReadable(proof))) throw errorOfKind('stale', status);
      throw errorOfAnswer(status, text, retryAfter, !isRead(request));
    }
    try {
      const body: unknown = blob ?? (text === '' ? undefined : JSON.parse(text));
      return {
        status,
        body,
        headers: Object.fromEntries(readHeaders.map(name => [name, response.headers.get(name) ?? ''])),
      };
    } catch {
      throw errorOfBody(status, text, response.url);
    }
  }

  function isReadable(url: string): Promise<boolean> {
    return once({method: 'GET', url}).then(
      () => true,
      () => false,
    );
  }

  /** @throws GitLabError where requests were called off, and where GitLab asks for too long a wait */
  async function passGate(request: ApiRequest): Promise<(() => void) | undefined> {
    try {
      return await options.gate?.enter(request.url, options.signal, !isRead(request));
    } catch (error) {
      throw error instanceof GitLabError ? error : errorOfNoAnswer(error);
    }
  }

  /** Milliseconds between a failed try and the next one. @throws GitLabError where GitLab asks for too long a wait */
  function pauseAfter(attempt: number, error: GitLabError): number {
    const growing = firstPause * 2 ** (attempt - 1) * (0.5 + options.random());
    const wait = error.retryAfter === undefined ? growing : error.retryAfter * 1_000;
    if (wait <= longestPause) return Math.max(leastPause, wait);
    throw error.kind === 'limited' ? errorOfPause(wallClock() + wait, wallClock()) : error;
  }

  /** @param onOpen told of a failed try before the last one that does not tell whether it did what it was to do */
  async function sendAgain(request: ApiRequest, onOpen: () => void): Promise<ApiAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      const leave = await passGate(request);
      try {
        const answer = await once(request).finally(leave);
        return attempt === 1 ? answer : {...answer, tries: attempt};
      } catch (error) {
        const isOff = options.signal?.aborted ?? false;
        if (!(error instanceof GitLabError) || isOff || !mayRepeat(error, request, attempt)) throw error;
        // The gate knows for how long.
        const waitsAtGate = options.gate !== undefined && error.kind === 'limited';
        const wait = waitsAtGate ? 0 : pauseAfter(attempt, error);
        if (attempt === tries) throw error;
        if (error.kind === 'offline' || error.kind === 'unavailable') onOpen();
        if (waitsAtGate) continue;
        if (error.kind === 'limited') options.onWait?.(Math.ceil(wait / 1_000));
        await options.pause(wait);
      }
    }
  }

  return async request => {
    let isOpen = false;
    try {
      const answer = await sendAgain(request, () => {
        isOpen = isWrite(request);
      });
      return isOpen ? {...answer, isAfterOpenTry: true} : answer;
    } catch (error) {
      throw isOpen && error instanceof GitLabError ? errorAfterOpenTry(error) : error;
    }
  };
}
