import {test as base, expect} from '@playwright/test';
import {type Sandbox, startSandbox} from '../../sandbox/index.ts';
import {PanelDriver, paths, places} from './support/fixtures.ts';
import {allStepsDone} from './support/flows.ts';
import {type BrowserName, launch, newProfile, removeProfile, signIn} from './support/launch.ts';

const test = base.extend<{sandbox: Sandbox; profile: string}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of this pattern.
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox();
    await use(sandbox);
    await sandbox.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: the same.
  profile: async ({}, use) => {
    const profile = await newProfile();
    await use(profile);
    await removeProfile(profile);
  },
});

test('a guided flow goes on after the browser was closed in the middle @firefox', async ({sandbox, profile}, info) => {
  const open = async (url: string) => {
    const {context, close} = await launch(info.project.name as BrowserName, {sandboxPort: sandbox.port, profile});
    await signIn(context, sandbox.world, 'dana');
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    return {panel: new PanelDriver(page), close};
  };
  const first = await open(`${places.root}/emea`);
  await first.panel.aside.getByRole('button', {name: 'Set up a customer'}).click();
  await first.panel.aside.getByLabel('Customer’s name', {exact: true}).fill('Stark Industries');
  await first.panel.aside.getByLabel('People to invite as Developers').fill('pepper@stark.example');
  await first.panel.aside.getByRole('button', {name: 'Review', exact: true}).click();
  sandbox.world.imports.end = 'never';
  await first.panel.aside.getByRole('button', {name: 'Set up Stark Industries'}).click();
  await expect(first.panel.aside.getByText(/^GitLab is creating the project’s files/)).toBeVisible();
  await first.close();

  sandbox.world.imports.end = 'finished';
  const second = await open(places.acme);
  await second.panel.aside.getByRole('button', {name: 'Resume: Set up Stark Industries'}).click();
  await expect(second.panel.aside.getByText('1 of 10 steps done.')).toBeVisible();
  await second.panel.aside.getByRole('button', {name: 'Continue', exact: true}).click();
  await expect(allStepsDone(second.panel)).toBeVisible({timeout: 30_000});
  await second.close();
  const made = sandbox.world.project(`${paths.root}/emea/stark-industries/customer-collaboration-project`);
  expect(made.invitations.map(({email}) => email)).toEqual(['pepper@stark.example']);
  expect(sandbox.log.filter(({method, path}) => method === 'POST' && path === '/projects')).toHaveLength(1);
});
