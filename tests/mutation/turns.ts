import type {Verdict} from '../../src/customer/checks/check.ts';
import type {Case} from './cases.ts';
import type {Mutation} from './mutations.ts';
import type {Observed} from './observe.ts';

/** A verdict that a mutation turned into one that the facts do not bear. */
export interface Turn {
  readonly of: Case;
  readonly mutation: Mutation;
  readonly path: string;
  readonly check: string;
  readonly from: Verdict;
  readonly to: Verdict;
  readonly evidence: string;
  /** The patterns of all requests of the run. */
  readonly asked: ReadonlySet<string>;
}

/** A run that broke a promise that holds whatever is answered: an exception, or a check without a finding. */
export interface Break {
  readonly of: Case;
  readonly mutation: Mutation;
  readonly words: string;
}

/** What turned to `pass`, and what trouble turned from `pass` to `fail`. */
export function turnsOf(of: Case, mutation: Mutation, usual: Observed, now: Observed): Turn[] {
  return [...now.rows].flatMap(([key, {verdict, evidence}]) => {
    const from = usual.rows.get(key)?.verdict;
    const isWrong =
      (verdict === 'pass' && from !== undefined && from !== 'pass') ||
      (verdict === 'fail' && from === 'pass' && mutation.isTrouble);
    if (!isWrong || from === undefined) return [];
    const [path = '', check = ''] = key.split(' ');
    return [{of, mutation, path, check, from, to: verdict, evidence, asked: now.asked}];
  });
}
