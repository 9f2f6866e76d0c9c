import {expect, type Locator, type Page} from '@playwright/test';
import type {Sandbox} from '../../../sandbox/index.ts';
import type {PanelDriver} from './fixtures.ts';

export const allStepsDone = (panel: PanelDriver): Locator => panel.aside.getByText(/^All \d+ steps done\./);

/** Everything that changes something: GraphQL is only asked. */
const writes = /^(?!\/graphql$)/;

/**
 * Begins a flow, leaves the page as soon as one more step is done, comes back and goes on; the last time until all steps are done.
 * Answers to what a step sends are held and given one by one, so that each step is seen to end; what was sent meanwhile is carried out,
 * and its answer reaches nobody. Contract tests leave it after every step.
 *
 * @param flow its title, what begins it, and how the page is left and opened again
 * @param times how often it is left
 */
export async function cutOffAfterSteps(
  page: Page,
  panel: PanelDriver,
  sandbox: Sandbox,
  flow: {readonly title: string; begin(): Promise<unknown>; again(): Promise<unknown>},
  times: number,
): Promise<void> {
  const done = page.locator('csm-checklist [data-step][data-state="done"]');
  const methods = ['POST', 'PUT', 'DELETE'];
  for (let cuts = 0, seen = 0; cuts < times; cuts += 1) {
    const held = methods.map(method => sandbox.faults.hold({method, path: writes}));
    if (cuts === 0) await flow.begin();
    else seen = await goOn(page, panel, flow.title);
    await expect(async () => {
      const isOneMore = (await done.count()) > seen;
      if (!isOneMore) held.find(answers => answers.waiting() > 0)?.answer(1);
      expect(isOneMore).toBe(true);
    }).toPass({timeout: 30_000, intervals: [50]});
    await flow.again();
    for (const answers of held) answers();
  }
  await goOn(page, panel, flow.title);
  await expect(allStepsDone(panel)).toBeVisible({timeout: 30_000});
}

/** Opens the flow that was left and goes on with it. @returns how many steps are done by then */
async function goOn(page: Page, panel: PanelDriver, title: string): Promise<number> {
  const done = page.locator('csm-checklist [data-step][data-state="done"]');
  const button = panel.aside.getByRole('button', {name: `Resume: ${title}`});
  const view = panel.aside.getByRole('region', {name: title});
  // Where the flow led the page to, its view opens by itself: the button can go while it is about to be clicked.
  await expect(async () => {
    if (!(await view.isVisible())) await button.click({timeout: 1_000});
    await expect(view).toBeVisible({timeout: 1_000});
  }).toPass({timeout: 30_000});
  await expect(view.locator('[data-step]').first()).toBeAttached();
  const seen = await done.count();
  const run = view.getByRole('button', {name: /^(Continue$|Retry: )/}).first();
  const running = view.getByRole('button', {name: 'Stop'});
  await expect(async () => {
    if (await run.isVisible()) await run.click({timeout: 1_000});
    await expect(running.or(allStepsDone(panel))).toBeVisible({timeout: 1_000});
  }).toPass({timeout: 30_000});
  return seen;
}
