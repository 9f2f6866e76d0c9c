import {addCustomers} from '../../sandbox/many.ts';
import {expect, PanelDriver, paths, test} from './support/fixtures.ts';
import {cell, includeGone, ofEachCustomer, openAll, read, refreshAll, refreshMenu, row} from './support/portfolio.ts';
import {drawn} from './support/watch.ts';

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

test('somebody else signs in while it reads: nothing of theirs is kept, what was known stays, and that is said', async ({
  page,
  panel,
  sandbox,
  signIn,
}) => {
  addCustomers(sandbox.world, 6);
  let view = await openAll(page, panel);
  await read(view);
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
  const answers = sandbox.faults.hold(ofEachCustomer, 8);
  await refreshAll(view);
  await expect(view.getByText(/^[1-9]\d* of 1\d checked\./)).toBeVisible();
  // Robin is subscribed to no label.
  await signIn('robin');
  answers();
  await expect(view.getByRole('alert')).toContainText('You’re signed in as robin now. This page was loaded for dana.');
  await expect(view.getByText('The stored results are shown,')).toBeVisible();
  await read(view);
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
  // Nor is what a customer's own checklist says to somebody else.
  const asked = () => sandbox.log.filter(({path}) => path === '/user').length;
  const before = asked();
  await row(view, paths.acme).getByRole('button', {name: 'Acme', exact: true}).click();
  const checklist = view.getByRole('region', {name: 'Acme'});
  await expect(checklist.getByRole('alert')).toContainText('You’re signed in as robin now');
  await expect(checklist.locator('[data-check]')).toHaveCount(0);
  await expect.poll(asked, 'by the checklist, and before it would be taken over').toBeGreaterThanOrEqual(before + 2);
  await drawn(page);
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
  await page.goto('https://gitlab.com/explore');
  await signIn('dana');
  sandbox.faults.add({path: /\/projects$/, status: 500});
  view = await openAll(page, panel);
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
});

test('customers that are moved or deleted while it reads cost no other, and are right the next time', async ({
  page,
  panel,
  sandbox,
}) => {
  sandbox.faults.add({
    path: /^\/graphql$/,
    times: 1,
    meanwhile(world) {
      world.transfer(world.project(paths.acme), world.group(paths.hooli.slice(0, paths.hooli.lastIndexOf('/'))));
      world.projects.splice(world.projects.indexOf(world.project(paths.globex)), 1);
    },
  });
  const view = await openAll(page, panel);
  await read(view);
  await expect(view.getByRole('alert')).toHaveCount(0);
  await expect(cell(view, paths.hooli, 'readme')).toHaveAttribute('data-verdict', 'pass');
  await expect(cell(view, paths.globex, 'readme')).toHaveAttribute('data-verdict', 'unknown');
  await view.getByRole('button', {name: 'Refresh', exact: true}).click();
  await read(view);
  await expect(row(view, paths.globex)).toHaveCount(0);
  await expect(row(view, paths.acme)).toHaveCount(0);
  const moved = `${paths.hooli.slice(0, paths.hooli.lastIndexOf('/'))}/acme-collaboration`;
  await expect(cell(view, moved, 'readme')).toHaveAttribute('data-verdict', 'pass');
  await expect(view.getByText(/1 customer removed/)).toBeVisible();
});

test('a group without customers says so, and shows those that are archived if they are asked for', async ({
  page,
  panel,
  sandbox,
}) => {
  const group = `${paths.root}/emea/quiet`;
  sandbox.world.addGroup({path: group, name: 'Quiet'});
  const view = await openAll(page, panel, `https://gitlab.com/${group}`);
  await read(view);
  await expect(view.getByText('No customer projects that you can see here.')).toBeVisible();
  await expect(view.getByRole('table')).toHaveCount(0);
  sandbox.world.addProject({path: `${group}/collaboration`, name: 'Quiet Collaboration'}).archived = true;
  await view.getByRole('button', {name: 'Include archived and scheduled for deletion', exact: true}).click();
  await read(view);
  await expect(row(view, `${group}/collaboration`)).toBeVisible();
  await includeGone(view, false);
  await read(view);
  await expect(view.getByText('No customer projects that you can see here.')).toBeVisible();
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
