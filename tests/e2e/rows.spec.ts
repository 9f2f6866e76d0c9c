import {expect, paths, places, test} from './support/fixtures.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

test('many labels: progress, a stop, and what was done can be undone', async ({page, panel, sandbox}) => {
  const {world} = sandbox;
  for (let index = 0; index < 40; index += 1) world.addLabel(paths.globex, `label ${String(index).padStart(2, '0')}`);
  await page.goto(places.globex);
  await panel.settled();
  const project = world.project(paths.globex);
  const dana = world.user('dana');
  const count = () => world.labelsOf(project, true).filter(label => world.isSubscribed(dana, label, project)).length;
  const answers = sandbox.faults.hold({method: 'POST', path: /\/subscribe$/}, 4);
  await panel.fix('labels').click();
  await expect(panel.row('labels').getByRole('progressbar')).toBeVisible();
  // Four are answered, and four are under way: as many as are asked for at the same time.
  await expect.poll(answers.arrived).toBe(4);
  await panel.row('labels').getByRole('button', {name: 'Stop'}).click();
  answers();
  await expect(panel.row('labels')).toContainText('Stopped before the last 37.');
  expect(count()).toBe(8);
  await panel.takeBack('labels');
  await expect(panel.undo('labels')).toHaveCount(0);
  expect(count()).toBe(0);
});

test('sets Custom with new issues where that is preferred, and offers it first from then on', async ({page, panel}) => {
  await page.goto(places.globex);
  await panel.settled();
  await panel.act('notifications', 'New issues only');
  await panel.expectVerdict('notifications', 'pass');
  await expect(panel.row('notifications')).toContainText('Custom, with new issues');
  await panel.takeBack('notifications');
  await panel.expectVerdict('notifications', 'fail');
  await page.reload();
  await panel.settled();
  await expect(panel.fix('notifications')).toHaveText('New issues only');
});

test('fills in the issue templates, with the README in the same commit, and undoes all of it @firefox', async ({
  page,
  panel,
  sandbox,
}) => {
  const agenda = '.gitlab/issue_templates/Meeting Agenda.md';
  const before = text(sandbox.world.readFile(paths.globex, agenda));
  await page.goto(places.globex);
  await panel.settled();
  await expect(panel.row('issue-templates')).toContainText(
    'Agenda: unchanged from the template project, 4 placeholders left.',
  );
  await panel.fix('issue-templates').click();
  await panel.aside.getByLabel('Also fill in the README in this commit').check();
  await panel.aside.getByLabel('[FIRST TOPIC]', {exact: true}).fill('Doomsday device');
  await panel.aside.getByRole('button', {name: 'Commit to main'}).click();
  await expect(panel.undo('issue-templates')).toHaveCount(1);
  const {commits} = sandbox.world.project(paths.globex).repository;
  expect(commits).toHaveLength(2);
  expect(commits[0]?.paths).toEqual([agenda, '.gitlab/issue_templates/Feature Request.md', 'README.md']);
  expect(text(sandbox.world.readFile(paths.globex, agenda))).toContain('1. Doomsday device');
  expect(text(sandbox.world.readFile(paths.globex, 'README.md'))).toContain('# Globex and GitLab');
  await expect(panel.row('issue-templates')).toContainText('Agenda: 2 placeholders left.');
  await panel.undoForSure('issue-templates');
  await expect(panel.row('issue-templates')).toContainText('Agenda: unchanged from the template project');
  expect(text(sandbox.world.readFile(paths.globex, agenda))).toBe(before);
  await expect(panel.row('readme')).toContainText('16 placeholders left');
});

test('whose a person is, is decided once and remembered for all customers; what role they have, for this one', async ({
  page,
  panel,
  sandbox,
}) => {
  sandbox.faults.add({path: /\/groups\/3174702\//, status: 404, body: {message: '404 Group Not Found'}});
  sandbox.world.graphql.isOn = false;
  sandbox.world.addMember(paths.globex, 'wile.coyote', 30);
  await page.goto(places.acme);
  await panel.expectVerdict('members', 'unknown');
  await panel.fix('members').click();
  await panel.choose(panel.aside.getByLabel('Wile E. Coyote @wile.coyote'), 'Customer contact');
  await panel.expectVerdict('members', 'pass');
  await panel.act('maintainers', 'Change roles');
  await panel.aside.getByLabel('Wile E. Coyote @wile.coyote').selectOption('Maintainer');
  await panel.aside.getByRole('button', {name: 'Change 1 role'}).click();
  await expect(panel.undo('maintainers')).toHaveCount(1);
  const {members} = sandbox.world.project(paths.acme);
  expect(members.get(sandbox.world.user('wile.coyote').id)?.level).toBe(40);
  await page.goto(places.globex);
  await panel.expectVerdict('members', 'pass');
  await panel.act('members', 'Sort members');
  await panel.choose(panel.aside.getByLabel('Wile E. Coyote @wile.coyote'), 'Team member');
  await panel.expectVerdict('members', 'fail');
  await page.goto(places.acme);
  await panel.settled();
  await expect(panel.row('members')).not.toContainText('Wile');
});
