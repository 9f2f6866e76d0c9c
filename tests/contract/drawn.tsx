import './document.ts';
import {signal} from '@preact/signals';
import {render} from 'preact';
import {expect} from 'vitest';
import type {Checklist} from '../../src/checklist/checklist.ts';
import {Panel} from '../../src/ui/checklist/Panel.tsx';
import {eventually} from '../eventually.ts';
import {fake} from '../unit/browser/fake-browser.ts';
import {type OpenedOptions, openPage} from './opened.ts';
import type {useSandbox} from './server.ts';

/**
 * The panel of a page, drawn without a browser from a checklist that asks the sandbox. It says what people read and does what they choose;
 * where the focus goes, what is in sight, what is stored and whose presses count is asked in browsers.
 */
export interface Drawn {
  readonly root: HTMLElement;
  readonly checklist: Checklist;
  /** Addresses that the page was led on to. */
  readonly ledTo: readonly string[];
  /** Everything that is said, also what is folded away. */
  words(): string;
  /** A step of the flow that stands open, where it is there. */
  step(id: string): HTMLElement | undefined;
  /** An item, by the id of its check. */
  row(id: string): HTMLElement;
  /** What an item says went wrong, as long as it says so. */
  alertOf(id: string): string | undefined;
  /** Waits until an item says something. */
  says(id: string, words: string | RegExp): Promise<void>;
  /** Waits until an item has a verdict, and nothing of it is under way. */
  expectVerdict(id: string, verdict: string): Promise<void>;
  /** What the label of a field names. */
  field(label: string): HTMLInputElement;
  /** What all labels say, in their order. */
  labels(): readonly string[];
  link(name: string): HTMLAnchorElement | undefined;
  /** The button that is called so, where it is there. */
  button(name: string | RegExp): HTMLButtonElement | undefined;
  /** Waits until a button is there and may be pressed, and presses it: anywhere, or in an item. */
  press(name: string | RegExp, item?: string): Promise<void>;
  pressFix(id: string): Promise<void>;
  pressUndo(id: string): Promise<void>;
  /** Gives the second click below an item. */
  pressSure(id: string): Promise<void>;
  /** Presses one of the things that stand in an item's menu. */
  act(id: string, name: string | RegExp): Promise<void>;
  type(label: string, text: string): Promise<void>;
  /** Pastes into a field of people. */
  paste(label: string, text: string): Promise<void>;
  /** Checks what a label says, or unchecks it. */
  check(label: string | RegExp): Promise<void>;
  /** Chooses an option by what it says. */
  choose(label: string, option: string): Promise<void>;
}

const roots: HTMLElement[] = [];

/** Closes all pages; what the browser stores stays. */
export function leave(): void {
  for (const root of roots.splice(0)) {
    render(null, root);
    root.remove();
  }
}

/** Takes everything away that was drawn, and what the browser stores. */
export function undraw(): void {
  leave();
  fake.reset();
}

/** What an element is called. */
export const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent.trim();

/** Waits until something is there and may be pressed, and presses it. @param name what it is called, for who reads that it is not there */
export async function press(what: () => HTMLElement | undefined, name: string | RegExp = ''): Promise<void> {
  await eventually(() => {
    const found = what();
    expect(found, String(name)).toBeDefined();
    expect(found?.getAttribute('aria-disabled'), found?.textContent).not.toBe('true');
  });
  what()?.click();
}

/** Opens a page whose panel is open, and waits until everything is read; with `first` that is for the test to wait for. */
export async function draw(
  server: ReturnType<typeof useSandbox>,
  path: string,
  options: OpenedOptions = {},
): Promise<Drawn> {
  const {page, ledTo} = await openPage(server, path, options);
  const {checklist} = page;
  const root = document.body.appendChild(document.createElement('div'));
  roots.push(root);
  render(<Panel page={page} open={signal(true)} />, root);
  await options.first?.(checklist);
  const reading = checklist.refresh();
  if (options.first === undefined) {
    await reading;
    await checklist.recallMove();
    // What is known is drawn a moment later.
    await eventually(() =>
      expect(root.querySelector('[data-check]:is([aria-busy="true"], :not([data-verdict]))')).toBeNull(),
    );
  }
  await new Promise(resolve => setTimeout(resolve));

  const find = <E extends Element = HTMLElement>(selector: string) => root.querySelector<E>(selector) ?? undefined;
  const named = <E extends Element>(selector: string, name: string | RegExp, within: Element = root) =>
    [...within.querySelectorAll<E>(selector)].find(element =>
      typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)),
    );
  const row = (id: string) => {
    const found = find(`[data-check="${id}"]`);
    if (found === undefined) throw new Error(`There is no item ${id}.`);
    return found;
  };
  const field = (label: string) => {
    const {htmlFor} = named<HTMLLabelElement>('label', label) ?? {};
    const found = document.getElementById(htmlFor ?? '') ?? find(`:is(input, textarea, select)[aria-label="${label}"]`);
    if (found === undefined) throw new Error(`There is no field ${label}.`);
    return found as HTMLInputElement;
  };
  const awaited = async (label: string) => {
    await eventually(() => field(label));
    return field(label);
  };
  const button = (name: string | RegExp) => named<HTMLButtonElement>('button', name);
  return {
    root,
    checklist,
    ledTo,
    words: () => root.textContent,
    step: id => find(`[data-step="${id}"]`),
    row,
    alertOf: id => row(id).querySelector('[role="alert"]')?.textContent,
    says: (id, words) => eventually(() => expect(row(id).textContent).toMatch(words)),
    expectVerdict: (id, verdict) =>
      eventually(() =>
        expect([row(id).dataset.verdict, row(id).getAttribute('aria-busy')]).toEqual([verdict, 'false']),
      ),
    field,
    labels: () => [...root.querySelectorAll('label')].map(nameOf),
    link: name => named<HTMLAnchorElement>('a', name),
    button,
    press: (name, item) => press(() => named('button', name, item === undefined ? root : row(item)), name),
    pressFix: id => press(() => find(`[data-fix="${id}"]`)),
    pressUndo: id => press(() => find(`[data-undo="${id}"]`)),
    pressSure: id => press(() => find(`[data-check="${id}"] form[aria-label="Confirm"] button[type="submit"]`)),
    async act(id, name) {
      const more = row(id).querySelector<HTMLElement>('.menu > button');
      more?.click();
      await press(() => named('button', name, row(id)), name);
    },
    async type(label, text) {
      const input = await awaited(label);
      input.value = text;
      input.dispatchEvent(new Event('input', {bubbles: true}));
    },
    async paste(label, text) {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const into = await awaited(label);
      into.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
    },
    check: label =>
      press(() => {
        const said = named<HTMLLabelElement>('label', label);
        return document.getElementById(said?.htmlFor ?? '') ?? said?.querySelector('input') ?? undefined;
      }),
    async choose(label, option) {
      const list = (await awaited(label)) as unknown as HTMLSelectElement;
      const chosen = [...list.options].find(({textContent}) => textContent === option);
      if (chosen === undefined) throw new Error(`${label} has no option ${option}.`);
      list.value = chosen.value;
      list.dispatchEvent(new Event('change', {bubbles: true}));
    },
  };
}
