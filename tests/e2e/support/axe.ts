import {expect, type Page} from '@playwright/test';
import axe from 'axe-core';

/**
 * What axe finds in the panel, by rule with the elements that break it: in the light all of it, then in the dark what concerns
 * colours, which is all that is not as it is in the light.
 *
 * @param part selector of the part of the panel that is looked at; all of it by default, which takes many times as long
 */
export async function violationsIn(page: Page, part?: string): Promise<string[]> {
  const light = await look(page, 'light', part);
  await turn(page, true);
  const dark = await look(page, 'dark', part);
  await turn(page, false);
  return [...light, ...dark.map(found => `in the dark: ${found}`)];
}

/** As GitLab's own script does when the system turns dark. */
async function turn(page: Page, isDark: boolean): Promise<void> {
  await page.evaluate(dark => document.documentElement.classList.toggle('gl-dark', dark), isDark);
  await expect(page.locator('csm-checklist > .dark')).toHaveCount(isDark ? 1 : 0);
}

async function look(page: Page, colorMode: 'light' | 'dark', part: string | undefined): Promise<string[]> {
  const options: axe.RunOptions = {resultTypes: ['violations']};
  if (colorMode === 'dark') options.runOnly = ['color-contrast', 'link-in-text-block'];
  // Once for a document: it takes ten times as long as a look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const where: axe.Selector = part === undefined ? 'csm-checklist' : {fromShadowDom: ['csm-checklist', part]};
  const {violations} = await page.evaluate(
    ([include, chosen]) => (window as unknown as {axe: typeof axe}).axe.run({include: [include]}, chosen),
    [where, options] as const,
  );
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' | ')}`);
}
