import {describe, expect, it} from 'vitest';
import {secondsOfRetryAfter} from '../../../src/gitlab/retry-after.ts';

const now = Date.UTC(2026, 10, 29, 14, 0, 0);
const year = 31_536_000;

describe('the wait that GitLab asks for', () => {
  it.each<[string | null, number | undefined]>([
    ['7', 7],
    [' 60 ', 60],
    ['0', 0],
    ['000', 0],
    ['Sun, 29 Nov 2026 14:00:30 GMT', 30],
    ['Sunday, 29-Nov-26 14:00:30 GMT', 30],
    ['Sun Nov 29 14:00:30 2026 GMT', 30],
    ['Sun, 29 Nov 2026 13:00:00 GMT', 0],
    ['2592000', 2_592_000],
    ['99999999999999999999', year],
    ['9'.repeat(400), year],
    ['Sun, 29 Nov 9999 14:00:00 GMT', year],
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-3', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['0, 0', undefined],
    ['Sunday', undefined],
    ['2026', 2_026],
    ['2026-11-29', undefined],
  ])('%s: %s seconds', (header, seconds) => {
    expect(secondsOfRetryAfter(header, now)).toBe(seconds);
  });
});
