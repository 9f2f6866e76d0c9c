import {expect, PanelDriver, paths, places, test} from './support/fixtures.ts';
import {noteWords} from './support/watch.ts';

test('signed out on a public project: says so and how to go on @firefox', async ({page, panel}) => {
  await page.goto(places.globex);
  await panel.settled();
  await expect(panel.aside.getByRole('alert')).toContainText('You’re signed out of GitLab.');
  await expect(panel.aside.getByRole('link', {name: 'Sign in'})).toHaveAttribute('href', '/users/sign_in');
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

test('on a group’s page, who else is signed in and what GitLab does not show is said once', async ({
  page,
  panel,
  signIn,
  sandbox,
}) => {
  await signIn('dana');
  await page.goto(`${places.root}/emea`);
  await expect(panel.aside.getByRole('heading', {name: 'Projects'})).toBeVisible();
  await signIn('robin');
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await expect(panel.aside.getByRole('alert')).toContainText('You’re signed in as robin now');
  await expect(panel.aside.getByText('You’re signed in as robin now')).toHaveCount(1);
  await signIn('dana');
  sandbox.faults.add({path: /^\/groups\//, status: 404, body: {message: '404 Group Not Found'}});
  await page.reload();
  await expect(panel.aside.getByRole('alert')).toContainText('Not found: GitLab doesn’t have this');
  await expect(panel.aside.getByText('Not found: GitLab doesn’t have this')).toHaveCount(1);
  await expect(panel.aside.getByText('Loading projects')).toHaveCount(0);
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
  // One more Enter makes no change that nobody asked for: what is done is folded again, so the focus is at what is left to do.
  await expect(panel.row('maintainers')).toBeFocused();
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

test('archived, scheduled for deletion, and gone meanwhile are each said in words', async ({
  page,
  panel,
  signIn,
  sandbox,
}) => {
  await signIn('dana');
  const project = sandbox.world.project(paths.acme);
  project.archived = true;
  project.markedForDeletionOn = '2026-11-01';
  await page.goto(places.acme);
  await panel.settled();
  await expect(panel.aside).toContainText('This project is archived');
  await expect(panel.aside).toContainText('On Nov 1, 2026, this project was scheduled for deletion');
  sandbox.world.projects.splice(sandbox.world.projects.indexOf(project), 1);
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await expect(panel.aside.getByRole('alert').first()).toContainText(
    'Not found: GitLab doesn’t have this, or doesn’t show it to you.',
  );
  await panel.expectVerdict('location', 'unknown');
});

test('an archived group is said of on its page and on its project’s, and nothing is offered that it refuses', async ({
  page,
  panel,
  signIn,
  sandbox,
}) => {
  await signIn('dana');
  sandbox.world.group(paths.globexGroup).archived = true;
  const words = `The group ${paths.globexGroup} or a parent group is archived or scheduled for deletion`;
  for (const address of [places.globex, places.globexGroup]) {
    await page.goto(address);
    await expect(panel.aside).toContainText(words);
    await panel.expectVerdict('group-visibility', 'fail');
    await expect(panel.fix('group-visibility')).toHaveCount(0);
  }
  await page.goto(places.globex);
  await panel.settled();
  await expect(panel.fix('readme')).toHaveCount(0);
  await expect(panel.fix('visibility')).toBeVisible();
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

test('waits when GitLab limits requests, says so, and goes on @firefox', async ({page, panel, signIn, sandbox}) => {
  await signIn('dana');
  await page.goto(places.acme);
  await panel.settled();
  const words = await noteWords(panel.aside, 'p');
  const limited = /continues by itself in about 2 seconds/;
  sandbox.faults.add({
    path: /\/members$/,
    times: 1,
    status: 429,
    text: 'Retry later\n',
    headers: {'retry-after': '2'},
  });
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await expect.poll(words).toContainEqual(expect.stringMatching(limited));
  await panel.expectVerdict('members', 'pass');
  await expect(panel.aside).not.toContainText('continues by itself');
  expect(sandbox.log.filter(({status}) => status === 429)).toHaveLength(1);
});

test('a server that is down for a moment is asked again; one that stays down leaves the reason', async ({
  page,
  panel,
  signIn,
  sandbox,
}) => {
  test.slow();
  await signIn('dana');
  sandbox.faults.add({path: /\/members$/, times: 1, drop: true});
  sandbox.faults.add({path: /\/invitations$/, times: 1, status: 503, text: '<html>down</html>'});
  sandbox.faults.add({path: /notification_settings$/, status: 502, text: '<html>bad gateway</html>'});
  await page.goto(places.acme);
  await expect(panel.row('notifications')).toHaveAttribute('data-verdict', 'unknown', {timeout: 30_000});
  await expect(panel.row('notifications')).toContainText('GitLab can’t answer right now. Try again in a moment.');
  await panel.expectVerdict('members', 'pass');
  sandbox.faults.clear();
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await panel.expectVerdict('notifications', 'pass');
});

test('half an answer is no verdict', async ({page, panel, signIn, sandbox}) => {
  await signIn('dana');
  sandbox.faults.add({
    path: /^\/projects\/[^/]+\/[^/]+\/[^/]+\/[^/]+\/[^/]+$/,
    status: 200,
    body: {id: 1, name: 'Half'},
  });
  sandbox.faults.add({path: /collaboration\/members$/, status: 200, text: '[{"id":'});
  await page.goto(places.acme);
  await panel.settled();
  await expect(panel.row('visibility')).toContainText('GitLab’s response has an unexpected format.');
  await panel.expectVerdict('visibility', 'unknown');
  await expect(panel.row('members')).toContainText('Couldn’t read GitLab’s response.');
  await panel.expectVerdict('members', 'unknown');
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
});
