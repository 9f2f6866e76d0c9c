import type {Page} from '@playwright/test';
import axe from 'axe-core';

/**
 * What axe finds in the panel, by rule with the elements that break it.
 * In the dark only colours: all else is as it is in the light.
 */
export async function violationsIn(page: Page, colorMode: 'light' | 'dark'): Promise<string[]> {
  const options: axe.RunOptions = {resultTypes: ['violations']};
  if (colorMode === 'dark') options.runOnly = ['color-contrast', 'link-in-text-block'];
  // Once for a document: it takes ten times as long as a look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const {violations} = await page.evaluate(
    chosen => (window as unknown as {axe: typeof axe}).axe.run({include: ['csm-checklist']}, chosen),
    options,
  );
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' | ')}`);
}
