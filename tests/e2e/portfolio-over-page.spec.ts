import type {Page} from '@playwright/test';
import {addCustomers} from '../../sandbox/many.ts';
import {expect, paths, test} from './support/fixtures.ts';
import {cell, openAll, read, row, showAll, wide} from './support/portfolio.ts';

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

/** What lies on top at the middle of GitLab's header, of its sidebar and of the panel: the classes of ours, or the page's element. */
const onTop = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('csm-checklist');
    const panel = host?.shadowRoot?.querySelector('.panel')?.getBoundingClientRect();
    const middles = [
      ...['.super-topbar, .top-bar-fixed', '.super-sidebar'].map(selector =>
        document.querySelector(selector)?.getBoundingClientRect(),
      ),
      panel,
    ];
    return middles.map(box => {
      if (box === undefined) return 'nothing';
      const x = box.x + box.width / 2;
      const y = box.y + box.height / 2;
      if (document.elementFromPoint(x, y) !== host) return 'page';
      return host?.shadowRoot?.elementFromPoint(x, y)?.closest('dialog') ? 'dialog' : 'panel';
    });
  });

for (const generation of ['classic', 'panels'] as const) {
  test(`lies over all of the page, which stays where it was scrolled: ${generation}${generation === 'panels' ? ' @firefox' : ''}`, async ({
    page,
    panel,
    sandbox,
  }) => {
    sandbox.generation = generation;
    addCustomers(sandbox.world, 30);
    const view = await openAll(page, panel);
    await read(view);
    expect(await onTop(page)).toEqual(['dialog', 'dialog', 'dialog']);
    await page.keyboard.press('Escape');
    await expect(view).toHaveCount(0);
    expect(await onTop(page)).toEqual(['page', 'page', 'panel']);
    // The window scrolls, or a panel in it.
    await page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p style="height: 4000px">More</p>');
      (document.querySelector('.js-static-panel-inner') ?? document.documentElement).scrollTop = 700;
    });
    const scrolled = () =>
      page.evaluate(() => (document.querySelector('.js-static-panel-inner') ?? document.documentElement).scrollTop);
    expect(await scrolled()).toBe(700);
    await panel.aside.getByRole('button', {name: 'All customers'}).click();
    await showAll(view);
    await read(view);
    const table = view.getByRole('region', {name: 'Customers', exact: true});
    const tableScrolled = () => table.evaluate(element => element.scrollTop);
    await page.mouse.move(640, 20);
    await page.mouse.wheel(0, 5_000);
    await view.focus();
    for (const key of ['PageDown', 'End', 'Space']) await page.keyboard.press(key);
    // The same over the table scrolls it to its end, and what would scroll on there does not reach the page either.
    await page.mouse.move(640, 600);
    await page.mouse.wheel(0, 5_000);
    const end = await table.evaluate(element => element.scrollHeight - element.clientHeight);
    expect(end).toBeGreaterThan(0);
    await expect.poll(tableScrolled).toBeGreaterThan(end - 2);
    await page.mouse.wheel(0, -5_000);
    await expect.poll(tableScrolled).toBe(0);
    await page.mouse.wheel(0, 5_000);
    await expect.poll(tableScrolled).toBeGreaterThan(end - 2);
    expect(await scrolled()).toBe(700);
    await page.keyboard.press('Escape');
    await expect(view).toHaveCount(0);
    expect(await scrolled()).toBe(700);
    await expect(panel.aside.getByRole('button', {name: 'All customers'})).toBeFocused();
  });
}

test('Escape in a form of a customer closes the form alone, and what was typed there is there again', async ({
  page,
  panel,
}) => {
  const view = await openAll(page, panel);
  await read(view);
  const name = row(view, paths.globex).getByRole('button', {name: 'Globex', exact: true});
  const beside = view.getByRole('region', {name: 'Globex'});
  const people = beside.getByLabel('Email addresses or usernames');
  await name.click();
  await beside.locator('[data-fix="members"]').click();
  await people.fill('jo@globex.example');
  await page.keyboard.press('Escape');
  await expect(people).toHaveCount(0);
  await expect(beside.locator('[data-fix="members"]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(beside).toHaveCount(0);
  await expect(wide(page)).toBeVisible();
  await name.click();
  await beside.locator('[data-fix="members"]').click();
  await expect(people).toHaveValue('jo@globex.example');
});

test('in a narrow window a customer’s checklist lies over the table at its whole width, and leads back to its cell', async ({
  page,
  panel,
}) => {
  const view = await openAll(page, panel);
  await read(view);
  await page.setViewportSize({width: 400, height: 800});
  const table = view.getByRole('region', {name: 'Customers', exact: true});
  await table.evaluate(element => element.scrollTo(240, 0));
  const visibility = cell(view, paths.globex, 'visibility');
  await visibility.click();
  const beside = view.getByRole('region', {name: 'Globex'});
  await expect(beside.locator('[data-check="visibility"]')).toBeFocused();
  expect(await beside.boundingBox()).toEqual({x: 0, y: 0, width: 400, height: 800});
  await expect(table, 'what it covers is not reached').toHaveCount(0);
  await beside.evaluate(element => element.scrollTo(0, element.scrollHeight));
  await beside.getByRole('button', {name: 'Close', exact: true}).click();
  await expect(beside).toHaveCount(0);
  await expect(visibility).toBeFocused();
  expect(await table.evaluate(element => element.scrollLeft), 'the table is as it was left').toBe(240);
  const name = row(view, paths.globex).getByRole('button', {name: 'Globex', exact: true});
  expect((await name.boundingBox())?.x, 'within the view, whose edge is 12 px wide').toBeGreaterThan(12);
  expect((await view.getByText('Fix selected').boundingBox())?.y).toBeLessThan(800);
});
