import {addCustomers} from '../../sandbox/many.ts';
import {expect, paths, test} from './support/fixtures.ts';
import {cell, openAll, read, row} from './support/portfolio.ts';

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

test('somebody else signs in while it reads: nothing of theirs is kept, what was known stays, and that is said', async ({
  page,
  panel,
  sandbox,
  signIn,
}) => {
  addCustomers(sandbox.world, 40);
  let view = await openAll(page, panel);
  await read(view);
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
  sandbox.latencyMs = 200;
  await view.getByRole('button', {name: 'Read all again'}).click();
  await expect(view.getByText(/^[1-9]\d* of 5\d read\./)).toBeVisible();
  // Robin is subscribed to no label.
  await signIn('robin');
  await expect(view.getByRole('alert')).toContainText('You are signed in as robin now; this page was made for dana.');
  await expect(view.getByText('What was read before is kept and shown.')).toBeVisible();
  sandbox.latencyMs = 0;
  await expect(view.getByRole('button', {name: 'Read what changed'})).toBeVisible();
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
  // Nor is what a customer's own checklist says to somebody else.
  await row(view, paths.acme).getByRole('button', {name: 'Acme', exact: true}).click();
  await expect(view.getByRole('region', {name: 'Acme'}).locator('[data-check="labels"]')).toHaveAttribute(
    'data-verdict',
    'fail',
  );
  await page.waitForTimeout(500);
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
  await page.goto('https://gitlab.com/explore');
  await signIn('dana');
  sandbox.faults.add({path: /\/projects$/, status: 503});
  view = await openAll(page, panel);
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
});
