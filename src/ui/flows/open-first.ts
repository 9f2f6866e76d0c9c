import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import type {FormName} from '../../customer/checks/check.ts';
import {listOf} from '../checklist/list-state.ts';
import {formsOf} from '../checklist/open-form.ts';

/** The form in which what a row needs is done, or what helps somebody to decide it; undefined where there is none that can be used. */
function formOf({finding}: Row, {lacksRole}: Checklist): FormName | undefined {
  const {fix, others = [], waitsFor} = finding ?? {};
  if (fix === undefined || waitsFor !== undefined) return undefined;
  const ways = fix.kind === 'tick' ? others : [fix];
  const way = ways.find(one => one.kind === 'form' && one.form !== 'note' && lacksRole(one) === undefined);
  return way?.kind === 'form' ? way.form : undefined;
}

/** Opens the first thing of a checklist that needs somebody, unless a form stands open there already. */
export function openFirst(checklist: Checklist): void {
  const {open} = formsOf(checklist);
  const [first] = listOf(checklist).groups['needs-you'].value;
  const form = first && formOf(first, checklist);
  if (open.value === undefined && first && form) open.value = {row: first.check.id, form};
}
