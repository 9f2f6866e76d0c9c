import {describe, expect, it} from 'vitest';
import {groupNameFault} from '../../../../src/gitlab/model/group-name.ts';

describe('groupNameFault', () => {
  it.each([
    ['', /^Enter/],
    [' ', /^Enter/],
    ['-a', /starts with/],
    ['(a)', /starts with/],
    ['!!!', /starts with/],
    ['🪿', /starts with/],
    ['<b>', /starts with/],
    ['a/b', /does not take “\/”/],
    ['Smith & Sons', /does not take “&”/],
    ["L'Oréal", /does not take “'”/],
    ['Acme, Inc.', /does not take “,”/],
    ['Silver 🪙', /does not take “🪙”/],
    ['tab\there', /does not take/],
    ['a'.repeat(256), /at most 255/],
  ])('refuses %j', (name, words) => {
    expect(groupNameFault(name)).toMatch(words);
  });

  it.each([
    'Acme',
    'Acme (DE)',
    'Zoë-Söhne 2.0',
    '🚀',
    '👨‍👩‍👧 Family',
    '🇩🇪 Bahn',
    'शिव',
    '株式会社',
    'ستارك',
    '_x',
    'L’Oréal',
    'Acme – EMEA',
    'Foo · Bar®',
    '🚀'.repeat(255),
  ])('takes %j', name => {
    expect(groupNameFault(name)).toBeUndefined();
  });
});
