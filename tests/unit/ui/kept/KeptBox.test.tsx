// @vitest-environment happy-dom
import {render} from 'preact';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import {createWhose, whoseHere} from '../../../../src/checklist/whose.ts';
import {createBackup} from '../../../../src/kept/backup.ts';
import {createOwnerless} from '../../../../src/kept/ownerless.ts';
import {ownerless} from '../../../../src/kept/ownerless-here.ts';
import {KeptBox} from '../../../../src/ui/kept/KeptBox.tsx';
import {eventually} from '../../../eventually.ts';
import {fake, fakeBrowser} from '../../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

const dana = {id: 7, name: 'Dana Reyes', username: 'dana'};
const robin = {id: 8, name: 'Robin Okafor', username: 'robin'};
let signedIn = dana;
const whose = createWhose(
  'gitlab.com',
  async () => dana,
  async () => signedIn,
);
const key = 'customer:2:gitlab.com:7:1';
const record = {ticks: {introduced: {by: 'Dana', at: '2026-11-20', note: ''}}};
let root: HTMLElement;

const choose = (text: string) => {
  const input = root.querySelector('input') as HTMLInputElement;
  Object.defineProperty(input, 'files', {configurable: true, value: [new File([text], 'kept.json')]});
  input.dispatchEvent(new Event('change', {bubbles: true}));
};

const button = (name: string) =>
  [...root.querySelectorAll('button')].find(({textContent}) => textContent?.trim() === name);

beforeEach(() => {
  fake.reset({sync: {[key]: record}});
  whoseHere.value = whose;
  signedIn = dana;
  root = document.body.appendChild(document.createElement('div'));
  render(<KeptBox />, root);
});

it('forgets only after a second click', async () => {
  await eventually(() => expect(root.textContent).toContain('Marks, notes and playbooks: 1 customer,'));
  button('Delete the oldest')?.click();
  await eventually(() =>
    expect(root.textContent).toContain(
      'Delete marks, notes and the playbook for 1 customer (path not stored here)? You can’t undo this.',
    ),
  );
  expect(fake.areas.sync.size).toBe(1);
  button('Delete for 1 customer')?.click();
  await eventually(() => expect(root.textContent).toContain('Marks, notes and playbooks: none'));
  expect(fake.areas.sync.size).toBe(0);
});

it('Escape takes a question back, and gives the focus to what opened it', async () => {
  const reachesPanel = () => {
    const reached = vi.fn();
    root.addEventListener('keydown', reached, {once: true});
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
    return reached.mock.calls.length > 0;
  };
  await eventually(() => expect(root.textContent).toContain('Marks, notes and playbooks: 1 customer,'));
  button('Delete the oldest')?.click();
  await eventually(() => expect(root.textContent).toContain('You can’t undo this.'));
  button('Delete for 1 customer')?.focus();
  expect(reachesPanel()).toBe(false);
  await eventually(() => expect(root.textContent).not.toContain('You can’t undo this.'));
  expect(document.activeElement).toBe(button('Delete the oldest'));
  expect(fake.areas.sync.size).toBe(1);
  expect(reachesPanel()).toBe(true);
});

it('shows what a file brings before it takes it in, and says why not', async () => {
  const backup = await createBackup(whose, {version: '0.2.0', at: '2026-11-29T10:00:00.000Z'});
  fake.areas.sync.clear();
  choose('{}');
  await eventually(() =>
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('wasn’t exported by CSM Checklist'),
  );
  choose(JSON.stringify(backup));
  await eventually(() => expect(root.textContent).toContain('Exported on Nov 29, 2026. This will be added, even if'));
  expect(fake.areas.sync.size).toBe(0);
  fake.areas.sync.set(key, record);
  button('Import this file')?.click();
  await eventually(() => expect(root.textContent).toContain('Everything in this file is already stored here.'));
  expect(button('Import this file')).toBeUndefined();
  button('Close')?.click();
  await eventually(() => expect(button('Close')).toBeUndefined());
  const two = {ticks: {...record.ticks, maintainers: record.ticks.introduced}};
  fake.areas.sync.set(key, two);
  const other = await createBackup(whose, {version: '0.2.0', at: '2026-11-29T10:00:00.000Z'});
  fake.areas.sync.set(key, record);
  choose(JSON.stringify(other));
  await eventually(() => expect(button('Import this file')).toBeDefined());
  fake.areas.sync.clear();
  button('Import this file')?.click();
  await eventually(() => expect(root.textContent).toContain('Not imported yet'));
  button('Import this file')?.click();
  await eventually(() => expect(root.textContent).toContain('Imported. Reload this page to see it.'));
  expect(fake.areas.sync.get(key)).toEqual(two);
  expect(root.querySelector('[role="alert"]')).toBeNull();
});

it.each([
  [[{odd: 1}], '1 entry can’t be read and isn’t imported.'],
  [[{odd: 1}, {odd: 2}], '2 entries can’t be read and aren’t imported.'],
])('says how much of a file is not understood: %#', async (items, words) => {
  const about = {format: 'csm-checklist-1', version: '0.2.0', at: '2026-11-29', host: 'gitlab.com', userId: 7};
  choose(JSON.stringify({...about, items}));
  await eventually(() => expect(root.textContent).toContain(words));
  expect(button('Import this file')).toBeUndefined();
  expect(button('Close')).toBeDefined();
});

it('says what else takes room, what is not exported, and looks anew when it is opened again', async () => {
  ownerless.value = createOwnerless(whose, () => '2026-11-29T10:00:00.000Z');
  fake.areas.local.set('journal:2:gitlab.com:8:project-1', [{id: 'a'}]);
  fake.areas.sync.set('people:1:gitlab.com', {customer: [5]});
  await ownerless.value.look([{key: 'people:1:gitlab.com', area: 'sync', bytes: 9}]);
  render(null, root);
  render(<KeptBox />, root);
  await eventually(() => expect(root.textContent).toContain('Other users of this browser: 44 bytes'));
  expect(root.textContent).toContain('Only they can delete it here.');
  expect(root.textContent).toContain('Say at the top of the panel whether it’s yours.');
  expect(root.textContent).toContain(
    'Not included until you say whose they are: decisions about customer contacts and team members.',
  );
  await ownerless.value.decline();
  await eventually(() => expect(root.textContent).not.toContain('Not included until'));
  expect(root.textContent).toContain('Not yours. It stays for the other users of this browser.');
  ownerless.value = undefined;
});

describe('what is written while it is open', () => {
  const heaps = () => root.querySelector('.heaps')?.textContent;
  const one = 'Marks, notes and playbooks: 1 customer,';
  const two = 'Marks, notes and playbooks: 2 customers,';
  const other = 'customer:2:gitlab.com:7:2';

  it('is counted, and the focus stays where it is', async () => {
    await eventually(() => expect(heaps()).toContain(one));
    const focused = button('Delete the oldest');
    focused?.focus();
    await fakeBrowser.storage.sync.set({[other]: record});
    await eventually(() => expect(heaps()).toContain(two));
    await fakeBrowser.storage.local.set({'journal:2:gitlab.com:7:project-1': [{id: 'a'}]});
    await eventually(() => expect(heaps()).toContain('Journals: 1 customer,'));
    expect(document.activeElement).toBe(focused);
    expect(focused?.isConnected).toBe(true);
  });

  it('changes no question that stands open, and nothing but what was asked about is forgotten', async () => {
    await eventually(() => expect(heaps()).toContain(one));
    button('Delete the oldest')?.click();
    await eventually(() => expect(button('Delete for 1 customer')).toBeDefined());
    button('Delete for 1 customer')?.focus();
    // Older than the one that is asked about, and so many that more than one would be forgotten.
    for (const id of [2, 3, 4, 5]) await fakeBrowser.storage.sync.set({[`customer:2:gitlab.com:7:${id}`]: {ticks: {}}});
    await eventually(() => expect(heaps()).toContain('Marks, notes and playbooks: 5 customers,'));
    expect(document.activeElement).toBe(button('Delete for 1 customer'));
    button('Delete for 1 customer')?.click();
    await eventually(() => expect(heaps()).toContain('Marks, notes and playbooks: 4 customers,'));
    expect(fake.areas.sync.has(key)).toBe(false);
  });

  it('is not looked at while it is closed', async () => {
    await eventually(() => expect(heaps()).toContain(one));
    render(null, root);
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    await fakeBrowser.storage.sync.set({[other]: record});
    expect(sent).not.toHaveBeenCalled();
    sent.mockRestore();
    render(<KeptBox />, root);
    await eventually(() => expect(heaps()).toContain(two));
  });
});

describe('after somebody else signed in', () => {
  const words = 'You’re signed in as robin now. This page was loaded for dana.';
  const isTold = () => eventually(() => expect(root.querySelector('[role="alert"]')?.textContent).toContain(words));

  it('nothing of the page’s user is exported', async () => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:kept');
    await eventually(() => expect(root.textContent).toContain('Marks, notes and playbooks: 1 customer,'));
    signedIn = robin;
    button('Export everything')?.click();
    await isTold();
    expect(made).not.toHaveBeenCalled();
    signedIn = dana;
    button('Export everything')?.click();
    await eventually(() => expect(made).toHaveBeenCalledOnce());
    expect(root.querySelector('[role="alert"]')).toBeNull();
    made.mockRestore();
  });

  it('nothing is forgotten', async () => {
    await eventually(() => expect(root.textContent).toContain('Marks, notes and playbooks: 1 customer,'));
    button('Delete the oldest')?.click();
    await eventually(() => expect(button('Delete for 1 customer')).toBeDefined());
    signedIn = robin;
    button('Delete for 1 customer')?.click();
    await isTold();
    expect(fake.areas.sync.size).toBe(1);
  });

  it('nothing is compared with a file, and nothing comes in', async () => {
    const backup = JSON.stringify(await createBackup(whose, {version: '0.2.0', at: '2026-11-29T10:00:00.000Z'}));
    fake.areas.sync.clear();
    choose(backup);
    await eventually(() => expect(button('Import this file')).toBeDefined());
    signedIn = robin;
    button('Import this file')?.click();
    await isTold();
    expect(fake.areas.sync.size).toBe(0);
    choose(backup);
    await isTold();
    await eventually(() => expect(button('Import this file')).toBeUndefined());
  });
});
