// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {afterEach, expect, it} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import {closeForm} from '../../../../src/ui/checklist/close-form.ts';
import {formsOf} from '../../../../src/ui/checklist/open-form.ts';

const handbook = '<a class="handbook" href="#">Handbook</a>';

/** A row with a form that stands open. */
function checklistWith(isChanging = false): Checklist {
  const checklist = {
    rows: signal([{check: {id: 'name'}}]),
    isChanging: () => isChanging,
  } as unknown as Checklist;
  formsOf(checklist).open.value = {row: 'name', form: 'waive'};
  return checklist;
}

function show(buttons: string): HTMLElement {
  document.body.innerHTML = `<ul><li data-check="name" id="row" tabindex="-1">${handbook}<div class="actions">${buttons}</div></li></ul>`;
  return document.body;
}

afterEach(() => {
  document.body.innerHTML = '';
});

it.each([
  [
    'what does its work',
    '<button data-undo="name"></button><button></button><button data-fix="name" id="fix"></button>',
    'fix',
  ],
  [
    'its first other button',
    '<button data-undo="name"></button><button id="first"></button><button></button>',
    'first',
  ],
  ['the row itself, not its handbook or what takes it back', '<button data-undo="name"></button>', 'row'],
])('a form that is closed leaves the focus to %s', async (_what, buttons, expected) => {
  const checklist = checklistWith();
  closeForm(show(buttons), checklist);
  await Promise.resolve();
  expect(formsOf(checklist).open.value).toBeUndefined();
  expect(document.activeElement?.id).toBe(expected);
});

it('a form whose work is under way stays open', async () => {
  const checklist = checklistWith(true);
  closeForm(show('<button></button>'), checklist);
  await Promise.resolve();
  expect(formsOf(checklist).open.value).toBeDefined();
  expect(document.activeElement).toBe(document.body);
});
