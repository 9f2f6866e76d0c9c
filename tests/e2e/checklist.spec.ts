import {expect, places, test} from './support/fixtures.ts';

test('opens on a customer project with every verdict, without any set-up', async ({page, panel, signIn, sandbox}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await expect(panel.aside).toBeVisible();
  const expected = {
    location: 'pass',
    visibility: 'fail',
    name: 'fail',
    avatar: 'fail',
    readme: 'fail',
    members: 'fail',
    'team-access': 'pass',
    notifications: 'fail',
  };
  for (const [id, verdict] of Object.entries(expected)) await panel.expectVerdict(id, verdict);
  await expect(panel.row('visibility')).toContainText('Public: anyone on the internet can see it.');
  await expect(panel.aside).toContainText('6 of 8 are open.');
  expect(sandbox.log.length).toBeLessThanOrEqual(9);
});
