import {computed, type ReadonlySignal, signal} from '@preact/signals-core';
import {inTurn} from '../browser/serial.ts';
import type {Change} from '../changes/change.ts';
import type {ChangeOf} from '../changes/kinds/kind.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {CustomerRecord, Remark, WritableNotebook} from '../facts/record.ts';
import type {Made} from './made.ts';

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

const nameOf = ({kind}: RemarkChange) => (kind === 'tick' ? 'ticks' : 'waivers');

function withRemarks(record: CustomerRecord, ahead: readonly RemarkChange[]): CustomerRecord {
  const remarks = {ticks: record.ticks, waivers: record.waivers};
  for (const change of ahead) {
    const name = nameOf(change);
    remarks[name] = withRemark(remarks[name], change);
  }
  return {...record, ...remarks};
}

/** Whether a row is still as it was shown; nothing takes away what may be somebody else's. */
function isAsShown(record: CustomerRecord, change: RemarkChange): boolean {
  const {[change.check]: now} = record[nameOf(change)];
  return now?.at === change.from?.at && !(now?.isOwnerless && change.to === null);
}

/** What will be known once what people said is kept. Without anything to be kept it is the same object. */
export function withAhead(facts: FactSheet, ahead: readonly RemarkChange[]): FactSheet {
  const {record} = facts;
  if (ahead.length === 0 || record?.state !== 'known') return facts;
  return {...facts, record: {state: 'known', value: withRemarks(record.value, ahead)}};
}

/** What people said of rows and is not kept yet. */
export interface Ahead {
  /** By a row's id. */
  readonly remarks: ReadonlySignal<ReadonlyMap<string, RemarkChange>>;
  /** Shows what was said of a row, and keeps it after what was said of it before. */
  keep(row: string, change: RemarkChange, work: () => Promise<Made>): Promise<Made>;
}

/**
 * Nothing was said yet. Where the page goes before something was kept, it is kept all the same, unless somebody said something else.
 *
 * @param endedBy why the page is nobody's any more
 */
export function createAhead(
  {followRecord}: Pick<WritableNotebook, 'followRecord'>,
  endedBy: ReadonlySignal<unknown>,
): Ahead {
  const unkept = signal<readonly (readonly [row: string, change: RemarkChange])[]>([]);
  let update: Awaited<ReturnType<typeof followRecord>> | undefined;

  globalThis.addEventListener?.('pagehide', () => {
    if (endedBy.value || !unkept.value.length) return;
    // One after the other: what was said last of a row rests on what was said of it before.
    update?.(record =>
      unkept.value.reduce((now, [, change]) => (isAsShown(now, change) ? withRemarks(now, [change]) : now), record),
    );
  });

  return {
    remarks: computed(() => new Map(unkept.value)),
    async keep(row, change, work) {
      const said = [row, change] as const;
      unkept.value = [...unkept.value, said];
      // What cannot be followed cannot be kept either, and then that is said.
      if (!update)
        void followRecord(change.projectId).then(
          found => {
            update = found;
          },
          () => undefined,
        );
      try {
        return await inTurn(`${change.projectId}/${row}`, work);
      } finally {
        unkept.value = unkept.value.filter(other => other !== said);
      }
    },
  };
}
