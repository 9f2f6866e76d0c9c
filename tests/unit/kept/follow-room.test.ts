import * as v from 'valibot';
import {beforeEach, expect, it, vi} from 'vitest';
import {createItems} from '../../../src/browser/items.ts';
import {listOf} from '../../../src/browser/shape.ts';
import {followRoom} from '../../../src/kept/follow-room.ts';
import {room} from '../../../src/kept/room.ts';
import {fake, fakeBrowser} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

let look = vi.fn(async () => undefined);

beforeEach(() => {
  fake.reset();
  room.value = undefined;
  look = vi.fn(async () => undefined);
  followRoom(look);
});

it('the room is looked at again when it comes past the share that is told, and back', async () => {
  room.value = {full: {local: 0.75, sync: 0}, onlyHere: 0, others: 0};
  await fakeBrowser.storage.local.set({a: 'x'.repeat(300_000)});
  expect(look).not.toHaveBeenCalled();
  await fakeBrowser.storage.local.set({b: 'x'.repeat(300_000)});
  expect(look).toHaveBeenCalledTimes(1);
  room.value = {full: {local: 0.81, sync: 0}, onlyHere: 0, others: 0};
  await fakeBrowser.storage.local.set({b: 'x'});
  expect(look).toHaveBeenCalledTimes(2);
});

it('the room is looked at again when a write finds none', async () => {
  room.value = {full: {local: 0, sync: 0}, onlyHere: 0, others: 0};
  fake.full.add('local');
  const values = createItems(
    'texts',
    {host: 'gitlab.com', userId: async () => 7},
    listOf(v.string(), text => text),
  );
  await expect(values.update('project-1', () => ['typed'])).rejects.toThrow('the extension’s storage is full');
  expect(look).toHaveBeenCalledTimes(1);
  room.value = {full: {local: 1, sync: 0}, onlyHere: 0, others: 0};
  await expect(values.update('project-1', () => ['typed on'])).rejects.toThrow('is full');
  expect(look).toHaveBeenCalledTimes(1);
});
