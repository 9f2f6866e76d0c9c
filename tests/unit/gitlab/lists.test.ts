import * as v from 'valibot';
import {describe, expect, it} from 'vitest';
import {pageOf, wholeList} from '../../../src/gitlab/lists.ts';

const none = Number.NaN;
const full = Array.from({length: 100}, (_, index) => index);

interface Told {
  readonly next?: number | null;
  readonly totalPages?: number;
  readonly total?: number;
}

/** A list in pages, as the API client gives them, that counts how many were asked for. */
function pages(...all: readonly (readonly [unknown, Told])[]) {
  let asked = 0;
  const read = async (page: number) => {
    asked += 1;
    const [data, {next = null, totalPages = none, total = none}] = all[page - 1] ?? [[], {}];
    return {data, paginationInfo: {next, totalPages, total, current: page}};
  };
  return {list: () => wholeList(v.number(), read), asked: () => asked};
}

describe('wholeList', () => {
  it.each([
    ['one page', [[[1, 2], {}]], 2, 1],
    [
      'pages that GitLab names',
      [
        [[1], {next: 2}],
        [[2], {}],
      ],
      2,
      2,
    ],
    [
      'a full page without a word on the next',
      [
        [full, {}],
        [[1], {}],
      ],
      101,
      2,
    ],
    ['a full page that is the last', [[full, {totalPages: 1, total: 100}]], 100, 1],
    ['nothing', [[[], {total: 0}]], 0, 1],
  ] as const)('%s', async (_name, all, length, asked) => {
    const {list, asked: count} = pages(...all);
    expect(await list()).toHaveLength(length);
    expect(count()).toBe(asked);
  });

  it.each([
    ['fewer items than GitLab counts', [[[1], {total: 3}]]],
    ['no items although GitLab counts some', [[[], {total: 1}]]],
    ['a page that leads back', [[[1], {next: 1}]]],
    ['no list', [[{}, {}]]],
    ['another kind of item', [[['a'], {}]]],
  ] as const)('%s is not known', async (_name, all) => {
    await expect(pages(...all).list()).rejects.toMatchObject({kind: 'unavailable'});
  });
});

describe('pageOf', () => {
  const told = {next: null, current: 1, totalPages: none, total: none};

  it('a full page is not taken for the last one where GitLab does not say so', () => {
    expect(pageOf(full, told).nextPage).toBe(2);
    expect(pageOf(full, {...told, totalPages: 1}).nextPage).toBeUndefined();
    expect(pageOf([1], told).nextPage).toBeUndefined();
    expect(pageOf([1], {...told, next: 3}).nextPage).toBe(3);
  });
});
