import {parsePeople} from './people.ts';
import {namesIn} from './people-names.ts';

/** One entry of a field of people: a mail address, a username with `@`, or what is neither and may have been meant as somebody. */
export interface Entry {
  readonly kind: 'mail' | 'username' | 'unclear';
  readonly text: string;
  /** Whose address it is, where that stood before it. */
  readonly name?: string | undefined;
}

/** What a field of people holds. */
export interface PeopleText {
  readonly entries: readonly Entry[];
  /** What is being typed and is no entry yet. */
  readonly typed: string;
}

const keyOf = ({text}: Entry) => text.toLowerCase();

/** Entries without those that are there once more. */
function unique(entries: readonly Entry[]): Entry[] {
  return [...new Map([...entries].reverse().map(entry => [keyOf(entry), entry])).values()].reverse();
}

/** The entries in a text as it is typed or pasted. */
export function entriesIn(text: string): readonly Entry[] {
  const {mails, usernames, unclear} = parsePeople(text);
  const names = namesIn(text);
  return [
    ...mails.map((mail): Entry => ({kind: 'mail', text: mail, name: names.get(mail.toLowerCase())})),
    ...usernames.map((username): Entry => ({kind: 'username', text: `@${username}`})),
    ...unclear.map((words): Entry => ({kind: 'unclear', text: words})),
  ];
}

/**
 * Reads a field as it is kept: a line for each entry, and what is being typed in the last one. What was kept when the field was one text
 * is read the same way.
 */
export function peopleText(kept: string): PeopleText {
  const end = kept.lastIndexOf('\n');
  const lines = kept.slice(0, Math.max(0, end)).split('\n');
  return {entries: unique(lines.flatMap(line => [...entriesIn(line)])), typed: kept.slice(end + 1)};
}

function lineOf({text, name}: Entry): string {
  return name === undefined ? text.replace(/\s+/g, ' ') : `${name} <${text}>`;
}

/** A field as it is kept; `''` for an empty one. */
export function keptText({entries, typed}: PeopleText): string {
  return [...unique(entries).map(lineOf), typed].join('\n');
}

/** The same field with more entries at its end. */
export function withEntries({entries, typed}: PeopleText, more: readonly Entry[]): PeopleText {
  const known = new Set(entries.map(keyOf));
  return {entries: [...entries, ...more.filter(entry => !known.has(keyOf(entry)))], typed};
}

/** The same field without some of its entries, in whatever case they are named. */
export function withoutEntries({entries, typed}: PeopleText, gone: readonly string[]): PeopleText {
  const keys = new Set(gone.map(text => text.toLowerCase()));
  return {entries: entries.filter(entry => !keys.has(keyOf(entry))), typed};
}

/**
 * Takes what stands in the input apart, after something was typed there: up to the last separator it is entries, once somebody is among
 * them. Names have blanks and commas too, so that these alone make no entry.
 */
export function takeTyped(text: string): {readonly entries: readonly Entry[]; readonly typed: string} {
  const [, before = '', rest = ''] = /^(.*[\s,;，、；])(.*)$/s.exec(text) ?? [];
  const entries = entriesIn(before);
  return entries.some(({kind}) => kind !== 'unclear') ? {entries, typed: rest} : {entries: [], typed: text};
}

/** The entries in a pasted text; undefined where it is a piece of an address or name, to be pasted as it is. */
export function takePasted(text: string): readonly Entry[] | undefined {
  const entries = entriesIn(text);
  const isList = entries.some(({kind}) => kind !== 'unclear') || /[\n\r]/.test(text.trim());
  return isList ? entries : undefined;
}
