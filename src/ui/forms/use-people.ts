import {useMemo} from 'preact/hooks';
import {type Invitee, inviteesOf} from '../../changes/invitees.ts';
import {
  type Entry,
  entriesIn,
  keptText,
  type PeopleText,
  peopleText,
  withEntries,
} from '../../changes/people-entries.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import {type Accounts, useAccounts} from './use-accounts.ts';

/** What a field of people is made of. */
interface PeopleSource {
  readonly gitlab: GitLab;
  /** The field as it is kept. */
  readonly text: string;
  readonly type: (text: string) => void;
  /** Domains that the user said are right. */
  readonly sure: readonly string[];
  readonly onSure: (domains: readonly string[]) => void;
  readonly there: Omit<Parameters<typeof inviteesOf>[2], 'sure'>;
}

/** A field of people in use. */
export interface PeopleInUse {
  readonly people: PeopleText;
  /** What becomes of each of its entries. */
  readonly invitees: readonly Invitee[];
  /** The same with who is typed and is no entry yet. */
  readonly all: readonly Invitee[];
  readonly accounts: Accounts;
  readonly change: (next: PeopleText) => void;
  /** Whether something stands in the input. */
  readonly isTyping: boolean;
  /** Makes entries of what is typed. @returns them */
  readonly takeIn: (text?: string) => readonly Entry[];
  /** Corrects all addresses that are asked about for the same reason. */
  readonly correct: (invitee: Invitee) => void;
  /** Says that a domain is right. */
  readonly keep: (domain: string) => void;
}

/** Looks up who is in a field of people, and sorts out what becomes of each. */
export function usePeople({gitlab, text, type, sure, onSure, there}: PeopleSource): PeopleInUse {
  const lines = text.slice(0, text.lastIndexOf('\n') + 1);
  const {entries} = useMemo(() => peopleText(lines), [lines]);
  const typed = text.slice(lines.length);
  const known = new Set(entries.map(entry => entry.text.toLowerCase()));
  // A username that is being typed is somebody else's until it is whole.
  const pending = useMemo(() => entriesIn(typed).filter(({kind}) => kind === 'mail'), [typed]);
  const usernames = entries.flatMap(entry => (entry.kind === 'username' ? [entry.text.slice(1)] : []));
  const accounts = useAccounts(gitlab, usernames);
  const all = inviteesOf(
    [...entries, ...pending.filter(entry => !known.has(entry.text.toLowerCase()))],
    accounts.found,
    {...there, sure: new Set(sure)},
  );
  const change = (next: PeopleText) => type(keptText(next));
  return {
    people: {entries, typed},
    invitees: all.slice(0, entries.length),
    all,
    accounts,
    change,
    isTyping: typed.trim() !== '',
    takeIn(text = typed) {
      const more = entriesIn(text);
      if (more.length > 0) change(withEntries({entries, typed: ''}, more));
      return more;
    },
    correct({state}) {
      if (state.kind !== 'asked') return;
      const {question} = state;
      const next = all.slice(0, entries.length).map(({entry, state: other}) => {
        const isSame =
          other.kind === 'asked' &&
          other.question.domain === question.domain &&
          other.question.usual === question.usual;
        return isSame ? {...entry, kind: 'mail' as const, text: other.question.instead} : entry;
      });
      change(withEntries({entries: [], typed}, next));
    },
    keep: domain => onSure([...sure, domain]),
  };
}
