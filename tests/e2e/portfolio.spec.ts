import type {Locator, Page} from '@playwright/test';
import {addCustomers, defects, defectsOf} from '../../sandbox/many.ts';
import {expect, type PanelDriver, paths, places, test} from './support/fixtures.ts';

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

const wide = (page: Page): Locator => page.getByRole('dialog', {name: 'All customers'});

async function openAll(page: Page, panel: PanelDriver, url: string = places.root): Promise<Locator> {
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

test('what was read is there at once, only what changed is read again, and nobody else sees it', async ({
  page,
  panel,
  sandbox,
  signIn,
}) => {
  let view = await openAll(page, panel);
  await read(view);
  await expect(cell(view, paths.acme, 'readme')).toHaveAttribute('data-verdict', 'pass');
  // What was read is kept a moment later.
  await page.waitForTimeout(1_500);
  sandbox.world.commitFile(paths.acme, 'README.md', '# [NAME]\n');
  await page.goto('https://gitlab.com/explore');
  sandbox.log.length = 0;
  sandbox.latencyMs = 500;
  view = await openAll(page, panel);
  await expect(cell(view, paths.hooli, 'name')).toHaveAttribute('data-verdict', 'pass', {timeout: 1_500});
  sandbox.latencyMs = 0;
  await read(view);
  await expect(cell(view, paths.acme, 'readme')).toHaveAttribute('data-verdict', 'fail');
  await expect(view.getByText(/Since .+: 1 row became open\./)).toBeVisible();
  expect(sandbox.log.filter(({path}) => /invitations/.test(path))).toHaveLength(1);
  await signIn('robin');
  sandbox.faults.add({path: /\/projects$/, status: 503});
  view = await openAll(page, panel);
  await expect(view.getByRole('alert')).toContainText('GitLab cannot answer at the moment.', {timeout: 30_000});
  await expect(row(view, paths.acme)).toHaveCount(0);
});

test('filters and sorts; a row opens its checklist, with the fixes of its page', async ({page, panel, sandbox}) => {
  const view = await openAll(page, panel);
  await read(view);
  await view.getByLabel('Segment', {exact: true}).selectOption('emea');
  await expect(view.getByText('2 are shown.')).toBeVisible();
  await view.getByLabel('Row', {exact: true}).selectOption('Project is private');
  await view.getByLabel('State', {exact: true}).selectOption('Open');
  await expect(view.getByText('One is shown.')).toBeVisible();
  await row(view, paths.globex).getByRole('button', {name: 'Globex', exact: true}).click();
  const beside = view.getByRole('region', {name: 'Globex'});
  await beside.locator('[data-fix="visibility"]').click();
  await expect(beside.locator('[data-check="visibility"]')).toHaveAttribute('data-verdict', 'pass');
  expect(sandbox.world.project(paths.globex).visibility).toBe('private');
  await expect(view.getByText('0 are shown.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(beside).toHaveCount(0);
  await view.getByRole('button', {name: 'Show all'}).click();
  await expect(cell(view, paths.globex, 'visibility')).toHaveAttribute('data-verdict', 'pass');
  const names = view.locator('[data-customer] th button');
  const first = await names.first().innerText();
  await view.getByRole('columnheader').getByRole('button', {name: 'Customer', exact: true}).click();
  expect((await names.first().innerText()).localeCompare(first)).toBeGreaterThan(0);
  await view.getByLabel('Segment', {exact: true}).selectOption('apac');
  await view.getByText('Saved views').click();
  await view.getByLabel('Save this view as').fill('Mine in APAC');
  await view.getByRole('button', {name: 'Save', exact: true}).click();
  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
  const again = await openAll(page, panel);
  await read(again);
  await again.getByText('Saved views').click();
  await again.getByLabel('Saved view', {exact: true}).selectOption('Mine in APAC');
  await expect(again.getByLabel('Segment', {exact: true})).toHaveValue('apac');
  await again.getByRole('button', {name: 'Forget “Mine in APAC”'}).click();
  await expect(again.getByLabel('Saved view', {exact: true})).toHaveText('None');
});

test('fixes the selected ones after showing what, can be paused, and takes all of it back', async ({
  page,
  panel,
  sandbox,
}) => {
  const customers = addCustomers(sandbox.world, 8);
  const view = await openAll(page, panel);
  await read(view);
  await view.getByLabel('Name or path').fill('customer-');
  await view.getByLabel('Select all that are shown').check();
  await view.getByLabel('Name or path').fill('customer-1');
  await expect(view.getByText('7 of them are not shown at the moment.')).toBeVisible();
  await view.getByRole('button', {name: 'Fix selected (8)'}).click();
  const box = view.getByRole('region', {name: 'Fix selected'});
  const go = box.getByRole('button', {name: /^Do all \d+/});
  await expect(go).toBeVisible({timeout: 30_000});
  await expect(box.getByText(/^\d of them are not shown at the moment\.$/)).toBeVisible();
  await expect(box.getByText('2 customers need nothing of this.')).toBeVisible();
  expect(sandbox.log.filter(({method, path}) => method !== 'GET' && path !== '/graphql')).toEqual([]);
  const dana = sandbox.world.user('dana');
  const levels = () => customers.map(path => sandbox.world.notification(dana, sandbox.world.project(path)).level);
  const before = levels();
  expect(before).toContain('mention');
  sandbox.faults.add({
    method: 'PUT',
    path: /notification_settings$/,
    times: 1,
    status: 403,
    body: {message: '403 Forbidden'},
  });
  sandbox.latencyMs = 100;
  await go.click();
  await box.getByRole('button', {name: 'Pause'}).click();
  await expect(box.getByRole('button', {name: 'Go on'})).toBeVisible();
  sandbox.latencyMs = 0;
  await box.getByRole('button', {name: 'Go on'}).click();
  await expect(box.getByRole('button', {name: 'Undo what was done'})).toBeVisible({timeout: 30_000});
  await expect(box.locator('[data-result="failed"]')).toContainText('Your role does not allow this.');
  const deaf = before.flatMap((level, index) => (defectsOf(index).includes('notifications') ? [[level, index]] : []));
  expect(deaf.length).toBeGreaterThan(1);
  expect(deaf.filter(([level, index]) => levels()[Number(index)] === level)).toHaveLength(1);
  await box.getByRole('button', {name: 'Undo what was done'}).click();
  await expect(box.locator('[data-result="done"], [data-result="running"]')).toHaveCount(0, {timeout: 30_000});
  expect(levels()).toEqual(before);
});

test('fixes the selected ones until the view is closed: what was not begun is not done', async ({
  page,
  panel,
  sandbox,
}) => {
  const customers = addCustomers(sandbox.world, 24);
  for (const path of customers) sandbox.world.setNotification('dana', path, 'mention');
  const dana = sandbox.world.user('dana');
  const open = () =>
    customers.filter(path => sandbox.world.notification(dana, sandbox.world.project(path)).level === 'mention').length;
  let view = await openAll(page, panel);
  await read(view);
  await view.getByLabel('Name or path').fill('customer-');
  await view.getByLabel('Select all that are shown').check();
  await view.getByRole('button', {name: 'Fix selected (24)'}).click();
  const box = view.getByRole('region', {name: 'Fix selected'});
  const go = box.getByRole('button', {name: /^Do all \d+/});
  await expect(go).toBeVisible({timeout: 30_000});
  sandbox.latencyMs = 200;
  await go.click();
  await expect(box.getByText('If this view is closed, it stops')).toBeVisible();
  await expect.poll(open, {timeout: 30_000}).toBeLessThan(24);
  // The focus is still in the view, although the button that had it is gone.
  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
  await page.waitForTimeout(1_500);
  const left = open();
  expect(left).toBeGreaterThan(0);
  await page.waitForTimeout(1_500);
  expect(open()).toBe(left);
  sandbox.latencyMs = 0;
  await panel.aside.getByRole('button', {name: 'Check all customers'}).click();
  view = wide(page);
  await expect(view.getByRole('button', {name: 'Fix selected', exact: true})).toBeVisible({timeout: 30_000});
});

test('left in the middle, it loses nothing and goes on where it stopped', async ({page, panel, sandbox}) => {
  addCustomers(sandbox.world, 40);
  sandbox.latencyMs = 300;
  let view = await openAll(page, panel);
  const counter = view.getByText(/^[1-4]\d of 5\d read\./);
  await expect(counter).toBeVisible({timeout: 30_000});
  // Nothing more is answered from now on.
  sandbox.latencyMs = 120_000;
  const [done = 0, all = 0] = (await counter.innerText()).match(/\d+/g)?.map(Number) ?? [];
  await page.goto('https://gitlab.com/explore');
  sandbox.log.length = 0;
  sandbox.latencyMs = 0;
  view = await openAll(page, panel);
  await read(view);
  const asked = sandbox.log.filter(({path}) => /^\/projects\/[^/]+\/notification_settings$/.test(path)).length;
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(all - done);
  await expect(view.locator('td[data-check]:not([data-verdict])')).toHaveCount(0);
});

test('a GitLab without GraphQL is read one by one, and that is said', async ({page, panel, sandbox}) => {
  sandbox.world.graphql.isOn = false;
  const view = await openAll(page, panel);
  await read(view);
  await expect(view.getByText('GitLab did not tell of many customers at once')).toBeVisible();
  await expect(cell(view, paths.globex, 'readme')).toHaveAttribute('data-verdict', 'fail');
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
});

test('GitLab’s limit pauses it with a countdown, and costs nothing; Stop ends the wait', async ({
  page,
  panel,
  sandbox,
}) => {
  await page.goto(places.root);
  const open = panel.aside.getByRole('button', {name: 'Check all customers'});
  await expect(open).toBeVisible();
  sandbox.limit = {requests: 16, seconds: 4};
  await open.click();
  const view = wide(page);
  const countdown = view.getByText(/Waiting for about [34] s/);
  await expect(countdown).toBeVisible({timeout: 20_000});
  await expect(countdown).toHaveCount(0);
  await read(view);
  expect(sandbox.log.some(({status}) => status === 429)).toBe(true);
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
  await expect(view.locator('td[data-check]:not([data-verdict])')).toHaveCount(0);
  sandbox.limit = {requests: 1, seconds: 600};
  await view.getByRole('button', {name: 'Read all again'}).click();
  await expect(view.getByText(/Waiting for about \d+ s/)).toBeVisible();
  await view.getByRole('button', {name: 'Stop'}).click();
  await expect(view.getByRole('button', {name: 'Read what changed'})).toBeVisible();
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
});

test('is copied as a table and as a checklist', async ({page, panel}, info) => {
  const view = await openAll(page, panel, `${places.root}/emea`);
  await read(view);
  await view.getByText('Export the 2 that are shown').click();
  await view.getByRole('button', {name: 'Copy Markdown'}).click();
  await expect(view.getByText('Copied.').or(view.getByLabel('Copy it from here'))).toBeVisible();
  const save = view.getByRole('button', {name: 'Download CSV'});
  await expect(save).toBeVisible();
  // The driver of Firefox tells nothing of downloads.
  if (info.project.name === 'firefox') return;
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('customers.csv');
});

test('customers in GitLab’s own list are marked with their progress, late and scrolled too; a setting ends it', async ({
  page,
  panel,
}) => {
  const group = places.acmeGroup;
  const mark = page.locator(`csm-checklist [data-mark="${paths.acme}"]`);
  const view = await openAll(page, panel, places.root);
  await read(view);
  await page.waitForTimeout(1_500);
  await page.goto(group);
  await expect(mark).toHaveText(/^\d+ of 1\d$/);
  const item = panel.aside.getByRole('listitem').filter({hasText: 'Acme Collaboration Project'});
  await item.getByText(/^\d+ of 1\d, read on /).click();
  await expect(item.getByText(/^Customer is not introduced yet/)).toBeVisible();
  const link = page.locator('main a', {hasText: 'Acme Collaboration Project'});
  const apart = async () => {
    const [one, other] = await Promise.all([mark.boundingBox(), link.boundingBox()]);
    return one && other ? Math.abs(one.y - other.y) + Math.max(0, other.x + other.width - one.x) : Number.NaN;
  };
  await expect.poll(apart).toBeLessThan(10);
  // GitLab draws its list late, and anew.
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('afterbegin', '<p style="height: 120px">More</p>');
  });
  await expect.poll(apart).toBeLessThan(10);
  const nodes = await page.evaluate(() => document.body.children.length);
  await panel.aside.getByRole('button', {name: 'Check all customers'}).click();
  await wide(page).getByLabel('Mark customers in GitLab’s own lists with their progress').uncheck();
  await page.keyboard.press('Escape');
  await expect(mark).toHaveCount(0);
  expect(await page.evaluate(() => document.body.children.length)).toBe(nodes);
  await page.reload();
  await expect(panel.aside.getByRole('button', {name: 'Check all customers'})).toBeVisible();
  await page.waitForTimeout(500);
  await expect(mark).toHaveCount(0);
});
