import type {Locator} from '@playwright/test';
import {violationsIn} from './support/axe.ts';
import {misplaced} from './support/boxes.ts';
import {expect, paths, places, test} from './support/fixtures.ts';
import {cell, openAll, openMore, openViews, search} from './support/portfolio.ts';
import {drawn} from './support/watch.ts';

test('axe finds nothing in the panel', async ({page, panel, signIn}) => {
  test.slow();
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  const violations = (row?: string) => violationsIn(page, row === undefined ? undefined : `[data-check="${row}"]`);
  expect(await violations()).toEqual([]);
  await panel.fix('readme').click();
  await panel.unfoldFilled();
  expect(await violations()).toEqual([]);
  const open: [string, string][] = [
    ['avatar', 'Upload logo'],
    ['introduced', 'Write introduction'],
    ['maintainers', 'Mark as done with a note'],
    ['name', 'Add name'],
    ['pre-sales', 'Search pre-sales'],
    ['issue-templates', 'Fill in'],
    ['members', 'Invite'],
    ['labels', 'Mark as not applicable: Subscribe to all labels'],
  ];
  for (const [id, name] of open) {
    await panel.act(id, name);
    await expect(panel.row(id).locator('.form:not(.hint)')).toBeVisible();
    expect(await violations(id), id).toEqual([]);
  }
  await panel.fixAll.click();
  await panel.menu('Journal');
  await panel.unfold('location');
  await panel
    .row('avatar')
    .getByRole('button', {name: /^More actions/})
    .click();
  expect(await violations()).toEqual([]);
  await page.goto(places.initech);
  await panel.settled();
  for (const [id, name] of [
    ['issues-reviewed', 'Show open issues'],
    ['members', 'Sort members'],
    ['maintainers', 'Change roles'],
  ] as const) {
    await panel.act(id, name);
    await expect(panel.row(id).locator('.form:not(.hint)')).toBeVisible();
    expect(await violations(id), id).toEqual([]);
  }
  await panel.fix('location').click();
  await panel.aside.getByLabel('Segment').selectOption('emea');
  await expect(panel.row('location')).toContainText('Create private group');
  expect(await violations()).toEqual([]);
});

test('axe finds nothing in the guided flows', async ({page, panel, signIn, sandbox}) => {
  test.slow();
  await signIn('dana');
  const {aside} = panel;
  const violations = () => violationsIn(page);
  await page.goto(`${places.root}/emea`);
  await aside.getByRole('button', {name: 'Set up a customer'}).click();
  await aside.getByLabel('Customer’s name', {exact: true}).fill('Acme Inc.');
  const people = 'ann@acme.example, bo@acme.example, cy@other.example, @kim, @nobody';
  await aside.getByLabel('People to invite as Developers').fill(people);
  // Whoever presses another key in between means what has the focus: right after a press, Enter alone does nothing.
  await aside.getByLabel('People to invite as Developers').press('End');
  await aside.getByLabel('People to invite as Developers').press('Enter');
  await expect(panel.person('@kim')).toContainText('Kim Novak @kim');
  await expect(panel.person('@nobody')).toContainText('No GitLab user has this username');
  await expect(panel.person('cy@other.example')).toContainText('The others are at acme.example.');
  await panel.unfoldFilled();
  expect(await violations(), 'form').toEqual([]);
  await aside.getByRole('button', {name: 'Review', exact: true}).click();
  await expect(aside.getByText('A group with a similar name exists.')).toBeVisible();
  expect(await violations(), 'summary').toEqual([]);
  sandbox.faults.add({method: 'PUT', path: /notification_settings$/, status: 403});
  await aside.getByRole('button', {name: 'Set up Acme Inc.'}).click();
  await aside.getByRole('button', {name: 'Skip: Turn on your notifications for new issues'}).waitFor();
  expect(await violations(), 'a step that failed').toEqual([]);
  await aside.getByRole('button', {name: 'Skip: Turn on your notifications for new issues'}).click();
  await expect(aside.getByText(/^Acme Inc\. is ready: /)).toBeVisible();
  await aside.getByRole('button', {name: 'Undo everything'}).click();
  expect(await violations(), 'the end').toEqual([]);
  await page.goto(`${places.root}/pre-sales`);
  await expect(aside.getByText('Waiting in pre-sales')).toBeVisible();
  expect(await violations(), 'pre-sales').toEqual([]);
  await page.goto(places.initech);
  await panel.settled();
  await aside.getByRole('button', {name: 'Take over from pre-sales'}).click();
  await aside.getByLabel(/Pricing, internal/).check();
  expect(await violations(), 'taking over').toEqual([]);
  await page.goto(places.hooli);
  await panel.settled();
  await aside.getByRole('button', {name: 'Take over from another CSM'}).click();
  await expect(aside.getByLabel('Replace “@robin” with')).toHaveValue('@dana');
  expect(await violations(), 'handing over').toEqual([]);
});

test('axe finds nothing in the view of all customers', async ({page, panel, signIn}) => {
  test.slow();
  await signIn('dana');
  const view = await openAll(page, panel);
  const violations = (part?: string) => violationsIn(page, part);
  await expect(view.getByRole('button', {name: 'Refresh', exact: true})).toBeVisible({timeout: 30_000});
  expect(await violations(), 'table').toEqual([]);
  await view.getByRole('button', {name: 'Globex', exact: true}).click();
  await expect(view.getByRole('region', {name: 'Globex'})).toContainText('Make the project private');
  expect(await violations(), 'beside').toEqual([]);
  await view.getByLabel('Select Globex').check();
  await view.getByRole('button', {name: 'Fix selected (1)'}).click();
  await expect(view.getByRole('button', {name: /^Make \d+ changes?$/})).toBeVisible();
  expect(await violations(), 'fix selected').toEqual([]);
  await openViews(view);
  expect(await violations('.top'), 'saved views').toEqual([]);
  await openMore(view);
  await expect(view.getByRole('heading', {name: /^Export the/})).toBeVisible();
  expect(await violations('.top'), 'exports').toEqual([]);
  await search(view).click();
  await expect(view.getByRole('option').first()).toBeVisible();
  expect(await violations('.top'), 'filters').toEqual([]);
  await view.getByRole('button', {name: 'Cancel', exact: true}).click();
  await view.getByRole('button', {name: 'Mark as', exact: true}).click();
  await view.getByRole('button', {name: 'Mark as not applicable', exact: true}).click();
  expect(await violations('.selection'), 'one reason for many').toEqual([]);
  await cell(view, paths.globex, 'readme').hover();
  await expect(view.getByRole('tooltip')).toBeVisible();
  expect(await violations('.cell-hint'), 'evidence').toEqual([]);
});

/** A name that a user gave has any length. */
const mayBeCut = 'h2, select';

test('nothing overlaps and no text is cut, as narrow and as wide as the panel can be, and in small windows', async ({
  page,
  panel,
  signIn,
}) => {
  test.slow();
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  const edge = panel.aside.getByRole('separator');
  const faults: string[] = [];
  const look = async (what: string, part: Locator, scrolled: Locator) => {
    await drawn(page);
    faults.push(...(await misplaced(part, '.editor-bar, .form-bar', mayBeCut)).map(fault => `${what}: ${fault}`));
    const sideways = await scrolled.evaluate(({scrollWidth, clientWidth}) => scrollWidth - clientWidth);
    if (sideways > 0) faults.push(`${what}: scrolls sideways by ${sideways}`);
  };
  const states: readonly (readonly [string, () => Promise<void>])[] = [
    ['the list', async () => undefined],
    [
      'what is done',
      async () => {
        // The longest title, with Undo beside it.
        await panel.fixForSure('name');
        await panel.expectVerdict('name', 'pass');
        await panel.unfoldDone();
      },
    ],
    ['the README', () => panel.fix('readme').click()],
    ['people', () => panel.fix('members').click()],
    ['what is fixed', () => panel.fixAll.click()],
    ['the journal', () => panel.menu('Journal')],
  ];
  for (const [what, open] of states) {
    await open();
    for (const [width, height, key] of [
      [1280, 720, 'Home'],
      [1280, 720, 'End'],
      [640, 360, 'Home'],
      [320, 640, 'Home'],
    ] as const) {
      await page.setViewportSize({width, height});
      if (width === 1280) await edge.press(key);
      await look(`${what}, ${width} × ${height}, ${key}`, panel.aside, panel.aside.locator('.body'));
    }
    await page.setViewportSize({width: 1280, height: 720});
  }
  await panel.menu('Journal');
  await panel.fix('readme').click();
  await panel.aside.getByRole('button', {name: 'Open wide editor'}).click();
  const editor = page.getByRole('dialog', {name: 'Fill in README.md'});
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [640, 360],
    [400, 800],
  ] as const) {
    await page.setViewportSize({width, height});
    await look(`the wide editor, ${width} × ${height}`, editor, editor.locator('.side'));
    const bar = await editor.locator('.editor-bar').boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0), `the bar ends the window, ${width} × ${height}`).toBeCloseTo(height, 0);
  }
  expect(faults).toEqual([]);
});

test('follows the page’s light and dark live @firefox', async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.acme);
  await panel.settled();
  const background = () => panel.aside.evaluate(element => getComputedStyle(element).backgroundColor);
  expect(await background()).toBe('rgb(255, 255, 255)');
  // As GitLab's own script does when the system turns dark.
  await page.evaluate(() => document.documentElement.classList.add('gl-dark'));
  await expect.poll(background).toBe('rgb(24, 23, 29)');
  await page.evaluate(() => document.documentElement.classList.remove('gl-dark'));
  await expect.poll(background).toBe('rgb(255, 255, 255)');
});

test('a group has no playbook, and says nothing of one', async ({page, panel, signIn}) => {
  await signIn('dana');
  const playbook = panel.aside.getByRole('combobox', {name: 'Playbook'});
  await page.goto(places.globex);
  await panel.settled();
  await expect(playbook).toBeVisible();
  await page.goto(places.globexGroup);
  await panel.expectVerdict('group-visibility', 'fail');
  await expect(playbook).toHaveCount(0);
});

test('what GitLab answers moves nothing away from under the hand', async ({page, panel, signIn, sandbox}) => {
  sandbox.world.addGroup({path: `${paths.root}/emea/stark`, name: 'Stark'});
  await signIn('dana');
  const button = (name: string) => panel.aside.getByRole('button', {name});
  const projects = panel.aside.getByRole('heading', {name: 'Projects'});
  const cases: readonly (readonly [string, string, Locator, () => Promise<void>])[] = [
    ['the root', places.root, button('All customers'), () => expect(projects).toBeVisible()],
    ['the root', places.root, button('Set up a customer'), () => expect(projects).toBeVisible()],
    [
      'a group without projects',
      `${places.root}/emea/stark`,
      button('All customers'),
      () => expect(button('Set up a customer')).toBeVisible(),
    ],
    ['a project', places.acme, button('Refresh'), () => panel.settled()],
    ['a project of pre-sales', places.initech, button('Take over from pre-sales'), () => panel.settled()],
    ['a project of pre-sales', places.initech, button('Refresh'), () => panel.settled()],
  ];
  for (const [what, address, thing, read] of cases) {
    const release = sandbox.faults.hold({path: /./});
    await page.goto(address);
    await expect(thing).toBeVisible();
    await expect.poll(release.arrived).toBeGreaterThan(0);
    await drawn(page);
    const before = await thing.boundingBox();
    release();
    await read();
    expect((await thing.boundingBox())?.y, what).toBe(before?.y);
  }
});

for (const generation of ['classic', 'panels'] as const) {
  for (const width of [1280, 360]) {
    test(`fits the page at ${width} px, ${generation}${width === 360 && generation === 'panels' ? ' @firefox' : ''}`, async ({
      page,
      panel,
      signIn,
      sandbox,
    }) => {
      sandbox.generation = generation;
      await page.setViewportSize({width, height: 800});
      await signIn('dana');
      await page.goto(places.globex);
      if (width === 360) {
        await expect(panel.tab).toHaveText('2 of 14');
        await panel.tab.click();
      }
      await panel.settled();
      const box = await panel.aside.boundingBox();
      expect(box).not.toBeNull();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(box?.x).toBeGreaterThanOrEqual(0);
      const overflow = await panel.aside.evaluate(element =>
        [...element.querySelectorAll('*')]
          .filter(
            inner =>
              inner.scrollWidth > inner.clientWidth + 1 &&
              !inner.closest('.hidden') &&
              getComputedStyle(inner).display !== 'inline',
          )
          .map(inner => inner.outerHTML.slice(0, 120)),
      );
      expect(overflow).toEqual([]);
      await panel.fix('notifications').scrollIntoViewIfNeeded();
      await expect(panel.fix('notifications')).toBeInViewport();
      await panel.aside.getByRole('button', {name: 'Close CSM checklist'}).click();
      await page.locator('#page-search').click();
      await expect(page.locator('#page-search')).toBeFocused();
    });
  }
}

test('keeps up with a README of 100 KB', async ({page, panel, signIn, sandbox}) => {
  sandbox.world.commitFile(
    paths.globex,
    'README.md',
    '# [NAME]\n\nSome words and [the docs](https://x.example).\n'.repeat(2_000),
  );
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await expect(panel.row('readme')).toContainText('2000 placeholders left');
  await panel.fix('readme').click();
  await panel.aside.getByLabel('[NAME]', {exact: true}).fill('Globex');
  await expect(panel.aside).toContainText('And 1900 more lines.');
});
