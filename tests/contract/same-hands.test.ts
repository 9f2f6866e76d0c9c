import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Change} from '../../src/changes/change.ts';
import type {SameHands} from '../../src/checklist/same-hands.ts';
import type {PanelPage} from '../../src/ui/page.ts';
import {fake} from '../unit/browser/fake-browser.ts';
import {signIn} from './means.ts';
import {openPage} from './opened.ts';
import {acme, useSandbox} from './server.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../unit/browser/fake-browser.ts')).fakeBrowser,
}));

const server = useSandbox();
const world = () => server.sandbox.world;
afterEach(() => fake.reset());

/** Dana's page, on which an item is marked as done. */
async function open(): Promise<{readonly page: PanelPage; readonly hands: SameHands}> {
  world().project(acme).visibility = 'public';
  const opened = await openPage(server, acme, {isStored: true});
  const {checklist} = opened.page;
  await checklist.refresh();
  expect(await checklist.note(checkOf(opened.page, 'introduced'), 'tick', 'Mine')).toMatchObject({isMade: true});
  server.sandbox.log.length = 0;
  return opened;
}

function checkOf({checklist}: PanelPage, id: string) {
  const row = checklist.rows.value.find(({check}) => check.id === id);
  if (row === undefined) throw new Error(`There is no item ${id}.`);
  return row.check;
}

/** Everything that people decide without a request. */
const decisions: Readonly<Record<string, (page: PanelPage) => Promise<unknown>>> = {
  'a mark as done is undone': page => page.checklist.undo(checkOf(page, 'introduced')),
  'an item is marked as done': page => page.checklist.note(checkOf(page, 'maintainers'), 'tick', ''),
  'an item is marked as not applicable': page => page.checklist.note(checkOf(page, 'readme'), 'waiver', 'None'),
  'a person’s side is decided': page =>
    page.checklist.make(checkOf(page, 'members'), {kind: 'side', userId: 5, name: 'Ann', from: null, to: 'colleague'}),
  'blanks are looked for': page => page.checklist.decideBrackets(rules => ({...rules, blanks: true})),
  'a playbook is chosen': page => page.checklist.choosePlaybook('from-another-csm'),
};

async function keptOf({checklist: {means}}: PanelPage): Promise<unknown> {
  const {notebook} = means;
  const {blanks} = await notebook.brackets();
  return {record: await notebook.record(world().project(acme).id), blanks, sides: [...(await notebook.sides())]};
}
const asked = () => server.sandbox.log.map(({method, path}) => `${method} ${path}`);

describe('somebody else at a page that was left', () => {
  it.each(Object.entries(decisions))('%s: nothing of it is kept, and the page says why', async (_name, decide) => {
    const {page, hands} = await open();
    const before = await keptOf(page);
    signIn(server, 'robin');
    hands.left();
    await decide(page);
    expect(await keptOf(page)).toEqual(before);
    expect(page.checklist.endedBy.value?.kind).toBe('other-user');
    expect(asked()).toEqual(['GET /user']);
  });

  it('is known once a change was refused: GitLab is not asked again', async () => {
    const {page} = await open();
    const before = await keptOf(page);
    signIn(server, 'robin');
    const change: Change = {
      kind: 'project-visibility',
      projectId: world().project(acme).id,
      from: 'public',
      to: 'private',
    };
    const {checklist} = page;
    expect(await checklist.make(checkOf(page, 'visibility'), change)).toMatchObject({problem: {kind: 'other-user'}});
    expect(checklist.endedBy.value?.kind).toBe('other-user');
    server.sandbox.log.length = 0;
    await checklist.loadJournal();
    const entry = checklist.journal.value?.find(({undo}) => undo?.kind === 'tick');
    expect(entry && (await checklist.undoEntry(entry))).toMatchObject({problem: {kind: 'other-user'}});
    for (const decide of Object.values(decisions)) await decide(page);
    expect(await keptOf(page)).toEqual(before);
    expect(asked()).toEqual([]);
  });
});

describe('the same user at a page that was left', () => {
  it('is asked for once, and everything is kept', async () => {
    const {page, hands} = await open();
    hands.left();
    await page.checklist.undo(checkOf(page, 'introduced'));
    await page.checklist.decideBrackets(rules => ({...rules, blanks: true}));
    expect(await keptOf(page)).toMatchObject({record: {ticks: {}}, blanks: true});
    expect(asked()).toEqual(['GET /user']);
  });

  it('goes on where GitLab does not answer, and is asked for the next time', async () => {
    const {page, hands} = await open();
    const end = server.sandbox.faults.add({path: /^\/user$/, drop: true});
    hands.left();
    await page.checklist.undo(checkOf(page, 'introduced'));
    expect(await keptOf(page)).toMatchObject({record: {ticks: {}}});
    end();
    server.sandbox.log.length = 0;
    await page.checklist.note(checkOf(page, 'introduced'), 'tick', '');
    expect(asked()).toEqual(['GET /user']);
  });
});

describe('a flow that was begun', () => {
  it('is not thrown away by somebody else who sits before the page', async () => {
    const {page, hands} = await open();
    const userId = world().user('dana').id;
    const plan = {projectId: 1, projectName: 'Acme', address: '', replacements: []};
    const base = {id: 'a', userId, startedAt: '2026-11-20T10:00:00.000Z', stage: 'run', steps: {}} as const;
    expect(await page.flows.put({...base, kind: 'from-another-csm', plan})).toBeUndefined();
    signIn(server, 'robin');
    hands.left();
    await page.flows.end('a');
    expect(page.flows.all.value.map(({id}) => id)).toEqual(['a']);
    expect(page.flows.notKept.value?.kind).toBe('other-user');
    signIn(server, 'dana');
    expect(await page.flows.kept('a')).toMatchObject({id: 'a'});
  });
});
