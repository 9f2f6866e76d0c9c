import {describe, expect, it} from 'vitest';
import {groupNameFault, isDoomed, projectNameOf, withoutDeletion} from '../../../../src/gitlab/model/names.ts';

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

describe('projectNameOf', () => {
  it.each([
    ['Acme (DE)', 'Acme DE'],
    ['Smith & Sons', 'Smith Sons'],
    ['L’Oréal – C++', 'L’Oréal – C++'],
    ['(Acme)', 'Acme'],
    ['+1', '1'],
    ['!!!', ''],
    ['🚀', '🚀'],
    ['🪿', ''],
  ])('%j: %j', (text, name) => {
    expect(projectNameOf(text)).toBe(name);
  });
});

describe('what is scheduled for deletion', () => {
  it.each([
    ['Acme-deletion_scheduled-12', 'Acme'],
    ['acme-deletion_scheduled-1', 'acme'],
    ['Acme', 'Acme'],
    ['Acme-deletion_scheduled-', 'Acme-deletion_scheduled-'],
    ['Acme-deletion_scheduled-12 again', 'Acme-deletion_scheduled-12 again'],
  ])('“%s” was called “%s”', (name, before) => {
    expect(withoutDeletion(name)).toBe(before);
  });

  it.each([
    ['r/emea/acme-deletion_scheduled-12', true],
    ['r/emea/acme-deletion_scheduled-12/x', true],
    ['r/emea/acme', false],
    ['r/emea/acme-deletion_scheduled-x/y', false],
    ['r/emea/deletion_scheduled-12', false],
  ])('%s: %s', (path, expected) => {
    expect(isDoomed(path)).toBe(expected);
  });
});
