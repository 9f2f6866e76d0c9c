import {isCompanyMail} from '../../changes/company-mail.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {sideOf, sideSources} from '../../customer/checks/members.ts';

/** The customer contacts that were invited, as far as it is known how to reach them. */
export interface Invited {
  readonly mails: readonly string[];
  /** Usernames without `@`. */
  readonly usernames: readonly string[];
}

/** Each once, whatever its letters. */
function each(names: readonly string[]): string[] {
  const lower = names.map(name => name.toLowerCase());
  return names.filter((_name, index) => lower.indexOf(lower[index] ?? '') === index);
}

/**
 * Whom an introduction is for: customer contacts who are direct members, and those whose invitation is pending.
 *
 * @param more invited a moment ago, where that is known
 */
export function introducedTo({facts, sources}: Checklist, more?: Invited): Invited {
  const {workspace} = sources;
  const {members, invitations} = facts.value;
  const sides = sideSources(facts.value);
  const pending = invitations?.state === 'known' ? invitations.value.map(({email}) => email) : [];
  const contacts = members?.state === 'known' ? members.value : [];
  return {
    mails: each([...(more?.mails ?? []), ...pending.filter(mail => !isCompanyMail(mail, workspace))]),
    usernames: each([
      ...contacts.filter(member => sideOf(member, sides, workspace) === 'customer').map(({username}) => username),
      ...(more?.usernames ?? []),
    ]),
  };
}
