import type {Change} from '../changes/change.ts';
import type {ChangeOf} from '../changes/kinds/kind.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {Remark} from '../facts/record.ts';

/** A change of what people say of a row: it shows before it is kept. */
export type RemarkChange = ChangeOf<'tick' | 'waiver'>;

/** Whether a change is one of what people say of a row. */
export function isRemark(change: Change): change is RemarkChange {
  return change.kind === 'tick' || change.kind === 'waiver';
}

function withRemark(remarks: Readonly<Record<string, Remark>>, {check, to}: RemarkChange) {
  const {[check]: _, ...others} = remarks;
  return to === null ? others : {...others, [check]: to};
}

/** What will be known once what people said is kept. Without anything to be kept it is the same object. */
export function withAhead(facts: FactSheet, ahead: readonly RemarkChange[]): FactSheet {
  const {record} = facts;
  if (ahead.length === 0 || record?.state !== 'known') return facts;
  const remarks = {ticks: record.value.ticks, waivers: record.value.waivers};
  for (const change of ahead) {
    const name = change.kind === 'tick' ? 'ticks' : 'waivers';
    remarks[name] = withRemark(remarks[name], change);
  }
  return {...facts, record: {state: 'known', value: {...record.value, ...remarks}}};
}
