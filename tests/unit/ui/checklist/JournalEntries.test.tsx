// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import * as v from 'valibot';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import {createItems} from '../../../../src/browser/items.ts';
import {wholeOf} from '../../../../src/browser/shape.ts';
import {NotKept} from '../../../../src/browser/storage-error.ts';
import type {JournalEntry} from '../../../../src/changes/journal.ts';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import {createJournalBook} from '../../../../src/checklist/journal-book.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import {problemOf} from '../../../../src/gitlab/errors.ts';
import type {Problem} from '../../../../src/gitlab/model/problem.ts';
import {room} from '../../../../src/kept/room.ts';
import {said} from '../../../../src/texts/said.ts';
import {JournalEntries} from '../../../../src/ui/checklist/JournalEntries.tsx';
import {eventually} from '../../../eventually.ts';
import {fake} from '../../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

const entry = (id: string): JournalEntry => ({
  id,
  at: '2026-11-20T10:00:00.000Z',
  by: 'Dana',
  where: 'a/b',
  check: 'name',
  what: said('texts.asKept', `Rename ${id}`),
  undone: false,
});
const now = '2026-11-20T12:00:00.000Z';
const older: JournalEntry = {...entry('older'), isOwnerless: true};

it.each([
  ['the own ones, and says that others are left out', [entry('own'), older], ['Rename own']],
  ['nothing where all may be somebody else’s', [older], []],
  ['all where all are own', [entry('own'), entry('more')], ['Rename own', 'Rename more']],
])('copies %s', async (_name, journal, copied) => {
  const write = vi.fn(async (_text: string) => undefined);
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: write}});
  const root = document.body.appendChild(document.createElement('div'));
  // Only as much of a checklist as the journal shows.
  const checklist = {journal: signal(journal), rows: signal([]), now: () => now} as unknown as Checklist;
  render(<JournalEntries checklist={checklist} />, root);
  const buttons = [...root.querySelectorAll('button')].filter(({textContent}) => textContent?.startsWith('Copy'));
  for (const button of buttons) button.click();
  expect(buttons).toHaveLength(copied.length === 0 ? 0 : 2);
  await eventually(() => expect(write).toHaveBeenCalledTimes(buttons.length));
  for (const [text] of write.mock.calls) {
    for (const words of copied) expect(text).toContain(words);
    expect(text).not.toContain('older');
  }
  const json = write.mock.calls.map(([text]) => text).find(text => text.startsWith('['));
  if (json !== undefined) expect(JSON.parse(json).map(({what}: {what: unknown}) => what)).toEqual(copied);
  expect(root.textContent?.includes('aren’t copied')).toBe(journal.includes(older));
});

it('Escape in an undo’s question takes the question back; while the undo is under way it does nothing at all', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const through = vi.fn();
  root.addEventListener('keydown', through);
  const undoable: JournalEntry = {
    id: 'e',
    at: '2026-11-29T10:00:00.000Z',
    by: 'Dana',
    where: 'a/b',
    check: 'name',
    what: said('texts.asKept', 'Rename'),
    undone: false,
    undo: {kind: 'project-name', projectId: 12, from: 'Hooli', to: 'Acme'},
  };
  const isUnderWay = signal(false);
  const journal = signal([undoable]);
  const checklist = {
    journal,
    rows: signal([{check: {id: 'name'}, busy: false} as Row]),
    now: () => '2026-11-29T10:00:00.000Z',
    facts: signal({}),
    sources: {},
    texts: {all: signal(new Map()), load: async () => undefined},
    isChanging: () => isUnderWay.value,
    undoEntry: () => new Promise(() => undefined),
  } as unknown as Checklist;
  render(<JournalEntries checklist={checklist} />, root);
  const undo = root.querySelector<HTMLElement>('[aria-label="Undo: Rename"]');
  const form = () => root.querySelector('form');
  const pressEscape = () => form()?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
  const ask = async () => {
    undo?.click();
    await eventually(() => expect(form()).not.toBeNull());
  };
  await ask();
  pressEscape();
  await eventually(() => expect(form()).toBeNull());
  expect(document.activeElement).toBe(undo);
  await ask();
  isUnderWay.value = true;
  await eventually(() => expect(form()).not.toBeNull());
  pressEscape();
  await new Promise(resolve => setTimeout(resolve));
  expect(form()).not.toBeNull();
  expect(through).not.toHaveBeenCalled();
});

describe('in the place of entries', () => {
  const whose = {host: 'gitlab.com', userId: async () => 7};
  const notKept = signal<Problem | undefined>(undefined);
  let root: HTMLElement;
  const show = (journal: readonly JournalEntry[] | undefined) => {
    const checklist = {journal: signal(journal), rows: signal([]), notKept, now: () => now} as unknown as Checklist;
    render(<JournalEntries checklist={checklist} />, root);
    return root.textContent;
  };

  beforeEach(() => {
    fake.reset();
    notKept.value = undefined;
    room.value = {full: {local: 0.5, sync: 1}, onlyHere: 0, others: 0};
    root = document.body.appendChild(document.createElement('div'));
  });

  it('it says that there are none, where none can be missing', () => {
    expect(show([])).toBe('No changes from this browser yet.');
    expect(show(undefined)).toBe('');
  });

  it('a storage that is nearly full is told: there may have been no room for them', () => {
    room.value = {full: {local: 0.99, sync: 0}, onlyHere: 0, others: 0};
    expect(show([])).toBe(
      'No changes from this browser are stored. The extension’s storage on this computer is 99% full. When it’s full, nothing more is saved.',
    );
  });

  it('a storage that took none of this page is told, as long as it does not', async () => {
    const items = createItems('journal', whose, wholeOf(v.string()));
    fake.full.add('local');
    await expect(items.update('project-1', () => 'entry')).rejects.toThrow('full');
    expect(show([])).toBe('No changes from this browser are stored. The extension’s storage on this computer is full.');
    fake.full.clear();
    await items.update('project-1', () => 'entry');
    expect(show([])).toBe('No changes from this browser yet.');
  });

  it('any other reason is told why they are not kept, or could not be read', () => {
    notKept.value = problemOf(new NotKept(said('browser.cannotWrite'), said('browser.cannotWrite advice')));
    expect(show([])).toMatch(/^No changes from this browser are stored\. Couldn’t save to the browser’s storage\./);
    notKept.value = problemOf(new NotKept(said('browser.cannotRead')));
    expect(show(undefined)).toMatch(
      /^Couldn’t show the changes from this browser\. Couldn’t read the browser’s storage\./,
    );
  });

  it('entries of another version are told', async () => {
    fake.reset({local: {'journal:2:gitlab.com:7:project-1': [{odd: 1}]}});
    const book = createJournalBook(whose, 'project-1', () => now);
    expect(show(await book.read())).toBe(
      'Couldn’t show the changes from this browser. Another version of CSM Checklist wrote 1 entry stored here. It isn’t shown and stays as it is.',
    );
    fake.reset();
    await book.read();
  });
});

it.each([
  ['2026-11-18T12:00:00.000Z', true],
  ['2026-11-19T11:00:00.000Z', false],
  ['2026-12-24T10:00:00.000Z', false],
])('a clock that is far behind the latest entry is told: %s', (today, isTold) => {
  const root = document.body.appendChild(document.createElement('div'));
  const checklist = {journal: signal([entry('own')]), rows: signal([]), now: () => today} as unknown as Checklist;
  render(<JournalEntries checklist={checklist} />, root);
  expect(root.textContent?.includes('This computer’s clock seems to be wrong: it says')).toBe(isTold);
  if (isTold) expect(root.textContent).toContain('it says Nov 18, 2026, but the latest entry is from Nov 20, 2026.');
});
