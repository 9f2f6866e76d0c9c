// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {afterEach, expect, it} from 'vitest';
import type {OpenForm, Store} from '../../../../src/checklist/checklist.ts';
import {closeForm} from '../../../../src/ui/checklist/close-form.ts';

const handbook = '<a class="handbook" href="#">Handbook</a>';

/** A row with a form that stands open. */
function storeWith(isChanging = false): Store {
  return {
    form: signal<OpenForm | undefined>({row: 'name', form: 'waive'}),
    rows: signal([{check: {id: 'name'}}]),
    isChanging: () => isChanging,
  } as unknown as Store;
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
  const store = storeWith();
  closeForm(show(buttons), store);
  await Promise.resolve();
  expect(store.form.value).toBeUndefined();
  expect(document.activeElement?.id).toBe(expected);
});

it('a form whose work is under way stays open', async () => {
  const store = storeWith(true);
  closeForm(show('<button></button>'), store);
  await Promise.resolve();
  expect(store.form.value).toBeDefined();
  expect(document.activeElement).toBe(document.body);
});
