import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {
  itemOfUser,
  type Kind,
  type KindName,
  keptKinds,
  keyOf,
  kindOfKey,
  migrated,
  ownerlessItem,
  ownerlessKeyOf,
} from '../../../src/browser/item-kinds.ts';

const source = path.resolve(import.meta.dirname, '../../../src');
const kinds: readonly (readonly [string, Kind])[] = Object.entries(keptKinds);

describe('what is kept', () => {
  it('has all its keys in the table', () => {
    const files = readdirSync(source, {recursive: true, encoding: 'utf8'}).filter(file => /\.tsx?$/.test(file));
    const keys = files.flatMap(file =>
      [...readFileSync(path.join(source, file), 'utf8').matchAll(/['"`]([a-z][\w-]*:\d+)(?=[:'"`])/g)].map(
        ([, key = '']) => key,
      ),
    );
    expect(keys).toContain('panel-open:1');
    expect(keys.filter(key => kindOfKey(key) === undefined)).toEqual([]);
  });

  it('is written to the storage by nobody else', () => {
    const files = readdirSync(source, {recursive: true, encoding: 'utf8'}).filter(file => /\.tsx?$/.test(file));
    const touching = files.filter(file =>
      /browser\.storage|chrome\.storage/.test(readFileSync(path.join(source, file), 'utf8')),
    );
    expect(touching.sort()).toEqual([
      'background.ts',
      'browser/items.ts',
      'browser/preferences.ts',
      'browser/raw-items.ts',
      'browser/spots.ts',
      'browser/tab-lock.ts',
    ]);
  });

  it.each(kinds)('%s has versions that follow each other, each since a day', (_name, {versions}) => {
    const numbers = versions.map(({version}) => version);
    expect(numbers).toEqual(numbers.map((_number, index) => (numbers[0] ?? 0) + index));
    const days = versions.map(({since}) => since);
    expect(days).toEqual([...days].sort());
    for (const day of days) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('has its user in the key of everything that is somebody’s', () => {
    const others = kinds.filter(([, {versions}]) => versions.at(-1)?.owned !== 'user').map(([name]) => name);
    expect(others).toEqual([
      'hold',
      'panel-open',
      'panel-width',
      'last-segment',
      'page-marks',
      'list-marks',
      'wide-editor',
      'fresh-days',
      'notification-level',
    ]);
  });
});

const owner = {host: 'gitlab.com', userId: 7};
const remark = {by: 'Dana', at: '2026-11-20T10:00:00.000Z', note: ''};
/** What 0.1 kept, and what becomes of it. */
const ofFirst: readonly (readonly [name: KindName, of: string | undefined, key: string, item: unknown])[] = [
  ['customer', '12', 'customer:1:gitlab.com:12', {ticks: {introduced: remark}, waivers: {}, playbook: 'new-customer'}],
  ['people', undefined, 'people:1:gitlab.com', {customer: [5], colleague: []}],
  ['brackets', undefined, 'brackets:1:gitlab.com', {placeholder: ['a'], prose: [], blanks: false}],
  [
    'journal',
    'project-12',
    'journal:1:gitlab.com:project-12',
    [{id: 'a', at: remark.at, by: 'Dana', where: 'a/b', check: 'labels', what: 'Subscribe', undone: false}],
  ],
  ['filled', undefined, 'filled:1:gitlab.com', [{project: 12, meaning: 'goal', value: 'Grow'}]],
  ['draft', '12', 'draft:1:gitlab.com:12', {values: [['goal', 'Grow']], left: []}],
  ['flows', undefined, 'flows:1:gitlab.com', ['f']],
  ['flow', 'f', 'flow:1:gitlab.com:f', {id: 'f', userId: 7, kind: 'new-customer'}],
];

describe('what 0.1 kept', () => {
  it.each([...ofFirst])('%s %s is found and becomes what is kept now', (name, of, key, item) => {
    expect(kindOfKey(key)).toEqual({name, version: 1});
    expect(ownerlessKeyOf(name, 'gitlab.com', of)).toBe(key);
    expect(migrated(keptKinds[name], 1, item)).toEqual(item);
    const next = keyOf(name, owner, of);
    expect(next).toBe([`${name}:2:gitlab.com:7`, ...(of === undefined ? [] : [of])].join(':'));
    expect(itemOfUser(next, owner)).toEqual({name, of});
    expect(itemOfUser(key, owner)).toBeUndefined();
  });

  it('covers every kind that had no owner', () => {
    const names = kinds.filter(([, {versions}]) => ['host', 'item'].includes(versions[0].owned)).map(([name]) => name);
    expect(ofFirst.map(([name]) => name)).toEqual(names);
  });

  it('goes through each version in turn', () => {
    const kind: Kind = {
      area: 'local',
      versions: [
        {version: 3, since: '2026-01-01', owned: 'user'},
        {version: 4, since: '2026-02-01', owned: 'user', migrate: before => ({list: before})},
        {version: 5, since: '2026-03-01', owned: 'user'},
        {version: 6, since: '2026-04-01', owned: 'user', migrate: before => ({...(before as object), new: true})},
      ],
    };
    expect(migrated(kind, 3, [1])).toEqual({list: [1], new: true});
    expect(migrated(kind, 4, {list: [1]})).toEqual({list: [1], new: true});
    expect(migrated(kind, 6, 'as it is')).toBe('as it is');
  });
});

describe('a key', () => {
  it.each([
    ['customer:1:gitlab.com:12', {name: 'customer', of: '12'}],
    ['people:1:gitlab.com', {name: 'people', of: undefined}],
    ['journal:1:gitlab.com:group-3', {name: 'journal', of: 'group-3'}],
    // Another host's, and those that have an owner.
    ['people:1:gitlab.com:8443', undefined],
    ['customer:1:gitlab.com:8443:12', undefined],
    ['customer:1:other.com:12', undefined],
    ['customer:2:gitlab.com:7:12', undefined],
    ['flow:1:gitlab.com:f', undefined],
    ['views:2:gitlab.com:7', undefined],
    ['panel-open:1', undefined],
    ['hold:1:gitlab.com', undefined],
    ['other:1:gitlab.com', undefined],
  ])('%s is one that has no owner: %j', (key, item) => expect(ownerlessItem(key, 'gitlab.com')).toEqual(item));

  it.each([
    ['customer:2:gitlab.com:7:12', {name: 'customer', of: '12'}],
    ['views:2:gitlab.com:7', {name: 'views', of: undefined}],
    ['customer:2:gitlab.com:77:12', undefined],
    ['customer:1:gitlab.com:7', undefined],
    ['journal:2:gitlab.com:8:project-1', undefined],
  ])('%s is a user’s: %j', (key, item) => expect(itemOfUser(key, owner)).toEqual(item));
});
