import {addCustomers} from '../../sandbox/many.ts';
import {expect, PanelDriver, paths, test} from './support/fixtures.ts';
import {cell, ofEachCustomer, openAll, read, refreshMenu, row} from './support/portfolio.ts';

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

test('a second tab does not read the same customers at once, says so, and can read afterwards', async ({
  page,
  panel,
  context,
  sandbox,
}) => {
  addCustomers(sandbox.world, 6);
  const answers = sandbox.faults.hold(ofEachCustomer, 8);
  const first = await openAll(page, panel);
  await expect(first.getByText(/^[1-9]\d* of 1\d checked\./)).toBeVisible({timeout: 20_000});
  const other = await context.newPage();
  const second = await openAll(other, new PanelDriver(other));
  await expect(second.getByText('Another tab is refreshing these customers.')).toBeVisible({timeout: 20_000});
  // What the first has found so far is there.
  await expect(second.locator('td[data-check][data-verdict]').first()).toBeVisible();
  await page.bringToFront();
  answers();
  await read(first);
  await other.bringToFront();
  await second.getByRole('button', {name: 'Refresh', exact: true}).click();
  await read(second);
  await expect(second.getByText('Another tab is refreshing')).toHaveCount(0);
  await expect(second.getByText(/^1\d customers\.\s*$/)).toBeVisible();
});

test('a browser that keeps nothing: it is said, and what was read is shown all the same', async ({
  page,
  panel,
  background,
}) => {
  const putBack = await background.evaluateHandle(() => {
    const {put} = IDBObjectStore.prototype;
    // As when the disk is full.
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    return () => {
      IDBObjectStore.prototype.put = put;
    };
  });
  try {
    const view = await openAll(page, panel);
    await read(view);
    await expect(
      view.getByText('The browser can’t store these results, so they’re gone when you leave this page.'),
    ).toBeVisible();
    await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
    await expect(view.getByText(/^\d+ customers\.\s*$/)).toBeVisible();
  } finally {
    // The next test has the same browser.
    await putBack.evaluate(restore => restore());
  }
});

test('what was read is forgotten when that is asked for: in the view, in the panel and in GitLab’s list @firefox', async ({
  page,
  panel,
  sandbox,
}) => {
  const group = `https://gitlab.com/${paths.acme.slice(0, paths.acme.lastIndexOf('/'))}`;
  let view = await openAll(page, panel, group);
  await read(view);
  await page.keyboard.press('Escape');
  const mark = page.locator(`csm-checklist [data-mark="${paths.acme}"]`);
  await expect(mark).toBeVisible();
  await panel.aside.getByRole('button', {name: 'All customers'}).click();
  await read(view);
  await refreshMenu(view);
  await view.getByRole('button', {name: 'Delete stored results'}).click();
  await expect(view).toHaveCount(0);
  await expect(mark).toHaveCount(0);
  sandbox.faults.add({path: /\/projects$/, status: 500});
  view = await openAll(page, panel, group);
  await expect(view.getByRole('alert')).toContainText('GitLab can’t answer right now.', {timeout: 30_000});
  await expect(row(view, paths.acme)).toHaveCount(0);
});
