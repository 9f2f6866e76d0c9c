// @vitest-environment happy-dom
import {render} from 'preact';
import {useRef} from 'preact/hooks';
import {act} from 'preact/test-utils';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {useOpeningFocus} from '../../../../src/ui/atoms/use-opening-focus.ts';
import {LazyForm} from '../../../../src/ui/checklist/LazyForm.tsx';
import {LazyMenu} from '../../../../src/ui/checklist/LazyMenu.tsx';
import {forms, menus} from '../../../../src/ui/scripts.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

/** Something that opens, and takes the focus. */
function Opened() {
  const field = useRef<HTMLInputElement>(null);
  useOpeningFocus(() => field.current);
  return <input aria-label="Opened" ref={field} />;
}

let search: HTMLElement;
let row: HTMLElement;

beforeEach(() => {
  vi.spyOn(forms, 'load').mockResolvedValue();
  vi.spyOn(menus, 'load').mockResolvedValue();
  document.body.innerHTML = '<input aria-label="Search GitLab" /><ul><li></li></ul>';
  search = document.body.querySelector('input') as HTMLElement;
  row = document.body.querySelector('li') as HTMLElement;
});

afterEach(async () => {
  await act(() => render(null, row));
  forms.loaded.value = undefined;
  menus.loaded.value = undefined;
});

const focused = () => document.activeElement?.getAttribute('aria-label');
const comes = {
  form: () =>
    act(() => {
      forms.loaded.value = {Form: Opened} as never;
    }),
  menu: () =>
    act(() => {
      menus.loaded.value = {} as never;
    }),
};
/** Somebody asks for it with the button that has the focus. */
const asks = {
  form: (isOpen = true) =>
    act(() =>
      render(
        <>
          <button type="button" aria-label="Fill in">
            Fill in
          </button>
          {isOpen && <LazyForm {...({} as Parameters<typeof LazyForm>[0])} />}
        </>,
        row,
      ),
    ),
  menu: async () => {
    await act(() => render(<LazyMenu label="More" draw={() => <Opened />} />, row));
    await act(() => row.querySelector('button')?.click());
  },
};
/** Somebody presses a key or a pointer at something. */
const press = (at: Element, event: Event = new KeyboardEvent('keydown', {key: 'Tab', bubbles: true})) =>
  act(() => void at.dispatchEvent(event));

it.each(['form', 'menu'] as const)('a %s takes the focus, however late it comes', async what => {
  await asks[what]();
  await press(row, new KeyboardEvent('keydown', {key: 'Enter', repeat: true, bubbles: true}));
  await comes[what]();
  expect(focused()).toBe('Opened');
});

it.each(['form', 'menu'] as const)('a %s that comes late takes no focus from who does something else', async what => {
  await asks[what]();
  await press(search, new MouseEvent('pointerdown', {bubbles: true}));
  search.focus();
  await comes[what]();
  expect(focused()).toBe('Search GitLab');
});

it.each(['form', 'menu'] as const)(
  'a %s that comes late takes no focus from another button of its item',
  async what => {
    await asks[what]();
    const button = row.querySelector('button');
    button?.focus();
    await press(button as Element);
    await comes[what]();
    expect(focused()).toBe(button?.getAttribute('aria-label'));
  },
);

it('what is asked for anew takes the focus again', async () => {
  await asks.form();
  await press(search);
  await asks.form(false);
  await asks.form();
  await comes.form();
  expect(focused()).toBe('Opened');
});

it('what came late takes the focus when it is opened again', async () => {
  await asks.form();
  await press(search);
  await comes.form();
  await press(row);
  await asks.form(false);
  await asks.form();
  expect(focused()).toBe('Opened');
});

it('a menu that nobody waited for opens with the next press', async () => {
  await asks.menu();
  await press(search);
  await comes.menu();
  expect(row.querySelector('input')).toBeNull();
  await act(() => row.querySelector('button')?.click());
  expect(focused()).toBe('Opened');
});
