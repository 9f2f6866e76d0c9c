import {NotKept} from '../browser/not-kept.ts';
import type {Problem, ProblemKind} from './problem.ts';

/** What a failed request to GitLab becomes; nothing else leaves this room as an error of GitLab's. Holds no request data. */
export class GitLabError extends Error {
  override readonly name = 'GitLabError';
  readonly kind: Exclude<ProblemKind, 'not-kept'>;
  /** HTTP status, or 0 where no answer came. */
  readonly status: number;
  /** Seconds that GitLab asks to wait, where it says so. */
  readonly retryAfter: number | undefined;

  constructor(kind: Exclude<ProblemKind, 'not-kept'>, words: string, status = 0, retryAfter?: number) {
    super(words);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

const advice: Record<ProblemKind, string> = {
  'signed-out': 'Sign in to GitLab again, then reload this page.',
  denied: 'Ask somebody with a higher role in the group to do it, or to give you that role.',
  missing: 'Check that it still exists and that you are a member.',
  moved: 'Reload this page to get to its new address.',
  conflict: 'Nothing was overwritten. Look at what is there now and try again.',
  invalid: 'Correct the value and try again.',
  limited: 'Wait a minute, then try again.',
  unavailable: 'Try again in a moment.',
  offline: 'Check your connection, then try again.',
  'not-kept': 'Look at the browser’s settings for extensions and sync, then try again.',
};

/** Any thrown value as a {@link Problem} that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof NotKept) return {kind: 'not-kept', words: error.message, advice: advice['not-kept']};
  if (error instanceof GitLabError) return {kind: error.kind, words: error.message, advice: advice[error.kind]};
  // Thrown by src/browser/chunks.ts, of which only the text is in the build: there is no class to look for.
  if (error instanceof Error && error.name === 'NotLoaded') {
    return {kind: 'unavailable', words: 'Part of the extension could not be loaded.', advice: 'Reload this page.'};
  }
  return {kind: 'unavailable', words: 'Something unexpected happened in the extension.', advice: advice.unavailable};
}

/** GitLab's sentence inside a printed Ruby hash: `Failed to save group {:path=>["has already been taken"]}`. */
function withoutRubyHash(text: string): string {
  const start = text.search(/\{:?[\w.]+(=>|: ?)\[?"/);
  if (start < 0) return text;
  const pairs = [...text.slice(start).matchAll(/:?"?([\w.]+)"?(?:=>|: ?)\[((?:"(?:[^"\\]|\\.)*",? ?)+)\]/g)];
  const said = pairs.map(([, attribute = '', texts = '']) =>
    sentence(
      attribute,
      [...texts.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner = '']) => inner.replaceAll('\\"', '"')),
    ),
  );
  return said.length > 0 ? `${text.slice(0, start).trim()}: ${said.join('; ')}` : text;
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
  const said = Object.entries(record).map(([attribute, texts]) =>
    Array.isArray(texts) ? sentence(attribute, texts.map(String)) : wordsOf(texts),
  );
  return said.filter(Boolean).join('; ') || undefined;
}

const conflictWords = [
  /has changed since you started editing/i,
  /could not update refs\/heads/i,
  /already exists/i,
  /resource lock/i,
];

/** `409 Conflict` and the like say no more than the status does. */
const emptyWords = /^\d{3} [A-Za-z ]+$/;

function kindOf(status: number, words: string): GitLabError['kind'] {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'denied';
  if (status === 404) return 'missing';
  if (status === 405 && /moved projects/i.test(words)) return 'moved';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429) return 'limited';
  if (status === 400 && conflictWords.some(pattern => pattern.test(words))) return 'conflict';
  if (status === 400 && /not allowed to push/i.test(words)) return 'denied';
  if (status >= 400 && status < 500) return 'invalid';
  return 'unavailable';
}

const ownWords: Record<Exclude<ProblemKind, 'not-kept'>, string> = {
  'signed-out': 'You are signed out of GitLab.',
  denied: 'Your role does not allow this.',
  missing: 'GitLab does not find it, or does not show it to you.',
  moved: 'The project was moved to another address.',
  conflict: 'Somebody else changed it at the same time.',
  invalid: 'GitLab did not accept the request.',
  limited: 'GitLab limits how many requests you can send, and the limit is reached.',
  unavailable: 'GitLab cannot answer at the moment.',
  offline: 'GitLab cannot be reached.',
};

/**
 * An answer that is not a success as a {@link GitLabError}.
 *
 * @param text the body as it came; JSON in any of GitLab's shapes, plain text, or a proxy's HTML page
 * @param retryAfter seconds, from the header of that name where it can be read
 */
export function errorOfAnswer(status: number, text: string, retryAfter?: number): GitLabError {
  let words: string | undefined;
  try {
    words = wordsOf(JSON.parse(text));
  } catch {
    words = /^\s*</.test(text) || text.length > 500 ? undefined : text.trim();
  }
  const kind = kindOf(status, words ?? '');
  const own = ownWords[kind];
  const said = words && !emptyWords.test(words) && words !== 'Retry later' ? words : undefined;
  if (!said) return new GitLabError(kind, own, status, retryAfter);
  const full = /[.!?]$/.test(said) ? said : `${said}.`;
  return new GitLabError(kind, `${own} GitLab says: ${full}`, status, retryAfter);
}

/** What a request that got no answer at all becomes: no connection, none in time, or called off. */
export function errorOfNoAnswer(error: unknown): GitLabError {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  if (name === 'AbortError') return new GitLabError('offline', 'It was stopped before GitLab answered.');
  if (name === 'TimeoutError') return new GitLabError('unavailable', 'GitLab did not answer in time.');
  return new GitLabError('offline', ownWords.offline);
}
