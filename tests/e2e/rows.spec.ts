import {expect, paths, places, test} from './support/fixtures.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

test('subscribes to the missing labels, whatever their titles, and undoes exactly those', async ({
  page,
  panel,
  sandbox,
}) => {
  const {world} = sandbox;
  const project = world.project(paths.globex);
  const dana = world.user('dana');
  const labels = world.labelsOf(project, true);
  const isSubscribed = () => labels.map(label => world.isSubscribed(dana, label, project));
  const [, agenda] = labels;
  if (agenda) world.setSubscription(dana, agenda, project, true);
  await page.goto(places.globex);
  await panel.expectVerdict('labels', 'fail');
  await expect(panel.row('labels')).toContainText('Not subscribed to 4 of 5 labels.');
  await expect(panel.row('labels')).toContainText('[EXTERNAL] "quoted" 🎉');
  await panel.fix('labels').click();
  await panel.expectVerdict('labels', 'pass');
  expect(isSubscribed()).toEqual([true, true, true, true, true]);
  expect(sandbox.log.filter(({method}) => method === 'POST')).toHaveLength(4);
  await panel.takeBack('labels');
  await panel.expectVerdict('labels', 'fail');
  expect(isSubscribed().filter(Boolean)).toHaveLength(1);
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

test('an undo that is stopped in the middle can be finished', async ({page, panel, sandbox}) => {
  const {world} = sandbox;
  for (let index = 0; index < 30; index += 1) world.addLabel(paths.globex, `label ${String(index).padStart(2, '0')}`);
  await page.goto(places.globex);
  await panel.settled();
  const project = world.project(paths.globex);
  const count = () =>
    world.labelsOf(project, true).filter(label => world.isSubscribed(world.user('dana'), label, project)).length;
  await panel.fix('labels').click();
  await panel.expectVerdict('labels', 'pass');
  const all = count();
  const answers = sandbox.faults.hold({method: 'POST', path: /\/unsubscribe$/}, 4);
  await panel.takeBack('labels');
  await expect.poll(answers.arrived).toBe(4);
  await panel.row('labels').getByRole('button', {name: 'Stop'}).click();
  answers();
  await expect(panel.row('labels')).toContainText(/Stopped before the last \d+\./);
  expect(count()).toBe(all - 8);
  await panel.takeBack('labels');
  await expect(panel.undo('labels')).toHaveCount(0);
  expect(count()).toBe(0);
});

test('a label that is deleted in between is no failure', async ({page, panel, sandbox}) => {
  await page.goto(places.globex);
  await panel.settled();
  const [first] = sandbox.world.labelsOf(sandbox.world.project(paths.globex), false);
  if (first) sandbox.world.removeLabel(first);
  await panel.fix('labels').click();
  await panel.expectVerdict('labels', 'pass');
  await expect(panel.row('labels').getByRole('alert')).toHaveCount(0);
});

test('sets Custom with new issues where that is preferred, and offers it first from then on', async ({
  page,
  panel,
  sandbox,
}) => {
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
  sandbox.world.setNotification('dana', paths.root, 'watch');
  await page.reload();
  await panel.expectVerdict('notifications', 'pass');
  await expect(panel.row('notifications')).toContainText(
    `Notification level: Global (Watch), set for the group ${paths.root}.`,
  );
});

test('makes the customer group private, after its project, and undoes it', async ({page, panel, sandbox}) => {
  await page.goto(places.globex);
  await panel.settled();
  await expect(panel.row('group-visibility')).toContainText('GitLab requires the project to be private first.');
  await expect(panel.fix('group-visibility')).toHaveCount(0);
  await panel.fix('visibility').click();
  await panel.expectVerdict('visibility', 'pass');
  await panel.fix('group-visibility').click();
  await panel.expectVerdict('group-visibility', 'pass');
  expect(sandbox.world.group(paths.globexGroup).visibility).toBe('private');
  await panel.undoForSure('group-visibility');
  await panel.expectVerdict('group-visibility', 'fail');
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
  await panel.aside.getByLabel('[CUSTOMER NAME]', {exact: true}).fill('Globex');
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

test('makes missing issue templates from the template project’s; a folder in their place is none', async ({
  page,
  panel,
  sandbox,
}) => {
  sandbox.world.commitFile(paths.initech, '.gitlab/issue_templates/Agenda.md/odd.txt', 'x');
  await page.goto(places.initech);
  await panel.settled();
  await expect(panel.row('issue-templates')).toContainText('Agenda: the template doesn’t exist.');
  await panel.fix('issue-templates').click();
  await expect(panel.row('issue-templates')).toContainText('from the template project’s file');
  await panel.aside.getByLabel('[CUSTOMER NAME]', {exact: true}).fill('Initech');
  await panel.aside.getByRole('button', {name: 'Commit to main'}).click();
  await expect(panel.undo('issue-templates')).toHaveCount(1);
  expect(text(sandbox.world.readFile(paths.initech, '.gitlab/issue_templates/Feature Request.md'))).toContain(
    '## What Initech needs',
  );
  await panel.undoForSure('issue-templates');
  await expect(panel.row('issue-templates')).toContainText('Feature Request: the template doesn’t exist.');
  expect(sandbox.world.readFile(paths.initech, '.gitlab/issue_templates/Feature Request.md')).toBeUndefined();
});

test('an undo does not take somebody else’s later commit along', async ({page, panel, sandbox}) => {
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('readme').click();
  await panel.aside.getByLabel('[FIRST GOAL]', {exact: true}).fill('Faster');
  await panel.aside.getByRole('button', {name: 'Commit to main'}).click();
  await expect(panel.undo('readme')).toHaveCount(1);
  sandbox.world.commitFile(paths.globex, 'README.md', '# By somebody else\n');
  await panel.undoForSure('readme');
  await expect(panel.row('readme').getByRole('alert')).toContainText('README.md was changed in the meantime.');
  expect(text(sandbox.world.readFile(paths.globex, 'README.md'))).toBe('# By somebody else\n');
});

test('promotes one of the customer’s people to Maintainer, and undoes it', async ({page, panel, sandbox}) => {
  await page.goto(places.acme);
  await panel.settled();
  const project = sandbox.world.project(paths.acme);
  const level = () => project.members.get(sandbox.world.user('wile.coyote').id)?.level;
  await panel.act('maintainers', 'Change roles');
  await panel.aside.getByLabel('Wile E. Coyote @wile.coyote').selectOption('Maintainer');
  await expect(panel.row('maintainers')).toContainText('Wile E. Coyote: Developer → Maintainer');
  expect(level()).toBe(30);
  await panel.aside.getByRole('button', {name: 'Change 1 role'}).click();
  await expect(panel.undo('maintainers')).toHaveCount(1);
  expect(level()).toBe(40);
  await expect(panel.row('members')).toContainText('Wile E. Coyote (@wile.coyote): Maintainer');
  await panel.undoForSure('maintainers');
  await expect(panel.undo('maintainers')).toHaveCount(0);
  expect(level()).toBe(30);
});

test('whose a person is, is decided once and remembered for all customers', async ({page, panel, sandbox}) => {
  sandbox.faults.add({path: /\/groups\/3174702\//, status: 404, body: {message: '404 Group Not Found'}});
  sandbox.world.addMember(paths.globex, 'wile.coyote', 30);
  await page.goto(places.acme);
  await panel.expectVerdict('members', 'unknown');
  await panel.fix('members').click();
  await panel.choose(panel.aside.getByLabel('Wile E. Coyote @wile.coyote'), 'Customer contact');
  await panel.expectVerdict('members', 'pass');
  await page.goto(places.globex);
  await panel.expectVerdict('members', 'pass');
  await panel.act('members', 'Sort members');
  await panel.choose(panel.aside.getByLabel('Wile E. Coyote @wile.coyote'), 'Team member');
  await panel.expectVerdict('members', 'fail');
  await page.goto(places.acme);
  await panel.settled();
  await expect(panel.row('members')).not.toContainText('Wile');
});

test('500 pasted people with duplicates, odd ones and one’s own: sorted out before anything is sent', async ({
  page,
  panel,
  sandbox,
}) => {
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('members').click();
  const mails = Array.from({length: 498}, (_item, index) => `person${index % 249}@globex.example`);
  sandbox.faults.add({path: /^\/graphql$/, status: 500, body: {}, times: 1});
  const list = panel.aside.getByLabel('Email addresses or usernames');
  await panel.pastePeople(list, [...mails, '@dana', 'not a mail'].join('\n'));
  const form = panel.aside.getByRole('form', {name: 'Invite people'});
  await expect(panel.person('not a mail')).toContainText('Not an email or @username.');
  await expect(form.getByRole('alert')).toContainText('Couldn’t look up @dana. They won’t be invited.');
  await expect(panel.aside.getByRole('button', {name: 'Invite 249 people'})).toHaveAttribute('aria-disabled', 'false');
  await form.getByRole('button', {name: 'Retry'}).click();
  await expect(panel.person('@dana')).toContainText('Dana Reyes @dana · that’s you');
  await expect(form.getByRole('alert')).toHaveCount(0);
  expect(sandbox.log.every(({method}) => method === 'GET')).toBe(true);
  await page.reload();
  await panel.settled();
  await panel.fix('members').click();
  for (const entry of ['person0@globex.example', '@dana', 'not a mail'])
    await expect(panel.person(entry), 'what was typed is kept').toHaveCount(1);
});
