import type {Fact, Facts} from '../../facts/facts.ts';
import {type Check, defineCheck, type Fix, pass, todo} from './check.ts';
import {remarkWords} from './remark.ts';

/** A row that only a person can judge. */
export interface TickDefinition {
  readonly id: string;
  readonly title: string;
  readonly failureTitle: string;
  readonly handbook: string;
  /** What has to be done, as a sentence. */
  readonly task: string | ((project: Fact<Facts['project']>) => string);
  /** What helps to decide. */
  readonly help: readonly Fix[];
}

const tick: Fix = {kind: 'tick', label: 'Tick off'};
const untick: Fix = {kind: 'untick', label: 'Take the tick away'};
const withNote: Fix = {kind: 'form', label: 'With a note', form: 'note'};

/** Makes a check that passes when a person ticked it off. */
export function defineTick({task, help, ...definition}: TickDefinition): Check {
  return defineCheck({
    ...definition,
    needs: ['record'],
    helps: ['project'],
    judge({record, project}) {
      const remark = record.ticks[definition.id];
      if (remark !== undefined) return pass(`Ticked off. ${remarkWords(remark)}`, {others: [...help, untick]});
      return todo(typeof task === 'string' ? task : task(project), {fix: tick, others: [withNote, ...help]});
    },
  });
}
