import type {Row} from '../../checklist/row.ts';
import type {shapes} from '../atoms/Icon.tsx';

/** What stands before a row: what others can see is told apart from what only lacks. */
export function iconOf({finding}: Row): keyof typeof shapes {
  if (finding === undefined) return 'reading';
  const {verdict, isExposed, waitsFor} = finding;
  if (verdict !== 'fail') return verdict;
  if (waitsFor !== undefined) return 'waiting';
  return isExposed ? 'danger' : 'todo';
}
