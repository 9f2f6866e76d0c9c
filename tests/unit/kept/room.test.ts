import {describe, expect, it} from 'vitest';
import type {ListedItem} from '../../../src/browser/list-items.ts';
import {roomOf} from '../../../src/kept/room.ts';
import {isOthers, localWords, syncedWords} from '../../../src/kept/room-words.ts';

const dana = {host: 'gitlab.com', userId: 7};
const items = (count: number, bytes: number, area: 'local' | 'sync', kind = 'customer'): ListedItem[] =>
  Array.from({length: count}, (_, index) => ({key: `${kind}:2:gitlab.com:7:${index}`, area, bytes}));

describe('the room in the browser’s storages', () => {
  it.each<[string, ListedItem[], readonly string[]]>([
    ['nothing', [], []],
    ['100 customers', items(100, 800, 'sync'), []],
    [
      '120 customers',
      items(120, 800, 'sync'),
      ['The browser’s synced storage is 93% full. What doesn’t fit is stored on this computer only.'],
    ],
    [
      '450 small customers',
      items(450, 10, 'sync'),
      ['The browser’s synced storage is 87% full. What doesn’t fit is stored on this computer only.'],
    ],
    [
      'more than it takes',
      [...items(128, 800, 'sync'), ...items(2, 800, 'local')],
      [
        'The browser’s synced storage is 100% full. What doesn’t fit is stored on this computer only: 2 entries so far.',
      ],
    ],
    [
      'large journals',
      items(9, 1_000_000, 'local', 'journal'),
      ['The extension’s storage on this computer is 85% full. When it’s full, nothing more is saved.'],
    ],
  ])('with %s', (_name, listed, words) => {
    const room = roomOf(listed, dana);
    expect([syncedWords(room), localWords(room)].filter(said => said !== undefined)).toEqual(words);
  });

  const ofSam = (count: number) =>
    items(count, 1_000_000, 'local', 'journal').map(item => ({...item, key: item.key.replace(':7:', ':8:')}));

  it.each<[string, ListedItem[], typeof dana | undefined, boolean]>([
    ['all its own', items(9, 1_000_000, 'local', 'journal'), dana, false],
    ['more of its own', [...ofSam(4), ...items(5, 1_000_000, 'local', 'journal')], dana, false],
    ['more of another user’s', [...ofSam(5), ...items(4, 1_000_000, 'local', 'journal')], dana, true],
    ['more of another user’s, while there is room', ofSam(5), dana, false],
    ['somebody’s, where nobody is signed in', ofSam(9), undefined, false],
  ])('whether most of it is other users’: %s', (_name, listed, owner, expected) =>
    expect(isOthers(roomOf(listed, owner))).toBe(expected),
  );
});
