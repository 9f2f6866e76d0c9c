import {describe, expect, it} from 'vitest';
import {comparable, customerInName} from '../../../src/checks/customer.ts';

describe('customerInName', () => {
  it.each([
    ['Initech collaboration project', 'Initech'],
    ['Initech - GitLab Collaboration', 'Initech'],
    ['collaboration-project', ''],
    ['Collaboration Project: Acme Corp.', 'Acme Corp'],
    ['POV Acme', 'Acme'],
    ['Projectile Inc', 'Projectile Inc'],
    ['🚀 Rockets', '🚀 Rockets'],
    ['', ''],
  ])('%s: %s', (name, customer) => {
    expect(customerInName(name)).toBe(customer);
  });
});

describe('comparable', () => {
  it('folds case, blanks, punctuation and the spelling of accents', () => {
    expect(comparable('Zoé & Co. (DE)')).toBe(comparable('zoe\u0301-CO de'));
  });
});
