import {expect, paths, places, test} from './support/fixtures.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
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
