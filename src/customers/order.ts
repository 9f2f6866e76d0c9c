import type {Workspace} from '../workspace/workspace.ts';
import {collator} from './language.ts';
import {type CustomerResult, progressOf} from './result.ts';
import {segmentOf, type View} from './view.ts';

type Order = Pick<View, 'sort' | 'descending'>;

/** What a customer is sorted by; progress not known comes last. */
function keyOf(customer: CustomerResult, {sort}: Order, workspace: Workspace): string | number {
  switch (sort) {
    case 'name':
      return '';
    case 'segment':
      return segmentOf(customer, workspace);
    case 'progress': {
      const {done, all} = progressOf(customer);
      return customer.readAt === undefined || all === 0 ? 2 : done / all;
    }
    case 'activity':
      return customer.lastActivityAt ?? '';
    case 'change':
      return customer.lastChangeAt ?? '';
    case 'read':
      return customer.readAt ?? '';
  }
}

/** Customers in an order; equal ones by name. */
export function inOrder(all: readonly CustomerResult[], order: Order, workspace: Workspace): CustomerResult[] {
  const {compare} = collator();
  const sign = order.descending ? -1 : 1;
  return all
    .map(customer => ({customer, key: keyOf(customer, order, workspace)}))
    .sort((one, other) => {
      const {key} = one;
      const difference =
        typeof key === 'number' ? key - Number(other.key) : key === other.key ? 0 : compare(key, String(other.key));
      return sign * (difference || compare(one.customer.customer, other.customer.customer));
    })
    .map(({customer}) => customer);
}

/**
 * An order in which rows stay where they are while what is known of them changes: nothing moves under the pointer. They are
 * sorted anew when another order is asked for, when there are more or fewer of them, and at each new turn.
 */
export function createSteadyOrder(
  workspace: Workspace,
): (all: readonly CustomerResult[], order: Order, turn: number) => CustomerResult[] {
  let sortedFor = '';
  let places: ReadonlyMap<number, number> = new Map();
  return (all, order, turn) => {
    const wanted = `${order.sort} ${order.descending} ${all.length} ${turn}`;
    const steady = [...all].sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
    if (wanted === sortedFor && all.every(({id}) => places.has(id))) return steady;
    // What is in order already, or nearly so, is sorted quickest.
    const sorted = inOrder(steady, order, workspace);
    sortedFor = wanted;
    places = new Map(sorted.map(({id}, place) => [id, place]));
    return sorted;
  };
}
