import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {expect} from '@playwright/test';
import {startSandbox} from '../sandbox/index.ts';
import {PanelDriver, places} from '../tests/e2e/support/fixtures.ts';
import {type BrowserName, launch, signIn} from '../tests/e2e/support/launch.ts';

const {values} = parseArgs({
  options: {headless: {type: 'boolean', default: false}, browser: {type: 'string', default: 'chromium'}},
});
const output = path.resolve(import.meta.dirname, '../demo-output');
const narrow = {width: 360, height: 740};
const wide = {width: 1280, height: 800};

const sandbox = await startSandbox();
const {context, close} = await launch(values.browser as BrowserName, {
  sandboxPort: sandbox.port,
  headless: values.headless,
});
await signIn(context, sandbox.world, 'dana');
const page = context.pages()[0] ?? (await context.newPage());
const panel = new PanelDriver(page);

/** Does the main job as a CSM would, and keeps a picture of each step. */
async function mainJob(): Promise<void> {
  await mkdir(output, {recursive: true});
  const steps: string[] = [];
  const shoot = async (name: string, what: string) => {
    const file = `${String(steps.length + 1).padStart(2, '0')}-${name}.png`;
    await page.screenshot({path: path.join(output, file)});
    steps.push(`${file.padEnd(34)} ${what}`);
  };
  const dana = sandbox.world.user('dana');

  await page.goto(places.globex);
  await panel.settled();
  await shoot('checklist', 'Globex: the checklist as the CSM finds it');

  for (const id of ['visibility', 'name', 'notifications']) {
    await panel.fix(id).click();
    await panel.expectVerdict(id, 'pass');
  }
  await shoot('one-click', 'private, renamed and watched, one click each, each with an Undo');

  await panel.fix('readme').click();
  await panel.aside.getByRole('button', {name: /^Use all/}).click();
  await panel.aside.getByLabel('[SPONSOR NAME]', {exact: true}).fill('Hank Scorpio');
  await shoot('readme-fields', 'the README’s brackets with the values that are known');
  await panel.aside.getByRole('heading', {name: /lines? changes?$/}).scrollIntoViewIfNeeded();
  await shoot('readme-lines', 'the changed lines before the commit');
  await panel.aside.getByRole('button', {name: 'Commit to main'}).click();
  await expect(panel.undo('readme')).toBeVisible();
  await shoot('readme-committed', 'committed; what is still open stays listed');

  await panel.fix('members').click();
  await panel.aside
    .getByLabel('Mail addresses and usernames')
    .fill('Hank Scorpio <hank@globex.example>, ann@globex.example; Frank Grimes');
  await panel.aside.getByRole('button', {name: /^Invite \d/}).scrollIntoViewIfNeeded();
  await shoot('invite', 'a pasted list of the customer’s people, and what becomes of each');
  await panel.aside.getByRole('button', {name: /^Invite \d/}).click();
  await panel.expectVerdict('members', 'pass');

  dana.colorMode = 'dark';
  await page.reload();
  await panel.settled();
  await shoot('dark', 'the same page in GitLab’s dark mode');
  sandbox.generation = 'classic';
  await page.reload();
  await panel.settled();
  await shoot('classic-dark', 'on the older page layout');
  dana.colorMode = 'light';
  await page.setViewportSize(narrow);
  await page.reload();
  await expect(panel.tab).toContainText('of 8');
  await shoot('narrow-closed', 'a window of 360 px: closed to its tab');
  await panel.tab.click();
  await shoot('narrow', 'a window of 360 px: open');
  await panel.aside.getByRole('button', {name: 'Close CSM checklist'}).click();
  await page.setViewportSize(wide);
  sandbox.generation = 'panels';

  await page.goto(places.initech);
  await expect(panel.tab).toContainText('of 8');
  await panel.tab.click();
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  await expect(panel.aside.getByText('One person loses access')).toBeVisible();
  await shoot('move', 'what the move from pre-sales will do');
  await panel.aside.getByRole('button', {name: 'Move to emea/initech'}).click();
  await page.waitForURL('**/emea/initech/**');
  await panel.settled();
  await shoot('moved', 'at the new address');
  await page.goto(places.globexGroup);
  await panel.expectVerdict('group-visibility', 'fail');
  await shoot('group', 'a customer group');

  console.log(`\nThe main job was done in ${values.browser}. Pictures in ${output}:\n`);
  for (const step of steps) console.log(`  ${step}`);
  console.log(`\n${sandbox.log.length} requests to the sandbox, none elsewhere.`);
}

if (values.headless) await mainJob();
else {
  await page.goto(places.globex);
  console.log('The demo customer is open. Close the browser to end the demo.');
  await new Promise(resolve => context.on('close', resolve));
}
await close();
await sandbox.close();
