import {type BrowserContext, test as base, expect, type Locator, type Page, type Worker} from '@playwright/test';
import {type Sandbox, startSandbox} from '../../../sandbox/index.ts';
import {type BrowserName, type Launched, launch, signIn} from './launch.ts';

/** The panel, found as a person and the public marks find it. */
export class PanelDriver {
  readonly aside: Locator;
  readonly tab: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.aside = page.getByRole('complementary', {name: 'CSM checklist'});
    this.tab = page.getByRole('button', {name: /^Open CSM checklist/});
  }

  row(id: string): Locator {
    return this.page.locator(`csm-checklist [data-check="${id}"]`);
  }

  fix(id: string): Locator {
    return this.page.locator(`csm-checklist [data-fix="${id}"]`);
  }

  undo(id: string): Locator {
    return this.page.locator(`csm-checklist [data-undo="${id}"]`);
  }

  /** Chooses an option by its first letters, with keys: what no person does is not kept. */
  async choose(list: Locator, option: string): Promise<void> {
    await list.focus();
    await this.page.keyboard.type(option);
    await expect(list.getByRole('option', {name: option, exact: true})).toHaveJSProperty('selected', true);
  }

  /** The button that does what a row's question shows, whatever that is. */
  sure(id: string): Locator {
    return this.row(id).getByRole('form', {name: 'Confirm'}).locator('button[type="submit"]');
  }

  /** Unfolds what is done, where it is folded. */
  async unfoldDone(): Promise<void> {
    const done = this.aside.getByRole('button', {name: /^Done \d+$/});
    if ((await done.getAttribute('aria-expanded')) === 'false') await done.click();
  }

  /** Unfolds the fields of what is filled in by itself. */
  async unfoldFilled(): Promise<void> {
    await this.aside.getByText(/^\d+ filled automatically/).click();
  }

  /** Presses what else can be done about a row: in its menu, or below the line of what is done. */
  async act(id: string, name: string | RegExp): Promise<void> {
    const row = this.row(id);
    const entry = row.getByRole('button', {name, exact: typeof name === 'string'});
    const menu = row.getByRole('button', {name: /^More actions/});
    if (!(await entry.isVisible())) {
      if ((await menu.count()) > 0) await menu.click();
      else await this.unfold(id);
    }
    await entry.click();
  }

  /** Unfolds the line of a row that is done. */
  async unfold(id: string): Promise<void> {
    await this.unfoldDone();
    const line = this.row(id).getByRole('heading').getByRole('button');
    if ((await line.getAttribute('aria-expanded')) === 'false') await line.click();
  }

  /** Takes a row's last change back, as far as that takes one click: in the toast as long as it is there, or at its row. */
  async takeBack(id: string): Promise<void> {
    if (['pass', 'waived'].includes((await this.row(id).getAttribute('data-verdict')) ?? '')) await this.unfoldDone();
    await this.undo(id).click();
  }

  /** Opens what stands in the panel's menu. */
  async menu(name: string | RegExp): Promise<void> {
    await this.aside.getByRole('button', {name: 'More about this checklist'}).click();
    await this.aside.getByRole('button', {name, exact: typeof name === 'string'}).click();
  }

  /** Somebody in a field of people: an address, `@name`, or what is neither, as it was written. */
  person(entry: string): Locator {
    return this.page.locator(`csm-checklist [data-person="${entry}"]`);
  }

  /**
   * Pastes a list into a field of people. All Chromiums of a machine share one clipboard, which two workers would take from each other; in
   * Firefox each has its own, and an extension cannot read what a page's script claims to have pasted.
   */
  async pastePeople(field: Locator, list: string): Promise<void> {
    const isTaken = await field.evaluate((input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      return !input.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
    }, list);
    if (isTaken) return;
    const copied = await this.page.evaluateHandle(text => {
      const area = document.body.appendChild(document.createElement('textarea'));
      area.value = text;
      area.focus();
      area.select();
      return area;
    }, list);
    await this.page.keyboard.press('Control+C');
    await copied.evaluate(area => area.remove());
    await field.focus();
    await this.page.keyboard.press('Control+V');
  }

  /** The button that lists all that needs no answer. */
  get fixAll(): Locator {
    return this.aside.getByRole('button', {name: /^Fix \d+ items?$/});
  }

  /** Clicks a row's fix and then, below what will happen, the second click. */
  async fixForSure(id: string): Promise<void> {
    await this.fix(id).click();
    await this.sure(id).click();
  }

  /** Clicks a row's undo and then, below what will happen, the second click. */
  async undoForSure(id: string): Promise<void> {
    await this.takeBack(id);
    await this.sure(id).click();
  }

  /** Waits until a row says so and nothing of it is under way any more. */
  async expectVerdict(id: string, verdict: string): Promise<void> {
    await expect(this.row(id)).toHaveAttribute('data-verdict', verdict);
    // Both at once: what it said while something was under way says nothing of the end.
    await expect(this.row(id).and(this.page.locator(`[data-verdict="${verdict}"][aria-busy="false"]`))).toHaveCount(1);
  }

  /** Waits until every row has been read. */
  async settled(): Promise<void> {
    await expect(this.row('location')).toHaveCount(1);
    await expect(this.page.locator('csm-checklist [data-check][aria-busy="true"]')).toHaveCount(0);
    await expect(this.page.locator('csm-checklist [data-check]:not([data-verdict])')).toHaveCount(0);
  }

  /** Waits until every row has been read and the script that keeps what is shown, which draws the panel's edge too, is there. */
  async kept(): Promise<void> {
    await this.settled();
    await expect(this.aside.getByRole('separator', {name: 'Width of the CSM checklist'})).toBeVisible();
  }
}

/** The browser that the tests of a worker share, one after the other: its start takes longer than most tests. */
interface SharedBrowser {
  /** As good as new. */
  take(): Promise<Launched>;
  /** Ends it; the next test gets another one. */
  discard(): Promise<void>;
}

interface TestFixtures {
  launched: Launched;
  context: BrowserContext;
  page: Page;
  panel: PanelDriver;
  /** Signs a user of the sandbox in, as if by GitLab's own page. */
  signIn: (username: string) => Promise<void>;
  /**
   * The extension's background; only Chromium lets a test into it. The next test has it too: what is put in another's place there is put
   * back, and where that cannot be, the browser is discarded.
   */
  background: Worker;
}

interface WorkerFixtures {
  server: Sandbox;
  browserOfWorker: SharedBrowser;
}

export const test = base.extend<TestFixtures & {sandbox: Sandbox}, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of this pattern.
    async ({}, use) => {
      const server = await startSandbox();
      await use(server);
      await server.close();
    },
    {scope: 'worker'},
  ],
  browserOfWorker: [
    async ({server}, use, info) => {
      let launched: Launched | undefined;
      const discard = async () => {
        await launched?.close();
        launched = undefined;
      };
      await use({
        async take() {
          if (launched) await launched.renew();
          else launched = await launch(info.project.name as BrowserName, {sandboxPort: server.port});
          return launched;
        },
        discard,
      });
      await discard();
    },
    {scope: 'worker'},
  ],
  launched: async ({browserOfWorker}, use) => {
    await use(await browserOfWorker.take());
  },
  // After the browser was emptied: until then, what the test before left open may still ask.
  sandbox: async ({server, launched: _}, use) => {
    server.reset();
    await use(server);
  },
  context: async ({launched, sandbox: _}, use) => {
    await use(launched.context);
  },
  page: async ({context}, use) => {
    await use(context.pages()[0] ?? (await context.newPage()));
  },
  panel: async ({page}, use) => {
    await use(new PanelDriver(page));
  },
  signIn: async ({context, sandbox}, use) => {
    await use(username => signIn(context, sandbox.world, username));
  },
  background: async ({context}, use) => {
    const [background] = context.serviceWorkers();
    if (!background) throw new Error('The background is out of a test’s reach in this browser.');
    await use(background);
  },
});

export {expect};

const root = 'https://gitlab.com/gitlab-com/account-management';

/** Addresses of the demo world. */
export const places = {
  root,
  acme: `${root}/emea/acme/acme-collaboration`,
  acmeGroup: `${root}/emea/acme`,
  globex: `${root}/emea/globex/collaboration-project`,
  globexGroup: `${root}/emea/globex`,
  hooli: `${root}/apac/hooli/hooli-collaboration`,
  initech: `${root}/pre-sales/initech-collaboration-project`,
  umbrella: `${root}/pre-sales/umbrella`,
  template: `${root}/templates/customer-collaboration-project-template`,
} as const;

/** Full paths of the demo world, for the sandbox's builders. */
export const paths = Object.fromEntries(
  Object.entries(places).map(([name, url]) => [name, url.replace('https://gitlab.com/', '')]),
) as Record<keyof typeof places, string>;
