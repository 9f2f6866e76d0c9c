// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {afterEach, expect, it} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import {closeForm} from '../../../../src/ui/checklist/close-form.ts';
import {formsOf} from '../../../../src/ui/checklist/open-form.ts';

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
  document.body.innerHTML = `<ul><li data-check="name" id="row" tabindex="-1">${buttons}</li></ul>`;
  return document.body;
}

afterEach(() => {
  document.body.innerHTML = '';
});

const undo = '<button data-undo="name" aria-expanded="true"></button>';
const fix = (isOpen: boolean) => `<button data-fix="name" id="fix" aria-expanded="${isOpen}"></button>`;
const menu = '<div class="menu"><button id="menu"></button></div>';

it.each([
  ['the button that opened it', `${undo}${fix(true)}${menu}`, 'fix'],
  [
    'one of those beside it that opened it',
    `${undo}<div class="actions"><button></button><button id="other" aria-expanded="true"></button></div>`,
    'other',
  ],
  ['the menu that it was chosen from', `${fix(false)}${menu}`, 'menu'],
  ['the line of what is done, not to what takes it back', `<button class="fold" id="fold"></button>${undo}`, 'fold'],
  ['the row itself where it has nothing else', undo, 'row'],
])('a form that is closed leaves the focus to %s', async (_what, buttons, expected) => {
  const checklist = checklistWith();
  closeForm(show(buttons), checklist);
  await Promise.resolve();
  expect(formsOf(checklist).open.value).toBeUndefined();
  expect(document.activeElement?.id).toBe(expected);
});

it('a form whose work is under way stays open', async () => {
  const checklist = checklistWith(true);
  closeForm(show(fix(true)), checklist);
  await Promise.resolve();
  expect(formsOf(checklist).open.value).toBeDefined();
  expect(document.activeElement).toBe(document.body);
});
