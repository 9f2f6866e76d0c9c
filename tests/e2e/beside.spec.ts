import type {Locator, Page} from '@playwright/test';
import {expect, places, test} from './support/fixtures.ts';

test.beforeEach(async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
});

const edgeOf = (page: Page): Locator => page.getByRole('separator', {name: 'Width of the CSM checklist'});

test('is as wide as its edge is dragged or moved by keys, and stays so @firefox', async ({page, panel}) => {
  const edge = edgeOf(page);
  const width = async () => Math.round((await panel.aside.boundingBox())?.width ?? 0);
  expect(await width()).toBe(380);
  const {x = 0, y = 0, width: thickness = 0} = (await edge.boundingBox()) ?? {};
  await page.mouse.move(x + thickness / 2, y + 300);
  await page.mouse.down();
  await page.mouse.move(x - 120, y + 300);
  await page.mouse.up();
  const dragged = await width();
  expect(Math.abs(dragged - 500)).toBeLessThan(10);
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await width()).toBe(dragged + 16);
  await page.keyboard.press('End');
  expect(await width()).toBe(640);
  await expect(edge).toHaveAttribute('aria-valuenow', '640');
  // The page’s own keys stay the page’s: an arrow here moves nothing else.
  await page.reload();
  await panel.settled();
  expect(await width()).toBe(640);
  await edgeOf(page).focus();
  await page.keyboard.press('Home');
  expect(await width()).toBe(320);
});

test('is as wide as at first again after a double-click on its edge', async ({page, panel}) => {
  // The driver of Firefox knows no double-click.
  await edgeOf(page).press('End');
  await expect(panel.aside).toHaveCSS('width', '640px');
  await edgeOf(page).dblclick();
  await expect(panel.aside).toHaveCSS('width', '380px');
});

/** What GitLab opens at the right edge: where, by what, and what closes it. */
const opened = [
  {name: 'a drawer', generation: 'classic', at: places.globex, opener: "What's new", closer: 'Close drawer'},
  {
    name: 'an item in the contextual panel',
    generation: 'panels',
    at: `${places.initech}/-/work_items`,
    closer: 'Close panel',
  },
  {name: 'GitLab Duo', generation: 'panels', at: places.globex, opener: 'GitLab Duo Chat', closer: 'Close chat'},
] as const;

for (const [index, {name, generation, at, closer, ...by}] of opened.entries()) {
  test(`makes room while GitLab has ${name} open in its place, and comes back${index === 1 ? ' @firefox' : ''}`, async ({
    page,
    panel,
    sandbox,
  }) => {
    sandbox.generation = generation;
    await page.goto(at);
    await panel.settled();
    await expect(edgeOf(page)).toBeVisible();
    await panel.fix('readme').click();
    await expect(panel.row('readme').getByRole('form')).toBeVisible();
    const opener =
      'opener' in by ? page.getByRole('button', {name: by.opener}) : page.locator('.issuable-list a.title');
    // By key: the panel lies over some of them.
    await opener.first().press('Enter');
    await expect(panel.aside).toBeHidden();
    await expect(panel.tab).toBeVisible();
    // Neither the panel nor the tab lies over its button.
    await page.getByRole('button', {name: closer}).click();
    await expect(panel.aside).toBeVisible();
    await expect(panel.tab).toHaveCount(0);
    // Nothing is lost, and nothing took the focus.
    await expect(panel.row('readme').getByRole('form')).toBeVisible();
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('csm-checklist');
    // Who wants it on top has it there.
    await opener.first().press('Enter');
    await panel.tab.click();
    await expect(panel.aside).toBeVisible();
    await expect(panel.aside).toBeFocused();
    if (name !== 'GitLab Duo') return;
    // In a narrow window the chat is above everything, and the panel would be of no use below it.
    await page.setViewportSize({width: 1_024, height: 720});
    await expect(panel.aside).toBeVisible();
    await page.setViewportSize({width: 400, height: 720});
    await expect(panel.aside).toBeHidden();
    await page.getByRole('button', {name: closer}).click();
    await expect(panel.aside).toBeVisible();
  });
}

/** Which of the page’s own links, buttons and fields the tab lies over. */
function coveredBy(tab: Locator): Promise<string[]> {
  return tab.evaluate(element => {
    const own = element.getBoundingClientRect();
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter(action => action.checkVisibility({visibilityProperty: true}))
      .filter(action => {
        const {left, right, top, bottom} = action.getBoundingClientRect();
        return left < own.right && right > own.left && top < own.bottom && bottom > own.top;
      })
      .map(action => action.textContent ?? action.outerHTML);
  });
}

test('closed, it covers none of GitLab’s buttons and links', async ({page, panel, sandbox}) => {
  for (const generation of ['panels', 'classic'] as const) {
    sandbox.generation = generation;
    for (const address of [places.globex, places.root, `${places.globex}/-/work_items`]) {
      await page.setViewportSize({width: 1_280, height: 800});
      await page.goto(address);
      if (await panel.aside.isVisible()) await panel.aside.getByRole('button', {name: 'Close CSM checklist'}).click();
      for (const width of [1_280, 1_024, 400]) {
        await page.setViewportSize({width, height: 800});
        await expect(panel.tab).toBeVisible();
        await expect.poll(() => coveredBy(panel.tab), {message: `${generation} ${address} ${width}`}).toEqual([]);
      }
    }
  }
  // What darkens the page darkens the tab too.
  await page.setViewportSize({width: 1_280, height: 800});
  await page.getByRole('button', {name: "What's new"}).first().press('Enter');
  await expect
    .poll(() =>
      panel.tab.evaluate(element => {
        const {left, top, width, height} = element.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2)?.classList.contains('modal-backdrop');
      }),
    )
    .toBe(true);
});

test('an address opens an item: its form, or what is done', async ({page, panel}) => {
  await page.goto(`${places.globex}#csm-checklist=readme`);
  await page.reload();
  await expect(panel.row('readme').getByRole('form')).toBeVisible();
  await panel.aside.getByRole('button', {name: 'Close CSM checklist'}).click();
  await page.evaluate(() => {
    location.hash = '#csm-checklist=location';
  });
  await expect(panel.row('location')).toBeFocused();
  // The form that was open would have taken the focus; what was typed in it is kept.
  await expect(panel.row('readme').getByRole('form')).toHaveCount(0);
  await expect(panel.row('location')).toContainText('In the group “Globex” (EMEA).');
  await page.evaluate(() => {
    location.hash = '#csm-checklist=no-such-item';
  });
  await expect(panel.aside.getByText('is for an item that this checklist doesn’t have')).toBeVisible();
});

test('a link to an item and to the checklist, and the checklist itself, can be copied; by hand where the browser forbids it', async ({
  page,
  panel,
  context,
}) => {
  // All browsers of a machine share one clipboard, so what is in it says nothing.
  const session = await context.newCDPSession(page);
  const permission = {name: 'clipboard-write', allowWithoutGesture: false};
  await session.send('Browser.setPermission', {permission, setting: 'denied', origin: 'https://gitlab.com'});
  await panel.act('readme', 'Copy link');
  const link = panel.aside.getByRole('textbox', {name: 'Link'});
  await expect(link).toHaveValue(`${places.globex}#csm-checklist=readme`);
  await panel.menu('Copy link');
  await expect(link).toHaveValue(`${places.globex}#csm-checklist`);
  await panel.menu('Export');
  await panel.aside.getByRole('button', {name: 'Copy as Markdown'}).click();
  const text = panel.aside.getByLabel('Copy it from here');
  await expect(text).toHaveValue(/^- \[ \] \[Globex\]\(.*\): 2 of 14 done$/m);
  await expect(text).toHaveValue(/ {2}- \[ \] Make the project private/);
});

test('starts closed in a narrow window', async ({page, panel}) => {
  await page.setViewportSize({width: 767, height: 800});
  await page.goto(places.globex);
  await expect(panel.tab).toBeVisible();
  await expect(panel.aside).toHaveCount(0);
});

test('the browser’s command opens it and goes to it', async ({panel, background}) => {
  await panel.aside.getByRole('button', {name: 'Close CSM checklist'}).click();
  await expect(panel.tab).toBeFocused();
  await expect(async () => {
    await background.evaluate(async () => {
      const [tab] = await chrome.tabs.query({active: true});
      // Only the browser itself can press its keys.
      (chrome.commands.onCommand as unknown as {dispatch(...of: unknown[]): void}).dispatch('show-checklist', tab);
    });
    await expect(panel.aside).toBeFocused({timeout: 500});
  }).toPass({timeout: 10_000});
});
