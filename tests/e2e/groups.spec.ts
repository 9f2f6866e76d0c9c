import {expect, places, test} from './support/fixtures.ts';

test.beforeEach(async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
});

test('is a list of what is to be done: at once, by somebody, and folded what is done @firefox', async ({
  page,
  panel,
}) => {
  const idsIn = (group: string) =>
    panel.aside
      .getByRole('region', {name: group, exact: true})
      .locator('[data-check]')
      .evaluateAll(rows => rows.map(row => row.getAttribute('data-check')));
  expect(await idsIn('Fix now')).toEqual(['visibility', 'group-visibility', 'name', 'notifications', 'labels']);
  expect(await idsIn('Needs you')).toEqual([
    'pre-sales',
    'avatar',
    'readme',
    'members',
    'maintainers',
    'issue-templates',
    'introduced',
  ]);
  expect(await idsIn('Done')).toEqual(['location', 'team-access']);
  await expect(panel.row('location')).toBeHidden();
  await expect(panel.fixAll).toHaveText('Fix 5 items');
  // One button is the one to press next, and what waits for another has none.
  await expect(panel.aside.locator('button.confirm')).toHaveCount(1);
  await expect(panel.fix('group-visibility')).toHaveCount(0);
  await panel.unfoldDone();
  const box = await panel.row('location').boundingBox();
  expect(box?.height).toBe(32);
  await panel.unfold('location');
  await expect(panel.row('location')).toContainText('In the group “Globex” (EMEA).');
  // Everything to do fits two windows.
  await panel.unfoldDone();
  const {height = 0} = (await panel.aside.locator('.groups').boundingBox()) ?? {};
  const above = (await panel.aside.locator('header').first().boundingBox())?.height ?? 0;
  expect(above + height).toBeLessThan(2 * (page.viewportSize()?.height ?? 0));
});

test('what was fixed shrinks into what is done; the toast takes it back, and stays as long as somebody is at it', async ({
  page,
  panel,
  sandbox,
}) => {
  await panel.fix('notifications').click();
  await panel.expectVerdict('notifications', 'pass');
  await expect(panel.row('notifications')).toBeHidden();
  const toast = panel.aside.getByText('You’re notified of new issues').last();
  await expect(toast).toBeVisible();
  // What is next has the focus, and nothing that one more Enter would press.
  await expect(panel.row('labels')).toBeFocused();
  await expect(panel.undo('notifications')).toHaveCount(1);
  await panel.undo('notifications').click();
  await panel.expectVerdict('notifications', 'fail');
  await expect(panel.undo('notifications')).toHaveCount(0);
  await expect(panel.row('notifications')).toBeFocused();
  expect(sandbox.log.filter(({method}) => method === 'PUT')).toHaveLength(2);
  // One that lets others see more is shown before.
  await panel.fix('visibility').click();
  await panel.expectVerdict('visibility', 'pass');
  await panel.undo('visibility').click();
  await expect(panel.sure('visibility')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.aside.getByRole('form')).toHaveCount(0);
  await panel.expectVerdict('visibility', 'pass');
});

test('what else can be done stands in a menu, which the keyboard opens, goes through and closes', async ({
  page,
  panel,
}) => {
  const row = panel.row('readme');
  const more = row.getByRole('button', {name: 'More actions: Fill in the README'});
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(row.getByRole('button', {name: /^Mark as not applicable/})).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row.getByRole('link', {name: 'Open file'})).toBeFocused();
  await page.keyboard.press('End');
  await expect(row.getByRole('link', {name: /^Handbook/})).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row.getByRole('button', {name: /^Mark as not applicable/})).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(panel.aside).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await panel.aside.getByRole('button', {name: 'More about this checklist'}).focus();
  await expect(row.getByRole('link', {name: /^Handbook/})).toHaveCount(0);
});

test('while nobody is signed in, one notice stands over rows that can only be read', async ({panel, sandbox}) => {
  await panel.fix('readme').focus();
  sandbox.world.expireSessions();
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await expect(panel.aside.getByRole('link', {name: 'Sign in'})).toBeVisible();
  await expect(panel.aside.getByRole('alert')).toHaveCount(1);
  await expect(panel.aside.locator('[inert]').locator('[data-check]')).toHaveCount(16);
});
