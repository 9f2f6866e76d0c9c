import {expect, paths, places, test} from './support/fixtures.ts';

const target = `${paths.root}/emea/initech`;

test.beforeEach(async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.initech);
  await panel.settled();
});

test('moves a project from pre-sales into a new private group of the customer', async ({page, panel, sandbox}) => {
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

  await page.goto(`${places.root}/pre-sales/umbrella`);
  await panel.settled();
  await panel.fix('location').click();
  await expect(panel.aside.getByLabel('Segment'), 'remembered from last time').toHaveValue('emea');
});

test('a move is undone from the new address, and the group that was created goes with it @firefox', async ({
  page,
  panel,
  sandbox,
}) => {
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  await panel.aside.getByRole('button', {name: 'Move to emea/initech'}).click();
  await page.waitForURL(`https://gitlab.com/${target}/**`);
  await panel.expectVerdict('location', 'pass');
  await expect(panel.aside.getByRole('combobox', {name: 'Playbook'}), 'goes on').toHaveValue('from-pre-sales');
  await panel.takeBack('location');
  await expect(panel.aside.getByRole('form', {name: 'Confirm'})).toContainText(
    `1 person gains access inherited from ${paths.root}/pre-sales:Toby Ferrara (@toby)`,
  );
  await panel.sure('location').click();
  await page.waitForURL(places.initech);
  await panel.expectVerdict('location', 'fail');
  await expect(panel.undo('location')).toHaveCount(0);
  expect(sandbox.world.findGroup(target)).toBeUndefined();
});

test('the undo of a move leaves a group in which something is by now', async ({page, panel, sandbox}) => {
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  await panel.aside.getByRole('button', {name: 'Move to emea/initech'}).click();
  await page.waitForURL(`https://gitlab.com/${target}/**`);
  await expect(panel.undo('location')).toHaveCount(1);
  sandbox.world.addProject({path: `${target}/another`});
  await panel.undoForSure('location');
  await expect(panel.row('location').getByRole('alert')).toContainText('stays, because it’s no longer empty.');
  await panel.aside.getByRole('link', {name: 'Open project'}).click();
  await page.waitForURL(places.initech);
  expect(sandbox.world.findGroup(target)).toBeDefined();
});

test('uses the customer’s group where there is one, and asks again where it was made meanwhile', async ({
  page,
  panel,
  sandbox,
}) => {
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  await expect(panel.row('location')).toContainText('Create private group');
  await expect(panel.row('location')).toContainText('No one gains access.');
  sandbox.world.addGroup({path: target, name: 'Initech Corp'});
  sandbox.world.addMember(target, 'wile.coyote', 50);
  const count = sandbox.world.groups.length;
  await panel.aside.getByRole('button', {name: 'Move to emea/initech'}).click();
  await expect(panel.row('location').getByRole('alert')).toContainText('in the meantime, and it’s private.');
  await expect(panel.row('location')).toContainText(
    `Use the existing group “Initech Corp” (${target}). Private: only members can see it.`,
  );
  // What was refused was another target.
  const path = panel.aside.getByLabel('Customer group path');
  await path.fill('initech-2');
  await expect(panel.row('location').getByRole('alert')).toHaveCount(0);
  await path.fill('initech');
  await expect(panel.row('location')).toContainText('1 person gains access');
  await expect(panel.row('location')).toContainText('Wile E. Coyote (@wile.coyote), Owner');
  expect(sandbox.world.findProject(paths.initech)).toBeDefined();
  await panel.aside.getByRole('button', {name: 'Move to emea/initech'}).click();
  await page.waitForURL(`https://gitlab.com/${target}/**`);
  expect(sandbox.world.groups).toHaveLength(count);
});

test('a move that GitLab refuses says why; a second try goes on where it stopped', async ({page, panel, sandbox}) => {
  sandbox.faults.add({
    method: 'PUT',
    path: /\/transfer$/,
    times: 1,
    status: 400,
    body: {message: 'Failed to transfer project {:new_namespace=>["Transfer is locked for now."]}'},
  });
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  const move = panel.aside.getByRole('button', {name: 'Move to emea/initech'});
  await move.click();
  await expect(panel.row('location').getByRole('alert')).toContainText(
    'Failed to transfer project: Transfer is locked for now.',
  );
  expect(sandbox.world.findGroup(target)).toBeDefined();
  await move.click();
  await page.waitForURL(`https://gitlab.com/${target}/**`);
});

test('W4: a transfer that is a job is waited for, and undone from the new address', async ({page, panel, sandbox}) => {
  sandbox.world.asyncTransfers = {polls: 4};
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  await panel.aside.getByRole('button', {name: 'Move to emea/initech'}).click();
  await expect(panel.row('location')).toContainText(/GitLab is moving the project \(\d+ s\)/);
  await page.waitForURL(`https://gitlab.com/${target}/**`);
  sandbox.world.asyncTransfers = undefined;
  await expect(panel.undo('location')).toHaveCount(1);
});

test('W13: a project of the same name in the target is said before anything is done', async ({panel, sandbox}) => {
  sandbox.world.addGroup({path: target, name: 'Initech'});
  sandbox.world.addProject({path: `${target}/initech-collaboration-project`, name: 'Old'});
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  await expect(panel.row('location')).toContainText('Rename one of the two, or choose another group.');
  await expect(panel.row('location').locator('button[type="submit"]')).toHaveAttribute('aria-disabled', 'true');
});

test('checks the group’s path and name before anything is sent', async ({panel, sandbox}) => {
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('apac');
  await panel.aside.getByLabel('Customer group path').fill('-bad path');
  await expect(panel.row('location')).toContainText('A path can contain only letters');
  await panel.aside.getByLabel('Customer group path').fill('fine');
  await panel.aside.getByLabel('Customer’s name', {exact: true}).fill('<b>');
  await expect(panel.row('location')).toContainText('A group name must start with');
  await expect(panel.aside.getByRole('button', {name: 'Move project', exact: true}).last()).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  expect(sandbox.log.filter(({method}) => method !== 'GET')).toEqual([]);
});

test('a project that was moved in between is not moved again', async ({panel, sandbox}) => {
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  await expect(panel.row('location')).toContainText('Create private group');
  sandbox.world.transfer(sandbox.world.project(paths.initech), sandbox.world.group(paths.acmeGroup));
  await panel.aside.getByRole('button', {name: 'Move to emea/initech'}).click();
  await expect(panel.aside).toContainText('This project was moved to');
  // What was proposed for the place is another one by now: the reason stays until the user chooses another one too.
  await expect(panel.aside.getByRole('button', {name: 'Move to emea/acme'})).toBeVisible();
  const reason = panel.row('location').getByRole('alert');
  await expect(reason).toContainText('The project was moved in the meantime.');
  await panel.aside.getByRole('form', {name: 'Move the project'}).getByLabel('Customer’s name').fill('Initrode');
  await expect(reason).toHaveCount(0);
  expect(sandbox.world.findGroup(target)).toBeUndefined();
});

test('a project that has the path of its customer’s group is moved into one of another path', async ({
  page,
  panel,
  sandbox,
}) => {
  sandbox.world.addProject({path: `${paths.root}/emea/stark`, name: 'Stark Collaboration'});
  await page.goto(`${places.root}/emea/stark`);
  await panel.settled();
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  const path = panel.aside.getByLabel('Customer group path');
  await expect(path).toHaveValue('stark-customer');
  await path.fill('stark');
  await expect(panel.row('location')).toContainText(
    `A project already has the path ${paths.root}/emea/stark, so a group can’t have it.`,
  );
  await expect(panel.aside.getByRole('button', {name: 'Move project', exact: true}).last()).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await path.fill('stark-industries');
  await panel.aside.getByRole('button', {name: 'Move to emea/stark-industries'}).click();
  await page.waitForURL(`https://gitlab.com/${paths.root}/emea/stark-industries/stark`);
  await panel.expectVerdict('location', 'pass');
});

test('a name is asked for where the customer’s is not known', async ({page, panel, sandbox}) => {
  await page.goto(`${places.root}/pre-sales/umbrella`);
  await panel.settled();
  await panel.expectVerdict('name', 'unknown');
  await panel.fix('name').click();
  const name = panel.aside.getByLabel('New project name');
  await expect(name).toHaveValue('Umbrella');
  const rename = panel.aside.getByRole('button', {name: 'Rename project'});
  await expect(rename).toHaveAttribute('aria-disabled', 'true');
  await name.fill('Umbrella / POC');
  await expect(panel.row('name')).toContainText('Use only letters');
  await name.fill('Umbrella POC');
  await rename.click();
  await expect(panel.row('name')).toContainText('Until then, check “Umbrella POC” yourself.');
  await panel.expectVerdict('name', 'unknown');
  expect(sandbox.world.project(`${paths.root}/pre-sales/umbrella`).name).toBe('Umbrella POC');
  await panel.undoForSure('name');
  await expect(panel.row('name')).toContainText('Until then, check “Umbrella” yourself.');
  await panel.expectVerdict('name', 'unknown');
  expect(sandbox.world.project(`${paths.root}/pre-sales/umbrella`).name).toBe('Umbrella');
});
