import {describe, expect, it} from 'vitest';
import {type KnownValues, suggestValue} from '../../../src/placeholders/index.ts';

const known: KnownValues = {
  customer: 'Acme',
  userName: 'Dana Reyes',
  username: 'dana',
  today: {iso: '2026-11-20', local: 'November 20, 2026'},
  projectUrl: 'https://gitlab.com/p',
  groupUrl: 'https://gitlab.com/g',
  segment: 'emea',
};

describe('suggestValue', () => {
  it.each([
    ['CUSTOMER', 'Acme'],
    ['Customer Name', 'Acme'],
    ['COMPANY', 'Acme'],
    ['ACCOUNT NAME', 'Acme'],
    ['CUSTOMER_NAME', 'Acme'],
    ['CSM', 'Dana Reyes'],
    ['CSM NAME', 'Dana Reyes'],
    ['Your Name', 'Dana Reyes'],
    ['CSM USERNAME', 'dana'],
    ['@CSM', '@dana'],
    ['@username', '@dana'],
    ['DATE', 'November 20, 2026'],
    ['YYYY-MM-DD', '2026-11-20'],
    ['PROJECT URL', 'https://gitlab.com/p'],
    ['LINK TO THE GROUP', 'https://gitlab.com/g'],
    ['REGION', 'emea'],
    ['name of the customer', 'Acme'],
    ['CSM’s name', 'Dana Reyes'],
    ['GitLab handle', 'dana'],
    ['[CUSTOMER]', 'Acme'],
    ['TODAY', 'November 20, 2026'],
    ['SEGMENT', 'emea'],
    ['CUSTOMER USERNAME', undefined],
    ['CUSTOMER DATE', undefined],
    ['END DATE', undefined],
    ['DD.MM.YYYY', undefined],
    ['START DATE', undefined],
    ['CUSTOMER SPONSOR NAME', undefined],
    ['NAME', undefined],
    ['', undefined],
  ])('%s: %s', (text, value) => {
    expect(suggestValue(text, known)?.value).toBe(value);
  });

  it('suggests nothing that is not known', () => {
    expect(suggestValue('CUSTOMER', {})).toBeUndefined();
  });
});
