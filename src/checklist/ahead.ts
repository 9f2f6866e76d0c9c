import {type ReadonlySignal, signal} from '@preact/signals-core';
import {inTurn} from '../browser/serial.ts';
import type {Change} from '../changes/change.ts';
import type {ChangeOf} from '../changes/kinds/kind.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {Remark} from '../facts/record.ts';
import type {Made} from './made.ts';
import {withValue} from './with-value.ts';

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

/** What people said of rows and is not kept yet. */
export interface Ahead {
  /** By a row's id. */
  readonly remarks: ReadonlySignal<ReadonlyMap<string, RemarkChange>>;
  /** Shows what was said of a row, and keeps it after what was said of it before. */
  keep(row: string, change: RemarkChange, work: () => Promise<Made>): Promise<Made>;
}

/** Nothing was said yet. */
export function createAhead(): Ahead {
  const remarks = signal<ReadonlyMap<string, RemarkChange>>(new Map());
  return {
    remarks,
    async keep(row, change, work) {
      remarks.value = withValue(remarks.value, row, change);
      try {
        return await inTurn(`${change.projectId}/${row}`, work);
      } finally {
        if (remarks.value.get(row) === change) remarks.value = withValue(remarks.value, row, undefined);
      }
    },
  };
}
