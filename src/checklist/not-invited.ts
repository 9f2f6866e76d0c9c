import type {Finding} from '../customer/checks/check.ts';
import {invite} from '../customer/checks/members.ts';
import type {FactSheet} from '../facts/facts.ts';
import {applyTexts} from '../texts/apply.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import {say} from '../texts/say.ts';

/** Whom GitLab did not take of those who were to be invited, and why, by the entry in small letters: a mail, or a username with `@`. */
export type NotInvited = ReadonlyMap<string, Said | string>;

/** People who are named at most; the details have all. */
const mostNames = 3;

/** Who is there by now, as entries in small letters. */
function presentEntries({members, invitations}: FactSheet): ReadonlySet<string> {
  return new Set(
    [
      ...(invitations?.state === 'known' ? invitations.value.map(({email}) => email) : []),
      ...(members?.state === 'known'
        ? members.value.flatMap(({username, publicEmail}) => [`@${username}`, publicEmail ?? ''])
        : []),
    ].map(entry => entry.toLowerCase()),
  );
}

/**
 * What the item of members comes to while somebody is left whom GitLab did not take: it is not done for the others.
 *
 * @param isAsked whether their form stands open: its own button says how many it invites
 */
export function withNotInvited(finding: Finding, notInvited: NotInvited, facts: FactSheet, isAsked: boolean): Finding {
  if (finding.verdict !== 'pass' || notInvited.size === 0) return finding;
  const present = presentEntries(facts);
  const left = [...notInvited].filter(([entry]) => !present.has(entry));
  if (left.length === 0) return finding;
  const names = left.slice(0, mostNames).map(([entry]) => entry);
  const {others = [], details = []} = finding;
  return {
    ...finding,
    verdict: 'fail',
    evidence: inTurn(finding.evidence, said('apply.stillNotInvited', names, left.length - names.length)),
    details: [...left.map(([entry, why]) => applyTexts.stillNotInvitedWhy(entry, say(why))), ...details],
    fix: invite(isAsked ? said('customer.membersInvite') : said('apply.inviteLeft', left.length)),
    others: others.filter(other => other.kind !== 'form' || other.form !== 'invite'),
  };
}
