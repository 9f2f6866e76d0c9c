import {signal} from '@preact/signals';
import type {Means} from '../../src/apply/means.ts';
import type {Journal} from '../../src/changes/journal.ts';
import {type Checklist, type ChecklistOptions, createChecklist} from '../../src/checklist/checklist.ts';
import type {Page} from '../../src/checklist/page.ts';
import {noDraft} from '../../src/customer/filling/draft.ts';
import type {Sources} from '../../src/customer/reading/gather.ts';
import {type CustomerRecord, emptyRecord, type Side, type WritableNotebook} from '../../src/facts/record.ts';
import type {Flows} from '../../src/flows/flows.ts';
import {createGitLab, type GitLab} from '../../src/gitlab/gitlab.ts';
import type {User} from '../../src/gitlab/model/model.ts';
import {createSessionTransport, type PacedTransport, type Transport} from '../../src/gitlab/transport.ts';
import {noRules} from '../../src/placeholders/index.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import type {useSandbox} from './server.ts';

type Server = ReturnType<typeof useSandbox>;

/**
 * How requests go to the sandbox from a page of this user: with session cookie and the page's CSRF token.
 *
 * @param isLeft whether the page is gone: then nothing is sent from it and no answer comes to it any more
 * @param before awaited before a request is sent
 */
export function pacedTransportOf(
  {sandbox}: Server,
  username: string,
  isLeft = () => false,
  before: () => Promise<void> = async () => undefined,
) {
  const {cookie} = sandbox.world.signIn(username);
  const csrf = sandbox.world.sessions.get(cookie)?.csrf;
  return (pace: Partial<Parameters<PacedTransport>[0]> = {}): Transport =>
    createSessionTransport({
      async fetch(input, init) {
        const never = new Promise<never>(() => undefined);
        await before();
        if (isLeft()) return never;
        const headers = new Headers(init?.headers);
        headers.set('cookie', `_gitlab_session=${cookie}`);
        // It is asked in place of gitlab.com, and leads on to there.
        const send = (to: string) => sandbox.fetch(sandbox.origin + pathOf(to), {...init, headers});
        const answer = await send(String(input)).finally(() => (isLeft() ? never : 0));
        return answer.status === 301 ? send(answer.headers.get('location') ?? '') : answer;
      },
      csrfToken: () => csrf,
      pause: async () => undefined,
      random: () => 0,
      ...pace,
    });
}

function pathOf(url: string): string {
  const {pathname, search} = new URL(url);
  return pathname + search;
}

/** The same for requests that wait for nothing. */
export const transportOf = (...of: Parameters<typeof pacedTransportOf>): Transport => pacedTransportOf(...of)();

/** The door as on a page of this user. */
export function doorOf(server: Server, username: string, isLeft?: () => boolean): GitLab {
  return createGitLab(server.sandbox.origin, transportOf(server, username, isLeft));
}

/** Lets a user sign in, in the browser that all open pages are in; the tokens of these pages go on to count. */
export function signIn({sandbox}: Server, username: string): void {
  const {sessions} = sandbox.world;
  const {id: userId} = sandbox.world.user(username);
  for (const [cookie, session] of sessions) sessions.set(cookie, {...session, userId, valid: true});
}

/** Somebody else signs in, in all browsers: pages that are open have a token that counts no more. */
export function signInInstead({sandbox: {world}}: Server, username: string): void {
  const {id: userId} = world.user(username);
  for (const [cookie, session] of world.sessions) world.sessions.set(cookie, {...session, userId, csrf: `${userId}`});
}

/** A notebook that forgets. */
function memoryNotebook(): WritableNotebook {
  const records = new Map<number, CustomerRecord>();
  const sides = new Map<number, Side>();
  let rules = noRules;
  return {
    record: async id => records.get(id) ?? emptyRecord,
    records: async ids => new Map(ids.flatMap(id => (records.has(id) ? [[id, records.get(id) ?? emptyRecord]] : []))),
    sides: async () => new Map(sides),
    async updateRecord(id, step) {
      records.set(id, step(records.get(id) ?? emptyRecord));
    },
    followRecord: async id => step => void records.set(id, step(records.get(id) ?? emptyRecord)),
    brackets: async () => rules,
    async updateBrackets(step) {
      rules = step(rules);
    },
    async setSide(id, side) {
      if (side === null) sides.delete(id);
      else sides.set(id, side);
    },
  };
}

/** What changes of this user are made with. */
export function meansOf(server: Server, username = 'dana', isLeft?: () => boolean): Means {
  const {id, name} = server.sandbox.world.user(username);
  return {
    gitlab: doorOf(server, username, isLeft),
    notebook: memoryNotebook(),
    pause: async () => undefined,
    pageUser: async () => ({id, name, username}),
  };
}

/** A clock that stands still. */
export const never = () => new Promise<never>(() => undefined);

/** What facts are read with. @param pageUser undefined on a page that does not name its user */
export function sourcesOf(gitlab: GitLab, pageUser?: User): Sources {
  return {
    gitlab,
    notebook: memoryNotebook(),
    today: () => '2026-11-20',
    workspace: defaultWorkspace,
    pageUser,
    pause: never,
  };
}

/**
 * A checklist outside of a browser, whose books are kept in memory.
 *
 * @param journal holds what is kept in its journal
 * @param now date and time (ISO)
 * @param pageUser undefined on a page that does not name its user
 * @param more what is otherwise than on the usual page
 */
export function checklistOf(
  path: string,
  means: Means,
  journal: {entries: Journal} = {entries: []},
  now = '2026-11-20T10:00:00.000Z',
  pageUser?: User,
  more: Partial<ChecklistOptions> = {},
): Checklist {
  return createChecklist({
    place: {kind: 'project', path},
    sources: {...sourcesOf(means.gitlab, pageUser), notebook: means.notebook},
    means,
    journalBook: () => ({
      read: async () => journal.entries,
      async update(step) {
        journal.entries = step(journal.entries);
        return journal.entries;
      },
    }),
    valuesBook: {
      history: async () => [],
      learn: async () => undefined,
      draft: async () => ({own: noDraft, others: noDraft}),
      keepDraft: async () => undefined,
      keepDraftLeaving: () => undefined,
    },
    textsBook: () => ({read: async () => new Map(), write: async () => undefined, writeLeaving: () => undefined}),
    now: () => now,
    checkAlive: () => true,
    goTo: () => undefined,
    ...more,
  });
}

/** A page outside of a browser: that of a checklist, on which others can be opened. */
export function pageOf(checklist: Checklist): Page {
  return {
    place: checklist.place,
    checklist,
    checklistOf: path => checklistOf(path, checklist.means),
    pacedTransport: () => () => Promise.reject(new Error('Nothing is read of many customers here.')),
    now: checklist.now,
    checkAlive: () => true,
    outdated: signal(false),
    waiting: signal(undefined),
  };
}

/** Guided flows that are kept nowhere. */
export function memoryFlows(): Flows {
  return {
    all: signal([]),
    open: signal(undefined),
    ended: signal(undefined),
    notKept: signal(undefined),
    load: async () => undefined,
    kept: async () => undefined,
    follow: () => undefined,
    putLeaving: () => undefined,
    put: async () => undefined,
    end: async () => undefined,
  };
}
