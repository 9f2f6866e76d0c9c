import {beforeEach, describe, expect, it, vi} from 'vitest';
import {type Kind, keptKinds, keyOf} from '../../../src/browser/item-kinds.ts';
import {withEntry} from '../../../src/changes/journal.ts';
import {createJournalBook} from '../../../src/checklist/journal-book.ts';
import {type Backup, createBackup, NoBackup, readBackup, shapes, takeIn} from '../../../src/kept/backup.ts';
import {said} from '../../../src/texts/said.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const owner = {host: 'gitlab.com', userId: 7};
const whose = {host: 'gitlab.com', userId: async () => 7};
const about = {version: '0.2.0', at: '2026-11-29T10:00:00.000Z'};
const remark = (note: string, at: string) => ({by: 'Dana', at, note});
const entry = (id: string, undo?: object) => ({
  id,
  at: '2026-11-20T10:00:00.000Z',
  by: 'Dana',
  where: 'a/b',
  check: 'visibility',
  what: said('texts.asKept', 'Set'),
  undone: false,
  ...(undo && {undo}),
});
const visibility = {kind: 'project-visibility', projectId: 12, from: 'private', to: 'public'};
const journal = 'journal:2:gitlab.com:7:project-12';
const customer = 'customer:2:gitlab.com:7:12';
const logo = {kind: 'avatar', projectId: 12, from: null, to: {name: 'logo.png', base64: 'QUJD'}} as const;

const fileOf = async () => JSON.stringify(await createBackup(whose, about));
const withItems = (items: readonly unknown[], more: Partial<Backup> = {}) =>
  JSON.stringify({format: 'csm-checklist-1', ...about, ...owner, items, ...more});

beforeEach(() => fake.reset());

describe('an export', () => {
  it('carries every kind that is a user’s, but for what only this browser needs', () => {
    const kinds: [string, Kind][] = Object.entries(keptKinds);
    const ofUsers = kinds.filter(([, {versions}]) => versions.at(-1)?.owned === 'user').map(([name]) => name);
    const onlyHere = ['read-again', 'today', 'not-mine', 'not-mine-synced'];
    expect(Object.keys(shapes).sort()).toEqual(ofUsers.filter(name => !onlyHere.includes(name)).sort());
  });

  it('has all of the user, pictures too, and nothing of anybody else', async () => {
    fake.reset({
      local: {
        [journal]: [entry('a', visibility)],
        'journal:2:gitlab.com:8:project-12': [entry('b')],
        'filled:2:gitlab.com:7': [{project: 12, meaning: 'goal', value: 'Grow'}],
        'panel-open:1': true,
      },
      sync: {[customer]: {ticks: {introduced: remark('', '2026-11-20')}, waivers: {}}, 'views:2:gitlab.com:7': []},
    });
    await createJournalBook(whose, 'project-12', () => about.at).update(before =>
      withEntry(before, {...entry('c'), undo: logo}),
    );
    const backup = await createBackup(whose, about);
    expect(backup).toMatchObject({format: 'csm-checklist-1', ...about, ...owner});
    expect(backup.items).toHaveLength(5);
    expect(backup.items).toContainEqual({kind: 'panel-open', version: 1, value: true});
    expect(Object.values(backup.pictures)).toEqual(['QUJD']);
    expect(JSON.stringify(backup)).not.toContain('"b"');
  });

  it('carries every setting', async () => {
    const kinds: [string, Kind][] = Object.entries(keptKinds);
    const ofBrowser = kinds.filter(([, {versions}]) => versions.at(-1)?.owned === 'browser').map(([name]) => name);
    const values = {
      'panel-open': false,
      'panel-width': 500,
      'last-segment': 'emea',
      'fresh-days': 7,
      'notification-level': 'watch',
    };
    const settings = ofBrowser.filter(name => name !== 'hold');
    fake.reset({local: Object.fromEntries(settings.map(name => [`${name}:1`, Object(values)[name] ?? true]))});
    const before = fake.all();
    const file = await fileOf();
    fake.reset({local: {'panel-open:1': true}});
    await takeIn(whose, readBackup(file, owner));
    expect(fake.all(), 'what is set here stays').toEqual({...before, 'panel-open:1': true});
  });

  it('comes back whole where nothing is kept', async () => {
    fake.reset({
      sync: {[customer]: {ticks: {introduced: remark('', '2026-11-20')}}},
      local: {[journal]: [entry('a', visibility)]},
    });
    await createJournalBook(whose, 'project-12', () => about.at).update(before =>
      withEntry(before, {...entry('c'), undo: logo}),
    );
    const before = fake.all();
    const file = await fileOf();
    fake.reset();
    expect(await takeIn(whose, readBackup(file, owner))).toBe(0);
    expect(fake.all()).toEqual(before);
    expect((await createJournalBook(whose, 'project-12', () => about.at).read())[0]).toMatchObject({undo: logo});
  });
});

describe('an import', () => {
  it('lets the newer of two stay, and nothing that is kept go', async () => {
    fake.reset({
      sync: {
        [customer]: {
          ticks: {introduced: remark('own, newer', '2026-11-22'), maintainers: remark('own, older', '2026-11-20')},
          waivers: {avatar: remark('own', '2026-11-20'), name: {odd: 1}},
          playbook: 'new-customer',
        },
      },
    });
    const value = {
      ticks: {introduced: remark('older', '2026-11-21'), maintainers: remark('newer', '2026-11-21'), x: 7},
      waivers: {readme: remark('more', '2026-11-21')},
      playbook: 'from-pre-sales',
      health: 1,
    };
    const incoming = readBackup(withItems([{kind: 'customer', version: 2, of: '12', value}]), owner);
    expect(incoming.odd).toBe(1);
    expect(await takeIn(whose, incoming)).toBe(0);
    expect(fake.areas.sync.get(customer)).toEqual({
      ticks: {introduced: remark('own, newer', '2026-11-22'), maintainers: remark('newer', '2026-11-21')},
      waivers: {avatar: remark('own', '2026-11-20'), name: {odd: 1}, readme: remark('more', '2026-11-21')},
      playbook: 'new-customer',
    });
  });

  it.each([
    ['of no kind', {kind: 'token', version: 1, value: 'x'}],
    ['of a prototype', {kind: '__proto__', version: 1, value: 'x'}],
    ['of another version', {kind: 'customer', version: 3, of: '12', value: {}}],
    ['of another place', {kind: 'customer', version: 2, of: '12:13', value: {}}],
    ['of nothing', {kind: 'customer', version: 2, value: {}}],
    ['of something where there is one for all', {kind: 'people', version: 2, of: '1', value: {}}],
    ['that is no item', 'customer'],
    ['that is not understood', {kind: 'journal', version: 2, of: 'project-12', value: {a: 1}}],
    ['of the browser', {kind: 'hold', version: 1, value: {}}],
    ['of a setting that is none', {kind: 'panel-open', version: 1, value: 'yes'}],
  ])('leaves an item out %s', (_name, item) => {
    expect(readBackup(withItems([item]), owner)).toMatchObject({items: [], odd: 1});
  });

  it.each([
    ['no JSON', '{', 'Choose a file named csm-checklist-….json.'],
    ['something else', '[]', 'or this version can’t read it'],
    ['another host’s', withItems([], {host: 'other.com'}), 'exported on other.com, and this is gitlab.com'],
    ['another user’s', withItems([], {userId: 8}), 'Another user exported this file'],
  ])('refuses a file that is %s', (_name, text, words) => {
    expect(() => readBackup(text, owner)).toThrow(NoBackup);
    expect(() => readBackup(text, owner)).toThrow(words);
  });

  it.each([
    ['what takes back a change of the same project', visibility, true],
    ['what changes another project', {...visibility, projectId: 13}, false],
    ['what deletes issues', {kind: 'issues', projectId: 12, action: 'delete', issues: []}, false],
    ['what opens issues again', {kind: 'issues', projectId: 12, action: 'reopen', issues: []}, true],
    ['what invites somebody', {kind: 'invite', projectId: 12, mails: ['a@b.c'], usernames: [], accessLevel: 50}, false],
    ['what changes a group', {kind: 'group-visibility', groupId: 12, from: 'private', to: 'public'}, false],
  ])('of an entry’s undos takes %s: %3$s', (_name, undo, isTaken) => {
    const incoming = readBackup(
      withItems([{kind: 'journal', version: 2, of: 'project-12', value: [entry('a', undo)]}]),
      owner,
    );
    expect(incoming.items[0]?.value).toEqual([entry('a', isTaken ? undo : undefined)]);
  });

  it('says how many items could not be taken in, and leaves those as they are', async () => {
    fake.reset({local: {[journal]: {entries: 1}}});
    const incoming = readBackup(
      withItems([{kind: 'journal', version: 2, of: 'project-12', value: [entry('a')]}]),
      owner,
    );
    expect(await takeIn(whose, incoming)).toBe(1);
    expect(fake.areas.local.get(journal)).toEqual({entries: 1});
  });
});

it('brings no entry of which it was not known how it ended', () => {
  const of = (fields: object) => ({...entry('a', visibility), ...fields});
  const items = [
    {kind: 'journal', version: 2, of: 'project-12', value: [of({sent: visibility}), of({id: 'b', undoSent: true})]},
  ];
  const [journals] = readBackup(withItems(items), owner).items;
  expect(journals?.value).toEqual([{...entry('b', visibility)}]);
});

describe('a guided flow', () => {
  const id = 'new-customer 2026-11-29T18:16:31.606Z';
  const flow = {
    id,
    userId: 7,
    startedAt: '2026-11-29T18:16:31.606Z',
    stage: 'run',
    kind: 'new-customer',
    plan: {name: 'Stark', segment: 'emea', people: '', values: [], takesGroup: false},
    steps: {
      group: {state: 'done', made: true, madeId: 55},
      project: {state: 'running', sent: true, sentAt: '2026-11-29T18:17:00.000Z'},
      labels: {state: 'failed', words: said('texts.asKept', 'GitLab is busy.')},
    },
  };

  it('is exported by the id that it was begun with, and comes in again without what a file is no evidence of', async () => {
    const keyNow = keyOf('flow', owner, id);
    fake.reset({local: {[keyOf('flows', owner)]: [id], [keyNow]: flow}});
    const file = await fileOf();
    expect(JSON.parse(file).items).toContainEqual(expect.objectContaining({kind: 'flow', of: id, value: flow}));
    fake.reset();
    const incoming = readBackup(file, owner);
    expect(incoming.odd).toBe(0);
    await takeIn(whose, incoming);
    const {group, project, labels} = flow.steps;
    const {madeId: _madeId, ...madeGroup} = group;
    const {sentAt: _sentAt, ...sentProject} = project;
    expect(fake.areas.local.get(keyNow)).toEqual({
      ...flow,
      steps: {group: {...madeGroup, sent: true}, project: sentProject, labels},
    });
  });

  it('comes with its logo, and with no other picture', async () => {
    const kept = (picture: string) => ({...flow, plan: {...flow.plan, picture}});
    const exported = async (picture: string) => {
      fake.reset({local: {[keyOf('flows', owner)]: [id], [keyOf('flow', owner, id)]: kept(picture)}});
      fake.pictures.set(`gitlab.com 7 ${picture}`, 'QUJD');
      return fileOf();
    };
    const own = await exported(`flow-${id}`);
    fake.reset();
    await takeIn(whose, readBackup(own, owner));
    expect([...fake.pictures]).toEqual([[`gitlab.com 7 flow-${id}`, 'QUJD']]);
    const others = JSON.parse(await exported('of a journal'));
    expect(others.pictures).toEqual({});
    const incoming = readBackup(JSON.stringify({...others, pictures: {'of a journal': 'QUJD'}}), owner);
    expect([...incoming.pictures]).toEqual([]);
  });

  it.each([
    ['of another user', {...flow, userId: 8}, id],
    ['under another id', flow, 'new-customer 2026-11-29T00:00:00.000Z'],
  ])('%s stays out', (_what, value, of) => {
    const incoming = readBackup(withItems([{kind: 'flow', version: 2, of, value}]), owner);
    expect(incoming).toMatchObject({items: [], odd: 1});
  });
});
