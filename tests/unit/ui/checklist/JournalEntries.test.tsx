// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {expect, it, vi} from 'vitest';
import type {JournalEntry} from '../../../../src/changes/journal.ts';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import {said} from '../../../../src/texts/said.ts';
import {JournalEntries} from '../../../../src/ui/checklist/JournalEntries.tsx';
import {eventually} from '../../../eventually.ts';

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
  const checklist = {journal: signal(journal), rows: signal([])} as unknown as Checklist;
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
  expect(root.textContent?.includes('are not copied')).toBe(journal.includes(older));
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
