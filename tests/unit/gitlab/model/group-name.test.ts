import {describe, expect, it} from 'vitest';
import {groupNameFault} from '../../../../src/gitlab/model/group-name.ts';

describe('groupNameFault', () => {
  it.each([
    ['', /^Enter/],
    [' ', /^Enter/],
    ['-a', /must start with/],
    ['(a)', /must start with/],
    ['!!!', /must start with/],
    ['🪿', /must start with/],
    ['<b>', /must start with/],
    ['a/b', /can’t contain “\/”\. Use /],
    ['Smith & Sons', /can’t contain “&”\. Use /],
    ["L'Oréal", /can’t contain “'”\. Use /],
    ['Acme, Inc.', /can’t contain “,”\. Use /],
    ['Silver 🪙', /can’t contain “🪙”\. Use /],
    ['tab\there', /can’t contain/],
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
