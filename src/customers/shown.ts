import {isDelicate} from '../changes/kinds.ts';
import {lackingRole} from '../checklist/lacking-role.ts';
import {changeWithoutAnswer, type Judged} from '../checklist/without-answer.ts';
import type {Check, Fix} from '../customer/checks/check.ts';
import type {FactSheet} from '../facts/facts.ts';
import {noAccess} from '../gitlab/model/model.ts';
import type {CustomerResult} from './result.ts';

type Shown = Pick<CustomerResult['findings'][string], 'shown'>;

function opensForm(fix: Fix): boolean {
  return fix.kind === 'form' || (fix.kind === 'change' && isDelicate(fix.change));
}

/** Tells of each check what its row shows beside verdict and evidence; nothing of what is so for most. */
export function shownIn(found: readonly Judged[], facts: FactSheet): (check: Check) => Shown {
  const among = {rows: found, lacksRole: lackingRole({value: facts})};
  function shownOf(row: Judged): Shown {
    const {fix, others = [], waitsFor, details, isExposed} = row.finding ?? {};
    const own = waitsFor === undefined && fix ? [fix] : [];
    const lacking = [...own, ...others].find(some => among.lacksRole(some) !== undefined);
    const lacks = lacking && among.lacksRole(lacking);
    const shown = {
      ...(own[0] ? {button: own[0].label} : {}),
      ...(own[0] && opensForm(own[0]) ? {opensForm: true} : {}),
      ...(changeWithoutAnswer(row, among) ? {isReady: true} : {}),
      ...(details ? {hasDetails: true} : {}),
      ...(isExposed ? {isExposed} : {}),
      ...(waitsFor === undefined ? {} : {waitsFor}),
      // Of somebody who is no member that is said once, at the top.
      ...(lacking && lacks && lacks.own !== noAccess
        ? {lacks: {...lacks, ...(own.length + others.length > 1 ? {of: lacking.label} : {})}}
        : {}),
    };
    return Object.keys(shown).length > 0 ? {shown} : {};
  }
  const byCheck = new Map(found.map(row => [row.check, shownOf(row)] as const));
  return check => byCheck.get(check) ?? {};
}
