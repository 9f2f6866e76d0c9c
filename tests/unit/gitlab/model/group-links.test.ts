import {describe, expect, it} from 'vitest';
import {roleOfLinks} from '../../../../src/gitlab/model/group-links.ts';

const today = '2026-11-20';

describe('roleOfLinks', () => {
  it.each([
    [[], undefined],
    [[{id: 2, accessLevel: 40}], undefined],
    [[{id: 1, accessLevel: 10}], 10],
    [
      [
        {id: 1, accessLevel: 10},
        {id: 1, accessLevel: 30},
      ],
      30,
    ],
    [[{id: 1, accessLevel: 40, expiresAt: '2026-11-20'}], undefined],
    [[{id: 1, accessLevel: 40, expiresAt: '2026-11-21'}], 40],
  ])('%j: %s', (links, role) => expect(roleOfLinks(links, 1, today)).toBe(role));
});
