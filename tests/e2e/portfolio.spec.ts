import type {Locator, Page} from '@playwright/test';
import {addCustomers, defects, defectsOf} from '../../sandbox/many.ts';
import {expect, type PanelDriver, paths, places, test} from './support/fixtures.ts';

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

const wide = (page: Page): Locator => page.getByRole('dialog', {name: 'All customers'});

async function openAll(page: Page, panel: PanelDriver, url = places.root): Promise<Locator> {
  await page.goto(url);
  await panel.aside.getByRole('button', {name: 'Check all customers'}).click();
  return wide(page);
}

async function read(view: Locator): Promise<void> {
  await expect(view.getByRole('button', {name: 'Read what changed'})).toBeVisible({timeout: 60_000});
}

const row = (view: Locator, path: string): Locator => view.locator(`[data-customer="${path}"]`);
const cell = (view: Locator, path: string, check: string): Locator =>
  row(view, path).locator(`td[data-check="${check}"]`);

test('sixty customers with known defects: every verdict is right', async ({page, panel, sandbox}) => {
  test.slow();
  const customers = addCustomers(sandbox.world, 60);
  const view = await openAll(page, panel);
  await read(view);
  const search = view.getByLabel('Name or path');
  for (const [index, path] of customers.entries()) {
    await search.fill(path);
    const found = defects.filter(id => id !== 'visibility');
    const wrong: string[] = [];
    for (const id of found) {
      if ((await cell(view, path, id).getAttribute('data-verdict')) !== 'pass') wrong.push(id);
    }
    expect([path, wrong]).toEqual([path, defectsOf(index).filter(id => id !== 'visibility')]);
  }
});
