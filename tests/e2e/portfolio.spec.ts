import {readFile} from 'node:fs/promises';
import type {Locator, Page} from '@playwright/test';
import type {Sandbox} from '../../sandbox/index.ts';
import {addCustomers, defectsOf} from '../../sandbox/many.ts';
import {expect, type PanelDriver, paths, places, test} from './support/fixtures.ts';
import {
  cell,
  filter,
  ofEachCustomer,
  openAll,
  openMine,
  openMore,
  read,
  refreshAll,
  refreshMenu,
  row,
  search,
  showAll,
  tokens,
  wide,
} from './support/portfolio.ts';
import {drawn, noteWords} from './support/watch.ts';

/** How far two colours are apart, as WCAG 2 has it. @param one as a browser computes it: “rgb(1, 2, 3)” */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(part => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [darker = 1, lighter = 1] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return lighter / darker;
}

test.beforeEach(async ({signIn}) => {
  await signIn('dana');
});

test('what was read is there at once, only what changed is read again, and nobody else sees it', async ({
  page,
  panel,
  sandbox,
  signIn,
}) => {
  let view = await openAll(page, panel);
  await read(view);
  await expect(cell(view, paths.acme, 'readme')).toHaveAttribute('data-verdict', 'pass');
  sandbox.world.commitFile(paths.acme, 'README.md', '# [NAME]\n');
  await page.goto('https://gitlab.com/explore');
  sandbox.log.length = 0;
  const release = sandbox.faults.hold({path: /./});
  view = await openAll(page, panel);
  await expect(cell(view, paths.hooli, 'name')).toHaveAttribute('data-verdict', 'pass');
  expect(sandbox.log).toEqual([]);
  release();
  await read(view);
  await expect(cell(view, paths.acme, 'readme')).toHaveAttribute('data-verdict', 'fail');
  await expect(view.getByText(/Since .+: 1 item no longer done\./)).toBeVisible();
  expect(sandbox.log.filter(({path}) => /invitations/.test(path))).toHaveLength(1);
  await signIn('robin');
  sandbox.faults.add({path: /\/projects$/, status: 500});
  view = await openAll(page, panel);
  await expect(view.getByRole('alert')).toContainText('GitLab can’t answer right now.', {timeout: 30_000});
  await expect(row(view, paths.acme)).toHaveCount(0);
});

test('filters and sorts; a row opens its checklist, with the fixes of its page', async ({page, panel, sandbox}) => {
  const view = await openAll(page, panel);
  await read(view);
  await filter(view, 'Segment', 'EMEA');
  await expect(view.getByText('2 customers shown.')).toBeVisible();
  await filter(view, 'To do', 'Make the project private');
  await expect(tokens(view)).toHaveText(['Segment: EMEA', 'To do: Make the project private']);
  await filter(view, 'State', 'Failed the check');
  await expect(tokens(view)).toHaveText(['Segment: EMEA', 'Item: Project is private', 'State: Failed the check']);
  await expect(view.getByText('1 customer shown.')).toBeVisible();
  await row(view, paths.globex).getByRole('button', {name: 'Globex', exact: true}).click();
  const beside = view.getByRole('region', {name: 'Globex'});
  await beside.locator('[data-fix="visibility"]').click();
  await expect(beside.locator('[data-check="visibility"]')).toHaveAttribute('data-verdict', 'pass');
  expect(sandbox.world.project(paths.globex).visibility).toBe('private');
  await expect(view.getByText('No customers match.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(beside).toHaveCount(0);
  await view.getByRole('button', {name: 'Clear filters'}).click();
  await expect(cell(view, paths.globex, 'visibility')).toHaveAttribute('data-verdict', 'pass');
  const names = view.locator('[data-customer] th button');
  const first = await names.first().innerText();
  await view.getByRole('columnheader').getByRole('button', {name: 'Customer', exact: true}).click();
  expect((await names.first().innerText()).localeCompare(first)).toBeGreaterThan(0);
});

test('a column is named by its row’s title, a date has its time at hand, a cell shows its verdict’s icon alone', async ({
  page,
  panel,
}) => {
  const view = await openAll(page, panel);
  await read(view);
  await expect(view.getByRole('columnheader', {name: 'Project is private', exact: true})).toBeVisible();
  const times = row(view, paths.globex).locator('time');
  const [checked, activity] = [times.nth(0), times.nth(1)];
  const iso = await activity.getAttribute('datetime');
  expect(iso).toMatch(/^\d{4}-\d\d-\d\dT/);
  const asRead = (at: string) => new Date(at).toLocaleString('en', {dateStyle: 'medium', timeStyle: 'short'});
  await expect(activity).toHaveAttribute('title', await page.evaluate(asRead, iso ?? ''));
  const local = await page.evaluate(at => new Date(at).toLocaleDateString('en', {dateStyle: 'medium'}), iso ?? '');
  await expect(activity).toHaveText(local);
  await expect(checked).toHaveText('just now');
  const colour = (check: string) =>
    cell(view, paths.globex, check).evaluate(element => getComputedStyle(element, '::before').color);
  expect(new Set([await colour('visibility'), await colour('location'), await colour('introduced')]).size).toBe(3);
  for (const isDark of [false, true]) {
    await page.evaluate(dark => document.documentElement.classList.toggle('gl-dark', dark), isDark);
    await expect(page.locator('csm-checklist > .dark')).toHaveCount(isDark ? 1 : 0);
    const icons = await view.locator('td[data-verdict]').evaluateAll(cells =>
      cells.map(one => {
        const {color, opacity} = getComputedStyle(one, '::before');
        return {color, opacity};
      }),
    );
    const surface = await view.evaluate(element => getComputedStyle(element).backgroundColor);
    expect(new Set(icons.map(({opacity}) => opacity))).toEqual(new Set(['1']));
    for (const color of new Set(icons.map(icon => icon.color)))
      expect(contrast(color, surface), `${color} on ${surface}`).toBeGreaterThanOrEqual(3);
  }
  await expect(row(view, paths.globex).getByRole('cell', {name: 'Done', exact: true}).first()).toBeVisible();
  const wordsBegin = await cell(view, paths.globex, 'visibility').evaluate(element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().left - element.getBoundingClientRect().right;
  });
  expect(wordsBegin).toBeGreaterThanOrEqual(0);
});

test('fixes the selected ones after showing what, can be paused, and takes all of it back @firefox', async ({
  page,
  panel,
  sandbox,
}) => {
  const customers = addCustomers(sandbox.world, 8);
  const view = await openAll(page, panel);
  await read(view);
  await search(view).fill('customer-');
  await view.getByLabel('Select all shown customers').check();
  await search(view).fill('customer-1');
  await expect(view.getByText('7 of them are hidden by your filters.')).toBeVisible();
  await view.getByRole('button', {name: 'Fix selected (8)'}).click();
  const box = view.getByRole('region', {name: 'Fix selected'});
  const go = box.getByRole('button', {name: /^Make \d+ changes?/});
  await expect(go).toBeVisible({timeout: 30_000});
  await page.keyboard.press('Escape');
  const fix = view.getByRole('button', {name: 'Fix selected (8)'});
  await expect(fix, 'Escape closes what stands open, not the view').toBeFocused();
  await fix.click();
  await expect(go).toBeVisible({timeout: 30_000});
  await expect(box.getByText(/^\d of them are hidden by your filters\.$/)).toBeVisible();
  await expect(box.getByText('No changes needed for 2 customers.')).toBeVisible();
  expect(sandbox.log.filter(({method, path}) => method !== 'GET' && path !== '/graphql')).toEqual([]);
  const dana = sandbox.world.user('dana');
  const levels = () => customers.map(path => sandbox.world.notification(dana, sandbox.world.project(path)).level);
  const before = levels();
  expect(before).toContain('mention');
  sandbox.faults.add({
    method: 'PUT',
    path: /notification_settings$/,
    times: 1,
    status: 403,
    body: {message: '403 Forbidden'},
  });
  const release = sandbox.faults.hold({path: /./});
  await go.click();
  const isFocusInside = (dialog: HTMLElement | SVGElement) =>
    dialog.contains((dialog.getRootNode() as ShadowRoot).activeElement);
  expect(await view.evaluate(isFocusInside), 'although the button that had it is gone').toBe(true);
  await box.getByRole('button', {name: 'Pause'}).click();
  await expect(box.getByText('Pauses after the changes in progress.')).toBeVisible();
  release();
  await box.getByRole('button', {name: 'Resume'}).click();
  await expect(box.getByRole('button', {name: 'Undo all changes'})).toBeVisible({timeout: 30_000});
  await expect(box.locator('[data-result="failed"]')).toContainText('Your role doesn’t allow this.');
  const deaf = before.flatMap((level, index) => (defectsOf(index).includes('notifications') ? [[level, index]] : []));
  expect(deaf.length).toBeGreaterThan(1);
  expect(deaf.filter(([level, index]) => levels()[Number(index)] === level)).toHaveLength(1);
  const undo = box.getByRole('button', {name: 'Undo all changes'});
  await undo.click();
  await page.keyboard.press('Escape');
  await expect(undo).toBeFocused();
  await undo.click();
  expect(levels()).not.toEqual(before);
  await box.getByRole('button', {name: 'Undo changes'}).click();
  await expect(box.locator('[data-result="done"], [data-result="running"]')).toHaveCount(0, {timeout: 30_000});
  expect(levels()).toEqual(before);
});

/**
 * Begins to read customers, leaves the page in the middle, opens all again, and says how many were read anew and how many had been
 * left.
 */
async function leaveInTheMiddle(page: Page, panel: PanelDriver, sandbox: Sandbox, begin: () => Promise<Locator>) {
  const answers = sandbox.faults.hold(ofEachCustomer, 10);
  const counter = (await begin()).getByText(/^\d+ of [23]\d checked\./);
  // What a reading before this one said at its end is gone.
  await expect(counter).not.toHaveText(/^(\d+) of \1 checked\./);
  // What was read is told of together, once a second: one customer more at a time, until that has been.
  const count = async () => {
    answers.answer(1);
    return (await counter.innerText()).match(/\d+/g)?.map(Number) ?? [];
  };
  await expect.poll(async () => (await count())[0], {timeout: 30_000, intervals: [250]}).toBeGreaterThan(9);
  const [done = 0, all = 0] = await count();
  await page.goto('https://gitlab.com/explore');
  answers();
  const left = performance.now();
  const again = await openAll(page, panel);
  await read(again);
  const asked = sandbox.log.filter(({path, startedAt}) => startedAt > left && ofEachCustomer.path.test(path)).length;
  return {again, asked, open: all - done};
}

test('left in the middle, it loses nothing and goes on where it stopped, as does what is to be read again', async ({
  page,
  panel,
  sandbox,
}) => {
  addCustomers(sandbox.world, 20);
  const {again, asked, open} = await leaveInTheMiddle(page, panel, sandbox, () => openAll(page, panel));
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(open);
  await expect(again.locator('td[data-check]:not([data-verdict])')).toHaveCount(0);
  await refreshMenu(again);
  await again.getByRole('button', {name: 'Auto-refresh: monthly'}).click();
  const third = await leaveInTheMiddle(page, panel, sandbox, async () => {
    await refreshAll(again);
    return again;
  });
  expect(third.asked).toBeGreaterThan(0);
  expect(third.asked).toBeLessThanOrEqual(third.open);
  await refreshMenu(third.again);
  await expect(third.again.getByRole('button', {name: 'Auto-refresh: monthly'})).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('GitLab’s limit pauses it with a countdown, and costs nothing; Stop ends the wait', async ({
  page,
  panel,
  sandbox,
}) => {
  await page.goto(`${places.root}/emea`);
  const open = panel.aside.getByRole('button', {name: 'All customers'});
  await expect(open).toBeVisible();
  const words = await noteWords(page.locator('csm-checklist'), '[role="timer"]');
  sandbox.limit = {requests: 16, seconds: 1};
  await open.click();
  const view = wide(page);
  await showAll(view);
  await read(view);
  expect((await words()).join()).toMatch(/Pausing for about \d+ s/);
  await expect(view.getByRole('timer')).toHaveCount(0);
  expect(sandbox.log.some(({status}) => status === 429)).toBe(true);
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
  await expect(view.locator('td[data-check]:not([data-verdict])')).toHaveCount(0);
  sandbox.limit = {requests: 1, seconds: 280};
  await refreshAll(view);
  const seconds = async () => Number(/about (\d+) s/.exec(await view.getByRole('timer').innerText())?.[1]);
  const first = await seconds();
  expect(first).toBeGreaterThan(200);
  await expect.poll(seconds, 'it counts down').toBeLessThan(first);
  await view.getByRole('button', {name: 'Stop'}).click();
  await expect(view.getByRole('button', {name: 'Refresh', exact: true})).toBeVisible();
  await expect(cell(view, paths.acme, 'labels')).toHaveAttribute('data-verdict', 'pass');
});

test('is copied and downloaded as a table, for programs and as a checklist @firefox', async ({
  page,
  panel,
  context,
}, info) => {
  const view = await openAll(page, panel, `${places.root}/emea`);
  await read(view);
  await openMore(view);
  await expect(view.getByRole('heading', {name: 'Export the 2 customers shown'})).toBeVisible();
  await view.getByRole('button', {name: 'Copy Markdown'}).click();
  await expect(view.getByText('Copied.').or(view.getByLabel('Copy it from here'))).toBeVisible();
  // The driver of Firefox tells nothing of downloads, and cannot forbid the clipboard.
  if (info.project.name === 'firefox') return;
  const downloaded = async (words: string, name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      view.getByRole('button', {name: `Download ${words}`}).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    return readFile(await download.path(), 'utf8');
  };
  const csv = await downloaded('CSV', 'customers.csv');
  expect(csv).toMatch(/^\uFEFF"customer","project","path","segment","done","of","percent","/);
  expect(csv).toMatch(new RegExp(`\r\n"Globex","[^"]+","${paths.globex}","emea","\\d+","14","\\d+","`));
  const json: unknown = JSON.parse(await downloaded('JSON', 'customers.json'));
  expect(json).toEqual([
    expect.objectContaining({customer: 'Acme', path: paths.acme, url: places.acme}),
    expect.objectContaining({
      customer: 'Globex',
      segment: 'emea',
      of: 14,
      rows: expect.objectContaining({visibility: {verdict: 'fail', evidence: expect.stringContaining('ublic')}}),
    }),
  ]);
  const markdown = await downloaded('Markdown', 'customers.md');
  expect(markdown).toMatch(new RegExp(`^- \\[ \\] \\[Globex\\]\\(${places.globex}\\): \\d+ of 14 done$`, 'm'));
  expect(markdown).toContain('  - [ ] Make the project private – ');
  const session = await context.newCDPSession(page);
  const permission = {name: 'clipboard-write', allowWithoutGesture: false};
  await session.send('Browser.setPermission', {permission, setting: 'denied', origin: 'https://gitlab.com'});
  await view.getByRole('button', {name: 'Copy Markdown'}).click();
  await expect(view.getByLabel('Copy it from here')).toHaveValue(markdown);
});

test('works by keyboard: nothing behind it is reached, Escape goes back step by step, the focus returns', async ({
  page,
  panel,
}) => {
  const view = await openMine(page, panel);
  await read(view);
  await expect(view).toBeFocused();
  await showAll(view);
  const isInside = () =>
    view.evaluate(dialog => {
      const root = dialog.getRootNode() as ShadowRoot;
      return dialog.contains(root.activeElement);
    });
  for (let press = 0; press < 45; press += 1) {
    await page.keyboard.press('Tab');
    expect(await isInside(), `Tab ${press + 1}`).toBe(true);
  }
  await panel.aside.getByRole('button', {name: 'All customers'}).evaluate(button => button.focus());
  expect(await isInside()).toBe(true);
  const globex = row(view, paths.globex).getByRole('button', {name: 'Globex', exact: true});
  await globex.focus();
  await page.keyboard.press('Enter');
  const beside = view.getByRole('region', {name: 'Globex'});
  await expect(beside.getByRole('heading', {name: 'Globex'})).toBeFocused();
  await beside.locator('[data-fix="name"]').click();
  await expect(beside.getByRole('form')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(beside.getByRole('form')).toHaveCount(0);
  await expect(beside.locator('[data-fix="name"]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(beside).toHaveCount(0);
  await expect(globex).toBeFocused();
  await page.keyboard.press('Enter');
  await beside.getByRole('button', {name: 'Close'}).click();
  await expect(globex).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
  await expect(panel.aside.getByRole('button', {name: 'All customers'})).toBeFocused();
  await page.keyboard.press('Enter');
  // Escape goes back also where nothing in it has the focus.
  await wide(page).evaluate(dialog => ((dialog.getRootNode() as ShadowRoot).activeElement as HTMLElement).blur());
  await page.keyboard.press('Escape');
  await expect(wide(page)).toHaveCount(0);
  await panel.aside.getByRole('button', {name: 'All customers'}).click();
  await wide(page).getByRole('button', {name: 'Close', exact: true}).first().click();
  await expect(panel.aside.getByRole('button', {name: 'All customers'})).toBeFocused();
  const keys = await page.evaluate(() => (window as unknown as {sandboxKeys: string[]}).sandboxKeys);
  expect(keys.filter(key => key !== 'Escape')).toEqual([]);
});

test('hundreds of customers: only rows in sight are in the page, and those with the focus or open; keys move between them', async ({
  page,
  panel,
  sandbox,
}) => {
  const customers = addCustomers(sandbox.world, 600);
  const answers = sandbox.faults.hold(ofEachCustomer);
  const view = await openAll(page, panel);
  const table = view.getByRole('table');
  await expect(table).toHaveAttribute('aria-rowcount', /^6\d\d$/, {timeout: 30_000});
  await view.getByRole('button', {name: 'Stop'}).click();
  await read(view);
  answers();
  await expect(view).toBeFocused();
  const rows = view.locator('[data-customer]');
  const scroller = view.getByRole('region', {name: 'Customers', exact: true});
  const all = Number(await table.getAttribute('aria-rowcount')) - 1;
  const name = (path: string) => row(view, path).getByRole('rowheader').getByRole('button');
  const first = customers[0] ?? '';
  await search(view).fill('customer-');
  await name(first).focus();
  await scroller.evaluate(element => element.scrollTo(0, element.scrollHeight));
  await expect(row(view, customers.at(-1) ?? '')).toBeInViewport();
  expect(await rows.count()).toBeLessThan(80);
  await expect(name(first)).toBeFocused();
  expect(all).toBeGreaterThanOrEqual(600);
  // The spacers are nothing to read.
  await expect(table.locator('tbody > tr:not([data-customer]):not([aria-hidden="true"])')).toHaveCount(0);
  const expectFocus = async (index: number) => {
    const button = name(customers[index] ?? '');
    await expect(button).toBeFocused();
    const [box, head] = await Promise.all([button.boundingBox(), table.locator('thead').boundingBox()]);
    expect(box?.y ?? 0).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
    await expect(button).toBeInViewport();
  };
  await page.keyboard.press('ArrowDown');
  await expectFocus(1);
  await page.keyboard.press('End');
  await expectFocus(599);
  await page.keyboard.press('ArrowUp');
  await expectFocus(598);
  await page.keyboard.press('PageUp');
  const focused = async () =>
    Number(await rows.filter({has: page.locator(':focus')}).getAttribute('aria-rowindex')) - 2;
  await expect.poll(focused).toBeLessThan(597);
  await expectFocus(await focused());
  await page.keyboard.press('PageDown');
  await expectFocus(598);
  await page.keyboard.press('Home');
  await expectFocus(0);
  await page.keyboard.press('Enter');
  await expect(view.getByRole('region', {name: 'Customer 0000'})).toBeVisible();
  await scroller.evaluate(element => element.scrollTo(0, 12_000));
  await expect(row(view, customers[300] ?? '')).toBeVisible();
  // Those around come a moment later, so that scrolling on shows no gap.
  await expect(row(view, customers[293] ?? '')).toBeAttached();
  await page.keyboard.press('Escape');
  await expectFocus(0);
  expect(await rows.count()).toBeLessThan(80);
});

test('customers in GitLab’s own list are marked with their progress, late and scrolled too; a setting ends it', async ({
  page,
  panel,
}) => {
  const group = places.acmeGroup;
  const mark = page.locator(`csm-checklist [data-mark="${paths.acme}"]`);
  const view = await openAll(page, panel, places.root);
  await read(view);
  await page.goto(group);
  await expect(mark).toHaveText(/^\d+ of 1\d done$/);
  const item = panel.aside.getByRole('listitem').filter({hasText: 'Acme Collaboration Project'});
  await item.getByText(/^\d+ of 1\d done, checked .*(now|ago)$/).click();
  await expect(item.getByText(/^Introduce the customer to the project/)).toBeVisible();
  const link = page.locator('main a', {hasText: 'Acme Collaboration Project'});
  const apart = async () => {
    const [one, other] = await Promise.all([mark.boundingBox(), link.boundingBox()]);
    return one && other ? Math.abs(one.y - other.y) + Math.max(0, other.x + other.width - one.x) : Number.NaN;
  };
  await expect.poll(apart).toBeLessThan(10);
  // GitLab draws its list late, and anew.
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('afterbegin', '<p style="height: 120px">More</p>');
  });
  await expect.poll(apart).toBeLessThan(10);
  const nodes = await page.evaluate(() => document.body.children.length);
  await panel.aside.getByRole('button', {name: 'All customers'}).click();
  await openMore(wide(page));
  await wide(page).getByLabel('Show customers’ progress in GitLab’s own lists').uncheck();
  for (let closed = 0; closed < 2; closed += 1) await page.keyboard.press('Escape');
  await expect(mark).toHaveCount(0);
  expect(await page.evaluate(() => document.body.children.length)).toBe(nodes);
  await page.reload();
  // What is known of it is there by then.
  await expect(item.getByText(/^\d+ of 1\d done, checked .*(now|ago)$/)).toBeVisible();
  await drawn(page);
  await expect(mark).toHaveCount(0);
});
