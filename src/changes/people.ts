import {isNameOf, mailNames} from './mail-names.ts';

/** A pasted list of people, sorted out. Only a mail address or `@name` is a person. */
export interface People {
  /** Mail addresses, in the order they came. */
  readonly mails: readonly string[];
  /** Usernames without `@`. */
  readonly usernames: readonly string[];
  /** What may have been meant as a person and is neither, as it was written. */
  readonly unclear: readonly string[];
}

/** Characters that nobody sees, which mail programs put around addresses: joiners, soft hyphens, marks of direction. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** What stands before a person: nothing, a blank, a separator or an opening bracket, then perhaps a quotation mark or a bullet. */
const before = (more = '') => `(?<=(?:^|[\\s,;:|<([{，、；${more}])["'“„«‘*•·–\u0060-]{0,3})`;

/** What stands after a person: perhaps the end of a sentence, then nothing, a blank, a separator or a closing bracket. */
const after = '(?=[.!?…’\'*`]*(?:$|[\\s,;|<>()[\\]{}"“”„«»，、；]|:(?:\\s|$)))(?!["\'”»’)\\]}>]+@)';

const local = "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_%+&'’!#$^~-]*(?:\\.[\\p{L}\\p{M}\\p{N}_%+&'’!#$^~-]+)*";
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?';
const topLevel = '(?:[Xx][Nn]--[A-Za-z0-9-]+|\\p{L}[\\p{L}\\p{M}]+)';
/** GitLab's `path_regex.rb`. */
const username = '[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?';

/** A mail address or `@name` as a whole word. It is looked for line by line, and in time that grows with the line alone. */
const person = new RegExp(
  `(?:${before('>')}(?<mail>${local}@(?:${label}\\.)+${topLevel})|${before()}@(?<username>${username}))${after}`,
  'gu',
);

const webAddress = /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s,;<>"'|]+/gi;
const mailQuery = /(?<=\bmailto:[^\s?,;<>"]{1,320})\?[^\s,;<>"]*/gi;

/** Parts of a line between separators; those inside of quotation marks and angle brackets separate nothing. */
const part = /(?:"(?:[^"]|"")*"|<[^<>]*>|[^,;\t|，、；"<]+|["<])+/g;

/** A column of mail addresses or usernames in the first line of a table. */
const head = /^["\s]*(?:(?:\p{L}+[\s_-])?e?-?mails?(?:[\s_-].*)?|(?:gitlab[\s_-])?user(?:[\s_-]?names?)?)["\s:]*$/iu;

/** Lines of a mail’s head whose values look like addresses and are none. */
const noPeople = /^\s*(?:message-id|in-reply-to|references|uid)\s*:/i;

const hasLetter = (text: string) => /\p{L}/u.test(text);

/** A part of a line with the people in it. */
interface Part {
  readonly text: string;
  readonly people: readonly RegExpExecArray[];
  /** Words with an `@` that are nobody. */
  readonly strays: readonly string[];
}

interface Line {
  readonly text: string;
  readonly parts: readonly Part[];
}

function isAngled({people}: Part): boolean {
  return people.some(({input, index}) => /<(?:mailto:)?$/i.test(input.slice(Math.max(0, index - 8), index)));
}

const isYielding = ({people}: Part) => people.length > 0;

/** The words with an `@` of a part, without those of the people in it. */
function straysOf(text: string, start: number, people: readonly RegExpExecArray[]): string[] {
  let rest = '';
  let end = 0;
  for (const {index, 0: whole} of people) {
    rest += `${text.slice(end, index - start)} `;
    end = index - start + whole.length;
  }
  rest += text.slice(end);
  return rest.split(/[\s<>()[\]{}"]+/).filter(word => word.includes('@') && /[\p{L}\p{N}/]/u.test(word));
}

function lineOf(text: string): Line {
  // Of the same length, so that places stay the same: what is inside of an address of the web is nobody.
  const scanned = text
    .replace(webAddress, address => '/'.repeat(address.length))
    .replace(mailQuery, query => ' '.repeat(query.length));
  const found = [...scanned.matchAll(person)];
  let next = 0;
  const parts = [...scanned.matchAll(part)].map(({index, 0: whole}): Part => {
    const end = index + whole.length;
    const from = next;
    while ((found[next]?.index ?? end) < end) next += 1;
    const people = found.slice(from, next);
    return {text: text.slice(index, end).trim(), people, strays: straysOf(whole, index, people)};
  });
  return {text: text.trim(), parts: parts.filter(one => one.text !== '')};
}

/** A calendar’s or an address book’s file as lines: for each card, name and addresses; for each guest, the address. */
function withoutFields(text: string): string {
  if (!/^(?:BEGIN:V(?:CALENDAR|EVENT|CARD)|ATTENDEE[;:])/im.test(text)) return text;
  const lines: string[] = [];
  let card: string[] | undefined;
  // A long line goes on in the next one, after a blank.
  for (const line of text.replace(/\r?\n[ \t]/g, '').split(/[\r\n]+/)) {
    const [, field = '', value = ''] = /^(?:item\d+\.)?([A-Z-]+)[^\r\n]*?:(?:mailto:)?([^:]*)$/i.exec(line) ?? [];
    if (/^BEGIN$/i.test(field) && /^VCARD$/i.test(value)) card = [];
    else if (/^END$/i.test(field) && card) {
      lines.push(card.join('\t'));
      card = undefined;
    } else if (/^(?:ATTENDEE|ORGANIZER)$/i.test(field)) lines.push(value);
    else if (/^(?:FN|EMAIL)$/i.test(field)) card?.push(value);
  }
  return lines.join('\n');
}

function unique(items: readonly string[]): string[] {
  const known = new Set<string>();
  return items.filter(item => {
    const key = item.toLowerCase();
    return !known.has(key) && known.add(key);
  });
}

const hasWords = (text: string) => /\p{L}\s+\p{L}/u.test(text);

/**
 * Parts of a list that are the first half of `Last, First <mail>`: so it must be with every name in the line, and two names with
 * a blank are rather two people.
 */
function lastNames({parts}: Line): ReadonlySet<Part> {
  const pairs = parts.flatMap((one, index) => {
    const name = isAngled(one) ? one.text.slice(0, one.text.indexOf('<')) : '';
    return hasLetter(name) ? [{name, half: parts[index - 1]}] : [];
  });
  if (pairs.some(({half}) => half === undefined || isYielding(half) || !hasLetter(half.text))) return new Set();
  return new Set(pairs.flatMap(({name, half}) => (half && !(hasWords(name) && hasWords(half.text)) ? [half] : [])));
}

/** Whether the words beside a person say who that is: in a row of a table, or beside the only address of a line. */
function isRow({text, parts}: Line): boolean {
  return /[\t|]/.test(text) || (parts.filter(isYielding).length === 1 && !parts.some(isAngled));
}

/** What of a line may have been meant as a person and is none. */
function unclearIn(line: Line, isTable: boolean): string[] {
  const {text, parts} = line;
  if (!parts.some(isYielding)) return hasLetter(text) || parts.some(({strays}) => strays.length > 0) ? [text] : [];
  const names = isTable || isRow(line) ? undefined : lastNames(line);
  return parts.flatMap(one => {
    if (isYielding(one)) return one.strays;
    if (one.strays.length > 0) return [one.text];
    return names && !names.has(one) && hasLetter(one.text) ? [one.text.replace(/^"|"$/g, '')] : [];
  });
}

/** Whether all lines have as many parts, as a table’s without tabs do. */
function haveColumns(lines: readonly Line[]): boolean {
  const counts = new Set(lines.map(({parts}) => parts.length));
  return lines.length > 1 && counts.size === 1 && !counts.has(1) && !lines.some(({parts}) => parts.some(isAngled));
}

/**
 * Reads a list as it is pasted, of mails and `@name`s: from a mail, a table, an address book or a calendar, or typed. Names,
 * heads and numbers beside an address are left out; what no person came of is told, so that nobody is forgotten.
 */
export function parsePeople(text: string): People {
  const lines = withoutFields(text.replace(unseen, ''))
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .filter(line => !noPeople.test(line))
    .map(lineOf)
    .filter(line => line.text !== '');
  const [first] = lines;
  const hasHead = first?.parts.some(one => head.test(one.text) && one.strays.length === 0 && !isYielding(one)) ?? false;
  const isHead = hasHead && lines.length > 1 && !first?.parts.some(isYielding);
  const rows = isHead ? lines.slice(1) : lines;
  const isTable = isHead || haveColumns(rows);
  const people = lines.flatMap(({parts}) => parts.flatMap(one => one.people));
  const mails = unique(people.flatMap(({groups}) => groups?.mail ?? []));
  const known = mailNames(mails);
  return {
    mails,
    usernames: unique(people.flatMap(({groups}) => groups?.username ?? [])),
    unclear: unique(rows.flatMap(row => unclearIn(row, isTable)).filter(left => !isNameOf(left, known))),
  };
}
