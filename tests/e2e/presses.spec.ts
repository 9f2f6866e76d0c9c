import {expect, paths, places, test} from './support/fixtures.ts';

test('only a person’s own press does anything: no script of the page’s, no key that is held @firefox', async ({
  page,
  panel,
  sandbox,
  signIn,
}) => {
  const writes = () => sandbox.log.filter(({method}) => method !== 'GET').map(({method, path}) => `${method} ${path}`);
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('name').click();
  await expect(panel.row('name').getByRole('button', {name: 'Rename the project'})).toBeEnabled();
  await page.evaluate(() => {
    const shadow = document.querySelector('csm-checklist')?.shadowRoot;
    const button = shadow?.querySelector<HTMLElement>('[data-fix="visibility"]');
    button?.click();
    button?.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, detail: 1}));
    const form = shadow?.querySelector('form');
    const submit = form?.querySelector<HTMLElement>('[type="submit"]');
    submit?.click();
    form?.requestSubmit();
    form?.requestSubmit(submit);
    form?.dispatchEvent(new SubmitEvent('submit', {submitter: submit ?? null, bubbles: true, cancelable: true}));
  });
  const playbook = panel.aside.getByRole('combobox', {name: 'Playbook'});
  const before = await playbook.inputValue();
  await playbook.selectOption('From another CSM');
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await panel.settled();
  expect(writes()).toEqual([]);
  await page.reload();
  await expect(playbook).toHaveValue(before);
  await panel.settled();
  await panel.fix('name').click();
  await panel.row('name').getByRole('button', {name: 'Cancel'}).click();

  await panel.fix('visibility').focus();
  // Who pressed another key has seen where the focus is.
  await page.keyboard.press('ArrowDown');
  for (let times = 0; times < 12; times += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await panel.expectVerdict('visibility', 'pass');
  for (let times = 0; times < 12; times += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await panel.settled();
  expect(writes()).toHaveLength(1);
  expect(sandbox.world.project(paths.globex).visibility).toBe('private');

  // A hand that hammers leaves the focus on nothing that the next key would press.
  const tick = panel.fix('introduced');
  await tick.scrollIntoViewIfNeeded();
  const box = await tick.boundingBox();
  if (box === null) throw new Error('The button is not in sight.');
  await page.mouse.click(box.x + 10, box.y + 10, {clickCount: 6, delay: 20});
  await panel.expectVerdict('introduced', 'pass');
  await expect(panel.row('introduced').locator('[data-settling]')).toHaveCount(0);
  await page.keyboard.press('Space');
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await panel.settled();
  await panel.expectVerdict('introduced', 'pass');
  await expect(panel.row('introduced').getByRole('form')).toHaveCount(0);
});
