import {describe, expect, it} from 'vitest';
import {roleName, youAre} from '../../../src/texts/gitlab.ts';

describe('youAre', () => {
  it.each([
    [25, 'You’re a Security Manager.'],
    [30, 'You’re a Developer.'],
    [50, 'You’re an Owner.'],
    [5, 'You have Minimal Access.'],
    [7, 'You have access level 7.'],
  ])('of a role with the number %i: %s', (level, words) => {
    expect(youAre(roleName(level))).toBe(words);
  });
});
