import {afterEach, describe, expect, it, vi} from 'vitest';
import {addCustomers, defects, openRowsOf} from '../../sandbox/many.ts';
import {draw, leave, nameOf, undraw} from './drawn.tsx';
import {signIn} from './means.ts';
import {acme, globex, root, useSandbox} from './server.ts';
import {openAll, openWide, type Wide} from './wide.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../unit/browser/fake-browser.ts')).fakeBrowser,
}));

const server = useSandbox();
const world = () => server.sandbox.world;
const hooliGroup = `${root}/apac/hooli`;
const hooli = `${hooliGroup}/hooli-collaboration`;
/** What is asked once of each customer that is read: where these answers are held, so is the reading. */
const ofEachCustomer = {path: /^\/projects\/.+\/notification_settings$/};
const says = (view: Wide, words: string | RegExp) => expect.poll(view.words).toMatch(words);
const alertIn = (element: Element | null) => element?.querySelector('[role="alert"]')?.textContent;
const _search = 'Search or filter customers';
async function refreshAll(view: Wide): Promise<void> {
  await view.press('More ways to refresh');
  await view.press('Refresh all');
}

afterEach(undraw);

describe('the table', () => {
  it('has every verdict of thirty customers with known defects', async () => {
    const customers = addCustomers(world(), 30);
    const {view} = await openAll(server);
    await view.read();
    for (const [index, path] of customers.entries()) {
      const open: readonly string[] = openRowsOf(index);
      const expected = [
        ...defects.map(id => [id, open.includes(id) ? 'fail' : 'pass']),
        ['location', 'pass'],
        ['introduced', 'todo'],
      ];
      const found = expected.map(([id = '']) => [id, view.verdict(path, id)]);
      expect([path, found]).toEqual([path, expected]);
    }
  });

  it('has one button that leads on below it: that of the form which stands open, or the one that fixes', async () => {
    const {view} = await openAll(server);
    await view.read();
    const leading = () => [...view.dialog.querySelectorAll('.selection .confirm')].map(nameOf);
    view.dialog.querySelector<HTMLInputElement>('[aria-label="Select all shown customers"]')?.click();
    await expect.poll(leading).toEqual([expect.stringMatching(/^Fix selected \(\d+\)$/)]);
    await view.press('Mark as');
    await view.press('Mark as done');
    await expect.poll(leading).toEqual(['Review changes']);
    await view.press('Cancel');
    await expect.poll(leading).toEqual([expect.stringMatching(/^Fix selected/)]);
  });

  it('changes nothing of what is selected once the session has ended', async () => {
    const {view} = await openAll(server);
    await view.read();
    view.dialog.querySelector<HTMLInputElement>('[aria-label="Select all shown customers"]')?.click();
    await expect.poll(() => view.button('Mark as')).toBeDefined();
    world().expireSessions();
    await view.press('Refresh');
    await expect.poll(() => view.button(/^Fix selected/)?.getAttribute('aria-disabled')).toBe('true');
    expect(view.button('Mark as')).toBeUndefined();
    expect(view.dialog.querySelectorAll('.selection .confirm')).toHaveLength(0);
  });

  it('is read one by one of a GitLab without GraphQL, and that is said', async () => {
    world().graphql.isOn = false;
    const {view} = await openAll(server);
    await view.read();
    await says(view, 'Bulk loading isn’t available');
    await view.expectVerdict(globex, 'readme', 'fail');
    await view.expectVerdict(acme, 'labels', 'pass');
  });

  it('of a group without customers says so, and shows those that are archived if they are asked for', async () => {
    const group = `${root}/emea/quiet`;
    const none = 'No customer projects that you can see here.';
    const goneToo = 'Include archived and scheduled for deletion';
    world().addGroup({path: group, name: 'Quiet'});
    const {view} = await openAll(server, group);
    await view.read();
    await says(view, none);
    expect(view.dialog.querySelector('table')).toBeNull();
    world().addProject({path: `${group}/collaboration`, name: 'Quiet Collaboration'}).archived = true;
    await view.press(goneToo);
    await view.read();
    await expect.poll(() => view.row(`${group}/collaboration`)).not.toBeNull();
    await view.press(`Remove “${goneToo}”`);
    await view.read();
    await says(view, none);
  });

  it('keeps customers that are moved or deleted from costing another, and is right the next time', async () => {
    server.sandbox.faults.add({
      path: /^\/graphql$/,
      times: 1,
      meanwhile(now) {
        now.transfer(now.project(acme), now.group(hooliGroup));
        now.projects.splice(now.projects.indexOf(now.project(globex)), 1);
      },
    });
    const {view} = await openAll(server);
    await view.read();
    expect(alertIn(view.dialog)).toBeUndefined();
    await view.expectVerdict(hooli, 'readme', 'pass');
    await view.expectVerdict(globex, 'readme', 'unknown');
    await view.press('Refresh');
    await expect.poll(() => view.row(globex)).toBeNull();
    await view.read();
    await expect.poll(() => view.row(acme)).toBeNull();
    await view.expectVerdict(`${hooliGroup}/acme-collaboration`, 'readme', 'pass');
    await says(view, '1 customer removed');
  });

  it('keeps nothing of somebody else who signs in while it reads; what was known stays, and that is said', async () => {
    addCustomers(world(), 6);
    const {view} = await openAll(server);
    await view.read();
    await view.expectVerdict(acme, 'labels', 'pass');
    const answers = server.sandbox.faults.hold(ofEachCustomer, 8);
    await refreshAll(view);
    await says(view, /[1-9]\d* of 1\d checked\./);
    // Robin is subscribed to no label.
    signIn(server, 'robin');
    answers();
    await expect
      .poll(() => alertIn(view.dialog))
      .toContain('You’re signed in as robin now. This page was loaded for dana.');
    await says(view, 'The stored results are shown,');
    await view.read();
    await view.expectVerdict(acme, 'labels', 'pass');
    // Nor is what a customer's own checklist says to somebody else.
    const asked = () => server.sandbox.log.filter(({path}) => path === '/user' || path === '/graphql').length;
    const before = asked();
    view.row(acme)?.querySelector<HTMLElement>('th button')?.click();
    const beside = () => view.dialog.querySelector('[aria-label="Acme"]');
    await expect.poll(() => alertIn(beside())).toContain('You’re signed in as robin now');
    expect(beside()?.querySelector('[data-check]')).toBeNull();
    // By the checklist, and before it would be taken over.
    await expect.poll(asked).toBeGreaterThanOrEqual(before + 2);
    await view.expectVerdict(acme, 'labels', 'pass');
    leave();
    signIn(server, 'dana');
    server.sandbox.faults.add({path: /\/projects$/, status: 500});
    const {view: again} = await openAll(server);
    await again.expectVerdict(acme, 'labels', 'pass');
  });
});

describe('what is shown', () => {
  it('is what is mine at first: customers whose README names me, and those whose member I am', async () => {
    const group = {kind: 'group', isStored: true} as const;
    const mine = (view: Wide) => view.button(/^My customers \d/);
    const first = await openWide(await draw(server, root, group));
    expect(mine(first)?.getAttribute('aria-pressed')).toBe('true');
    await first.read();
    await says(first, 'You don’t have customers here yet.');
    await first.press('Show all customers');
    await expect.poll(() => first.row(acme)).not.toBeNull();
    world().commitFile(acme, 'README.md', '# Acme\n\nYour CSM is Dana Reyes (@dana).\n');
    leave();
    const second = await openWide(await draw(server, root, group));
    await second.read();
    await expect.poll(() => mine(second)?.textContent).toBe('My customers 1');
    // GitLab does not tell that somebody became a member: it is found when all is read.
    world().addMember(globex, 'dana', 40);
    await refreshAll(second);
    await second.read();
    await expect.poll(() => mine(second)?.textContent).toBe('My customers 2');
    await expect.poll(second.rows).toBe(2);
    expect([acme, globex].map(path => second.row(path) !== null)).toEqual([true, true]);
    // A README that names me by now is found with what changed.
    world().commitFile(hooli, 'README.md', '# Hooli\n\nYour CSM is Dana Reyes (@dana).\n');
    await second.press('Refresh');
    await expect.poll(() => mine(second)?.textContent).toBe('My customers 3');
    expect(second.row(hooli)).not.toBeNull();
    await second.press(/^All \d/);
    await expect.poll(second.rows).toBeGreaterThan(3);
    leave();
    // They are there at once the next time.
    const panel = await draw(server, root, group);
    server.sandbox.faults.hold({path: /./});
    const third = await openWide(panel);
    await expect.poll(third.rows).toBe(3);
  });

  it('by state is only of the customer’s playbook, and by segment where customers lie', async () => {
    world().addGroup({path: `${root}/lost`, name: 'Lost'});
    world().addProject({path: `${root}/lost/collaboration`, name: 'Lost Collaboration'});
    const {view} = await openAll(server);
    await view.read();
    const reviews = [...view.dialog.querySelectorAll<HTMLElement>('td[data-check="handover-review"]')];
    const apart = reviews.filter(({textContent}) => textContent.includes('Not part of this playbook'));
    expect(apart[0]?.dataset.verdict).toBe('todo');
    const all = view.rows();
    await view.filter('To do', 'Review members and settings');
    await view.filter('State', 'Needs you');
    await expect.poll(view.rows).toBe(all - apart.length);
    await view.press('Clear filters');
    await view.filter('Segment', 'No segment');
    await expect.poll(view.rows).toBe(1);
    expect(view.row(`${root}/lost/collaboration`)).not.toBeNull();
    leave();
    const {view: below} = await openAll(server, `${root}/emea`);
    await below.read();
    await below.offered('Segment');
    const options = () => [...below.dialog.querySelectorAll('[role="option"]')].map(({textContent}) => textContent);
    await expect.poll(options).toEqual(['Segment: EMEA']);
  });
});
