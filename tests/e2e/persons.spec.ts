import type {Page} from '@playwright/test';
import {expect, paths, places, test} from './support/fixtures.ts';

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

test('what only a person can judge is ticked off, with a note if wanted, by whom and when, and taken back', async ({
  page,
  panel,
}) => {
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('introduced').click();
  await panel.expectVerdict('introduced', 'pass');
  await expect(panel.row('introduced')).toContainText(/Marked as done by Dana Reyes on \w{3} \d{1,2}, \d{4}\./);
  await panel.act('maintainers', 'Mark as done with a note');
  await panel.aside.getByLabel('Note', {exact: true}).fill('Hank only, agreed by phone');
  await panel.aside.getByRole('form').getByRole('button', {name: 'Mark as done'}).click();
  await panel.expectVerdict('maintainers', 'pass');
  await page.reload();
  await panel.settled();
  await panel.expectVerdict('introduced', 'pass');
  await expect(panel.row('maintainers')).toContainText('Hank only, agreed by phone.');
  await panel.menu('Stored in this browser');
  await expect(panel.aside).toContainText('Marks, notes and playbooks: 1 customer,');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.aside.getByRole('button', {name: 'Export everything'}).click(),
  ]);
  await panel.act('introduced', 'Mark as not done');
  await panel.expectVerdict('introduced', 'todo');
  // Kept by now.
  await expect(panel.row('introduced').getByRole('button', {name: 'Undo'})).toBeVisible();
  await page.goto(places.acme);
  await panel.settled();
  await panel.expectVerdict('maintainers', 'todo');
  await panel.menu('Stored in this browser');
  await panel.aside.getByLabel('Import file').setInputFiles(await download.path());
  await expect(panel.aside).toContainText('marked as done: “Customer is introduced to the project”');
  await panel.aside.getByRole('button', {name: 'Import this file'}).click();
  await expect(panel.aside).toContainText('Imported. Reload this page to see it.');
  await expect(panel.aside.getByRole('region', {name: 'From a file'})).toBeFocused();
  const forget = panel.aside.getByRole('button', {name: 'Delete the oldest: Marks, notes and playbooks'});
  const kept = panel.aside.getByRole('listitem').filter({hasText: 'Marks, notes and playbooks'});
  await forget.click();
  await expect(kept).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(forget).toBeFocused();
  await forget.click();
  await kept.getByRole('button', {name: 'Delete for 1 customer'}).click();
  await expect(kept).toContainText('Marks, notes and playbooks: none');
  await expect(kept).toBeFocused();
});

test('what is ticked off just before the page is left is kept @firefox', async ({page, panel, sandbox}) => {
  await page.goto(places.globex);
  await panel.settled();
  // Somebody else can have signed in elsewhere, so GitLab is asked first.
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  const answer = sandbox.faults.hold({path: /^\/user$/});
  await panel.fix('introduced').click();
  await panel.expectVerdict('introduced', 'pass');
  await expect.poll(() => answer.waiting()).toBe(1);
  await page.goto('about:blank');
  answer();
  await page.goto(places.globex);
  await panel.settled();
  await panel.expectVerdict('introduced', 'pass');
});

test('two tabs see what the other ticked, and lose nothing of what both tick at once @firefox', async ({
  page,
  panel,
  context,
}) => {
  await page.goto(places.globex);
  await panel.settled();
  const other = await context.newPage();
  await other.goto(places.globex);
  await expect(other.locator('[data-check="introduced"]')).toHaveAttribute('data-verdict', 'todo');
  await expect(other.locator('[data-check="maintainers"]')).toHaveAttribute('data-verdict', 'todo');
  const verdict = (tab: Page, check: string) => tab.locator(`[data-check="${check}"]`).getAttribute('data-verdict');
  // What the other tab ticked moves the items below it under the pointer: a click can meet nothing. One that counts shows at once. A tab
  // behind another may draw nothing, and is waited for in vain: each comes to the front until its click counts.
  const tick = (tab: Page, check: string) =>
    expect(async () => {
      await tab.bringToFront();
      if ((await verdict(tab, check)) === 'todo') await tab.locator(`[data-fix="${check}"]`).click({timeout: 2_000});
      expect(await verdict(tab, check)).toBe('pass');
    }).toPass();
  await Promise.all([tick(page, 'introduced'), tick(other, 'maintainers')]);
  for (const tab of [page, other]) {
    for (const check of ['introduced', 'maintainers']) await expect.poll(() => verdict(tab, check)).toBe('pass');
  }
  await page.reload();
  await panel.expectVerdict('introduced', 'pass');
  await panel.expectVerdict('maintainers', 'pass');
});

test('what 0.1 kept is asked for', async ({page, panel, sandbox, context}) => {
  await page.goto(places.globex);
  await panel.settled();
  const {id} = sandbox.world.project(paths.globex);
  const said = {by: 'Robin', at: '2026-11-20T10:00:00.000Z'};
  const tick = {...said, note: ''};
  const entry = {...said, id: 'a', where: paths.globex, check: 'name', what: 'Rename the project', undone: false};
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(
    async ([sync, local]) => {
      await chrome.storage.sync.set(sync);
      await chrome.storage.local.set(local);
    },
    [
      {[`customer:1:gitlab.com:${id}`]: {ticks: {introduced: tick}, waivers: {}}},
      {[`journal:1:gitlab.com:project-${id}`]: [entry], [`draft:2:gitlab.com:101:${id}`]: ['of another version']},
    ] as const,
  );
  await page.reload();
  await panel.expectVerdict('introduced', 'pass');
  await panel.act('introduced', 'Mark as not done');
  await expect(panel.row('introduced').getByRole('alert')).toContainText(
    'saved by version 0.1, which didn’t keep users apart',
  );
  await panel.menu('Journal');
  const ofRobin = panel.aside.getByRole('listitem').filter({hasText: 'Rename the project'});
  await expect(ofRobin).toContainText('Saved by version 0.1, which didn’t keep users apart, so you can’t undo it.');
  await panel.aside.getByRole('button', {name: 'They’re mine'}).click();
  await expect(panel.aside.getByRole('button', {name: 'They’re mine'})).toHaveCount(0);
  await expect(ofRobin).not.toContainText('Saved by version 0.1');
  await panel.act('introduced', 'Mark as not done');
  await panel.expectVerdict('introduced', 'todo');
  await panel.fix('readme').click();
  await panel.aside.getByLabel('[FIRST GOAL]', {exact: true}).fill('Typed where nothing can be kept');
  await expect(panel.row('readme').getByRole('alert').first()).toContainText(
    'What you type is kept only while this page stays open. Not saved: another version of CSM Checklist wrote',
  );
});

test('searches pre-sales, shows members and settings, writes an introduction', async ({page, panel}) => {
  await page.goto(places.globex);
  await panel.settled();
  await panel.act('pre-sales', 'Search pre-sales');
  await panel.aside.getByLabel('Customer or project').fill('init');
  await panel.aside.getByRole('button', {name: 'Search projects', exact: true}).click();
  await expect(panel.aside.getByRole('link', {name: 'Initech collaboration project'})).toHaveAttribute(
    'href',
    places.initech,
  );
  await panel.act('introduced', 'Write introduction');
  await expect(panel.aside.getByLabel('Introduction')).toHaveValue(/Hi Globex team,[\s\S]*collaboration-project/);
  await page.goto(places.hooli);
  await panel.settled();
  await panel.act('handover-review', 'Show members and settings');
  await expect(panel.row('handover-review')).toContainText('Gavin Belson (@gavin.belson): Developer');
  await expect(panel.row('handover-review')).toContainText('Project: private');
});

test('after all that needs no answer is fixed the focus is at what is left, and what is left fits one window', async ({
  page,
  panel,
}) => {
  await page.goto(places.globex);
  await panel.settled();
  await panel.fixAll.click();
  const box = panel.aside.getByRole('region', {name: 'Fix all'});
  await box.getByRole('button', {name: 'Make 5 changes'}).click();
  await expect(box, 'nothing is left to be read').toHaveCount(0);
  // What was last in the list leaves the focus to what stands above it.
  await panel.fix('introduced').focus();
  await page.keyboard.press('F9');
  await page.keyboard.press('Enter');
  await expect(panel.row('issue-templates')).toBeFocused();
  await panel.fix('maintainers').click();
  await panel.expectVerdict('maintainers', 'pass');
  // Five open items fit one window.
  await page.setViewportSize({width: 1280, height: 800});
  await expect(panel.aside.locator('.row.open')).toHaveCount(5);
  await expect(panel.aside.getByRole('button', {name: /^Done \d+$/})).toBeInViewport({ratio: 1});
});

test('the journal keeps what was done, and takes it back later if it is still so @firefox', async ({
  page,
  panel,
  sandbox,
}) => {
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('visibility').click();
  await panel.expectVerdict('visibility', 'pass');
  await panel.fixForSure('name');
  await panel.expectVerdict('name', 'pass');
  await page.reload();
  await panel.settled();
  await panel.menu('Journal');
  await expect(panel.aside.getByText('Journal (2)')).toBeVisible();
  await expect(panel.aside).toContainText('public → private');
  const undo = panel.aside.getByRole('button', {name: 'Undo: Changed the project’s visibility'});
  await undo.click();
  await expect(panel.aside.getByRole('form', {name: 'Confirm'})).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel.aside.getByRole('form')).toHaveCount(0);
  await expect(undo).toBeFocused();
  await undo.click();
  await panel.aside.getByRole('form', {name: 'Confirm'}).getByRole('button', {name: 'Make the project public'}).click();
  await panel.expectVerdict('visibility', 'fail');
  expect(sandbox.world.project(paths.globex).visibility).toBe('public');
  await expect(panel.aside.locator('.journal')).toContainText('Dana Reyes, undone');
  sandbox.world.project(paths.globex).name = 'Renamed by somebody';
  await panel.aside.getByRole('button', {name: 'Undo: Renamed the project'}).click();
  await panel.aside.getByRole('form', {name: 'Confirm'}).getByRole('button', {name: 'Rename the project'}).click();
  await expect(panel.row('name').getByRole('alert')).toContainText('The name was changed in the meantime.');
  expect(sandbox.world.project(paths.globex).name).toBe('Renamed by somebody');
});
