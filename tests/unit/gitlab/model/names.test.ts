import {describe, expect, it} from 'vitest';
import {isDoomed, projectNameOf, withoutDeletion} from '../../../../src/gitlab/model/names.ts';

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
