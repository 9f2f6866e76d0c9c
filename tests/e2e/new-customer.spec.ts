import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Locator} from '@playwright/test';
import {expect, type PanelDriver, paths, places, test} from './support/fixtures.ts';
import {allStepsDone} from './support/flows.ts';
import {Hand} from './support/hand.ts';

const logo = readFileSync(path.resolve(import.meta.dirname, '../../public/icons/128.png'));
const emea = `${places.root}/emea`;
const stark = `${paths.root}/emea/stark-industries`;
const project = `${stark}/customer-collaboration-project`;

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

/** Fills in the form of a new customer, as far as the summary. */
async function fillIn(panel: PanelDriver, hand = new Hand(), name = 'Stark Industries') {
  await hand.click(panel.aside.getByRole('button', {name: 'Set up a customer'}));
  await panel.aside.getByLabel('Customer’s name', {exact: true}).fill(name);
  await hand.file(panel.aside.getByLabel('Logo', {exact: true}), 'logo.png', logo);
  const people = panel.aside.getByLabel('People to invite as Developers');
  await panel.pastePeople(people, 'pepper@stark.example, tony@stark.example');
  await expect(panel.aside.getByText(/^\d+ filled automatically$/)).toBeVisible();
}

test('sets a customer up from nothing to a green checklist, without a page load', async ({page, panel, sandbox}) => {
  await page.goto(emea);
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  const hand = new Hand();
  await fillIn(panel, hand);
  for (const label of await panel.aside.locator('textarea.value').all()) {
    if ((await label.inputValue()) === '') await label.fill('something');
  }
  // What is to be rendered is sent, and changes nothing.
  const writes = () => sandbox.log.filter(({method, path}) => method !== 'GET' && path !== '/markdown').length;
  const before = writes();
  await panel.aside.getByRole('button', {name: 'Open wide editor'}).click();
  const editor = page.getByRole('dialog', {name: 'Placeholders in the README and the issue templates'});
  await expect(editor.getByRole('button', {name: 'Stark Industries, for [CUSTOMER NAME]'}).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.aside.getByRole('button', {name: 'Open wide editor'})).toBeFocused();
  // Who is typed is taken in and looked up with the press that goes on.
  await panel.aside.getByLabel('People to invite as Developers').fill('@kim');
  await hand.click(panel.aside.getByRole('button', {name: 'Review', exact: true}));
  const summary = panel.aside.getByRole('region', {name: 'What will happen'});
  await expect(summary).toContainText('Create private group “Stark Industries”');
  await expect(summary).toContainText('“Stark Industries Customer Collaboration Project”');
  await expect(summary).toContainText('[CUSTOMER NAME] → Stark Industries');
  expect(writes()).toBe(before);
  await hand.click(panel.aside.getByRole('button', {name: 'Set up Stark Industries'}));
  await expect(allStepsDone(panel)).toBeVisible({timeout: 30_000});
  await expect(panel.aside.getByRole('region', {name: /is ready: \d+ done, 3 need you$/})).toBeFocused();
  await expect(panel.row('pre-sales').getByRole('form'), 'what needs somebody first is open').toBeVisible();
  await expect(panel.aside.getByRole('region', {name: /is ready/}), 'and takes the focus from nothing').toBeFocused();
  // Its button is the one to be pressed next only once somebody is at it; until then that opens the project.
  const ground = (control: Locator) => control.evaluate(element => getComputedStyle(element).backgroundColor);
  const leading = panel.aside.getByRole('link', {name: 'Open project'});
  const search = panel.row('pre-sales').getByRole('button', {name: 'Search projects'});
  const colours = [await ground(leading), await ground(search)];
  expect(colours[0]).not.toBe(colours[1]);
  await search.focus();
  await expect.poll(async () => [await ground(leading), await ground(search)]).toEqual([...colours].reverse());
  const made = sandbox.world.project(project);
  expect(made.visibility).toBe('private');
  expect(sandbox.world.group(stark).visibility).toBe('private');
  expect(made.avatar).not.toBeNull();
  expect(made.invitations.map(({email, level}) => [email, level])).toEqual([
    ['pepper@stark.example', 30],
    ['tony@stark.example', 30],
  ]);
  expect(made.repository.commits).toHaveLength(2);
  for (const id of ['pre-sales', 'maintainers', 'introduced']) await hand.click(panel.fix(id));
  await expect(panel.aside.getByText('Stark Industries is ready: everything is done')).toBeVisible();
  expect(hand.clicks).toBeLessThanOrEqual(8);
  await expect(panel.aside.getByLabel('Introduction')).toHaveValue(/Hi Stark Industries team/);
  await expect(panel.aside.getByRole('link', {name: 'Email 2 people'})).toHaveAttribute(
    'href',
    /^mailto:pepper@stark\.example,tony@stark\.example\?subject=[^&]+&body=Hi%20Stark/,
  );
  await expect(panel.aside.getByRole('link', {name: 'Open as issue'})).toHaveAttribute(
    'href',
    /stark-industries\/customer-collaboration-project\/-\/issues\/new\?issue\[title\]=/,
  );
  expect(loads).toBe(0);
  await panel.aside.getByRole('button', {name: 'Close summary'}).click();
  await expect(panel.aside.getByRole('button', {name: 'Set up a customer'})).toBeVisible();
  await expect(panel.aside.getByText('In progress', {exact: true})).toHaveCount(0);
  const listed = panel.aside.getByRole('listitem').filter({hasText: 'stark-industries'});
  await expect(listed, 'it is in the list, with how far it is').toContainText(/\d+ of \d+ done/);
});

test('what is there already is said before anything is done', async ({page, panel, sandbox}) => {
  await page.goto(places.root);
  await panel.aside.getByRole('button', {name: 'Set up a customer'}).click();
  const name = panel.aside.getByLabel('Customer’s name', {exact: true});
  const see = panel.aside.getByRole('button', {name: 'Review', exact: true});
  await expect(panel.aside.getByText('Enter the customer’s name.')).toBeVisible();
  await expect(see).toHaveAttribute('aria-disabled', 'true');
  await name.fill('ستارك');
  await expect(panel.aside.getByText('GitLab can’t make a path from this name.')).toBeVisible();
  await name.fill('ACME Inc.');
  await panel.aside.getByLabel('Segment', {exact: true}).selectOption('apac');
  await see.click();
  await expect(panel.aside.getByText('A group with a similar name exists.')).toBeVisible();
  await expect(panel.aside.getByRole('link', {name: 'Acme', exact: true})).toBeVisible();
  await panel.aside.getByRole('button', {name: `Use Acme: ${paths.root}/emea/acme`}).click();
  await expect(panel.aside.getByRole('region', {name: 'What will happen'})).toContainText(
    'Use the existing group “Acme” (gitlab-com/account-management/emea/acme).',
  );
  expect(sandbox.log.every(({method}) => method === 'GET')).toBe(true);
  await page.keyboard.press('Escape');
  await expect(see).toBeFocused();
  const discard = panel.aside.getByRole('button', {name: 'Discard draft', exact: true});
  await discard.click();
  await page.keyboard.press('Escape');
  await expect(discard).toBeFocused();
  await expect(panel.aside.getByRole('button', {name: 'Discard for good'})).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(panel.aside.getByRole('button', {name: 'Resume: Set up Acme'})).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(name, 'what was typed is kept').toHaveValue('Acme');
  await discard.click();
  await panel.aside.getByRole('button', {name: 'Discard for good'}).click();
  await expect(panel.aside.getByRole('button', {name: 'Set up a customer'})).toBeVisible();
  await expect(panel.aside.getByText('In progress', {exact: true})).toHaveCount(0);
});

test('what was typed is there again on another page; nobody else sees it @firefox', async ({page, panel, signIn}) => {
  await page.goto(emea);
  await fillIn(panel);
  await expect(panel.aside.getByRole('img', {name: 'The logo as a square'})).toBeVisible();
  await page.goto(places.acme);
  await panel.aside.getByRole('button', {name: 'Resume: Set up Stark Industries'}).click();
  await expect(panel.aside.getByLabel('Customer’s name', {exact: true})).toHaveValue('Stark Industries');
  await expect(panel.person('pepper@stark.example')).toBeVisible();
  await expect(panel.aside.getByRole('img', {name: 'The logo as a square'})).toBeVisible();
  await panel.aside.getByRole('button', {name: 'Close for now'}).click();
  await panel.settled();
  await signIn('robin');
  await page.goto(places.acme);
  await panel.settled();
  await expect(panel.aside.getByText('In progress', {exact: true})).toHaveCount(0);
});
