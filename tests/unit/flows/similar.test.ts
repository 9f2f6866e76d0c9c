import {describe, expect, it} from 'vitest';
import {isSimilar} from '../../../src/flows/similar.ts';

describe('names of customers', () => {
  it.each([
    ['ACME', 'Acme Inc.', true],
    ['Acme', 'acme', true],
    ['Häagen-Dazs', 'Haagen Dazs GmbH', true],
    ['Ørsted', 'Orsted A/S', true],
    ['Łódź Foods', 'lodz foods sp.', true],
    ['Stark', 'Stark Industries', true],
    ['The Stark Group', 'Stark AG', true],
    ['Acme', 'Acumen', false],
    ['AB', 'ABC Holding', false],
    ['Globex', 'Initech', false],
    ['Company', 'Company', true],
    ['🚀', '🚀', false],
    ['', 'Acme', false],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(isSimilar(one, other)).toBe(expected);
    expect(isSimilar(other, one)).toBe(expected);
  });
});
