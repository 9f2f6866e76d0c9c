import {roleFor} from '../changes/kinds.ts';
import type {Fix} from '../customer/checks/check.ts';
import type {FactSheet} from '../facts/facts.ts';
import {noAccess} from '../gitlab/model/model.ts';

/** Tells of a fix the role that it takes and the user's own, where that is known to be less: who is no member can do none. */
export function lackingRole(facts: {readonly value: FactSheet}) {
  return (fix: Fix): {readonly needed: number; readonly own: number} | undefined => {
    const known = facts.value.role;
    if (known?.state !== 'known' || known.value === undefined) return undefined;
    // Without any role there is nothing but to read.
    const needed = (fix.kind === 'change' ? roleFor(fix.change) : fix.kind === 'form' && fix.role) || 1;
    return known.value < needed ? {needed, own: known.value} : undefined;
  };
}

/** Whether the user is known to be no member of the project or group, and so may change nothing of it. */
export function isNoMember({role}: FactSheet): boolean {
  return role?.state === 'known' && role.value === noAccess;
}
