import type {Page} from '@playwright/test';
import axe from 'axe-core';

/** Contrast takes most of a look; `tests/unit/ui/contrast.test.ts` measures it in every state, in the light and in the dark. */
const options: axe.RunOptions = {resultTypes: ['violations'], rules: {'color-contrast': {enabled: false}}};

/**
 * What axe finds in the panel, by rule with the elements that break it. In the dark nothing but colours is otherwise.
 *
 * @param part selector of the part of the panel that is looked at; all of it by default, which takes many times as long
 */
export async function violationsIn(page: Page, part?: string): Promise<string[]> {
  // Once for a document: it takes ten times as long as a look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const where: axe.Selector = part === undefined ? 'csm-checklist' : {fromShadowDom: ['csm-checklist', part]};
  const {violations} = await page.evaluate(
    ([include, chosen]) => (window as unknown as {axe: typeof axe}).axe.run({include: [include]}, chosen),
    [where, options] as const,
  );
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' | ')}`);
}
