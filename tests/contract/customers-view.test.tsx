import {afterEach, describe, expect, it, vi} from 'vitest';
import {addCustomers, defects, openRowsOf} from '../../sandbox/many.ts';
import {draw, leave, nameOf, press, undraw} from './drawn.tsx';
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
const searchField = 'Search or filter customers';
const element = <E extends Element = HTMLElement>(view: Wide, selector: string) => {
  const found = view.dialog.querySelector<E>(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return found;
};
function type(view: Wide, selector: string, words: string): void {
  const field = element<HTMLInputElement>(view, selector);
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true}));
}
const search = (view: Wide, words: string) => type(view, `[aria-label="${searchField}"]`, words);
const selectAll = (view: Wide) => element(view, '[aria-label="Select all shown customers"]').click();
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

  it('is what a saved view brings back, again after something else was shown, and only to who saved it', async () => {
    const gone = 'Include archived and scheduled for deletion';
    world().project(hooli).archived = true;
    const {view: first} = await openAll(server);
    await first.read();
    expect(first.row(hooli)).toBeNull();
    const pressed = (view: Wide, name: string | RegExp) => view.button(name)?.getAttribute('aria-pressed');
    const column = (view: Wide) =>
      [...view.dialog.querySelectorAll('th')].find(head => head.textContent.includes('Last change'));
    await first.offered(gone);
    await expect.poll(() => first.row(hooli)).not.toBeNull();
    await first.read();
    await first.filter('Segment', 'APAC');
    await first.filter('To do', 'Fill in the README');
    await first.filter('State', 'Failed the check');
    search(first, 'hoo');
    await first.press(/^My customers \d/);
    for (const order of ['ascending', 'descending']) {
      column(first)?.querySelector('button')?.click();
      await expect.poll(() => column(first)?.getAttribute('aria-sort')).toBe(order);
    }
    await first.press('Saved views');
    type(first, '#view-name', 'Mine in APAC');
    await first.press('Save view');
    await expect.poll(() => pressed(first, 'Mine in APAC')).toBe('true');
    const narrow = ['Segment: APAC', 'Item: README is filled in', 'State: Failed the check'];
    const expectIt = (view: Wide) =>
      expect
        .poll(() => [
          element<HTMLInputElement>(view, `[aria-label="${searchField}"]`).value,
          view.tokens(),
          pressed(view, /^My customers \d/),
          column(view)?.getAttribute('aria-sort'),
        ])
        .toEqual(['hoo', [...narrow, gone], 'true', 'descending']);
    await expectIt(first);
    await first.press('Clear filters');
    await first.press(/^All \d/);
    await expect.poll(first.tokens).toEqual([]);
    expect(pressed(first, 'Mine in APAC')).toBe('false');
    await first.press('Mine in APAC');
    await expectIt(first);
    leave();
    const {view: second} = await openAll(server);
    await second.read();
    await second.press('Saved views');
    await second.press('Mine in APAC');
    await expectIt(second);
    await second.read();
    // Without the other filters it shows what was asked for to be there too.
    for (const token of narrow) await second.press(`Remove “${token}”`);
    await second.press(/^All \d/);
    await expect.poll(() => second.row(hooli)).not.toBeNull();
    leave();
    const {view: other} = await openAll(server, root, 'robin');
    await other.press('Saved views');
    await says(other, 'No saved views yet.');
    leave();
    const {view: last} = await openAll(server);
    await last.press('Saved views');
    await expect.poll(() => last.button('Mine in APAC')).toBeDefined();
    await last.press('Delete “Mine in APAC”');
    await says(last, 'No saved views yet.');
    await expect.poll(() => document.activeElement?.id).toBe('view-name');
  });
});

describe('what is done for the selected ones', () => {
  it('is done until the view is closed: what was not begun is not', async () => {
    const customers = addCustomers(world(), 12);
    for (const path of customers) world().setNotification('dana', path, 'mention');
    const dana = world().user('dana');
    const open = () =>
      customers.filter(path => world().notification(dana, world().project(path)).level === 'mention').length;
    const {view, panel} = await openAll(server);
    await view.read();
    search(view, 'customer-');
    await expect.poll(view.rows).toBe(12);
    selectAll(view);
    await view.press('Fix selected (12)');
    await expect.poll(() => view.button(/^Make \d+ changes?/)).toBeDefined();
    const answers = server.sandbox.faults.hold({method: 'PUT', path: /notification_settings$/}, 3);
    await view.press(/^Make \d+ changes?/);
    await says(view, 'If you close this view, this stops');
    // Three are answered, and three are under way: as many as are worked on at the same time.
    await expect.poll(answers.arrived).toBe(3);
    expect(open()).toBe(6);
    view.dialog.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}));
    await expect.poll(() => panel.root.querySelector('dialog')).toBeNull();
    answers();
    const again = await openWide(panel);
    await again.press(/^All \d/);
    // All is read anew, which takes longer than the next change would have taken to begin.
    await again.read();
    await refreshAll(again);
    await again.read();
    expect(open()).toBe(6);
  });

  it('can be one reason of many for an item that does not apply: grouped by customer, and taken back', async () => {
    const customers = addCustomers(world(), 4);
    const {view} = await openAll(server);
    await view.read();
    search(view, 'customer-');
    await expect.poll(view.rows).toBe(4);
    selectAll(view);
    const ask = async (action: string) => {
      await view.press('Mark as');
      await view.press(action);
      await expect.poll(() => view.dialog.querySelector('form.remark')).not.toBeNull();
    };
    const choose = () => {
      const list = element<HTMLSelectElement>(view, '#remark-item');
      list.value = 'introduced';
      list.dispatchEvent(new Event('change', {bubbles: true}));
    };
    const note = () => element<HTMLTextAreaElement>(view, '#remark-note');
    await ask('Mark as not applicable');
    choose();
    type(view, '#remark-note', 'They know it since 2024.');
    note().dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}));
    await expect.poll(() => view.dialog.querySelector('form.remark')).toBeNull();
    await expect.poll(() => document.activeElement && nameOf(document.activeElement)).toBe('Fix selected (4)');
    await ask('Mark as not applicable');
    await expect.poll(() => note().value).toBe('They know it since 2024.');
    choose();
    await view.press('Review changes');
    const box = () => element(view, 'section[aria-label="Mark as not applicable"]');
    await expect.poll(() => box().textContent).toContain('4 changes for 4 customers.');
    const ofSecond = [...box().querySelectorAll('li')].filter(
      item => item.textContent.includes('Customer 0002') && item.querySelector('[data-fix="introduced"]'),
    );
    expect(ofSecond).toHaveLength(1);
    const expectAll = (verdict: string) =>
      expect.poll(() => customers.map(path => view.verdict(path, 'introduced'))).toEqual(customers.map(() => verdict));
    await expectAll('todo');
    await view.press('Make 4 changes');
    await expectAll('waived');
    await view.press('Undo all changes');
    await press(() => [...box().querySelectorAll('button')].find(button => /^Undo changes/.test(nameOf(button))));
    await expectAll('todo');
    await press(() => [...box().querySelectorAll('button')].find(button => nameOf(button) === 'Close'));
    await ask('Mark as done');
    expect(note().value).toBe('');
  });
});
