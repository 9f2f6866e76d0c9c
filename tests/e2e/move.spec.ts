import {expect, paths, places, test} from './support/fixtures.ts';

const target = `${paths.root}/emea/initech`;

// What the forms say and refuse is asked in `tests/contract/forms.test.tsx`.
test('moves a project from pre-sales into a new private group of the customer, and back with that group gone @firefox', async ({
  page,
  panel,
  sandbox,
  signIn,
}) => {
  await signIn('dana');
  await page.goto(places.initech);
  await panel.settled();
  const {id} = sandbox.world.project(paths.initech);
  await panel.fix('location').click();
  await expect(panel.aside.getByLabel('Customer’s name', {exact: true})).toHaveValue('Initech');
  await expect(panel.row('location')).toContainText('Choose a segment.');
  await panel.aside.getByLabel('Segment').selectOption('emea');
  await expect(panel.row('location')).toContainText(`Create private group “Initech” (${target}).`);
  await expect(panel.row('location')).toContainText('1 person loses the access');
  await expect(panel.row('location')).toContainText('Toby Ferrara (@toby)');
  await panel.aside.getByRole('button', {name: 'Move to emea/initech'}).click();
  await page.waitForURL(`https://gitlab.com/${target}/initech-collaboration-project`);
  await panel.expectVerdict('location', 'pass');
  expect(sandbox.world.project(`${target}/initech-collaboration-project`).id).toBe(id);
  expect(sandbox.world.group(target)).toMatchObject({name: 'Initech', visibility: 'private'});
  await expect(panel.aside.getByRole('combobox', {name: 'Playbook'}), 'goes on').toHaveValue('from-pre-sales');

  await panel.takeBack('location');
  await expect(panel.aside.getByRole('form', {name: 'Confirm'})).toContainText(
    `2 people gain access or a higher role inherited from ${paths.root}/pre-sales:Sam Lindqvist (@sam), Owner (now Developer)Toby Ferrara (@toby)`,
  );
  await panel.sure('location').click();
  await page.waitForURL(places.initech);
  await panel.expectVerdict('location', 'fail');
  await expect(panel.undo('location')).toHaveCount(0);
  expect(sandbox.world.findGroup(target)).toBeUndefined();

  await page.goto(places.umbrella);
  await panel.fix('location').click();
  await expect(panel.aside.getByLabel('Segment'), 'remembered from last time').toHaveValue('emea');
  // Until it is moved, its name can be given.
  await panel.act('name', 'Add name');
  await panel.aside.getByLabel('New project name').fill('Umbrella POC');
  await panel.aside.getByRole('button', {name: 'Rename project'}).click();
  await expect(panel.row('name')).toContainText('“Umbrella POC” is compared with');
  expect(sandbox.world.project(paths.umbrella).name).toBe('Umbrella POC');
});
