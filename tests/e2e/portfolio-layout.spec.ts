import type {Locator} from '@playwright/test';
import {addCustomers} from '../../sandbox/many.ts';
import {misplaced} from './support/boxes.ts';
import {expect, paths, test} from './support/fixtures.ts';
import {cell, filter, openAll, read, row, search, tokens} from './support/portfolio.ts';
import {drawn} from './support/watch.ts';

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

/** A customer's name can be of any length: its whole is in its tooltip. */
const names = 'th[scope="row"] > button';

/** Where a part of the view is. */
async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (box === null) throw new Error('It is out of sight.');
  return {...box, right: box.x + box.width, bottom: box.y + box.height};
}

test('nothing overlaps, no text is cut, and the table begins near the top, whatever the window’s size @firefox', async ({
  page,
  panel,
  sandbox,
}, info) => {
  test.slow();
  addCustomers(sandbox.world, 30);
  const view = await openAll(page, panel);
  await read(view);
  await filter(view, 'Segment', 'Western North America');
  await expect(tokens(view)).toHaveCount(1);
  const table = view.getByRole('region', {name: 'Customers', exact: true});
  const faults: string[] = [];
  // The fourth is a window of 1280 × 720 at 200 %, the last one of 800 × 600.
  const sizes = [
    [1440, 900, 150],
    [1280, 720, 150],
    [1024, 768, 150],
    [640, 360, undefined],
    [400, 800, undefined],
    [400, 300, undefined],
  ] as const;
  // What browsers do differently is how wide they draw texts: that shows in one wide and one narrow window.
  const inFirefox = [sizes[1], sizes[3]];
  for (const [width, height, top] of info.project.name === 'firefox' ? inFirefox : sizes) {
    await page.setViewportSize({width, height});
    for (const more of ['', ' with the rest']) {
      const size = `${width} × ${height}${more}`;
      if (more === '') await view.getByLabel('Select all shown customers').check();
      else await view.getByLabel('Select all shown customers').uncheck();
      await drawn(page);
      faults.push(...(await misplaced(view, '.selection', names)).map(fault => `${size}: ${fault}`));
      const dialog = await view.evaluate(({scrollWidth, clientWidth}) => scrollWidth - clientWidth);
      if (dialog > 0) faults.push(`${size}: the view scrolls sideways by ${dialog}`);
      const {y} = await boxOf(table);
      if (top !== undefined && y > top) faults.push(`${size}: the table begins at ${y}`);
      const bar = await boxOf(view.getByRole('button', {name: /^Fix selected/}));
      if (bar.bottom > height) faults.push(`${size}: the bar ends at ${bar.bottom}`);
    }
  }
  expect(faults).toEqual([]);
});

test('1280 × 720 shows 12 customers, with their heads in sight while they scroll; heads are words where there is room', async ({
  page,
  panel,
  sandbox,
}) => {
  addCustomers(sandbox.world, 60);
  await page.setViewportSize({width: 1280, height: 720});
  const view = await openAll(page, panel);
  await read(view);
  const table = view.getByRole('region', {name: 'Customers', exact: true});
  const head = table.locator('thead');
  const firstHead = head.locator('th').first();
  const inSight = async () => {
    const [limits, {bottom}] = await Promise.all([boxOf(table), boxOf(firstHead)]);
    return table.locator('[data-customer]').evaluateAll(
      (rows, [from, to]) =>
        rows.filter(one => {
          const {top, bottom: end} = one.getBoundingClientRect();
          return top >= Number(from) - 1 && end <= Number(to) + 1;
        }).length,
      [bottom, limits.bottom],
    );
  };
  expect(await inSight()).toBeGreaterThanOrEqual(12);
  const {y} = await boxOf(firstHead);
  await table.evaluate(element => element.scrollTo(0, 800));
  await drawn(page);
  expect((await boxOf(firstHead)).y).toBe(y);
  expect(await inSight()).toBeGreaterThanOrEqual(12);
  const word = head.getByText('Contacts', {exact: true});
  await expect(word).toBeHidden();
  const contacts = view.getByRole('columnheader').getByRole('button', {name: 'Customer contacts are members'});
  await contacts.focus();
  await expect(view.getByRole('tooltip')).toContainText(/Not done in \d+ of \d+\. Select to show them\./);
  await expect(contacts).toHaveAccessibleDescription(/Customer contacts are members ?Not done in/);
  await page.setViewportSize({width: 1440, height: 900});
  await expect(word).toBeVisible();
  // In as many as it says, the item is to be done.
  const count = await contacts.locator('.count').innerText();
  await contacts.click();
  await expect(tokens(view)).toHaveText([/^To do: /]);
  await expect(view.getByText(`${count} customers shown.`)).toBeVisible();
});

test('a cell says its evidence to the pointer and to keys, and opens its item beside the table', async ({
  page,
  panel,
}) => {
  const view = await openAll(page, panel);
  await read(view);
  const hint = view.getByRole('tooltip');
  await cell(view, paths.globex, 'visibility').hover();
  await expect(hint).toContainText('Globex: Make the project private');
  await expect(hint).toContainText('Not done');
  await expect(hint).toContainText(/ublic/);
  await page.mouse.move(5, 5);
  await expect(hint).toHaveCount(0);
  const name = row(view, paths.globex).getByRole('button', {name: 'Globex', exact: true});
  await name.focus();
  await expect(hint).toHaveCount(0);
  for (let key = 0; key < 3; key += 1) await page.keyboard.press('ArrowRight');
  await expect(cell(view, paths.globex, 'location')).toBeFocused();
  await expect(hint).toContainText('Globex: ');
  await expect(cell(view, paths.globex, 'location')).toHaveAccessibleDescription(/Globex: /);
  await page.keyboard.press('ArrowUp');
  await expect(view.locator('td[data-check="location"]:focus')).toHaveCount(1);
  await expect(cell(view, paths.globex, 'location')).not.toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const table = view.getByRole('region', {name: 'Customers', exact: true});
  const columns = () =>
    table.evaluate(({scrollLeft, scrollTop, ownerDocument}, path) => {
      const root = ownerDocument.querySelector('csm-checklist')?.shadowRoot;
      const cells = [...(root?.querySelectorAll(`[data-customer="${path}"] > *`) ?? [])];
      return [scrollLeft, scrollTop, ...cells.map(one => one.getBoundingClientRect().x)];
    }, paths.globex);
  const before = await columns();
  await page.keyboard.press('Enter');
  const beside = view.getByRole('region', {name: 'Globex'});
  await expect(beside.locator('[data-check="visibility"]')).toBeFocused();
  await expect(hint).toHaveCount(0);
  expect(await columns(), 'what opens beside the table moves nothing in it').toEqual(before);
  // What is done is unfolded for it; what is of another playbook too.
  await cell(view, paths.globex, 'location').click();
  await expect(beside.locator('[data-check="location"]')).toBeFocused();
  await expect(beside.locator('[data-check="location"] .below')).toBeVisible();
  await cell(view, paths.globex, 'handover-review').click();
  await expect(beside.locator('[data-check="handover-review"]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(beside).toHaveCount(0);
  await expect(cell(view, paths.globex, 'handover-review')).toBeFocused();
  await cell(view, paths.acme, 'readme').click();
  await expect(view.getByRole('region', {name: 'Acme'}).locator('[data-check="readme"]')).toBeFocused();
});

test('the search field completes what is typed, and its filters are added and removed with keys', async ({
  page,
  panel,
}) => {
  const view = await openAll(page, panel);
  await read(view);
  const field = search(view);
  const option = (name: string) => view.getByRole('option', {name, exact: true});
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(option('Segment')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(option('Segment')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.type('em');
  await expect(view.getByRole('option')).toHaveText(['Segment: EMEA']);
  await page.keyboard.press('Enter');
  await expect(tokens(view)).toHaveText(['Segment: EMEA']);
  await expect(field).toBeFocused();
  await page.keyboard.type('glob priv');
  await expect(option('To do: Make the project private')).toBeVisible();
  await expect(option('Search for “glob priv”')).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', 'view-option-0');
  await page.keyboard.press('Enter');
  await expect(view.getByRole('option')).toHaveCount(0);
  await expect(field).toHaveValue('glob priv');
  await expect(tokens(view), 'Enter searches for what was typed').toHaveText(['Segment: EMEA']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(tokens(view)).toHaveText(['Segment: EMEA', /^To do: .*private$/]);
  await expect(field).toHaveValue('glob');
  await expect(view.locator('[data-customer]')).toHaveCount(1);
  await page.keyboard.type(' ');
  await expect(option('State')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(view.getByRole('option')).toHaveCount(0);
  await field.fill('');
  await page.keyboard.press('Backspace');
  await expect(tokens(view)).toHaveText(['Segment: EMEA']);
  await view.getByRole('button', {name: 'Remove “Segment: EMEA”'}).click();
  await expect(tokens(view)).toHaveCount(0);
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
});
