// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import * as v from 'valibot';
import {beforeEach, expect, it, vi} from 'vitest';
import type {KindName} from '../../../../src/browser/item-kinds.ts';
import {createItems} from '../../../../src/browser/items.ts';
import {wholeOf} from '../../../../src/browser/shape.ts';
import {NotKept} from '../../../../src/browser/storage-error.ts';
import type {Page} from '../../../../src/checklist/page.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import {errorOfKind, problemOf} from '../../../../src/gitlab/errors.ts';
import type {Problem} from '../../../../src/gitlab/model/problem.ts';
import {room} from '../../../../src/kept/room.ts';
import {said} from '../../../../src/texts/said.ts';
import {Notices} from '../../../../src/ui/checklist/Notices.tsx';
import {keptNotices} from '../../../../src/ui/scripts.ts';
import {fake} from '../../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

const whose = {host: 'gitlab.com', userId: async () => 7};
const notKept = signal<Problem | undefined>(undefined);
const textsNotKept = signal<Problem | undefined>(undefined);
const rows = signal<readonly Row[]>([]);
const refresh = vi.fn(async () => undefined);
/** Only as much of a page as the notices look at. */
const page = {
  checklist: {
    facts: signal({}),
    endedBy: signal(undefined),
    place: {kind: 'project', path: 'a/b'},
    rows,
    refresh,
    notKept,
    texts: {notKept: textsNotKept},
  },
  outdated: signal(false),
  waiting: signal(undefined),
} as unknown as Page;

/** Why an item is not kept, where it is not. */
const write = async (kind: KindName, of: string, words: string): Promise<Problem | undefined> => {
  const items = createItems(kind, whose, wholeOf(v.string()));
  return items.update(of, () => words).then(() => undefined, problemOf);
};

let root: HTMLElement;
const notices = async () => {
  await new Promise(resolve => setTimeout(resolve));
  return [...root.querySelectorAll('.notice')].map(({textContent}) => textContent);
};

beforeEach(async () => {
  await keptNotices.load();
  fake.reset();
  room.value = undefined;
  notKept.value = undefined;
  textsNotKept.value = undefined;
  rows.value = [];
  root = document.body.appendChild(document.createElement('div'));
  render(<Notices page={page} />, root);
});

it('of a full storage one notice says what is not kept, and the one way out', async () => {
  fake.full.add('local');
  room.value = {full: {local: 0.99, sync: 0}, onlyHere: 0, others: 0};
  notKept.value = await write('journal', 'project-1', 'entry');
  textsNotKept.value = await write('texts', 'project-1', 'typed');
  expect(textsNotKept.value?.kind).toBe('not-kept');
  expect(await notices()).toEqual([
    'The extension’s storage on this computer is full. The journal isn’t saved: you can undo what you do now only until you leave this page. What you type is kept only while this page stays open. Free up space: select “Stored in this browser” in the header’s menu ⋮.',
  ]);
  room.value = {full: {local: 0.5, sync: 0}, onlyHere: 0, others: 0};
  expect(await notices()).toEqual([expect.stringContaining('was full. The journal isn’t saved')]);
  fake.full.clear();
  notKept.value = await write('journal', 'project-1', 'entry');
  expect(await notices()).toEqual([expect.not.stringContaining('journal')]);
  textsNotKept.value = await write('texts', 'project-1', 'typed');
  expect(await notices()).toEqual([]);
});

it('what is not kept for another reason has its own notices', async () => {
  const problem = problemOf(new NotKept(said('browser.cannotWrite'), said('browser.cannotWrite advice')));
  notKept.value = problem;
  textsNotKept.value = problem;
  room.value = {full: {local: 0.85, sync: 0}, onlyHere: 0, others: 0};
  expect(await notices()).toEqual([
    expect.stringContaining('Couldn’t save to the browser’s storage'),
    expect.stringContaining(
      'What you type is kept only while this page stays open. Couldn’t save to the browser’s storage',
    ),
    'The extension’s storage on this computer is 85% full. When it’s full, nothing more is saved. To see what takes up space, select “Stored in this browser” in the header’s menu ⋮.',
  ]);
});

it('where other users’ data take the room it says what can be done', async () => {
  room.value = {full: {local: 0.85, sync: 0}, onlyHere: 0, others: 0.9};
  const wayOut =
    'Most of it belongs to other users of this browser. Sign in to GitLab as them and free up space under “Stored in this browser”. As a last resort, export what’s yours, remove CSM Checklist from the browser and add it again. This deletes everything it stores here, yours and other users’.';
  expect(await notices()).toEqual([
    `The extension’s storage on this computer is 85% full. When it’s full, nothing more is saved. ${wayOut}`,
  ]);
  fake.full.add('local');
  await write('draft', '1', 'typed');
  expect(await notices()).toEqual([
    `The extension’s storage on this computer is full. What you type is kept only while this page stays open. ${wayOut}`,
  ]);
  expect(root.querySelectorAll('button')).toHaveLength(0);
  fake.full.clear();
  await write('draft', '1', 'typed');
});

it('what keeps many items from being refreshed is said once, with one way to try again', async () => {
  const unconfirmed = problemOf(errorOfKind('offline'));
  rows.value = [{unconfirmed}, {unconfirmed}, {unconfirmed}] as unknown as readonly Row[];
  expect(await notices()).toEqual([
    'Couldn’t refresh this checklist. Couldn’t reach GitLab. Check your connection, then try again.Retry',
  ]);
  root.querySelector('button')?.click();
  expect(refresh).toHaveBeenCalledOnce();
});
