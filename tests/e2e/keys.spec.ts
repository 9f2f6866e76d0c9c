import type {Page} from '@playwright/test';
import {expect, type PanelDriver, places, test} from './support/fixtures.ts';

/** What leads away from the page, or takes away all that is to be pressed. */
const leavesOut = /^(Close CSM checklist|Reload page)$/;

/** Marks the next button in sight that was not pressed yet, those of an open menu first. @returns what it is called */
function nextButton(page: Page, pressed: readonly string[]): Promise<string | undefined> {
  return page.locator('csm-checklist').evaluate(
    (host, [known, out]) => {
      const root = host.shadowRoot;
      root?.querySelector('[data-next]')?.removeAttribute('data-next');
      const nameOf = (button: Element) =>
        `${button.closest('[data-check]')?.getAttribute('data-check') ?? ''} ${button.getAttribute('aria-label') ?? button.textContent}`.trim();
      const all = [...(root?.querySelectorAll<HTMLElement>('.menu > ul button, .panel button') ?? [])];
      const next = all.find(
        button =>
          button.checkVisibility({visibilityProperty: true}) &&
          button.getAttribute('aria-disabled') !== 'true' &&
          !known.includes(nameOf(button)) &&
          !new RegExp(out).test(nameOf(button)),
      );
      next?.setAttribute('data-next', '');
      return next && nameOf(next);
    },
    [pressed, leavesOut.source] as const,
  );
}

/** Presses every button that comes in sight, once each. @returns what went wrong, by the button's name */
async function pressAll(page: Page, panel: PanelDriver): Promise<string[]> {
  const wrong: string[] = [];
  const pressed: string[] = [];
  for (let name = await nextButton(page, pressed); name !== undefined; name = await nextButton(page, pressed)) {
    // A message that offers Undo comes and goes.
    const isThere = await page
      .locator('csm-checklist [data-next]')
      .focus({timeout: 2_000})
      .then(
        () => true,
        () => false,
      );
    if (!isThere) continue;
    pressed.push(name);
    // Whoever presses another key in between means what has the focus.
    await page.keyboard.press('F9');
    await page.keyboard.press('Enter');
    await expect(panel.aside.locator('[data-check][aria-busy="true"]')).toHaveCount(0);
    const isLost = () =>
      page.evaluate(() => {
        const host = document.activeElement;
        return host?.localName !== 'csm-checklist' || host.shadowRoot?.activeElement === null;
      });
    await expect
      .poll(isLost, {timeout: 2_000})
      .toBe(false)
      .catch(() => wrong.push(name));
    if (await isLost()) await panel.aside.focus();
  }
  // About 60: a message that offers Undo comes and goes.
  expect(pressed.length).toBeGreaterThan(50);
  return wrong;
}

/** The keys that the page heard. */
function keysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as {sandboxKeys: string[]}).sandboxKeys);
}

test('every button can be pressed by key: the focus stays in the panel, and the page hears no key', async ({
  page,
  panel,
  signIn,
}) => {
  // It presses about a hundred buttons.
  test.slow();
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  expect(await pressAll(page, panel)).toEqual([]);
  expect(await keysOf(page)).toEqual([]);
});

test('works by keyboard: into the form, Escape out of it, Escape closes, nothing reaches the page’s shortcuts @firefox', async ({
  page,
  panel,
  signIn,
}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('readme').focus();
  await page.keyboard.press('Enter');
  await expect(panel.aside.getByLabel('[SPONSOR NAME]', {exact: true})).toBeFocused();
  await page.keyboard.type('st?/');
  await page.keyboard.press('Escape');
  await expect(panel.aside.getByRole('form')).toHaveCount(0);
  await expect(panel.fix('readme')).toBeFocused();
  const {fixAll} = panel;
  await fixAll.focus();
  await page.keyboard.press('Enter');
  await expect(panel.aside.getByRole('region', {name: 'Fix all'})).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(fixAll).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel.tab).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.aside).toBeFocused();
  expect(await keysOf(page)).toEqual([]);
  await panel.fix('readme').click();
  await expect(panel.aside.getByLabel('[SPONSOR NAME]', {exact: true}), 'what was typed is kept').toHaveValue('st?/');
});
