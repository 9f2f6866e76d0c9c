import fc from 'fast-check';
import {expect, it, vi} from 'vitest';
import {type JournalEntry, withEntry} from '../../../src/changes/journal.ts';
import {createJournalBook} from '../../../src/checklist/journal-book.ts';
import {createNotebook} from '../../../src/checklist/notebook.ts';
import {createValuesBook} from '../../../src/checklist/values.ts';
import type {Flow} from '../../../src/flows/flow.ts';
import {createFlows} from '../../../src/flows/flows.ts';
import {said} from '../../../src/texts/said.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));
// Each call here comes from a tab of its own: only the background, whose turns are by keys, does one after the other.
vi.mock('../../../src/browser/serial.ts', async original => {
  const {inTurn} = await original<typeof import('../../../src/browser/serial.ts')>();
  return {
    inTurn: <T>(name: string, work: () => Promise<T>) => (name.includes(':') ? inTurn(name, work) : work()),
  };
});

const whose = {host: 'gitlab.com', userId: async () => 7};
const entry = (id: string): JournalEntry => ({
  id,
  at: '2026-11-20T10:00:00.000Z',
  by: 'Dana',
  where: 'a/b',
  check: 'labels',
  what: said('texts.asKept', 'Subscribe'),
  undone: false,
});
const flow = (id: string): Flow => ({
  id,
  userId: 7,
  startedAt: '2026-11-20T10:00:00.000Z',
  stage: 'form',
  steps: {},
  kind: 'from-another-csm',
  plan: {projectId: 12, projectName: 'Acme', address: '', replacements: []},
});
const remark = {by: 'Dana', at: '2026-11-20T10:00:00.000Z', note: ''};

/** What one tab does, and what stands there of it at the end. */
const kinds: Record<
  string,
  {act: (name: string, index: number) => Promise<unknown>; kept: () => Promise<readonly string[]>}
> = {
  ticks: {
    act: name =>
      createNotebook(whose).updateRecord(12, record => ({...record, ticks: {...record.ticks, [name]: remark}})),
    kept: async () => Object.keys((await createNotebook(whose).record(12)).ticks),
  },
  'journal entries': {
    act: name =>
      createJournalBook(whose, 'project-12', () => '2026-11-29T10:00:00.000Z').update(journal =>
        withEntry(journal, entry(name)),
      ),
    kept: async () =>
      (await createJournalBook(whose, 'project-12', () => '2026-11-29T10:00:00.000Z').read()).map(({id}) => id),
  },
  decisions: {
    act: name =>
      createNotebook(whose).updateBrackets(rules => ({
        ...rules,
        decisions: new Map([...rules.decisions, [name, 'prose']]),
      })),
    kept: async () => [...(await createNotebook(whose).brackets()).decisions.keys()],
  },
  sides: {
    act: (_name, index) => createNotebook(whose).setSide(index, index % 2 ? 'customer' : 'colleague'),
    kept: async () => [...(await createNotebook(whose).sides()).keys()].map(id => `tab-${id}`),
  },
  values: {
    act: (name, index) => createValuesBook(whose).learn([{project: index, meaning: 'goal', value: name}]),
    kept: async () => (await createValuesBook(whose).history()).map(({value}) => value),
  },
  flows: {
    act: name => createFlows(whose).put(flow(name)),
    async kept() {
      const flows = createFlows(whose);
      await flows.load();
      return flows.all.value.map(({id}) => id);
    },
  },
};

it.each(Object.entries(kinds).flatMap(([kind, of]) => [2, 10].map(tabs => [tabs, kind, of] as const)))(
  '%i tabs at once lose no %s, whatever the order',
  async (tabs, _kind, {act, kept}) => {
    const names = Array.from({length: tabs}, (_, index) => `tab-${index}`);
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async scheduler => {
        fake.reset();
        fake.wait = what => scheduler.schedule(Promise.resolve(), what);
        await scheduler.waitFor(Promise.all(names.map(act)));
        fake.reset({local: Object.fromEntries(fake.areas.local), sync: Object.fromEntries(fake.areas.sync)});
        expect([...(await kept())].sort()).toEqual([...names].sort());
      }),
      {numRuns: tabs === 2 ? 60 : 10},
    );
  },
);
