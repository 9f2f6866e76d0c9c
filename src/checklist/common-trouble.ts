import type {Problem} from '../gitlab/model/problem.ts';
import type {Row} from './row.ts';

/** From how many rows on a reason is told once for all of them. */
const many = 3;

/** Why rows could not be read again, where that is one reason for many of them; undefined where it is to be told of each. */
export function commonTrouble(rows: readonly Row[]): Problem | undefined {
  const problems = rows.flatMap(({unconfirmed}) => unconfirmed ?? []);
  const [first] = problems;
  return problems.length >= many && problems.every(({kind}) => kind === first?.kind) ? first : undefined;
}
