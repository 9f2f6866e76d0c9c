import {expect, type Locator, type Page} from '@playwright/test';
import type {PanelDriver} from './fixtures.ts';

export const allStepsDone = (panel: PanelDriver): Locator => panel.aside.getByText(/^All \d+ steps are done\./);

/** Milliseconds that each answer takes while a flow is cut off after its steps: long enough to see them one by one. */
export const slow = 120;

/**
 * Leaves the page as soon as one more step is done, comes back and goes on, until all steps are done.
 *
 * @param again how the page is left and opened again
 * @param title of the flow
 * @returns how often it was left
 */
export async function cutOffAfterEachStep(
  page: Page,
  panel: PanelDriver,
  title: string,
  again: () => Promise<unknown>,
): Promise<number> {
  const done = page.locator('csm-checklist [data-step][data-state="done"]');
  for (let cuts = 0, seen = 0; ; cuts += 1) {
    await expect(async () => {
      const isOver = await allStepsDone(panel).isVisible();
      expect(isOver || (await done.count()) > seen).toBe(true);
    }).toPass({timeout: 30_000, intervals: [20]});
    if (await allStepsDone(panel).isVisible()) return cuts;
    await again();
    const goOn = panel.aside.getByRole('button', {name: `Go on: ${title}`});
    const view = panel.aside.getByRole('region', {name: title});
    // Where the flow led the page to, its view opens by itself: the button can go while it is about to be clicked.
    await expect(async () => {
      if (!(await view.isVisible())) await goOn.click({timeout: 1_000});
      await expect(view).toBeVisible({timeout: 1_000});
    }).toPass({timeout: 30_000});
    await expect(view.locator('[data-step]').first()).toBeVisible();
    seen = await done.count();
    const run = view.getByRole('button', {name: /^(Go on|Try again)$/});
    const running = view.getByRole('button', {name: 'Stop'});
    await expect(async () => {
      if (await run.isVisible()) await run.click({timeout: 1_000});
      await expect(running.or(allStepsDone(panel))).toBeVisible({timeout: 1_000});
    }).toPass({timeout: 30_000});
  }
}
