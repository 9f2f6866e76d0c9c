import {expect, PanelDriver, paths, places, test} from './support/fixtures.ts';
import {noteWords} from './support/watch.ts';

test('signed out on a public project: says so and how to go on', async ({page, panel}) => {
  await page.goto(places.globex);
  await panel.settled();
  await expect(panel.aside.getByRole('alert')).toContainText('You’re signed out of GitLab.');
  await expect(panel.aside.getByRole('link', {name: 'Sign in'})).toHaveAttribute(
    'href',
    '/users/sign_in?redirect_to_referer=yes',
  );
  await panel.expectVerdict('notifications', 'unknown');
  await panel.expectVerdict('visibility', 'unknown');
});

test('somebody else who signed in is said when the page is read again, without a verdict', async ({
  page,
  panel,
  signIn,
}) => {
  await signIn('dana');
  await page.goto(places.acme);
  await panel.settled();
  await signIn('robin');
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await expect(panel.aside.getByRole('alert')).toContainText(
    'You’re signed in as robin now. This page was loaded for dana. Reload this page to continue as that user.',
  );
  await expect(page.locator('csm-checklist [data-check]')).toHaveCount(0);
  await panel.aside.getByRole('button', {name: 'Close CSM checklist'}).click();
  await expect(page.getByRole('button', {name: 'Open CSM checklist: someone else is signed in'})).toBeVisible();
  await panel.tab.click();
  await panel.aside.getByRole('button', {name: 'Reload page'}).click();
  await panel.settled();
  await expect(panel.aside.getByRole('alert')).toHaveCount(0);
});

test('what cannot be refreshed stays as it was, says so, and has Retry', async ({page, panel, signIn, sandbox}) => {
  await signIn('dana');
  await page.goto(places.acme);
  await panel.settled();
  const end = sandbox.faults.add({path: /notification_settings$/, status: 500});
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await expect(panel.row('notifications')).toContainText('Couldn’t refresh this item.');
  await panel.expectVerdict('notifications', 'pass');
  await expect(page.locator('csm-checklist [data-retry]')).toHaveCount(1);
  end();
  sandbox.log.length = 0;
  await page.locator('csm-checklist [data-retry="notifications"]').focus();
  // Who pressed another key has seen where the focus is.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.row('notifications')).not.toContainText('Couldn’t refresh this item.');
  await expect(page.locator('csm-checklist [data-retry]')).toHaveCount(0);
  // One more Enter makes no change that nobody asked for: what is done is folded again, so the focus is at what is left to do above it.
  await expect(panel.row('introduced')).toBeFocused();
  await panel.expectVerdict('notifications', 'pass');
  // Nothing but what could not be read, and who is signed in.
  expect(sandbox.log.filter(({path}) => !/^\/user$|notification_settings$/.test(path))).toEqual([]);
  // What concerns all of them is said once.
  const down = sandbox.faults.add({method: 'GET', path: /^\/(projects|groups|graphql)/, status: 500});
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  const notice = panel.aside.getByRole('alert').filter({hasText: 'Couldn’t refresh this checklist.'});
  await expect(notice).toBeVisible({timeout: 30_000});
  await expect(panel.aside.getByText('Couldn’t refresh this item.').filter({visible: true})).toHaveCount(0);
  down();
  await notice.getByRole('button', {name: 'Retry'}).click();
  await expect(notice).toHaveCount(0);
});

test('names and texts from GitLab are shown as text', async ({page, panel, signIn, sandbox}) => {
  await signIn('dana');
  const rude = '<img src=x onerror=document.title=1>';
  const project = sandbox.world.project(paths.globex);
  project.name = rude;
  sandbox.world.group(paths.globexGroup).name = rude;
  sandbox.world.commitFile(
    paths.globex,
    'README.md',
    `# [${rude.replaceAll('=', '')}]\n\n[<b>NAME</b>] and [A & B <script>]\n`,
  );
  sandbox.world.addInvitation(paths.globex, '"<b>@x.example', 30);
  sandbox.faults.add({method: 'PUT', path: /.*/, status: 400, body: {message: {base: [rude]}}});
  await page.goto(places.globex);
  await panel.settled();
  await expect(panel.row('name')).toContainText(rude);
  await panel.fix('readme').click();
  await panel.fix('visibility').click();
  await expect(panel.row('visibility').getByRole('alert')).toContainText(rude);
  await page.goto(places.globexGroup);
  await expect(panel.aside.getByRole('link', {name: rude})).toBeVisible();
  await expect(page.locator('csm-checklist img:not(.logo), csm-checklist script, csm-checklist b')).toHaveCount(0);
  await expect(page).toHaveTitle(/GitLab/);
});

test('waits when GitLab limits requests, says so, and goes on', async ({page, panel, signIn, sandbox}) => {
  await signIn('dana');
  await page.goto(places.acme);
  await panel.settled();
  const words = await noteWords(panel.aside, 'p');
  const limited = /continues by itself in about 1 second/;
  sandbox.faults.add({
    path: /\/members$/,
    times: 1,
    status: 429,
    text: 'Retry later\n',
    headers: {'retry-after': '1'},
  });
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await expect.poll(words).toContainEqual(expect.stringMatching(limited));
  await panel.expectVerdict('members', 'pass');
  await expect(panel.aside).not.toContainText('continues by itself');
  expect(sandbox.log.filter(({status}) => status === 429)).toHaveLength(1);
});

test('says so when the extension was updated underneath the page @firefox', async ({context, signIn}) => {
  await signIn('dana');
  const page = await context.newPage();
  const panel = new PanelDriver(page);
  // What an earlier version leaves behind when the browser replaces it and runs the new one in the same page.
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => document.body.append(document.createElement('csm-checklist')));
  });
  await page.goto(places.acme);
  await expect(panel.aside.getByRole('button', {name: 'Reload page'})).toBeVisible();
  await expect(page.locator('csm-checklist')).toHaveCount(1);
});

// Firefox ends the old scripts and runs the new ones, which the test above covers.
test('says so when the extension is reloaded while the page is open, and does nothing any more', async ({
  page,
  panel,
  signIn,
  background,
  browserOfWorker,
  sandbox,
}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await background.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await expect(panel.aside.getByRole('button', {name: 'Reload page'})).toBeVisible();
  sandbox.log.length = 0;
  await panel.fix('visibility').click();
  // What is asked after the click is answered after what the click would have asked for.
  await page.evaluate(() => fetch('/api/v4/user'));
  expect(sandbox.log.map(({path}) => path)).toEqual(['/user']);
  await panel.expectVerdict('visibility', 'fail');
  await expect(panel.undo('visibility')).toHaveCount(0);
  // Its background is another one now.
  await browserOfWorker.discard();
});
