import {beforeEach, describe, expect, it, vi} from 'vitest';
import {notUnderstood} from '../../../src/browser/found-items.ts';
import {withEntry, withUndone} from '../../../src/changes/journal.ts';
import {createJournalBook} from '../../../src/checklist/journal-book.ts';
import {resultOf} from '../../../src/customers/result.ts';
import {createFlows} from '../../../src/flows/flows.ts';
import {createBackup, readBackup, takeIn} from '../../../src/kept/backup.ts';
import {createOwnerless} from '../../../src/kept/ownerless.ts';
import {said} from '../../../src/texts/said.ts';
import {told} from '../../told.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const owner = {host: 'gitlab.com', userId: 7};
const whose = {host: 'gitlab.com', userId: async () => 7};
const now = '2026-11-29T10:00:00.000Z';
const book = () => createJournalBook(whose, 'project-12', () => now);

/** A journal and a flow as 0.1 kept them: in sentences. */
const invited = {
  id: 'a',
  at: '2026-11-20T10:00:00.000Z',
  by: 'Dana',
  where: 'root/acme',
  check: 'customer-access',
  what: 'Invite 2 people as Reporter',
  each: ['jane@acme.example', 'joe@acme.example'],
  left: ['joe@acme.example: already a member.'],
  undone: false,
  undo: {kind: 'remove', projectId: 12, userIds: [], mails: ['jane@acme.example'], names: {}},
};
const hidden = {
  id: 'b',
  at: '2026-11-19T10:00:00.000Z',
  by: 'Dana',
  where: 'root/acme',
  check: 'visibility',
  what: 'Make the project private',
  before: 'public',
  after: 'private',
  undone: true,
};
const flow = {
  id: 'f',
  userId: 7,
  startedAt: '2026-11-20T10:00:00.000Z',
  stage: 'run',
  kind: 'from-another-csm',
  plan: {projectId: 12, projectName: 'Acme', address: 'https://gitlab.com/root/acme', replacements: []},
  steps: {
    notifications: {state: 'done', left: ['One label was not found.']},
    files: {state: 'failed', words: 'GitLab is busy. Try again in a moment.'},
  },
};
const journalKeys = {first: 'journal:1:gitlab.com:project-12', now: 'journal:2:gitlab.com:7:project-12'};
const flowKeys = {first: 'flow:1:gitlab.com:f', now: 'flow:2:gitlab.com:7:f'};
const indexKeys = {first: 'flows:1:gitlab.com', now: 'flows:2:gitlab.com:7'};
const added = {...hidden, id: 'c', what: said('browser.full'), at: now};

const kept = (key: string) => fake.areas.local.get(key);
const steps = async () => {
  const flows = createFlows(whose);
  await flows.load();
  return told(flows.all.value.map(one => one.steps));
};

beforeEach(() => fake.reset());

describe('a journal of sentences', () => {
  it('is shown word for word below the user’s own, and stays as it is', async () => {
    fake.reset({local: {[journalKeys.first]: [invited, hidden]}});
    const {undo: _undo, ...words} = invited;
    expect(told(await book().read())).toEqual([
      {...words, isOwnerless: true},
      {...hidden, isOwnerless: true},
    ]);
    await book().update(journal => withEntry(journal, added));
    expect(fake.all()).toEqual({[journalKeys.first]: [invited, hidden], [journalKeys.now]: [added]});
  });

  it('is the user’s own once they say so', async () => {
    fake.reset({local: {[journalKeys.first]: [invited, hidden], [journalKeys.now]: [added]}});
    await createOwnerless({...whose, assertSignedIn: async () => undefined}, () => now).accept();
    expect(fake.all()).toEqual({[journalKeys.now]: [added, invited, hidden]});
    expect(told(await book().read())).toEqual([told(added), invited, hidden]);
    expect(notUnderstood.value.get(journalKeys.now) ?? 0).toBe(0);
  });

  it('keeps its sentences where other entries come, and where one of it is taken back', async () => {
    fake.reset({local: {[journalKeys.now]: [invited, hidden]}});
    await book().update(journal => withEntry(withUndone(journal, 'a', [said('browser.full')]), added));
    expect(kept(journalKeys.now)).toEqual([
      added,
      {...invited, undone: true, left: [...invited.left, {text: 'browser.full'}]},
      hidden,
    ]);
    expect(told(await book().read())[1]).toMatchObject({
      what: 'Invite 2 people as Reporter',
      left: ['joe@acme.example: already a member.', 'Not saved: the extension’s storage is full.'],
    });
  });

  it.each([1, 2])('comes in from a file, as of version %i', async version => {
    const items = [{kind: 'journal', version, of: 'project-12', value: [invited, hidden]}];
    const file = JSON.stringify({format: 'csm-checklist-1', version: '0.1.0', at: now, ...owner, items});
    const incoming = readBackup(file, owner);
    expect(incoming.odd).toBe(0);
    expect(await takeIn(whose, incoming)).toBe(0);
    expect(told(await book().read())).toEqual([invited, hidden]);
  });

  it('goes out with an export as it is, and is the same where it comes back', async () => {
    fake.reset({local: {[journalKeys.now]: [invited, hidden]}});
    const file = JSON.stringify(await createBackup(whose, {version: '0.2.0', at: now}));
    expect(await takeIn(whose, readBackup(file, owner))).toBe(0);
    expect(kept(journalKeys.now)).toEqual([invited, hidden]);
    fake.reset();
    await takeIn(whose, readBackup(file, owner));
    expect(told(await book().read())).toEqual([invited, hidden]);
  });
});

describe('a flow of sentences', () => {
  it('of before keys had their user says the same under its new key', async () => {
    fake.reset({local: {[flowKeys.first]: flow, [indexKeys.first]: ['f']}});
    expect(await steps()).toEqual([flow.steps]);
    expect(fake.all()).toEqual({[flowKeys.now]: flow, [indexKeys.now]: ['f']});
  });

  it('keeps them until its steps say something else', async () => {
    fake.reset({local: {[flowKeys.now]: flow, [indexKeys.now]: ['f']}});
    const flows = createFlows(whose);
    await flows.load();
    const [known] = flows.all.value;
    if (known === undefined) throw new Error('The flow is not there.');
    await flows.put({...known, steps: {...known.steps, files: {state: 'failed', words: said('browser.full')}}});
    expect(flows.notKept.value).toBeUndefined();
    expect(kept(flowKeys.now)).toEqual({
      ...flow,
      steps: {...flow.steps, files: {state: 'failed', words: {text: 'browser.full'}}},
    });
    expect(await steps()).toEqual([
      {
        ...flow.steps,
        files: {state: 'failed', words: 'Not saved: the extension’s storage is full.'},
      },
    ]);
  });

  it.each([1, 2])('comes in from a file, as of version %i', async version => {
    const items = [
      {kind: 'flows', version, value: ['f']},
      {kind: 'flow', version, of: 'f', value: flow},
    ];
    const file = JSON.stringify({format: 'csm-checklist-1', version: '0.1.0', at: now, ...owner, items});
    const incoming = readBackup(file, owner);
    expect(incoming.odd).toBe(0);
    expect(await takeIn(whose, incoming)).toBe(0);
    expect(await steps()).toEqual([flow.steps]);
  });
});

it('what was found of a customer in a sentence says the same', () => {
  const result = {
    id: 1,
    name: 'Acme Collaboration',
    customer: 'Acme',
    path: 'root/acme',
    webUrl: 'https://gitlab.com/root/acme',
    findings: {visibility: {verdict: 'pass', evidence: 'The project is private.'}},
    readAt: now,
  };
  expect(told(resultOf(result))).toEqual(result);
});
