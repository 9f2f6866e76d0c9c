import {hasNews} from '../../checklist/groups.ts';
import type {Row} from '../../checklist/row.ts';
import {isRight} from '../../customer/checks/check.ts';
import type {shapes} from '../atoms/Icon.tsx';

/** What stands before a row: what others can see is told apart from what only lacks. What has news is not done for it. */
export function iconOf(row: Row): keyof typeof shapes {
  const {finding, lastLook} = row;
  if (finding === undefined || lastLook) return 'reading';
  const {verdict, isExposed, waitsFor} = finding;
  if (isRight(verdict) && hasNews(row)) return 'todo';
  if (verdict !== 'fail') return verdict;
  if (waitsFor !== undefined) return 'waiting';
  return isExposed ? 'danger' : 'todo';
}
