import {verdictWords} from '../../checklist/verdict-words.ts';
import {titleOf} from '../../customer/checks/check.ts';
import {projectChecks} from '../../customer/checks/index.ts';
import {type CustomerResult, counts} from '../../customers/result.ts';
import type {Summary} from '../../customers/view.ts';
import {say} from '../../texts/say.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import type {HintWords} from './CellHint.tsx';

const texts = uiCustomersTexts.table;

/** What is said of an item of one customer: its state, and the evidence for it. */
export function hintOfCell(customer: CustomerResult | undefined, check: string): HintWords | undefined {
  const own = projectChecks.find(({id}) => id === check);
  const finding = customer?.findings[check];
  if (customer === undefined || own === undefined) return undefined;
  if (finding === undefined) return {title: own.title, lines: [texts.notRead]};
  const {verdict, evidence} = finding;
  const state = counts(customer, check) ? verdictWords[verdict] : texts.apart;
  return {title: `${customer.customer}: ${titleOf(own, verdict)}`, lines: [state, say(evidence)].filter(Boolean)};
}

/** What is said of an item of all customers. */
export function hintOfHead(check: string, {open, read}: Summary): HintWords | undefined {
  const own = projectChecks.find(({id}) => id === check);
  if (own === undefined) return undefined;
  const count = open.get(check) ?? 0;
  const state = count > 0 ? texts.openIn(count, read) : texts.doneEverywhere(read);
  return {title: own.title, lines: read === 0 ? [] : [state]};
}

/** What is said of a cell of the table, or of a head. @param shown the customers in the table */
export function hintOf(cell: HTMLElement, shown: readonly CustomerResult[], summary: Summary): HintWords | undefined {
  const {head, check = ''} = cell.dataset;
  if (head !== undefined) return hintOfHead(head, summary);
  const path = cell.closest<HTMLElement>('[data-customer]')?.dataset.customer;
  return hintOfCell(
    shown.find(customer => customer.path === path),
    check,
  );
}
