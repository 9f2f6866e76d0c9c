import {mkdir, rm} from 'node:fs/promises';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {expect} from '@playwright/test';
import {startSandbox} from '../sandbox/index.ts';
import {addCustomers} from '../sandbox/many.ts';
import {PanelDriver, places} from '../tests/e2e/support/fixtures.ts';
import {type BrowserName, launch, signIn} from '../tests/e2e/support/launch.ts';
import {search, showAll} from '../tests/e2e/support/portfolio.ts';

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

const steps: string[] = [];

/** Keeps a picture of the page as it is. */
async function shoot(name: string, what: string): Promise<void> {
  const file = `${String(steps.length + 1).padStart(2, '0')}-${name}.png`;
  // What came to lie under the pointer looks disabled for a moment.
  await expect(page.locator('csm-checklist [data-settling]')).toHaveCount(0);
  await page.screenshot({path: path.join(output, file)});
  steps.push(`${file.padEnd(34)} ${what}`);
}

/** What only a person knows of the first customer. */
const byHand = {
  'SPONSOR NAME': 'Hank Scorpio',
  'TECHNICAL LEAD': 'Frank Grimes',
  'FIRST GOAL': 'Faster pipelines',
  'SECOND GOAL': 'One platform',
  'TARGET DATE': 'March 2027',
  'MEETING DAY': 'Tuesday',
  'SLACK CHANNEL': '#csm-help',
};
const inTemplates = {
  'MEETING DATE': 'the first Tuesday of the month',
  'FIRST TOPIC': 'What went well since the last meeting',
  'NOTE TAKER': 'Dana Reyes',
  'DESCRIPTION OF THE NEED': 'What you need, and what it is for',
};

/** Everything that Globex needs, item by item. */
async function newCustomer(): Promise<void> {
  await page.goto(places.globex);
  await panel.settled();
  await shoot('checklist', 'Globex: the checklist as the CSM finds it');

  await panel.fixAll.click();
  await shoot('fix-all', 'everything that needs no answer, before it is done');
  const box = panel.aside.getByRole('region', {name: 'Fix all'});
  await box.getByRole('button', {name: /^Make \d+ changes?/}).click();
  await expect(panel.aside.getByRole('button', {name: 'Undo all'})).toBeVisible();
  await shoot('fix-all-done', 'what is left, and the way back');

  await panel.fix('avatar').click();
  await panel.aside.getByRole('button', {name: 'Use the group’s logo'}).click();
  await panel.aside.getByLabel('Logo', {exact: true}).setInputFiles({
    name: 'globex.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="160"><rect width="240" height="160" fill="#1f4e79"/><circle cx="120" cy="80" r="56" fill="none" stroke="#fff" stroke-width="14"/></svg>',
    ),
  });
  await panel.aside.getByRole('img', {name: 'The logo as a circle'}).scrollIntoViewIfNeeded();
  await shoot('logo', 'a logo as GitLab will show it, before it is uploaded');
  await panel.aside.getByRole('button', {name: 'Upload this logo'}).click();
  await panel.expectVerdict('avatar', 'pass');

  await panel.fix('readme').click();
  await panel.unfoldFilled();
  for (const [text, value] of Object.entries(byHand)) {
    await panel.aside.getByLabel(`[${text}]`, {exact: true}).fill(value);
  }
  await panel.aside.getByLabel('[CUSTOMER NAME]', {exact: true}).scrollIntoViewIfNeeded();
  await shoot('readme-fields', 'the README’s placeholders with the values that are known');
  await panel.aside.getByRole('heading', {name: /lines? changes?$/}).scrollIntoViewIfNeeded();
  await shoot('readme-lines', 'the changed lines before the commit');
  await panel.aside.getByRole('button', {name: 'Preview'}).click();
  await panel.aside.getByRole('region', {name: 'As GitLab renders it'}).scrollIntoViewIfNeeded();
  await shoot('readme-rendered', 'the result as GitLab renders it, in plain elements');
  await panel.aside.getByRole('button', {name: 'Commit to main'}).click();
  await panel.expectVerdict('readme', 'pass');

  await panel.fix('issue-templates').click();
  for (const [text, value] of Object.entries(inTemplates)) {
    await panel.aside.getByLabel(`[${text}]`, {exact: true}).fill(value);
  }
  await shoot('issue-templates', 'the issue templates in the same editor');
  await panel.aside.getByRole('button', {name: 'Commit to main'}).click();
  await panel.expectVerdict('issue-templates', 'pass');

  await panel.fix('members').click();
  await panel.pastePeople(
    panel.aside.getByLabel('Email addresses or usernames'),
    'Hank Scorpio <hank@globex.example>, ann@globex.example; Frank Grimes',
  );
  await panel.aside.getByRole('button', {name: /^Invite \d/}).scrollIntoViewIfNeeded();
  await shoot('invite', 'a pasted list of the customer’s people, and what becomes of each');
  await panel.aside.getByRole('button', {name: /^Invite \d/}).click();
  // A name alone is nobody who could be invited: the item is done without it.
  await expect(panel.row('members')).toContainText('1 person isn’t invited: Frank Grimes.');
  await panel.aside.getByRole('button', {name: 'Remove Frank Grimes'}).click();
  await panel.expectVerdict('members', 'pass');
  await page.keyboard.press('Escape');

  await panel.act('maintainers', 'Change roles');
  await panel.aside.getByLabel('ann@globex.example invited').selectOption('Maintainer');
  await shoot('roles', 'a Maintainer is made');
  await panel.aside.getByRole('button', {name: 'Change 1 role'}).click();
  await expect(panel.undo('maintainers')).toHaveCount(1);
  await panel.act('maintainers', 'Mark as done with a note');
  await panel.aside.getByLabel('Note', {exact: true}).fill('Ann only, agreed by phone');
  await shoot('tick', 'an item that only a person can judge');
  await panel.aside.getByRole('form').getByRole('button', {name: 'Mark as done'}).click();
  await panel.expectVerdict('maintainers', 'pass');

  await panel.act('pre-sales', /^Mark as not applicable/);
  await panel.aside.getByLabel('Why isn’t this applicable?').fill('The customer didn’t come from pre-sales');
  await shoot('waive', 'an item that isn’t applicable');
  await panel.aside.getByRole('button', {name: 'Mark as not applicable', exact: true}).click();
  await panel.expectVerdict('pre-sales', 'waived');

  await panel.act('introduced', 'Write introduction');
  await panel.aside.getByRole('button', {name: 'Copy introduction', exact: true}).scrollIntoViewIfNeeded();
  await shoot('introduction', 'an introduction to copy');
  await panel.fix('introduced').click();
  await panel.expectVerdict('introduced', 'pass');

  await panel.unfoldDone();
  await shoot('all-done', 'what is done, a line each');
  await panel.menu('Journal');
  await panel.aside.getByRole('button', {name: 'Copy as Markdown'}).scrollIntoViewIfNeeded();
  await shoot('journal', 'the journal: everything that was changed, to be undone or copied');
}

/** A project that is still in pre-sales, up to its new address. */
async function fromPreSales(): Promise<void> {
  await page.goto(places.initech);
  await panel.settled();
  await shoot('pre-sales', 'Initech: a customer from pre-sales');
  await panel.act('issues-reviewed', 'Show open issues');
  await panel.aside.getByLabel('#2 Pricing, internal').check();
  await shoot('issues', 'the open issues, to close or delete before the move');
  await panel.aside.getByRole('button', {name: 'Delete 1'}).click();
  await shoot('issues-sure', 'what is deleted is asked for twice');
  await panel.row('issues-reviewed').getByRole('form').getByRole('button', {name: 'Delete 1 issue'}).click();
  await expect(panel.row('issues-reviewed')).toContainText('2 open issues.');
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  await expect(panel.aside.getByText('1 person loses the access')).toBeVisible();
  await shoot('move', 'what the move from pre-sales will do');
  await panel.aside.getByRole('button', {name: 'Move to emea/initech'}).click();
  await page.waitForURL('**/emea/initech/**');
  await panel.settled();
  await shoot('moved', 'at the new address');
}

/** The next customer's README, after one was filled in by hand. */
async function nextCustomer(): Promise<void> {
  await page.goto(places.umbrella);
  await panel.settled();
  await panel.fix('readme').click();
  await panel.aside.getByLabel('[SPONSOR NAME]', {exact: true}).scrollIntoViewIfNeeded();
  await shoot(
    'next-customer',
    'the next customer’s README: what is known is filled in, another customer’s values are offered one by one',
  );
  for (const [text, value] of Object.entries(byHand)) {
    await panel.aside.getByLabel(`[${text}]`, {exact: true}).fill(value);
  }
  await panel.aside.getByRole('button', {name: 'Commit to main'}).click();
  await panel.expectVerdict('readme', 'pass');
}

/** A customer that was another CSM's. */
async function fromAnotherCsm(): Promise<void> {
  await page.goto(places.hooli);
  await panel.settled();
  await shoot('handover', 'Hooli: a customer from another CSM');
  await panel.act('handover-review', 'Show members and settings');
  await panel.row('handover-review').scrollIntoViewIfNeeded();
  await shoot('overview', 'members and settings at a glance');
}

/** A customer from nothing, without leaving the segment's page. */
async function setUp(): Promise<void> {
  const {aside} = panel;
  await page.goto(`${places.root}/emea`);
  await aside.getByRole('button', {name: 'Set up a customer'}).click();
  await aside.getByLabel('Customer’s name', {exact: true}).fill('Acme Research');
  await aside.getByLabel('Logo', {exact: true}).setInputFiles({
    name: 'acme.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="#2d6a4f"/><path d="M100 40 160 160H40Z" fill="#fff"/></svg>',
    ),
  });
  await expect(aside.getByRole('img', {name: 'The logo as a square'})).toBeVisible();
  const people = aside.getByLabel('People to invite as Developers');
  await people.fill('ann@acme.example, @wile.coyote');
  await people.press('End');
  await people.press('Enter');
  await expect(aside.getByText('Wile E. Coyote')).toBeVisible();
  await aside.getByLabel('Customer’s name', {exact: true}).scrollIntoViewIfNeeded();
  await shoot('set-up', 'a new customer: what is asked for');
  const review = aside.getByRole('button', {name: 'Review', exact: true});
  // A button that has just come under the hand does nothing for half a second.
  await expect(async () => {
    if (await review.isVisible()) await review.click({timeout: 1_000});
    await expect(aside.getByText('A group with a similar name exists.')).toBeVisible({timeout: 2_000});
  }).toPass();
  await shoot('set-up-summary', 'what will happen, before anything is done, and a group with a similar name');
  sandbox.world.imports.polls = 4;
  const end = sandbox.faults.add({method: 'PUT', path: /notification_settings$/, status: 403});
  await aside.getByRole('button', {name: 'Set up Acme Research'}).click();
  await expect(aside.getByText(/GitLab is creating the project’s files/)).toBeVisible();
  await shoot('set-up-runs', 'step by step');
  await expect(aside.getByRole('button', {name: /^Retry: Turn on your notifications/})).toBeVisible();
  await shoot('set-up-fails', 'a step that GitLab refused, with the reason');
  end();
  await aside.getByRole('button', {name: /^Retry: Turn on your notifications/}).click();
  await expect(aside.getByText(/^All \d+ steps done/)).toBeVisible();
  await aside.getByText(/^Acme Research is ready: /).scrollIntoViewIfNeeded();
  await shoot('set-up-done', 'what is left for a person, on the same page');
  await aside.getByRole('button', {name: 'Close summary'}).click();
  await page.goto(`${places.root}/pre-sales`);
  await expect(aside.getByText('Waiting in pre-sales')).toBeVisible();
  await shoot('waiting', 'the projects that wait in pre-sales');
  await aside.getByRole('button', {name: 'Take over Umbrella'}).click();
  await page.waitForURL(places.umbrella);
  await aside.getByLabel('The SA (Solutions Architect) and SAE (Strategic Account Executive) agreed to this').check();
  await aside.getByRole('radio', {name: 'Commercial'}).check();
  await aside.getByRole('button', {name: 'Review', exact: true}).click();
  await expect(aside.getByRole('button', {name: /^Take over (?!from)/})).toBeVisible();
  await shoot('take-over', 'what taking a project over from pre-sales will do');
  await page.goto(places.hooli);
  await panel.settled();
  await aside.getByRole('button', {name: 'Take over from another CSM'}).click();
  await expect(aside.getByLabel('Replace “Robin Okafor” with')).toHaveValue('Dana Reyes');
  await shoot('hand-over', 'what names the former CSM, and what differs from the checklist');
}

/** All customers at a glance. */
async function allCustomers(): Promise<void> {
  addCustomers(sandbox.world, 40);
  await page.goto(places.root);
  await panel.aside.getByRole('button', {name: 'All customers'}).click();
  const view = page.getByRole('dialog', {name: 'All customers'});
  await showAll(view);
  await expect(view.getByRole('button', {name: 'Refresh', exact: true})).toBeVisible({timeout: 60_000});
  await shoot('portfolio', 'all customers of the root');
  await search(view).fill('hooli');
  await view.locator('[data-customer] th button').click();
  await expect(view.getByRole('region', {name: 'Hooli'})).toContainText('Project is private');
  await shoot('portfolio-customer', 'one customer’s checklist beside the table');
  await page.keyboard.press('Escape');
  await search(view).fill('customer-1');
  await view.getByLabel('Select all shown customers').check();
  await view.getByRole('button', {name: /^Fix selected/}).click();
  const go = view.getByRole('button', {name: /^Make \d+ changes?/});
  await expect(go).toBeVisible({timeout: 60_000});
  await go.scrollIntoViewIfNeeded();
  await shoot('portfolio-fix', 'what Fix selected will do');
  await go.click();
  await expect(view.getByRole('button', {name: 'Undo all changes'})).toBeVisible({timeout: 60_000});
  await shoot('portfolio-fixed', 'a result for each, and the way back');
  sandbox.world.user('dana').colorMode = 'dark';
  await page.reload();
  await panel.aside.getByRole('button', {name: 'All customers'}).click();
  await showAll(view);
  await expect(view.getByRole('button', {name: 'Refresh', exact: true})).toBeVisible({timeout: 60_000});
  await shoot('portfolio-dark', 'the same in GitLab’s dark mode, from what was kept');
  sandbox.world.user('dana').colorMode = 'light';
}

/** The three playbooks in the dark, the older page layout, and a narrow window. */
async function otherLooks(): Promise<void> {
  const dana = sandbox.world.user('dana');
  dana.colorMode = 'dark';
  for (const [name, url] of [
    ['new', places.globex],
    ['handover', places.hooli],
    ['pre-sales', places.umbrella],
  ] as const) {
    await page.goto(url);
    await panel.settled();
    await shoot(`dark-${name}`, 'in GitLab’s dark mode');
  }
  sandbox.generation = 'classic';
  await page.goto(places.globex);
  await panel.settled();
  await shoot('classic-dark', 'on the older page layout');
  dana.colorMode = 'light';
  await page.setViewportSize(narrow);
  await page.reload();
  await expect(panel.tab).toContainText(/of 14/);
  await shoot('narrow-closed', 'a window of 360 px: closed to its tab');
  await panel.tab.click();
  await shoot('narrow', 'a window of 360 px: open');
  await panel.aside.getByRole('button', {name: 'Close CSM checklist'}).click();
  await page.setViewportSize(wide);
  sandbox.generation = 'panels';
  // What was closed in a narrow window is open in a wide one.
  await page.goto(places.globexGroup);
  await expect(panel.row('group-visibility')).toHaveAttribute('data-verdict', /./);
  await shoot('group', 'a customer group');
}

/** Does the main job as a CSM would, and keeps a picture of each step. */
async function mainJob(): Promise<void> {
  await rm(output, {recursive: true, force: true});
  await mkdir(output, {recursive: true});
  await newCustomer();
  await nextCustomer();
  await fromPreSales();
  await fromAnotherCsm();
  await setUp();
  await allCustomers();
  await otherLooks();
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
