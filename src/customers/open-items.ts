import {type Check, isRight} from '../customer/checks/check.ts';
import {projectChecks} from '../customer/checks/index.ts';
import {type CustomerResult, counts} from './result.ts';

/** An item, and of how many customers it is open. */
export interface OpenItem {
  readonly check: Check;
  readonly count: number;
}

/**
 * The items of some customers of which a person can say something, those of most customers first.
 *
 * @param kind `tick` for that they are done, which only a person's own items can be called; `waiver` for that they do not apply
 */
export function openItemsOf(customers: readonly CustomerResult[], kind: 'tick' | 'waiver'): OpenItem[] {
  const isOpen = (customer: CustomerResult, id: string) => {
    const verdict = customer.findings[id]?.verdict;
    if (verdict === undefined || !counts(customer, id)) return false;
    return kind === 'tick' ? verdict === 'todo' : !isRight(verdict);
  };
  return projectChecks
    .map(check => ({check, count: customers.filter(customer => isOpen(customer, check.id)).length}))
    .filter(({count}) => count > 0)
    .sort((one, other) => other.count - one.count);
}
