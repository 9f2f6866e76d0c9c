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
