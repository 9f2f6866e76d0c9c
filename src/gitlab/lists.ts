import * as v from 'valibot';
import {said} from '../texts/said.ts';
import {GitLabError} from './errors.ts';
import type {Page} from './model/model.ts';

/** GitLab's largest page. */
export const perPage = 100;

/** Asks the API client for one page, with its headers. */
export const whole = (page: number) => ({perPage, page, showExpanded: true}) as const;

/** What the API client makes of a page's headers; a number that GitLab left out is null or not a number. */
interface PageHeaders {
  readonly next: number | null;
  readonly current: number;
  readonly totalPages: number;
  readonly total: number;
}

/**
 * Checks an answer's form.
 *
 * @throws GitLabError where GitLab answered with something else
 */
export function read<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  throw new GitLabError('unavailable', said('gitlab.notUnderstood'));
}

/** The next page's number. Where GitLab says neither that there is one nor that this is the last, a full page is not the last. */
function nextPageOf(count: number, {next, current, totalPages}: PageHeaders): number | undefined {
  if (next !== null) return next;
  return count < perPage || totalPages <= current ? undefined : current + 1;
}

const partOnly = () => new GitLabError('unavailable', said('gitlab.onlyPart'));

/**
 * A page of a list with what its headers tell; GitLab leaves some out where a list is long.
 *
 * @throws GitLabError where GitLab counts more items than it gave
 */
export function pageOf<T>(items: readonly T[], told: PageHeaders): Page<T> {
  const nextPage = nextPageOf(items.length, told);
  if (nextPage === undefined && told.total > (told.current - 1) * perPage + items.length) throw partOnly();
  return {
    items,
    nextPage,
    pages: Number.isNaN(told.totalPages) ? undefined : told.totalPages,
  };
}

/** A count that GitLab may have left out. */
const count = v.union([v.number(), v.nan()]);

const rawPage = v.object({
  data: v.array(v.unknown()),
  paginationInfo: v.object({next: v.nullable(v.number()), totalPages: count, total: count}),
});

/** The first page of a list, and how many items GitLab counts in all. */
interface CountedPage<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/**
 * The first page of a list by which it is decided what is deleted: what GitLab does not count itself, or counts otherwise, is no
 * such list.
 *
 * @param schema one item's form
 * @param raw the page as the API client gives it with `showExpanded`
 * @throws GitLabError where it is not a list, or not the whole page
 */
export function countedPage<Schema extends v.GenericSchema>(
  schema: Schema,
  raw: unknown,
): CountedPage<v.InferOutput<Schema>> {
  const {data, paginationInfo} = read(rawPage, raw);
  const items = read(v.array(schema), data);
  const {total} = paginationInfo;
  if (items.length !== Math.min(total, perPage)) throw partOnly();
  return {items, total};
}

/**
 * Reads a list to its end, page by page.
 *
 * @param schema one item's form
 * @param readPage a page as the API client gives it with `showExpanded`
 * @throws GitLabError where GitLab counts more items than it gave
 */
export async function wholeList<Schema extends v.GenericSchema>(
  schema: Schema,
  readPage: (page: number) => Promise<unknown>,
): Promise<v.InferOutput<Schema>[]> {
  const items: v.InferOutput<Schema>[] = [];
  for (let page = 1; ; ) {
    const {data, paginationInfo} = read(rawPage, await readPage(page));
    items.push(...read(v.array(schema), data));
    const next = nextPageOf(data.length, {...paginationInfo, current: page});
    if (next === undefined) {
      if (paginationInfo.total > items.length) break;
      return items;
    }
    if (next <= page) break;
    page = next;
  }
  throw partOnly();
}
