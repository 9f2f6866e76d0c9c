import {NotKept} from '../../src/browser/storage-error.ts';
import type {Notebook} from '../../src/facts/record.ts';
import {said} from '../../src/texts/said.ts';
import type {Case} from './cases.ts';
import {type Change, changed, type Field, fieldsOf, type Pick, wordsOf} from './fields.ts';
import {type Observed, observe, type Run} from './observe.ts';
import type {Asked, Reply} from './wire.ts';

/** What is changed: the same for all customers. */
export interface Kind {
  /** Which answer: `GET /projects/:id`; `session` for who is signed in, `notebook` for what the browser keeps. */
  readonly request: string;
  /** Which part of it: a field in words, `the whole answer`, `headers`. */
  readonly field: string;
  /** What becomes of it. */
  readonly kind: string;
  /** Which elements of lists are meant, or when it is so. */
  readonly where: string;
  /** Whether it is trouble with the answer as a whole, of which no fail may come. */
  readonly isTrouble: boolean;
}

/** One way in which a run's answers are others than usual. */
export interface Mutation extends Kind {
  /** The request as it is asked, where one is meant. */
  readonly asked: string;
  readonly run: Run;
}

/** Whether a mutation is made; asked before its answer is. */
export type Wants = (kind: Kind) => boolean;

const changes: Readonly<Record<string, Change>> = {
  absent: 'gone',
  null: {value: null},
  'a text': {value: 'x'},
  'a number': {value: 7},
  true: {value: true},
  'an object': {value: {x: 1}},
  'a list': {value: ['x']},
  'an empty text': {value: ''},
  zero: {value: 0},
  false: {value: false},
  'an empty object': {value: {}},
  'an empty list': {value: []},
};

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/** All values that a field has. */
function valuesOf(value: unknown, [key, ...rest]: Field): unknown[] {
  if (key === undefined) return [value];
  if (Array.isArray(value)) return key === '[]' ? value.flatMap(element => valuesOf(element, rest)) : [];
  const record = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return key in record ? valuesOf(record[key], rest) : [];
}

/** Whether a change is one: another value of the same type says something else and is no fault; an empty one is. */
function isChange(values: readonly unknown[], change: Change): boolean {
  if (change === 'gone') return true;
  const {value} = change;
  const isEmpty = !value || (typeof value === 'object' && Object.keys(value).length === 0);
  return values.some(before =>
    typeOf(before) === typeOf(value) && before !== null
      ? isEmpty && JSON.stringify(before) !== JSON.stringify(value)
      : before !== value,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const json = (usual: Reply, body: unknown): Reply => ({
  ...usual,
  text: body === undefined ? '' : JSON.stringify(body),
});

/** An element that is gone and not counted either: GitLab says that there is no such thing. */
export const notListed = 'not in the list';

/** With one element less the list's count says so too. */
function oneLess(usual: Reply): Reply {
  const {'x-total': total, ...headers} = usual.headers;
  return total === undefined ? usual : {...usual, headers: {...headers, 'x-total': String(Number(total) - 1)}};
}

/** A field's every other value, as far as it is wanted. */
function* ofField(field: Field, body: unknown, {key, pattern}: Asked, usual: Reply, wants: Wants): Generator<Mutation> {
  const values = valuesOf(body, field);
  const picks: readonly Pick[] = field.includes('[]') ? ['all', 'first', 'last'] : ['all'];
  for (const [kind, change] of Object.entries(changes)) {
    if (!isChange(values, change)) continue;
    const seen = new Set([usual.text]);
    for (const pick of picks) {
      const isElement = field.length === 1 && field[0] === '[]' && change === 'gone' && pick !== 'all';
      const described = {
        request: pattern,
        field: wordsOf(field),
        kind: isElement ? notListed : kind,
        where: pick,
        isTrouble: false,
      };
      if (!wants(described)) continue;
      const other = json(usual, changed(body, field, pick, change));
      // In a list of one, the first and the last are all.
      if (seen.has(other.text)) continue;
      seen.add(other.text);
      const mutated = isElement ? oneLess(other) : other;
      yield {...described, asked: key, run: {reply: asked => (asked.key === key ? mutated : undefined)}};
    }
  }
}

/** Whether anything reads a field: a value that it can never have makes a difference then. */
async function isRead(field: Field, body: unknown, {key}: Asked, usual: Reply, of: Case, seen: Observed) {
  const value = valuesOf(body, field).some(before => typeOf(before) === 'object') ? true : {x: 1};
  const wrong = json(usual, changed(body, field, 'all', {value}));
  const now = await observe(of, {reply: asked => (asked.key === key ? wrong : undefined)});
  return now.faults.length > 0 || [...seen.rows].some(([row, {evidence}]) => now.rows.get(row)?.evidence !== evidence);
}

const htmlPage = (words: string) =>
  `<!DOCTYPE html>\n<html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`;
const refusal = (status: number, words: string): Reply => ({
  status,
  headers: {'content-type': 'application/json'},
  text: JSON.stringify({message: `${status} ${words}`}),
});
const html = (status: number, words: string): Reply => ({
  status,
  headers: {'content-type': 'text/html; charset=utf-8'},
  text: htmlPage(words),
});

/** What can come instead of an answer. */
const instead: Readonly<Record<string, (usual: Reply) => Reply | 'cut'>> = {
  '401': () => refusal(401, 'Unauthorized'),
  '403': () => refusal(403, 'Forbidden'),
  '403 as HTML': () => html(403, 'Checking your browser'),
  '404': () => refusal(404, 'Not Found'),
  '404 as HTML': () => html(404, 'Not Found'),
  '429': () => ({status: 429, headers: {'content-type': 'text/plain', 'retry-after': '1'}, text: 'Retry later\n'}),
  '500': () => refusal(500, 'Internal Server Error'),
  '503': () => html(503, 'GitLab is not responding'),
  'a login page': () => html(200, 'Sign in'),
  'cut off in the middle': usual => ({...usual, text: usual.text.slice(0, Math.floor(usual.text.length / 2))}),
  'no answer': () => 'cut',
  'nothing in it': usual => ({...usual, text: ''}),
  'errors only': usual => ({...usual, text: JSON.stringify({errors: [{message: 'Timeout on validation of query'}]})}),
};

/** Every answer as trouble, the first time only and always. */
function troubleMutations(asked: Asked): Mutation[] {
  return Object.entries(instead).flatMap(([kind, make]) =>
    (['once', 'always'] as const).map(when => ({
      request: asked.pattern,
      field: 'the whole answer',
      kind,
      where: when,
      asked: asked.key,
      isTrouble: true,
      run: {
        reply: ({key, time}: Asked, usual: Reply) =>
          key === asked.key && (when === 'always' || time === 1) ? make(usual) : undefined,
      },
    })),
  );
}

const dropped: Readonly<Record<string, RegExp>> = {
  'without link': /^link$/,
  'without x-next-page': /^x-next-page$/,
  'without x-total and x-total-pages': /^x-total/,
  'without link and x-next-page': /^(link|x-next-page)$/,
  'without x-': /^x-/,
  'without all of them': /^(link|x-.*)$/,
};

/** Lists without the headers that tell what follows. */
function headerMutations(asked: Asked, {headers}: Reply): Mutation[] {
  if (headers.link === undefined) return [];
  return Object.entries(dropped).map(([kind, pattern]) => ({
    request: asked.pattern,
    field: 'headers',
    kind,
    where: 'always',
    asked: asked.key,
    isTrouble: true,
    run: {
      reply: ({key}: Asked, usual: Reply) => {
        if (key !== asked.key) return undefined;
        const rest = Object.entries(usual.headers).filter(([name]) => !pattern.test(name));
        return {...usual, headers: Object.fromEntries(rest)};
      },
    },
  }));
}

/**
 * The session ends, or is another user's, after some of the requests. A page that does not name its user is the page of whoever
 * GitLab says is signed in when it is asked for that.
 *
 * @param usersAt the how many-th request that is, from 1
 */
function sessionMutations({username, isNamed}: Case, requests: number, usersAt: number): Mutation[] {
  const others = [null, ...['robin', 'dana', 'sam', 'kim'].filter(other => other !== username)];
  return others.flatMap(other => {
    const first = isNamed || other === null ? 0 : usersAt;
    return Array.from({length: requests - first}, (_, index) => index + first).map(after => ({
      request: 'session',
      field: 'user',
      kind: other === null ? 'signed out' : `${other} signs in`,
      where: `after ${after} requests`,
      asked: '',
      isTrouble: true,
      run: {user: ({index}: Asked) => (index > after ? other : undefined)},
    }));
  });
}

const rejects = () => Promise.reject(new NotKept(said('browser.cannotRead')));

/** What the browser keeps cannot be read. */
function notebookMutations(): Mutation[] {
  const parts: readonly (keyof Notebook)[] = ['record', 'records', 'sides', 'brackets'];
  return parts.map(part => ({
    request: 'notebook',
    field: part,
    kind: 'not given',
    where: 'always',
    asked: '',
    isTrouble: true,
    run: {notebook: {[part]: rejects}},
  }));
}

/**
 * The mutations of a case, by what its usual run asks for.
 *
 * @param wants which of them; all by default. Where some are left out, so are those of fields that nothing reads.
 */
export async function* mutationsOf(of: Case, wants?: Wants): AsyncGenerator<Mutation> {
  const isWanted = wants ?? (() => true);
  const asked = new Map<string, [Asked, Reply]>();
  let requests = 0;
  const seen = await observe(of, {
    onAsked(request, usual) {
      requests += 1;
      if (!asked.has(request.key)) asked.set(request.key, [request, usual]);
    },
  });
  for (const [request, usual] of asked.values()) {
    const body = parsed(usual.text);
    for (const field of body === undefined ? [] : fieldsOf(body)) {
      const mutations = [...ofField(field, body, request, usual, isWanted)];
      if (mutations.length === 0) continue;
      if (wants === undefined || (await isRead(field, body, request, usual, of, seen))) yield* mutations;
    }
    yield* [...troubleMutations(request), ...headerMutations(request, usual)].filter(isWanted);
  }
  const usersAt = [...asked.values()].find(([{pattern}]) => pattern === 'GET /user')?.[0].index ?? 1;
  yield* [...sessionMutations(of, requests, usersAt), ...notebookMutations()].filter(isWanted);
}
