import {expect, places, test} from './support/fixtures.ts';

test('opens on a customer project with every verdict, without any set-up @firefox', async ({
  page,
  panel,
  signIn,
  sandbox,
}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await expect(panel.aside).toBeVisible();
  const expected = {
    'pre-sales': 'todo',
    'issues-reviewed': 'todo',
    location: 'pass',
    visibility: 'fail',
    'group-visibility': 'fail',
    name: 'fail',
    avatar: 'fail',
    readme: 'fail',
    'issue-templates': 'fail',
    members: 'fail',
    maintainers: 'todo',
    'team-access': 'pass',
    notifications: 'fail',
    labels: 'fail',
    'handover-review': 'todo',
    introduced: 'todo',
  };
  for (const [id, verdict] of Object.entries(expected)) await panel.expectVerdict(id, verdict);
  await expect(panel.row('visibility')).toContainText('Public: anyone on the internet can see it.');
  await expect(panel.aside).toContainText('2 of 14 done');
  // Its level is Global, so the settings of four groups and the user's own are asked for too, whether the user is a member of
  // them, and one label of the group; who is signed in is asked at the beginning and the end.
  await expect.poll(() => sandbox.log.length).toBe(28);
});

test('a project on which all is well has all rows done', async ({page, panel, signIn, sandbox}) => {
  await signIn('dana');
  await page.goto(places.acme);
  await panel.settled();
  await expect.poll(() => sandbox.log.length).toBe(19);
  await expect(panel.row('pre-sales'), 'nobody is asked of the beginning of an old project').toBeHidden();
  for (const id of ['maintainers', 'introduced']) {
    await panel.fix(id).click();
    await panel.expectVerdict(id, 'pass');
  }
  await expect(panel.aside).toContainText('13 of 13 done');
  await expect(panel.row('members')).toContainText('Wile E. Coyote (@wile.coyote): Developer');
  await expect(panel.row('members')).toContainText('road.runner@acme.example, invited: Developer');
});

test('closes to a tab that counts, and remembers it @firefox', async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await panel.aside.getByRole('button', {name: 'Close CSM checklist'}).click();
  await expect(panel.aside).toBeHidden();
  await expect(panel.tab).toHaveText('2 of 14');
  await page.reload();
  await expect(panel.tab).toHaveText('2 of 14');
  await panel.tab.click();
  await expect(panel.aside).toBeFocused();
  await page.reload();
  await expect(panel.aside).toBeVisible();
});

test('links each row to its sentence in the handbook', async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await panel
    .row('visibility')
    .getByRole('button', {name: /^More actions/})
    .click();
  const link = panel.row('visibility').getByRole('link', {name: 'Handbook: Project is private'});
  await expect(link).toHaveAttribute(
    'href',
    /^https:\/\/handbook\.gitlab\.com\/.*customer-collaboration-project\/#:~:text=Projects%20should%20be%20created/,
  );
});

test('a read that is denied leaves its row unknown with the reason, and the others alone', async ({
  page,
  panel,
  signIn,
  sandbox,
}) => {
  sandbox.faults.add({path: /\/notification_settings$/, status: 403, body: {message: '403 Forbidden'}});
  sandbox.faults.add({path: /\/groups\/3174702\//, status: 404, body: {message: '404 Group Not Found'}});
  await signIn('dana');
  await page.goto(places.acme);
  await panel.settled();
  await panel.expectVerdict('notifications', 'unknown');
  await expect(panel.row('notifications')).toContainText('Your role doesn’t allow this.');
  await panel.expectVerdict('members', 'unknown');
  await expect(panel.row('members')).toContainText('because timtams can’t be read');
  for (const id of ['location', 'visibility', 'name', 'avatar', 'readme', 'team-access']) {
    await panel.expectVerdict(id, 'pass');
  }
});
