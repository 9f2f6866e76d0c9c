import {computed, type ReadonlySignal} from '@preact/signals-core';
import type {Check, Finding} from '../customer/checks/check.ts';
import type {FactName} from '../facts/facts.ts';
import type {Said} from '../texts/said.ts';
import type {Making} from './making.ts';
import type {PlaybookInUse} from './playbook-in-use.ts';
import type {Reading} from './reading.ts';
import type {Row} from './row.ts';

const nothingLeft: readonly Said[] = [];

/** The facts of a check that could not be confirmed, or not be read so that it is unknown: another try may get them. */
export function unread(check: Check, finding: Finding | undefined, {facts, unconfirmed}: Reading): readonly FactName[] {
  return check.facts.filter(
    name =>
      unconfirmed.value.has(name) ||
      finding?.retry?.includes(name) ||
      (finding?.verdict === 'unknown' && facts.value[name]?.state === 'failed'),
  );
}

/** The rows of a checklist. One in which nothing is another stays the same object, and is not drawn again. */
export function createRows(
  findings: ReadonlySignal<ReadonlyMap<Check, Finding | undefined>>,
  reading: Reading,
  {changing, ahead, progress, problems, leftovers, undos, dones}: Making,
  playbook: ReadonlySignal<PlaybookInUse | undefined>,
): ReadonlySignal<readonly Row[]> {
  const last = new Map<string, Row>();
  return computed(() =>
    [...findings.value].map(([check, finding]) => {
      const {id} = check;
      const row: Row = {
        check,
        finding,
        busy: (changing.value.has(id) && !ahead.value.has(id)) || check.facts.some(reading.isAwaited),
        progress: progress.value.get(id),
        problem: problems.value.get(id),
        unconfirmed: check.facts.flatMap(name => reading.unconfirmed.value.get(name) ?? [])[0],
        canRetry:
          finding !== undefined &&
          finding.verdict !== 'waived' &&
          reading.endedBy.value === undefined &&
          unread(check, finding, reading).length > 0,
        left: leftovers.value.get(id) ?? nothingLeft,
        done: dones.value.get(id),
        undo: undos.value.get(id)?.change,
        isInPlaybook: playbook.value === undefined || playbook.value.rows.includes(id),
      };
      const former = last.get(id);
      if (former && (Object.keys(row) as (keyof Row)[]).every(name => row[name] === former[name])) return former;
      last.set(id, row);
      return row;
    }),
  );
}
