import type {Page} from '@playwright/test';
import {startSandbox} from '../sandbox/index.ts';
import {paths, places} from '../tests/e2e/support/fixtures.ts';
import {launch, signIn} from '../tests/e2e/support/launch.ts';
import {median} from './median.ts';

/** How long somebody waits at a page, in milliseconds where nothing else is said. */
export interface Waiting {
  readonly latencyMs: number;
  /** From the panel's start to the first item in sight, on the first page of a customer. */
  readonly firstItem: number;
  /** The same where the customer was looked at before. */
  readonly firstItemKnown: number;
  /** How many items change place or height while answers arrive, where no verdict is another than at the last look. */
  readonly moved: number;
  /** From the click on “Mark as done” to the item's new state. */
  readonly tick: number;
  /** From the click that confirms “Fix all” to its end. */
  readonly fixAll: number;
  /** How many changes that makes. */
  readonly changes: number;
}

/**
 * Runs in the page, so it is a text: looks at the items in each frame until all have a verdict. Gives when the first had a title, after
 * the panel was there, and how many of those that were there first stand elsewhere at the end, or are of another height.
 */
const watch = `new Promise(resolve => {
  let began, first, places;
  const look = () => {
    const root = document.querySelector('csm-checklist')?.shadowRoot;
    if (root) began ??= performance.now();
    const rows = [...(root?.querySelectorAll('[data-check]') ?? [])];
    const inSight = rows.filter(row => row.getBoundingClientRect().height > 0);
    if (inSight.some(row => row.querySelector('h4') && !row.querySelector('.skeleton'))) {
      first ??= performance.now() - began;
      const top = root.querySelector('.groups, .rows').getBoundingClientRect().y;
      const now = new Map(inSight.map(row => {
        const {y, height} = row.getBoundingClientRect();
        return [row.dataset.check, Math.round(y - top) + ' ' + Math.round(height)];
      }));
      places ??= now;
      const isRead = row => row.hasAttribute('data-verdict') && row.getAttribute('aria-busy') === 'false';
      if (rows.every(isRead)) {
        const moved = [...places].filter(([id, place]) => now.get(id) !== place).length;
        return resolve({first, moved});
      }
    }
    requestAnimationFrame(look);
  };
  look();
})`;

/** Clicks as a person does and gives the milliseconds from the press until something is so in the panel. */
async function clickUntil(page: Page, button: ReturnType<Page['locator']>, isSo: string): Promise<number> {
  await button.scrollIntoViewIfNeeded();
  const until = page.evaluate<number>(`new Promise(resolve => {
    const root = document.querySelector('csm-checklist').shadowRoot;
    let began;
    root.addEventListener('click', () => { began ??= performance.now(); }, {capture: true, once: true});
    const look = () => (began !== undefined && ${isSo} ? resolve(performance.now() - began) : requestAnimationFrame(look));
    look();
  })`);
  await button.click();
  return until;
}

/** Looks at the waiting at one latency. @param runs how often each is measured, beside one to warm up */
export async function waitingFigures(latencyMs: number, runs: number): Promise<Waiting> {
  const firsts: number[] = [];
  const knowns: number[] = [];
  const ticks: number[] = [];
  const fixes: number[] = [];
  let moved = 0;
  let changes = 0;
  for (let index = 0; index <= runs; index += 1) {
    const sandbox = await startSandbox({latencyMs});
    const {context, close} = await launch('chromium', {sandboxPort: sandbox.port, isMeasured: true});
    await signIn(context, sandbox.world, 'dana');
    const page = context.pages()[0] ?? (await context.newPage());
    const open = async () => {
      await page.goto(places.globex, {waitUntil: 'commit'});
      return page.evaluate<{first: number; moved: number}>(watch);
    };
    const first = await open();
    // What it showed is kept by then.
    await page.waitForTimeout(1_000);
    const known = await open();
    const panel = page.locator('csm-checklist');
    const tick = await clickUntil(
      page,
      panel.locator('[data-fix="maintainers"]'),
      `root.querySelector('[data-check="maintainers"]')?.dataset.verdict === 'pass'`,
    );
    await page.keyboard.press('F9');
    const all = panel.getByRole('button', {name: /^Fix \d+ items$/});
    changes = Number.parseInt((await all.textContent())?.replace(/\D+/, '') ?? '', 10);
    await all.click();
    await page.keyboard.press('F9');
    const box = panel.getByRole('region', {name: 'Fix all'});
    const confirm = box.locator('button.confirm');
    await confirm.waitFor();
    const fixAll = await clickUntil(
      page,
      confirm,
      `['visibility', 'group-visibility', 'name', 'notifications', 'labels'].every(id => {
        const row = root.querySelector('[data-check="' + id + '"]');
        return row?.dataset.verdict === 'pass' && row.getAttribute('aria-busy') === 'false';
      })`,
    );
    if (sandbox.world.project(paths.globex).visibility !== 'private') throw new Error('Fix all did not fix it.');
    if (index > 0) {
      firsts.push(first.first);
      knowns.push(known.first);
      ticks.push(tick);
      fixes.push(fixAll);
      moved = Math.max(moved, known.moved);
    }
    await close();
    await sandbox.close();
  }
  return {
    latencyMs,
    firstItem: median(firsts),
    firstItemKnown: median(knowns),
    moved,
    tick: median(ticks),
    fixAll: median(fixes),
    changes,
  };
}
