// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {act} from 'preact/test-utils';
import {afterEach, expect, it} from 'vitest';
import type {JournalEntry} from '../../../../src/changes/journal.ts';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import {LazyToast} from '../../../../src/ui/checklist/LazyToast.tsx';
import {formsOf} from '../../../../src/ui/checklist/open-form.ts';
import {toastOf} from '../../../../src/ui/checklist/toast-state.ts';
import {toast} from '../../../../src/ui/scripts.ts';

/** A checklist on which nothing was changed yet. */
function checklistOf() {
  const lastMade = signal<JournalEntry | undefined>(undefined);
  return {
    checklist: {lastMade} as unknown as Checklist,
    make: (check: string) => (lastMade.value = {check} as JournalEntry),
  };
}

const root = () => document.body.appendChild(document.createElement('div'));

afterEach(() => {
  document.body.replaceChildren();
  toast.loaded.value = undefined;
});

it('offers to undo what was done last, and nothing while all that is under way is undone as a whole', async () => {
  toast.loaded.value = {
    Toast: ({checklist}) => <p>{toastOf(checklist).row.value}</p>,
    copyLinkTo: async () => undefined,
    css: '',
  };
  const {checklist, make} = checklistOf();
  const at = root();
  const show = (isSilent: boolean) => act(() => render(<LazyToast checklist={checklist} isSilent={isSilent} />, at));
  await show(false);
  expect(at.textContent).toBe('');
  await act(() => void make('name'));
  expect(at.textContent).toBe('name');
  await show(true);
  expect(at.textContent).toBe('');
  await act(() => void make('labels'));
  expect(toastOf(checklist).row.value).toBeUndefined();
  await show(false);
  expect(at.textContent, 'nor what was done meanwhile').toBe('');
});

it('says nothing of single changes of a list that is undone as a whole', () => {
  const {checklist, make} = checklistOf();
  formsOf(checklist).isFixAllOpen.value = true;
  expect(toastOf(checklist).row.value).toBeUndefined();
  make('name');
  expect(toastOf(checklist).row.value).toBeUndefined();
});

it('gives the button back to its row where its script cannot be loaded', async () => {
  toast.loaded.value = 'failed';
  const {checklist, make} = checklistOf();
  const at = root();
  await act(() => render(<LazyToast checklist={checklist} />, at));
  const {load} = toast;
  Object.assign(toast, {load: async () => undefined});
  await act(() => void make('name'));
  Object.assign(toast, {load});
  expect(at.textContent).toBe('');
  expect(toastOf(checklist).row.value).toBeUndefined();
});
