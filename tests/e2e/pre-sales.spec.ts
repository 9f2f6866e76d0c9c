import {expect, type PanelDriver, paths, places, test} from './support/fixtures.ts';
import {allStepsDone} from './support/flows.ts';
import {Hand} from './support/hand.ts';

const target = `${paths.root}/emea/initech/initech-collaboration-project`;
const preSales = `${places.root}/pre-sales`;

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

/** Answers what is asked, as far as the summary. */
async function answer(panel: PanelDriver, hand = new Hand()) {
  await hand.click(panel.aside.getByLabel(/Pricing, internal/));
  await hand.click(
    panel.aside.getByLabel(
      'The SA (Solutions Architect) and SAE (Strategic Account Executive) agreed to this and to keeping the other issues',
    ),
  );
  await hand.click(panel.aside.getByRole('radio', {name: 'EMEA'}));
  await hand.click(panel.aside.getByRole('button', {name: 'Review', exact: true}));
}

const writes = (log: readonly {method: string}[]) => log.filter(({method}) => method !== 'GET').length;

test('the projects that wait in pre-sales are listed, oldest first, and taken over from there', async ({
  page,
  panel,
  sandbox,
}) => {
  sandbox.world.addProject({
    path: `${paths.root}/pre-sales/older`,
    name: 'Older',
    createdAt: '2025-01-02T00:00:00.000Z',
  });
  for (let index = 0; index < 100; index += 1) {
    sandbox.world.addProject({
      path: `${paths.root}/pre-sales/a-newer-${index}`,
      name: `A newer ${index}`,
      createdAt: new Date().toISOString(),
    });
  }
  await page.goto(preSales);
  await expect(panel.aside.getByRole('heading', {name: 'Waiting in pre-sales'})).toBeVisible();
  const items = panel.aside.getByRole('listitem');
  await expect(items.first()).toContainText('Older');
  await expect(items.first()).toContainText('since Jan 2, 2025');
  await panel.aside.getByRole('button', {name: 'Take over Initech collaboration project'}).click();
  await page.waitForURL(places.initech);
  await expect(panel.aside.getByRole('form', {name: 'Take over from pre-sales'})).toBeVisible();
});

test('takes a project over: issues, move, and the rest at the new address; all of it can be taken back @firefox', async ({
  page,
  panel,
  sandbox,
}, info) => {
  const hand = new Hand();
  await page.goto(places.initech);
  await panel.settled();
  await hand.click(panel.aside.getByRole('button', {name: 'Take over from pre-sales'}));
  await expect(panel.aside.getByRole('checkbox', {name: /^The SA \(Solutions Architect\)/})).toBeFocused();
  for (const id of ['location', 'issues-reviewed', 'labels']) {
    await expect(panel.row(id), 'it is not offered beside the flow').toContainText('The guided flow does this.');
    await expect(panel.row(id).locator('.act').getByRole('button')).toHaveCount(0);
  }
  await expect(panel.fixAll).toHaveCount(0);
  await expect(panel.fix('maintainers'), 'what the flow does not do is').toBeVisible();
  await answer(panel, hand);
  await expect(panel.aside.getByRole('region', {name: 'Summary'}), 'it is read from the beginning').toBeFocused();
  const summary = panel.aside.getByRole('region', {name: 'What will happen'});
  await expect(summary).toContainText('Close #2 Pricing, internal.');
  await expect(summary).toContainText('Create private group “Initech”');
  await expect(summary).toContainText('Toby Ferrara');
  await expect(summary).toContainText(
    'GitLab copies these labels from the old group, because issues use them: internal.',
  );
  await expect(summary).toContainText(
    'GitLab copies these milestones from the old group, because issues use them: Proof of value.',
  );
  await summary.getByText('people keep access').click();
  await expect(summary).toContainText('Peter Gibbons');
  expect(writes(sandbox.log)).toBe(0);
  await hand.click(panel.aside.getByRole('button', {name: /^Take over (?!from)/}));
  await page.waitForURL(`https://gitlab.com/${target}`);
  await expect(allStepsDone(panel)).toBeVisible({timeout: 30_000});
  expect(hand.clicks).toBeLessThanOrEqual(6);
  await expect(panel.aside.getByRole('region', {name: /^Initech is ready: /})).toBeFocused();
  const project = sandbox.world.project(target);
  expect(project.issues.map(({iid, state}) => [iid, state])).toEqual([
    [1, 'opened'],
    [2, 'closed'],
    [3, 'opened'],
  ]);
  for (const id of ['pre-sales', 'issues-reviewed', 'location', 'visibility', 'name', 'notifications', 'labels']) {
    await panel.expectVerdict(id, 'pass');
  }
  // In Firefox a move back leads to its address by the test of the move; how steps are taken back is our own logic.
  if (info.project.name === 'firefox') {
    await panel.aside.getByRole('button', {name: 'Next: Fill in the README'}).press('Enter');
    await expect(panel.row('readme').getByRole('textbox').first()).toBeFocused();
    return;
  }
  await panel.aside.getByRole('button', {name: 'Undo everything'}).click();
  await panel.aside.getByRole('button', {name: 'Undo all steps', exact: true}).click();
  await page.waitForURL(places.initech);
  await expect(panel.aside.getByRole('form', {name: 'Take over from pre-sales'})).toBeVisible({timeout: 30_000});
  expect(sandbox.world.findGroup(`${paths.root}/emea/initech`)).toBeUndefined();
  expect(sandbox.world.project(paths.initech).issues.map(({state}) => state)).toEqual(['opened', 'opened', 'opened']);
  await panel.expectVerdict('pre-sales', 'todo');
});
