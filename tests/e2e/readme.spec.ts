import {expect, paths, places, test} from './support/fixtures.ts';
import {drawn} from './support/watch.ts';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

test('shows the result as GitLab renders it, as plain elements and texts', async ({page, panel}) => {
  await page.goto(places.globex);
  await panel.settled();
  // A window at 200 %.
  await page.setViewportSize({width: 640, height: 400});
  await panel.fix('readme').press('Enter');
  const first = panel.row('readme').locator('textarea:focus');
  await expect(first).toBeVisible();
  const [field, bar] = await Promise.all([
    first.boundingBox(),
    panel.row('readme').locator('.editor-bar').boundingBox(),
  ]);
  expect((field?.y ?? 0) + (field?.height ?? 0), 'it is not below the bar').toBeLessThanOrEqual(bar?.y ?? 0);
  await page.setViewportSize({width: 1280, height: 720});
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
