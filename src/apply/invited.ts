import type {User} from '../gitlab/model/model.ts';
import {type Said, said} from '../texts/said.ts';
import {isBy, keyed, type Present} from './present.ts';

/** What was asked for: to whom the request went, without those whom GitLab named as refused. */
interface Asked {
  readonly mails: readonly string[];
  readonly userIds: readonly number[];
  readonly accessLevel: number;
}

/** What came of an invitation. */
interface Invited {
  /** Who is there because of it. */
  readonly made: readonly Present[];
  /** Members whose role it set anew, as they were before: their accounts do not show the mails that they have. */
  readonly changed: readonly Present[];
  /** What somebody else may have done at the same time, so that it is left alone, one sentence each. */
  readonly unsure: readonly Said[];
}

/**
 * What came of an invitation, from who was there before and after it. GitLab does not tell which account a mail belongs to: who
 * appears without being named counts only where the user made the membership, and where there are no more of them than mails of
 * which nothing else is seen. All others are somebody else's work.
 */
export function cameOf(before: readonly Present[], after: readonly Present[], asked: Asked, own: User): Invited {
  const open = new Set(asked.mails.map(mail => mail.toLowerCase()));
  const ids = new Set(asked.userIds);
  const made: Present[] = [];
  const hidden: Present[] = [];
  const unsure: Said[] = [];
  for (const person of after) {
    if (keyed(before, person.key) !== undefined) continue;
    const hasMail = person.mail !== undefined && open.delete(person.mail.toLowerCase());
    const isNamed = hasMail || (typeof person.key === 'number' && ids.has(person.key));
    const isOurs = isBy(person, own);
    if (isNamed) {
      if (isOurs === false) unsure.push(said('apply.addedByOther', person.label));
      else made.push(person);
    } else if (typeof person.key === 'number' && isOurs !== false) hidden.push(person);
  }
  const areTold = hidden.length <= open.size && hidden.every(person => isBy(person, own));
  if (areTold) made.push(...hidden);
  else if (open.size > 0) {
    unsure.push(...hidden.map(({label}) => said('apply.mayBeByOther', label)));
  }
  const changed = before.filter(was => {
    const now = keyed(after, was.key);
    const isSet = now?.accessLevel === asked.accessLevel && now.expiresAt === undefined;
    const isOther = was.accessLevel !== asked.accessLevel || was.expiresAt !== undefined;
    return typeof was.key === 'number' && isSet && isOther;
  });
  const rest = open.size - (areTold ? hidden.length : 0);
  if (changed.length <= rest) return {made, changed, unsure};
  if (rest > 0) {
    unsure.push(...changed.map(({label, accessLevel}) => said('apply.roleMayBeByOther', label, accessLevel)));
  }
  return {made, changed: [], unsure};
}
