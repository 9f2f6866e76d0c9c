import type {FactSheet} from '../../facts/facts.ts';
import type {Playbook} from './playbook.ts';

/** Days after its creation from which on nobody is asked any more what was to be done before there was a project. */
const settledAfter = 180;
const day = 86_400_000;

/** Rows of what is done before a customer has a project, or before it is moved to its place. */
const ofTheBeginning: ReadonlySet<string> = new Set(['pre-sales', 'issues-reviewed']);

/** Whether a project is so old that its beginning does not count, since nobody chose a playbook for it. */
export function isSettled({project, record, today}: FactSheet): boolean {
  if (project?.state !== 'known' || today?.state !== 'known' || record?.state !== 'known') return false;
  if (record.value.playbook !== undefined) return false;
  const age = Date.parse(today.value) - Date.parse(project.value.createdAt.slice(0, 10));
  return age > settledAfter * day;
}

/** Ids of the rows that count for a customer, in the playbook's order. */
export function countedRows({rows}: Playbook, isCustomerSettled: boolean): readonly string[] {
  return isCustomerSettled ? rows.filter(id => !ofTheBeginning.has(id)) : rows;
}
