import type {Fact, Facts} from '../../facts/facts.ts';
import {type Said, said} from '../../texts/said.ts';
import {type Check, defineCheck, type Fix, pass, todo} from './check.ts';
import {remarkWords} from './remark.ts';

/** A row that only a person can judge. */
export interface TickDefinition {
  readonly id: string;
  readonly title: string;
  readonly failureTitle: string;
  readonly handbook: string;
  /** What has to be done, as a sentence. */
  readonly task: Said | ((project: Fact<Facts['project']>) => Said);
  /** What helps to decide. */
  readonly help: readonly Fix[];
}

const tick: Fix = {kind: 'tick', label: said('customer.tickOff')};
const untick: Fix = {kind: 'untick', label: said('customer.tickAway')};
const withNote: Fix = {kind: 'form', label: said('customer.tickWithNote'), form: 'note'};

/** Makes a check that passes when a person ticked it off. */
export function defineTick({task, help, ...definition}: TickDefinition): Check {
  return defineCheck({
    ...definition,
    needs: ['record'],
    helps: ['project'],
    judge({record, project}) {
      const remark = record.ticks[definition.id];
      if (remark !== undefined) {
        return pass(remarkWords('ticked', remark), {others: [...help, untick]});
      }
      return todo(typeof task === 'function' ? task(project) : task, {fix: tick, others: [withNote, ...help]});
    },
  });
}
