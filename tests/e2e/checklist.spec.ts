import {expect, places, test} from './support/fixtures.ts';

test('opens on a customer project with every verdict, without any set-up @firefox', async ({
  page,
  panel,
  signIn,
  sandbox,
}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await expect(panel.aside).toBeVisible();
  const expected = {
    'pre-sales': 'todo',
    'issues-reviewed': 'todo',
    location: 'pass',
    visibility: 'fail',
    'group-visibility': 'fail',
    name: 'fail',
    avatar: 'fail',
    readme: 'fail',
    'issue-templates': 'fail',
    members: 'fail',
    maintainers: 'todo',
    'team-access': 'pass',
    notifications: 'fail',
    labels: 'fail',
    'handover-review': 'todo',
    introduced: 'todo',
  };
  for (const [id, verdict] of Object.entries(expected)) await panel.expectVerdict(id, verdict);
  await expect(panel.row('visibility')).toContainText('Public: anyone on the internet can see it.');
  await expect(panel.aside).toContainText('2 of 14 done');
  // It is the first page of a day, whose level is Global: beside the twelve, one more group's setting is asked for, one label of the
  // customer's, and, because of these, who is signed in.
  await expect.poll(() => sandbox.log.length).toBe(15);
});

test('shows what it showed at the last look until GitLab answers, and then nothing moves @firefox', async ({
  page,
  panel,
  signIn,
  sandbox,
}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.kept();
  const answer = sandbox.faults.hold({path: /./});
  await page.reload();
  await expect(panel.aside).toContainText('Checked just now, checking…');
  await expect(panel.row('visibility')).toContainText('Public: anyone on the internet can see it.');
  await expect(panel.aside.locator('[data-verdict]')).toHaveCount(0);
  await expect(panel.aside).not.toContainText('of 14 done');
  const boxes = () =>
    panel.aside.locator('.groups').evaluate(groups => {
      const top = groups.getBoundingClientRect().y;
      return [...groups.querySelectorAll<HTMLElement>('li, h3, h4, .evidence, .act > button, .act > .menu')].flatMap(
        element => {
          const {x, y, width, height} = element.getBoundingClientRect();
          return width > 0
            ? `${element.localName}${element.dataset.check ?? ''} ${[x, y - top, width, height].map(Math.round)}`
            : [];
        },
      );
    });
  const before = await boxes();
  // Whose button is pressed now sees it done as soon as GitLab answers.
  await panel.row('readme').getByRole('button', {name: 'Fill in', exact: true}).click();
  await page.keyboard.press('F9');
  answer();
  await panel.settled();
  await expect(panel.aside.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel.aside.getByRole('textbox')).toHaveCount(0);
  expect(await boxes()).toEqual(before);
});

test('is where one was on the next page of the project, in this tab alone @firefox', async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.kept();
  await panel.unfoldDone();
  await panel.fix('readme').click();
  const fields = panel.row('readme').getByRole('textbox');
  const field = panel.row('readme').locator(`[id="${await fields.first().getAttribute('id')}"]`);
  await field.fill('Globex');
  await panel.aside.locator('.body').evaluate(body => body.scrollTo({top: 120, behavior: 'instant'}));
  const top = () => panel.aside.locator('.body').evaluate(body => Math.round(body.scrollTop));
  expect(await top()).toBe(120);
  await page.goto(`${places.globex}/-/issues`);
  await expect(field).toHaveValue('Globex');
  await expect(fields.first()).not.toBeFocused();
  await expect(panel.row('location')).toBeVisible();
  await expect.poll(top).toBe(120);
  await page.goto(places.acme);
  await panel.settled();
  await expect(panel.aside.getByRole('textbox')).toHaveCount(0);
  expect(await top()).toBe(0);
});

test('closes to a tab that counts, and remembers it @firefox', async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await panel.aside.getByRole('button', {name: 'Close CSM checklist'}).click();
  await expect(panel.aside).toBeHidden();
  await expect(panel.tab).toHaveText('2 of 14');
  await page.reload();
  await expect(panel.tab).toHaveText('2 of 14');
  await panel.tab.click();
  await expect(panel.aside).toBeFocused();
  await page.reload();
  await expect(panel.aside).toBeVisible();
});
