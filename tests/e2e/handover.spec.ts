import type {Locator} from '@playwright/test';
import {expect, paths, places, test} from './support/fixtures.ts';
import {allStepsDone} from './support/flows.ts';
import {Hand} from './support/hand.ts';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

test('hands a customer over: who is named, who has access, what differs; then a report', async ({
  page,
  panel,
  sandbox,
}) => {
  sandbox.world.addLabel(paths.hooli, 'agenda');
  sandbox.world.setNotification('dana', paths.hooli, 'mention');
  const readme = () => decode(sandbox.world.readFile(paths.hooli, 'README.md'));
  sandbox.world.commitFile(paths.hooli, 'README.md', `${readme()}Sponsor: [SPONSOR NAME].\n`);
  await page.goto(places.hooli);
  await panel.settled();
  await panel.aside.getByRole('button', {name: 'Take over from another CSM'}).click();
  const former = panel.aside.getByLabel('The former CSM’s name, @username or email');
  const left = (part: Locator) =>
    part.evaluate(element => {
      const words = document.createRange();
      words.selectNodeContents(element);
      return Math.round(words.getBoundingClientRect().left);
    });
  const title = panel.aside.getByRole('heading', {name: 'Take over Hooli Collaboration from another CSM'});
  expect(await left(panel.aside.getByRole('button', {name: 'Close for now'}))).toBe(await left(title));
  await expect(former).toHaveValue('@robin');
  await former.fill('Robin Okafor');
  await page.keyboard.press('Escape');
  await expect(panel.aside.getByRole('button', {name: /^Resume: /})).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(former, 'what was typed is kept').toHaveValue('Robin Okafor');
  await former.fill('@robin');
  await expect(panel.aside.getByLabel('Replace “Robin Okafor” with')).toHaveValue('Dana Reyes');
  await expect(panel.aside.getByLabel('Replace “@robin” with')).toHaveValue('@dana');
  const summary = panel.aside.getByRole('region', {name: 'What will happen'});
  await expect(summary).toContainText('Customer Success Manager: Dana Reyes (@dana)');
  await expect(summary).toContainText('On mention');
  // One button leads on: the flow's, or that of a form among the items while somebody is at it.
  const leads = panel.aside.getByRole('button', {name: /^Take over (?!from)/});
  const ground = (control: Locator) => control.evaluate(element => getComputedStyle(element).backgroundColor);
  const primary = await ground(leads);
  await panel.act('introduced', 'Mark as done with a note');
  await panel.aside.getByLabel('Note', {exact: true}).fill('Today.');
  const done = panel.row('introduced').getByRole('form').getByRole('button', {name: 'Mark as done'});
  await expect.poll(() => ground(done)).toBe(primary);
  expect(await ground(leads)).not.toBe(primary);
  await former.focus();
  await expect.poll(() => ground(leads)).toBe(primary);
  expect(await ground(done)).not.toBe(primary);
  await done.press('Escape');
  await expect(done).toHaveCount(0);
  await expect(panel.aside.getByRole('region', {name: 'Direct members'})).toContainText('Gavin Belson');
  await panel.aside.getByLabel('[SPONSOR NAME]', {exact: true}).fill('Gavin Belson');
  sandbox.world.commitFile(paths.hooli, 'README.md', `${readme()}Ask @robin of last year.\n`);
  const before = readme();
  await expect(summary).toContainText('Sponsor: Gavin Belson');
  // The press of the button, with the hands on the keys.
  await page.keyboard.press('Control+Enter');
  await expect(title, 'the head of the flow is in sight').toBeInViewport();
  await panel.aside.getByRole('button', {name: /^Retry: Update the README/}).click();
  await expect(summary, 'a line that was not seen is shown first').toContainText('Ask @dana of last year.');
  expect(readme()).toBe(before);
  await panel.aside.getByRole('button', {name: 'Commit these lines'}).click();
  await expect(allStepsDone(panel)).toBeVisible({timeout: 30_000});
  await panel.expectVerdict('notifications', 'pass');
  await panel.expectVerdict('labels', 'pass');
  await panel.expectVerdict('readme', 'pass');
  expect(readme()).toContain('Ask @dana of last year.');
  await expect(panel.aside.getByText(/^Hooli is ready: /)).toBeInViewport();
  await expect(panel.row('handover-review').locator('.overview'), 'what is to be reviewed is open').toBeVisible();
  await panel.aside.getByRole('button', {name: 'Write handover report'}).press('Enter');
  const report = panel.aside.getByLabel('Handover report, as Markdown');
  await expect(report).toBeFocused();
  await expect(report).toHaveValue(/^# Handover of Hooli Collaboration\n/);
  await expect(report).toHaveValue(/Gavin Belson \(`@gavin.belson`\), Developer/);
  const back = panel.aside.getByRole('button', {name: 'Undo everything'});
  await back.click();
  await expect(panel.aside.getByRole('region', {name: 'Undo all steps'})).toBeFocused();
  await panel.aside.getByText('Commit message', {exact: true}).first().click();
  const message = panel.aside.getByLabel('Commit message');
  await expect(message).toHaveValue(/^Undo: /);
  await message.fill('');
  const sure = panel.aside.getByRole('button', {name: 'Undo all steps', exact: true});
  await expect(sure).toHaveAttribute('aria-disabled', 'true');
  await message.fill('ABC-1 Dana hands Hooli back');
  await page.keyboard.press('Escape');
  await expect(back).toBeFocused();
  await back.click();
  await expect(message, 'what was typed is kept').toHaveValue('ABC-1 Dana hands Hooli back');
  await sure.click();
  await expect(panel.aside.getByRole('form', {name: 'Take over from another CSM'})).toBeVisible({timeout: 30_000});
  await expect(title).toBeInViewport();
  expect(readme()).toBe(before);
  expect(sandbox.world.project(paths.hooli).repository.commits[0]?.message).toBe('ABC-1 Dana hands Hooli back');
});

test('is over in 4 presses @firefox', async ({page, panel}) => {
  const hand = new Hand();
  await page.goto(places.hooli);
  await panel.settled();
  await hand.click(panel.aside.getByRole('button', {name: 'Take over from another CSM'}));
  await expect(panel.row('readme').getByRole('button', {name: /^More actions/})).toHaveCount(0);
  await expect(panel.aside.getByLabel('Replace “@robin” with')).toHaveValue('@dana');
  await hand.click(panel.aside.getByRole('button', {name: /^Take over (?!from)/}));
  await expect(allStepsDone(panel)).toBeVisible({timeout: 30_000});
  for (const id of ['handover-review', 'introduced']) await hand.click(panel.fix(id));
  await panel.expectVerdict('introduced', 'pass');
  expect(hand.clicks).toBeLessThanOrEqual(4);
  await panel.aside.getByRole('button', {name: 'Close summary'}).click();
  await expect(panel.aside.locator('[data-check]:focus, aside:focus')).not.toHaveCount(0);
});
