import {expect} from 'vitest';
import {type Drawn, draw, nameOf, press} from './drawn.tsx';
import {root, type useSandbox} from './server.ts';

/** The wide view of all customers, drawn as the panel is. */
export interface Wide {
  readonly dialog: HTMLElement;
  /** Everything that is said in it. */
  words(): string;
  button(name: string | RegExp): HTMLButtonElement | undefined;
  press(name: string | RegExp): Promise<void>;
  /** A customer's row, by the project's path. */
  row(path: string): HTMLElement | null;
  /** How many rows there are. */
  rows(): number;
  /** The verdict in a cell. */
  verdict(path: string, check: string): string | undefined;
  expectVerdict(path: string, check: string, verdict: string): Promise<void>;
  /** Waits until all are read. */
  read(): Promise<void>;
  /** Adds a filter: its kind, then its value. */
  filter(kind: string, value: string): Promise<void>;
  /** Presses what is offered in the search field. */
  offered(name: string): Promise<void>;
  /** The filters that stand in the search field. */
  tokens(): readonly string[];
}

/** Opens it on a page that is drawn: it begins with the user's own customers. */
export async function openWide(panel: Drawn): Promise<Wide> {
  await panel.press('All customers');
  await expect.poll(() => panel.root.querySelector('dialog')).not.toBeNull();
  const dialog = panel.root.querySelector('dialog') as HTMLElement;
  const named = (selector: string, name: string | RegExp) =>
    [...dialog.querySelectorAll<HTMLButtonElement>(selector)].find(element =>
      typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)),
    );
  const button = (name: string | RegExp) => named('button', name);
  const row = (of: string) => dialog.querySelector<HTMLElement>(`[data-customer="${of}"]`);
  const verdict = (of: string, check: string) =>
    row(of)?.querySelector<HTMLElement>(`td[data-check="${check}"]`)?.dataset.verdict;
  const offered = async (name: string) => {
    dialog.querySelector<HTMLElement>('[role="combobox"]')?.click();
    await press(() => named('[role="option"]', name), name);
  };
  return {
    dialog,
    words: () => dialog.textContent,
    button,
    press: name => press(() => button(name), name),
    row,
    rows: () => dialog.querySelectorAll('[data-customer]').length,
    verdict,
    expectVerdict: (of, check, wanted) => expect.poll(() => verdict(of, check)).toBe(wanted),
    read: () => expect.poll(() => button('Refresh')).toBeDefined(),
    offered,
    async filter(kind, value) {
      await offered(kind);
      await offered(`${kind}: ${value}`);
    },
    tokens: () => [...dialog.querySelectorAll('[data-token]')].map(({textContent}) => textContent),
  };
}

/** Opens it on a group's page, and shows all customers. */
export async function openAll(
  server: ReturnType<typeof useSandbox>,
  path: string = root,
  username = 'dana',
): Promise<{readonly view: Wide; readonly panel: Drawn}> {
  const panel = await draw(server, path, {kind: 'group', username, isStored: true});
  const view = await openWide(panel);
  await view.press(/^All \d/);
  return {view, panel};
}
