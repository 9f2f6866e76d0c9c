// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, expect, it, vi} from 'vitest';
import type {JournalEntry} from '../../../../src/changes/journal.ts';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {Plan, PlanResult} from '../../../../src/checklist/plan.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import type {Verdict} from '../../../../src/customer/checks/check.ts';
import {projectChecks} from '../../../../src/customer/checks/index.ts';
import {type Said, said} from '../../../../src/texts/said.ts';
import {formsOf} from '../../../../src/ui/checklist/open-form.ts';
import {Toast} from '../../../../src/ui/checklist/Toast.tsx';
import {toastOf} from '../../../../src/ui/checklist/toast-state.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

afterEach(() => {
  document.body.replaceChildren();
});

const asKept: Said = said('texts.asKept', 'Commit to main');

/** What is said of the README's last change. */
function toastWhere(verdict: Verdict, busy = false, left: Row['left'] = [], what = asKept): HTMLElement {
  const check = projectChecks.find(({id}) => id === 'readme');
  const undo = {kind: 'project-visibility', projectId: 1, from: 'private', to: 'public'} as const;
  const done = {id: '1', what} as unknown as JournalEntry;
  const row = {check, finding: {verdict}, busy, undo, done, left} as unknown as Row;
  const checklist = {rows: signal([row]), lastMade: signal(undefined)} as unknown as Checklist;
  toastOf(checklist).row.value = 'readme';
  const root = document.body.appendChild(document.createElement('div'));
  render(<Toast checklist={checklist} />, root);
  return root;
}

it.each<[Verdict, string]>([
  ['pass', 'README is filled in'],
  ['fail', 'Change made. Still to do: Fill in the README'],
  ['unknown', 'Change made. Couldn’t check: README is filled in'],
])('says of an item that is %s now: %s', (verdict, words) => {
  expect(toastWhere(verdict).querySelector('span')?.textContent).toBe(words);
});

it.each<[string, Verdict, string]>([
  ['tick', 'pass', 'README is filled in'],
  ['untick', 'todo', 'Marked “Fill in the README” as not done'],
  ['waive', 'waived', 'Marked “Fill in the README” as not applicable'],
  ['unwaive', 'pass', 'Marked “Fill in the README” as applicable again'],
])('says what a person said of an item: %s', (kind, verdict, words) => {
  const toast = toastWhere(verdict, false, [], said(`changes.${kind}` as 'changes.tick'));
  expect(toast.querySelector('span')?.textContent).toBe(words);
});

it('calls nothing done of which a part was refused', () => {
  const toast = toastWhere('pass', false, [said('texts.asKept', 'Not invited')]);
  expect(toast.querySelector('span')?.textContent).toBe('Change made. Still to do: Fill in the README');
});

it('takes nothing back while the item is still being read, and looks so', () => {
  expect(toastWhere('pass', true).querySelector('button')?.getAttribute('aria-disabled')).toBe('true');
  expect(toastWhere('pass').querySelector('button')?.getAttribute('aria-disabled')).toBe('false');
});

it.each<[readonly PlanResult[], number, string]>([
  [['as-was'], 0, 'Already done. Nothing was changed'],
  [['as-was', 'as-was', 'as-was'], 0, 'All 3 already done. Nothing was changed'],
  [['done', 'as-was'], 1, '1 change madeUndo all'],
  [['done'], 0, ''],
])('says of changes that were all %j, of which %i can be undone: %s', (results, undos, expected) => {
  const checklist = {rows: signal([]), lastMade: signal(undefined)} as unknown as Checklist;
  formsOf(checklist).plan.value = {
    items: signal(results.map(result => ({outcome: signal({result})}))),
    undos: signal(Array.from({length: undos})),
  } as unknown as Plan;
  toastOf(checklist).row.value = 'all';
  const root = document.body.appendChild(document.createElement('div'));
  render(<Toast checklist={checklist} />, root);
  expect(root.textContent).toBe(expected);
});
