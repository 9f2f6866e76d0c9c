import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Page} from '@playwright/test';
import {expect, type PanelDriver, paths, places, test} from './support/fixtures.ts';

const logo = readFileSync(path.resolve(import.meta.dirname, '../../public/icons/128.png'));
const emea = `${places.root}/emea`;
const stark = `${paths.root}/emea/stark-industries`;
const project = `${stark}/customer-collaboration-project`;

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

/** Fills in the form of a new customer, as far as the summary. */
async function fillIn(panel: PanelDriver, name = 'Stark Industries') {
  await panel.aside.getByRole('button', {name: 'Set up a customer'}).click();
  await panel.aside.getByLabel('Customer’s name', {exact: true}).fill(name);
  await panel.aside.getByLabel('Picture', {exact: true}).setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: logo,
  });
  await panel.aside.getByLabel('People to invite as Developers').fill('pepper@stark.example, tony@stark.example');
  await panel.aside.getByRole('button', {name: /^Use all/}).click();
}

const step = (page: Page, id: string) => page.locator(`csm-checklist [data-step="${id}"]`);

test('sets a customer up from nothing to a green checklist, without a page load', async ({page, panel, sandbox}) => {
  await page.goto(emea);
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await fillIn(panel);
  for (const label of await panel.aside.locator('textarea.value').all()) {
    if ((await label.inputValue()) === '') await label.fill('something');
  }
  const before = sandbox.log.filter(({method}) => method !== 'GET').length;
  await panel.aside.getByRole('button', {name: 'See what will happen'}).click();
  const summary = panel.aside.getByRole('region', {name: 'What will happen'});
  await expect(summary).toContainText('The private group “Stark Industries”');
  await expect(summary).toContainText('“Stark Industries Customer Collaboration Project”');
  expect(sandbox.log.filter(({method}) => method !== 'GET').length).toBe(before);
  await panel.aside.getByRole('button', {name: 'Set up Stark Industries'}).click();
  await expect(panel.aside.getByText(/^All \d+ steps are done\./)).toBeVisible({timeout: 30_000});
  const made = sandbox.world.project(project);
  expect(made.visibility).toBe('private');
  expect(sandbox.world.group(stark).visibility).toBe('private');
  expect(made.avatar).not.toBeNull();
  expect(made.invitations.map(({email, level}) => [email, level])).toEqual([
    ['pepper@stark.example', 30],
    ['tony@stark.example', 30],
  ]);
  expect(made.repository.commits).toHaveLength(2);
  for (const id of ['pre-sales', 'maintainers', 'introduced']) await panel.fix(id).click();
  await expect(panel.aside.getByText('Everything is done')).toBeVisible();
  await expect(panel.aside.getByLabel('Introduction')).toHaveValue(/Hello Stark Industries team/);
  expect(loads).toBe(0);
  await panel.aside.getByRole('button', {name: 'Finish'}).click();
  await expect(panel.aside.getByRole('button', {name: 'Set up a customer'})).toBeVisible();
  await expect(panel.aside.getByText('Not finished')).toHaveCount(0);
});
