import {NotKept} from '../browser/storage-error.ts';
import {timeOf} from '../texts/dates.ts';
import {type Said, said} from '../texts/said.ts';
import {say} from '../texts/say.ts';
import type {Problem, ProblemKind} from './model/problem.ts';

/** What a failed request to GitLab becomes; nothing else leaves this room as an error of GitLab's. Holds no request data. */
export class GitLabError extends Error {
  override readonly name = 'GitLabError';
  readonly kind: Exclude<ProblemKind, 'not-kept'>;
  /** HTTP status, or 0 where no answer came. */
  readonly status: number;
  /** Seconds that GitLab asks to wait, where it says so. */
  readonly retryAfter: number | undefined;
  /** What the user can do about it, where the advice for its kind does not fit. */
  readonly advice: Said | undefined;
  readonly words: Said;

  constructor(
    kind: Exclude<ProblemKind, 'not-kept'>,
    words: Said,
    status = 0,
    {retryAfter, advice}: {readonly retryAfter?: number | undefined; readonly advice?: Said | undefined} = {},
  ) {
    super(say(words));
    this.words = words;
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
    this.advice = advice;
  }
}

/** What the user can do about a value that GitLab refuses. */
export const correctValue = said('gitlab.correctValue');

/** Rethrows what became of a request with what somebody typed or chose: where GitLab refuses that, it is to be corrected. */
export function refusedValue(error: unknown): never {
  if (!(error instanceof GitLabError) || error.kind !== 'invalid') throw error;
  throw new GitLabError('invalid', error.words, error.status, {advice: correctValue});
}

const adviceOf = (kind: ProblemKind): Said => said(`gitlab.${kind} advice`);

/** Any thrown value as a {@link Problem} that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof NotKept)
    return {kind: 'not-kept', words: error.words, advice: error.advice ?? adviceOf('not-kept')};
  if (error instanceof GitLabError)
    return {kind: error.kind, words: error.words, advice: error.advice ?? adviceOf(error.kind)};
  // Thrown by src/browser/chunks.ts, of which only the text is in the build: there is no class to look for.
  if (error instanceof Error && error.name === 'NotLoaded') {
    return {kind: 'unavailable', words: said('gitlab.notLoaded'), advice: said('gitlab.notLoaded advice')};
  }
  return {kind: 'unavailable', words: said('gitlab.unexpected'), advice: adviceOf('unavailable')};
}

/** A problem as an error again, to be thrown. What the browser did not give is no matter of GitLab's: its words say so. */
export function errorOfProblem({kind, words, advice}: Problem): GitLabError {
  return new GitLabError(kind === 'not-kept' ? 'unavailable' : kind, words, 0, {advice});
}

/** GitLab's sentence inside a printed Ruby hash: `Failed to save group {:path=>["has already been taken"]}`. */
function withoutRubyHash(text: string): string {
  const start = text.search(/\{:?[\w.]+(=>|: ?)\[?"/);
  if (start < 0) return text;
  const pairs = [...text.slice(start).matchAll(/:?"?(?<![\w.])([\w.]+)"?(?:=>|: ?)\[((?:"(?:[^"\\]|\\.)*",? ?)+)\]/g)];
  const texts = pairs.map(([, attribute = '', list = '']) =>
    sentence(
      attribute,
      [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner = '']) => inner.replaceAll('\\"', '"')),
    ),
  );
  return texts.length > 0 ? `${text.slice(0, start).trim()}: ${texts.join('; ')}` : text;
}

function sentence(attribute: string, texts: readonly string[]): string {
  const joined = texts.join(', ');
  return attribute === 'base' || /^[A-Z]/.test(joined) ? joined : `${attribute.replaceAll('_', ' ')} ${joined}`;
}

/** The words of an error body in any of GitLab's shapes: string, list, object of lists, under `message` or `error`. */
export function wordsOf(body: unknown): string | undefined {
  if (typeof body === 'string') return withoutRubyHash(body.trim()) || undefined;
  if (Array.isArray(body)) return body.map(wordsOf).filter(Boolean).join('; ') || undefined;
  if (typeof body !== 'object' || body === null) return undefined;
  const record = body as Record<string, unknown>;
  if ('error_description' in record) return wordsOf(record.error_description);
  if ('message' in record) return wordsOf(record.message);
  if ('errors' in record) return wordsOf(record.errors);
  if ('error' in record) return wordsOf(record.error);
  const all = Object.entries(record).map(([attribute, texts]) =>
    Array.isArray(texts) ? sentence(attribute, texts.map(String)) : wordsOf(texts),
  );
  return all.filter(Boolean).join('; ') || undefined;
}

/** `409 Conflict` and the like say no more than the status does. */
const emptyWords = /^\d{3} [A-Za-z ]+$/;

/** By GitLab's words, where the status does not say it; the first that fits. */
const kindsByWords: readonly (readonly [statuses: readonly number[], RegExp, GitLabError['kind']])[] = [
  [[405], /moved projects/i, 'moved'],
  [[400, 403, 503], /read-only|maintenance mode/i, 'read-only'],
  // Of an account, whatever its role: GitLab's `user_access_denied_reason.rb`.
  [[401, 403], /Terms of Service|your account|your password|email address is not confirmed/i, 'barred'],
  [[409], /captcha/i, 'barred'],
  [[409], /resource lock/i, 'busy'],
  [[400], /transfer in progress/i, 'running'],
  [[400], /has changed since you started editing|could not update refs\/heads|^a file with this name/i, 'conflict'],
  [[400, 409], /already exists|recently deleted|^(?!group ).*has already been taken/i, 'taken'],
  // GitLab's `visibility_level.rb` and `group.rb`.
  [[400], /(private|internal|public) is not allowed (since|in an?) /, 'visibility'],
  [[400], /not allowed to push|permission to transfer/i, 'denied'],
  // Push rules: GitLab's `commit_check.rb`, `branch_check.rb` and `jira_verification_check.rb`.
  [
    [400, 403],
    /does not follow the pattern|forbidden pattern|signoff|^commit m|^no jira issue|^(author|committer) /i,
    'rule',
  ],
];

function kindOf(status: number, words: string, isPage: boolean, isWrite: boolean): GitLabError['kind'] {
  const [, , told] = kindsByWords.find(([statuses, pattern]) => statuses.includes(status) && pattern.test(words)) ?? [];
  if (told !== undefined) return told;
  // GitLab's API answers in JSON; a page or a bare text with these comes from what stands before it.
  if (isPage && [401, 403, 407, 511].includes(status)) return 'barred';
  if (isPage && status === 404) return 'unavailable';
  if (isPage && status === 422 && isWrite) return 'stale';
  if (status === 401) return 'signed-out';
  if (status === 403) return 'denied';
  if (status === 404) return 'missing';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429) return 'limited';
  if (status >= 400 && status < 500 && status !== 408) return 'invalid';
  return 'unavailable';
}

/** What a kind of failure means, in our words. */
const ownWords = (kind: GitLabError['kind']): Said => said(`gitlab.${kind}`);

const minute = 60_000;

/** A GitLabError in our own words of its kind. */
export function errorOfKind(kind: GitLabError['kind'], status = 0): GitLabError {
  return new GitLabError(kind, ownWords(kind), status);
}

/**
 * What a request becomes that GitLab asks to send again only after a long wait.
 *
 * @param until milliseconds since the epoch; told in the user's time zone and to the minute, never too early
 * @param now the same
 */
export function errorOfPause(until: number, now: number): GitLabError {
  const time = timeOf(Math.ceil(until / minute) * minute, now);
  return new GitLabError('paused', said('gitlab.pausedUntil', time), 429);
}

/**
 * What a request becomes that was refused although an earlier try of it got no answer that tells what became of it: it may have been
 * done, so it is no refusal.
 */
export function errorAfterOpenTry(error: GitLabError): GitLabError {
  if (error.kind === 'offline' || error.kind === 'unavailable') return error;
  const advice = said('gitlab.mayBeDone advice');
  return new GitLabError('unavailable', said('gitlab.mayBeDone', error.words), 0, {advice});
}

/**
 * What a change did not work because of, with what is known of it besides: where GitLab failed or could not be reached, whether
 * anything was changed. An advice of the error's own stays.
 *
 * @param seen `nothing` where it is sure that nothing was changed, `unseen` where something may have been
 */
export function errorOfChange(error: unknown, seen: 'nothing' | 'unseen'): unknown {
  if (!(error instanceof GitLabError) || error.advice !== undefined) return error;
  const {kind, words, status, retryAfter} = error;
  if (kind !== 'offline' && kind !== 'unavailable') return error;
  const advice = seen === 'nothing' ? said(`gitlab.${kind} advice after look`) : said('gitlab.unseen advice');
  return new GitLabError(kind, words, status, {retryAfter, advice});
}

/**
 * An answer that is not a success as a {@link GitLabError}.
 *
 * @param text the body as it came; JSON in any of GitLab's shapes, plain text, or a proxy's HTML page
 * @param retryAfter seconds, from the header of that name where it can be read
 * @param isWrite whether the request was to change something
 */
export function errorOfAnswer(status: number, text: string, retryAfter?: number, isWrite = false): GitLabError {
  let words: string | undefined;
  let isPage = false;
  try {
    words = wordsOf(JSON.parse(text));
  } catch {
    isPage = text.trim() !== '';
    words = /^\s*</.test(text) || text.length > 500 ? undefined : text.trim();
  }
  const kind = kindOf(status, words ?? '', isPage, isWrite);
  const own = ownWords(kind);
  // What stands before GitLab says nothing in a bare text that our own words do not.
  const isEmpty = isPage && status >= 500;
  const told =
    words && !isEmpty && !emptyWords.test(words) && !/^(retry later|forbidden)$/i.test(words) ? words : undefined;
  if (!told) return new GitLabError(kind, own, status, {retryAfter});
  return new GitLabError(kind, said('gitlab.saysSo', own, told), status, {retryAfter});
}

/** A success whose body is no JSON: a sign-in or a check in the page's stead, or half an answer. */
export function errorOfBody(status: number, text: string, url: string): GitLabError {
  if (/\/users\/sign_in\b/.test(url) || /\bsessions:new\b/.test(text)) return errorOfKind('signed-out', status);
  if (/^\s*</.test(text)) return errorOfKind('barred', status);
  return new GitLabError('unavailable', said('gitlab.notJson'), status);
}

/** What a request that got no answer at all becomes: no connection, none in time, or called off. */
export function errorOfNoAnswer(error: unknown): GitLabError {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  if (name === 'AbortError') {
    return new GitLabError('offline', said('gitlab.aborted'), 0, {advice: said('gitlab.aborted advice')});
  }
  if (name === 'TimeoutError') return new GitLabError('unavailable', said('gitlab.timedOut'));
  return new GitLabError('offline', ownWords('offline'));
}
