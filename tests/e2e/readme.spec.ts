import {expect, paths, places, test} from './support/fixtures.ts';
import {drawn} from './support/watch.ts';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

test('fills in the README: known values are filled in and folded, changed words shown, one commit, undo', async ({
  page,
  panel,
  sandbox,
}) => {
  await page.goto(places.globex);
  await panel.settled();
  const before = decode(sandbox.world.readFile(paths.globex, 'README.md'));
  await panel.fix('readme').click();
  const customer = panel.aside.getByLabel('[CUSTOMER NAME]', {exact: true});
  await expect(panel.aside.getByLabel('[SPONSOR NAME]', {exact: true})).toBeFocused();
  await expect(panel.aside.getByText('4 of 11 filled')).toBeVisible();
  await expect(customer).toBeHidden();
  await panel.unfoldFilled();
  await expect(customer).toHaveValue('Globex');
  await expect(panel.row('readme')).toContainText('×5, first in line 1');
  await customer.fill('');
  await expect(panel.aside.getByText('3 filled automatically, 1 changed by you')).toBeVisible();
  await panel.aside.getByRole('button', {name: 'Use “Globex”, the customer’s name'}).click();
  await expect(customer).toHaveValue('Globex');
  await expect(panel.aside.getByLabel('[CSM NAME]', {exact: true})).toHaveValue('Dana Reyes');
  await expect(panel.aside.getByLabel('[CSM USERNAME]', {exact: true})).toHaveValue('dana');
  await expect(panel.aside.getByLabel('[DATE]', {exact: true})).not.toHaveValue('');
  for (const label of [
    'SPONSOR NAME',
    'TECHNICAL LEAD',
    'FIRST GOAL',
    'SECOND GOAL',
    'TARGET DATE',
    'MEETING DAY',
    'SLACK CHANNEL',
  ]) {
    await panel.aside.getByLabel(`[${label}]`, {exact: true}).fill(`the ${label.toLowerCase()}`);
  }
  await expect(panel.aside.getByText('11 of 11 filled')).toBeInViewport();
  const lines = panel.aside.getByRole('region', {name: 'Changed lines'}).getByRole('listitem');
  await expect(lines.first().getByRole('deletion')).toHaveText('[CUSTOMER NAME]');
  await expect(lines.first().getByRole('insertion')).toHaveText('Globex');
  await panel.aside.getByRole('button', {name: 'Commit to main'}).click();
  await panel.expectVerdict('readme', 'pass');
  const {commits} = sandbox.world.project(paths.globex).repository;
  expect(commits).toHaveLength(2);
  expect(commits[0]?.message).toMatch(/^Fill in the README \(\d+ placeholders\)$/);
  const after = decode(sandbox.world.readFile(paths.globex, 'README.md'));
  expect(after).toContain('| Customer Success Manager | Dana Reyes | @dana |');
  expect(after).toContain('- [ ] Agree on the goals with Globex');
  expect(after).toContain('include: [template.yml]');
  await panel.undoForSure('readme');
  await panel.expectVerdict('readme', 'fail');
  expect(decode(sandbox.world.readFile(paths.globex, 'README.md'))).toBe(before);
});

test('a protected branch: a merge request instead, the row waits for it, undo closes it', async ({
  page,
  panel,
  sandbox,
}) => {
  const project = sandbox.world.project(paths.globex);
  project.repository.pushLevel = 'nobody';
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('readme').click();
  await panel.aside.getByLabel('[FIRST GOAL]', {exact: true}).fill('Kept');
  const make = panel.aside.getByRole('button', {name: 'Create merge request'});
  const message = panel.aside.getByRole('textbox', {name: 'Commit message'});
  const branch = panel.aside.getByRole('textbox', {name: 'Branch of the merge request'});
  const summary = panel.aside.getByText('Commit message and branch');
  await summary.click();
  await expect(message).toHaveValue('Fill in the README (5 placeholders)');
  await message.fill('x'.repeat(201));
  await expect(message).toHaveAccessibleDescription(/Shorten it to 200/);
  await expect(make).toHaveAttribute('aria-disabled', 'true');
  await message.fill('Our goal, closes #1\n\nAgreed by phone.');
  await expect(message).toHaveAccessibleDescription(/GitLab closes issues/);
  await branch.fill('our goal');
  await expect(branch).toHaveAccessibleDescription(/can’t contain spaces/);
  await expect(make).toHaveAttribute('aria-disabled', 'true');
  await branch.fill('main');
  await expect(branch).toHaveAccessibleDescription('The branch “main” already exists. Choose another branch name.');
  await expect(make).toHaveAttribute('aria-disabled', 'true');
  await branch.fill('taken');
  project.repository.commitToBranch('taken', 'Mine', 'sam', []);
  await make.click();
  await expect(branch).toBeFocused();
  await expect(branch).toHaveAccessibleDescription('The branch “taken” already exists. Choose another branch name.');
  await branch.fill('our-goal');
  // What was typed is there again when the form is.
  await panel.fix('readme').click();
  await expect(make).toBeHidden();
  await panel.fix('readme').click();
  await summary.click();
  await expect(branch).toHaveValue('our-goal');
  await make.click();
  await expect(panel.row('readme')).toContainText('Merge request !1 fills in placeholders and waits to be merged.');
  expect(project.mergeRequests).toMatchObject([{title: 'Our goal, closes #1', source: 'our-goal', state: 'opened'}]);
  expect(decode(sandbox.world.readFile(paths.globex, 'README.md'))).toContain('[FIRST GOAL]');
  await panel.undoForSure('readme');
  await expect(panel.row('readme')).not.toContainText('waits to be merged');
  expect(project.mergeRequests).toMatchObject([{state: 'closed'}]);
  expect([...project.repository.branches.keys()]).toEqual(['taken']);

  await panel.fix('readme').click();
  await panel.aside.getByRole('button', {name: 'Use “Kept”, used for this customer and undone'}).click();
  await panel.aside.getByRole('button', {name: 'Create merge request'}).click();
  await expect(panel.row('readme')).toContainText('Merge request !2');
  sandbox.world.merge(paths.globex, 2);
  await page.reload();
  await panel.settled();
  await expect(panel.row('readme')).not.toContainText('waits to be merged');
  expect(decode(sandbox.world.readFile(paths.globex, 'README.md'))).toContain('1. Kept');
});

test('W8: a commit that a push rule refuses can have another message, its undo too', async ({page, panel, sandbox}) => {
  const rule = {
    method: 'POST',
    path: /\/repository\/commits$/,
    times: 1,
    status: 400,
    body: {message: "Commit message does not follow the pattern '^ABC-'"},
  };
  const commits = () => sandbox.world.project(paths.globex).repository.commits.map(({message}) => message);
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('readme').click();
  await panel.aside.getByLabel('[FIRST GOAL]', {exact: true}).fill('Ruled');
  await expect(panel.aside.getByLabel('Commit message')).toBeHidden();
  sandbox.faults.add(rule);
  await panel.aside.getByRole('button', {name: 'Commit to main'}).click();
  await expect(panel.row('readme').getByRole('alert')).toContainText('A push rule of the project rejects this commit.');
  const message = panel.aside.getByRole('textbox', {name: 'Commit message'});
  await expect(message).toHaveValue('Fill in the README (5 placeholders)');
  await expect(message).toBeFocused();
  await message.fill('ABC-1 Fill in');
  await panel.aside.getByRole('button', {name: 'Commit to main'}).click();
  await expect(panel.undo('readme')).toHaveCount(1);
  expect(commits()[0]).toBe('ABC-1 Fill in');
  sandbox.faults.add(rule);
  await panel.undoForSure('readme');
  await expect(message).toHaveValue('Undo: ABC-1 Fill in');
  await message.fill('ABC-1 Undo');
  await panel.sure('readme').click();
  await expect(panel.undo('readme')).toHaveCount(0);
  expect(commits()[0]).toBe('ABC-1 Undo');
});

test('shows the result as GitLab renders it, as plain elements and texts', async ({page, panel}) => {
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('readme').click();
  await panel.unfoldFilled();
  await panel.aside.getByLabel('[CUSTOMER NAME]', {exact: true}).fill('<b>Globex</b> & *Sons*');
  await panel.aside.getByRole('button', {name: 'Preview'}).click();
  const shown = panel.aside.getByRole('region', {name: 'As GitLab renders it'});
  await expect(shown).toContainText('Welcome to the collaboration project of');
  await expect(shown.locator('img, script, a')).toHaveCount(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await panel.aside.getByLabel('[CUSTOMER NAME]', {exact: true}).fill('Globex');
  await expect(shown).toHaveCount(0);
});

test('brackets are marked on the page, late and scrolled too; a click opens their field; a setting ends it @firefox', async ({
  page,
  panel,
  sandbox,
}) => {
  const dates = '# Plan\n\n'.repeat(60);
  sandbox.world.commitFile(paths.globex, 'README.md', `# [NAME]\n\n${dates}Until [END DATE], not \`[CODE]\`\n`);
  await page.goto(places.globex);
  await panel.settled();
  const marks = page.locator('csm-checklist .mark');
  await expect(marks).toHaveCount(1);
  const before = await page.locator('.readme-holder').evaluate(element => element.outerHTML);
  const place = () => marks.first().evaluate(element => Math.round(element.getBoundingClientRect().top));
  const text = () =>
    page.evaluate(() => {
      const range = document.createRange();
      const heading = document.querySelector('.readme-holder h1');
      if (heading) range.selectNodeContents(heading);
      return Math.round(range.getBoundingClientRect().top);
    });
  await expect.poll(place).toBe(await text());
  await page.locator('.js-static-panel-inner').evaluate(element => element.scrollBy(0, 40));
  await expect.poll(place).toBe(await text());
  await panel.aside.getByRole('button', {name: 'Close CSM checklist'}).click();
  await page.locator('.js-static-panel-inner').evaluate(element => element.scrollTo(0, element.scrollHeight));
  await expect(page.getByTitle('Fill in [END DATE]')).toBeVisible();
  await page.getByTitle('Fill in [END DATE]').click();
  await expect(panel.aside.getByLabel('[END DATE]', {exact: true})).toBeFocused();
  expect(await page.locator('.readme-holder').evaluate(element => element.outerHTML)).toBe(before);

  // GitLab renders a README late, and anew.
  await page.locator('.readme-holder').evaluate(element => {
    element.innerHTML = '<div class="md"><p>Later: <em>[END</em> DATE]</p></div>';
  });
  await page.locator('.js-static-panel-inner').evaluate(element => element.scrollTo(0, 0));
  await expect(marks.first()).toHaveAttribute('title', 'Fill in [END DATE]');
  await panel.aside.getByText('What counts as a placeholder').click();
  await panel.aside.getByLabel('Highlight placeholders on the project’s page').uncheck();
  await expect(marks).toHaveCount(0);
  await page.reload();
  await panel.settled();
  await drawn(page);
  await expect(marks).toHaveCount(0);
});

test('a draft outlives the page, until it is committed @firefox', async ({page, panel}) => {
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('readme').click();
  const form = panel.aside.getByRole('form', {name: 'Fill in README.md'});
  const field = (name: string) => form.getByLabel(name, {exact: true});
  const message = field('Commit message');
  await field('[FIRST GOAL]').fill('Faster pipelines');
  await field('More about [SLACK CHANNEL]').click();
  await field('[SLACK CHANNEL]').locator('..').getByRole('button', {name: 'Keep as it is'}).click();
  await expect(form).toContainText('[SLACK CHANNEL] stays as it is.');
  // The pressed button is gone; the keys still go to the form.
  await expect(form.getByRole('button', {name: 'Fill in [SLACK CHANNEL]'})).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await panel.fix('readme').click();
  // Left at once, before the draft is kept as it is after each pause.
  await form.getByText('Commit message', {exact: true}).first().click();
  await message.fill('Fill in for the kick-off');
  await field('[SECOND GOAL]').fill('Fewer tools');
  await page.reload();
  await panel.settled();
  await expect(field('[FIRST GOAL]')).toHaveValue('Faster pipelines');
  await expect(field('[SECOND GOAL]')).toHaveValue('Fewer tools');
  await expect(form).toContainText('[SLACK CHANNEL] stays as it is.');
  await expect(message).toHaveValue('Fill in for the kick-off');
  await form.getByRole('button', {name: 'Commit to main'}).click();
  await expect(panel.undo('readme')).toHaveCount(1);
  await expect(form).toBeHidden();
  await page.reload();
  await panel.settled();
  await panel.fix('readme').click();
  await expect(field('[MEETING DAY]')).toHaveValue('');
  await expect(message).toHaveValue('Fill in the README');
});

test('a value for each place, one of many lines, and Enter goes on', async ({page, panel, sandbox}) => {
  sandbox.world.commitFile(paths.globex, 'README.md', '# [NAME]\n\n| Who | [NAME] |\n|---|---|\n| Why | [GOAL] |\n');
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('readme').click();
  await panel.aside.getByLabel('More about [NAME]', {exact: true}).click();
  await panel.aside.getByRole('button', {name: 'Different value per place'}).click();
  await panel.aside.getByLabel('[NAME] in line 1', {exact: true}).fill('Globex');
  await panel.aside.getByLabel('[NAME] in line 3', {exact: true}).fill('a|b');
  await page.keyboard.press('Enter');
  const goal = panel.aside.getByLabel('[GOAL]', {exact: true});
  await expect(goal).toBeFocused();
  await page.keyboard.type('one');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('Control+Enter');
  await panel.expectVerdict('readme', 'pass');
  expect(decode(sandbox.world.readFile(paths.globex, 'README.md'))).toBe(
    '# Globex\n\n| Who | a\\|b |\n|---|---|\n| Why | one<br>two |\n',
  );
});

test('the wide editor: the README beside its fields, by keyboard, and back without a loss @firefox', async ({
  page,
  panel,
  sandbox,
}) => {
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('readme').click();
  const editor = page.getByRole('dialog', {name: 'Fill in README.md'});
  const files = editor.getByRole('region', {name: 'Files with placeholders'});
  const field = (name: string) => editor.getByLabel(`[${name}]`, {exact: true});
  const mark = (name: string) => files.getByRole('button', {name}).first();
  await field('FIRST GOAL').focus();
  await page.keyboard.type('Faster pipelines');
  await editor.getByRole('button', {name: 'Open wide editor'}).press('Enter');
  await expect(field('SPONSOR NAME')).toBeFocused();
  await expect(mark('Globex, for [CUSTOMER NAME]')).toHaveText('Globex');
  await expect(mark('Faster pipelines, for [FIRST GOAL]')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await mark('[SLACK CHANNEL], empty').press('Enter');
  await expect(field('SLACK CHANNEL')).toBeFocused();
  await page.keyboard.type('#csm-help');
  await expect(mark('#csm-help, for [SLACK CHANNEL]')).toBeInViewport();
  // A folded field is unfolded.
  await mark('Globex, for [CUSTOMER NAME]').click();
  await expect(field('CUSTOMER NAME')).toBeFocused();
  await editor.getByRole('button', {name: 'Preview'}).click();
  await expect(editor.getByRole('region', {name: 'As GitLab renders it'})).toContainText(
    'Ask in the channel #csm-help',
  );
  await page.keyboard.press('Escape');
  await expect(files).toHaveCount(0);
  await expect(editor.getByRole('button', {name: 'Open wide editor'})).toBeFocused();
  await expect(field('SLACK CHANNEL')).toHaveValue('#csm-help');
  await page.keyboard.press('Enter');
  await expect(editor.getByRole('button', {name: 'Close wide editor'})).toBeVisible();

  // It opens as it was left, and says itself what went wrong.
  await page.reload();
  await panel.settled();
  await expect(files).toBeVisible();
  await field('SPONSOR NAME').focus();
  // What was typed is discarded here too, after a question; the editor stays.
  await page.keyboard.press('End');
  await editor.getByRole('button', {name: 'Discard draft'}).press('Enter');
  await page.keyboard.press('Escape');
  await expect(editor.getByRole('button', {name: 'Discard draft'})).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await editor.getByRole('button', {name: 'Discard for good'}).press('Enter');
  await expect(field('SPONSOR NAME')).toBeFocused();
  await expect(files).toBeVisible();
  await expect(field('SLACK CHANNEL')).toHaveValue('');
  await field('SLACK CHANNEL').fill('#csm-help');
  await field('SPONSOR NAME').focus();
  await page.keyboard.type('Hank Scorpio');
  const commits = {method: 'POST', path: /\/repository\/commits$/, times: 1, status: 403};
  sandbox.faults.add(commits);
  await page.keyboard.press('Control+Enter');
  await expect(editor.getByRole('alert')).toBeInViewport();
  await editor.getByRole('button', {name: 'Commit to main'}).click();
  await expect(panel.undo('readme')).toHaveCount(1);
  await expect(editor).toHaveCount(0);
  await expect(panel.row('readme')).toBeFocused();
  expect(decode(sandbox.world.readFile(paths.globex, 'README.md'))).toContain('Ask in the channel #csm-help');
});
