import type {LastLook, RowGroup, RowLook} from '../checklist/row.ts';
import {isRight} from '../customer/checks/check.ts';
import {countedRows} from '../customer/playbooks/counted.ts';
import {playbooks} from '../customer/playbooks/playbooks.ts';
import {type CustomerResult, counts} from './result.ts';

function groupOf(result: CustomerResult, id: string): RowGroup {
  const finding = result.findings[id];
  if (!counts(result, id)) return 'other';
  if (isRight(finding?.verdict)) return 'done';
  return finding?.shown?.isReady ? 'fix-now' : 'needs-you';
}

/**
 * What a customer's checklist showed at the last look.
 *
 * @param path full path of the project's page: what was found at another address says nothing of this one
 * @returns undefined where there is none that could be shown
 */
export function lastLookOf(result: CustomerResult | undefined, path: string): LastLook | undefined {
  if (result?.readAt === undefined || result.path.toLowerCase() !== path.toLowerCase()) return undefined;
  const book = playbooks.find(({id}) => id === result.playbook);
  if (book === undefined) return undefined;
  return {
    id: result.id,
    at: result.readAt,
    name: result.customer,
    rows: new Map(
      Object.entries(result.findings).map(([id, {verdict, evidence, shown = {}}]): [string, RowLook] => {
        const {button, opensForm = false, hasDetails = false, lacks, ...rest} = shown;
        const finding = {verdict, evidence, ...rest};
        return [id, {group: groupOf(result, id), finding, button, opensForm, hasDetails, lacks}];
      }),
    ),
    playbook: book.id,
    order: countedRows(book, result.isSettled ?? false),
  };
}
