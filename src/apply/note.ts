import type {ChangeOf} from '../changes/kinds/kind.ts';
import type {Outcome} from '../changes/outcome.ts';
import {said} from '../texts/said.ts';
import type {ExecutorsOf} from './executor.ts';
import {changedMeanwhile, type Means} from './means.ts';

/** Keeps what a person says of a row, unless somebody said something else in the meantime. */
async function setRemark({notebook}: Means, change: ChangeOf<'tick' | 'waiver'>): Promise<Outcome> {
  const {projectId, check, from, to} = change;
  const name = change.kind === 'tick' ? 'ticks' : 'waivers';
  await notebook.updateRecord(projectId, record => {
    const {[check]: now = null, ...others} = record[name];
    // A page that was left kept it on its way, and came back.
    if ((now?.at ?? null) === (to?.at ?? null)) return record;
    if ((now?.at ?? null) !== (from?.at ?? null)) throw changedMeanwhile(said('apply.remarkChanged'));
    return {...record, [name]: to === null ? others : {...others, [check]: to}};
  });
  return {undo: {...change, from: to, to: from}, goTo: undefined};
}

/** Keeps whose a person is, unless that was decided otherwise in the meantime. */
async function setSide({notebook}: Means, change: ChangeOf<'side'>): Promise<Outcome> {
  const now = (await notebook.sides()).get(change.userId) ?? null;
  if (now !== change.from) throw changedMeanwhile(said('apply.sideChanged', change.name));
  await notebook.setSide(change.userId, change.to);
  return {undo: {...change, from: change.to, to: change.from}, goTo: undefined};
}

/** Nothing is sent, so there is nothing to look for. */
const settle = async () => undefined;

/** How what people say of a row or of a person is kept. */
export const noteExecutors: ExecutorsOf<'tick' | 'waiver' | 'side'> = {
  tick: {make: setRemark, settle, isOurs: true},
  waiver: {make: setRemark, settle, isOurs: true},
  side: {make: setSide, settle, isOurs: true},
};
