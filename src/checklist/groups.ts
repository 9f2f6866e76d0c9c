import {isRight} from '../customer/checks/check.ts';
import {wasSo} from './making.ts';
import type {Row, RowGroup} from './row.ts';
import {type Among, changeWithoutAnswer} from './without-answer.ts';

/** By a row's id. */
export type Standing = ReadonlyMap<string, RowGroup>;

/** Whether something of a row's last change has to be read before the row counts as done. */
export function hasNews({problem, left}: Row): boolean {
  return problem !== undefined || left.some(({text}) => text !== wasSo.text);
}

function groupOf(row: Row, among: Among): RowGroup {
  if (!row.isInPlaybook) return 'other';
  if (isRight(row.finding?.verdict) && !hasNews(row)) return 'done';
  return changeWithoutAnswer(row, among) ? 'fix-now' : 'needs-you';
}

/**
 * Where each row stands.
 *
 * @param former where they stood
 * @param isHeld whether a row stays there: while it is read or changed, and while somebody is at its form
 */
export function standingOf(among: Among<Row>, former: Standing, isHeld: (row: Row) => boolean): Standing {
  return new Map(
    among.rows.map(row => {
      const {id} = row.check;
      const before = isHeld(row) ? former.get(id) : undefined;
      return [id, before ?? groupOf(row, among)];
    }),
  );
}

/** What others can see comes first, what waits for another row last. */
function weight({finding}: Row, group: RowGroup): number {
  if (group === 'needs-you' && finding?.waitsFor !== undefined) return 2;
  return finding?.isExposed ? 0 : 1;
}

/**
 * The rows of a group, in the order in which they are to be looked at.
 *
 * @param order ids of rows in the order of the playbook's steps; rows that it lacks come last, as they stand
 */
export function rowsIn(group: RowGroup, rows: readonly Row[], standing: Standing, order: readonly string[]): Row[] {
  const own = rows.filter(({check}) => standing.get(check.id) === group);
  if (group === 'done' || group === 'other') return own;
  const place = ({check}: Row) => (order.includes(check.id) ? order.indexOf(check.id) : order.length);
  const turn = ({check}: Row) => (group === 'fix-now' ? (check.withoutAnswer?.turn ?? 0) : 0);
  return own.sort(
    (one, other) => weight(one, group) - weight(other, group) || turn(one) - turn(other) || place(one) - place(other),
  );
}
