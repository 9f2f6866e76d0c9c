import type {CustomerResult} from './result.ts';

/** What customers are called, by the project's id: two projects of one customer are told apart by their own names. */
export function titlesOf(customers: readonly CustomerResult[]): ReadonlyMap<number, string> {
  const projects = new Map<string, number>();
  for (const {customer} of customers) projects.set(customer, (projects.get(customer) ?? 0) + 1);
  return new Map(
    customers.map(({id, customer, name}) => [
      id,
      (projects.get(customer) ?? 0) > 1 ? `${customer} (${name})` : customer,
    ]),
  );
}
