import type {Said} from '../texts/said.ts';

/** Whom GitLab did not take, and what else is to be told of an invitation. */
export interface InviteFailures {
  /** Why, by the entry in small letters: a mail, or a username with `@`. */
  readonly by: ReadonlyMap<string, Said | string>;
  /** Sentences that are of nobody in particular. */
  readonly others: readonly Said[];
}

function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && 'text' in value;
}

/** The sentences in one, where it is several. */
function sentencesOf(words: Said): readonly Said[] {
  const [inside] = words.text === 'texts.inTurn' ? (words.with ?? []) : [];
  return Array.isArray(inside) ? inside.filter(isSaid) : [words];
}

/** An entry by how somebody is named: `Jane Doe (@jane)`, or the mail. */
function entryOf(label: string): string {
  const [, username] = /\((@[^()\s]+)\)$/.exec(label) ?? [];
  return (username ?? label).toLowerCase();
}

const isReason = (value: unknown): value is Said | string => typeof value === 'string' || isSaid(value);

/**
 * Sorts out what is said after an invitation (`apply/invite.ts`): what is of one of those who were sent goes to that one.
 *
 * @param words what is left of it, or why none of it was done
 * @param sent the entries that were sent
 */
export function inviteFailures(words: readonly Said[], sent: readonly string[]): InviteFailures {
  const entries = new Set(sent.map(entry => entry.toLowerCase()));
  const by = new Map<string, Said | string>();
  const others: Said[] = [];
  for (const sentence of words.flatMap(sentencesOf)) {
    const {text, with: [who, why] = []} = sentence;
    const names = Array.isArray(who) ? who : [who];
    // GitLab names accounts by their usernames, without the `@`.
    const found = names
      .flatMap(name => (typeof name === 'string' ? [entryOf(name), `@${name.toLowerCase()}`] : []))
      .filter(key => entries.has(key));
    const reason = text === 'apply.answerLost' ? sentence : why;
    const isOfSome = ['apply.failedFor', 'apply.notInvited', 'apply.answerLost'].includes(text);
    if (!isOfSome || found.length === 0 || !isReason(reason)) others.push(sentence);
    else for (const key of found) by.set(key, reason);
  }
  return {by, others};
}
