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
  /** What stands before the first of them: `Jane <` of `Jane <jane@x.example>`. */
  readonly name: string;
  /** Words with an `@` that are nobody. */
  readonly strays: readonly string[];
  /** How many semicolons stand before it in the line: where these are between people, commas are inside of a name. */
  readonly group: number;
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
  let group = 0;
  let last = 0;
  const parts = [...scanned.matchAll(part)].map(({index, 0: whole}): Part => {
    const end = index + whole.length;
    group += scanned.slice(last, index).match(/[;；]/g)?.length ?? 0;
    last = end;
    const from = next;
    while ((found[next]?.index ?? end) < end) next += 1;
    const people = found.slice(from, next);
    const name = text.slice(index, people[0]?.index ?? index).replace(/mailto:$/i, '');
    return {text: text.slice(index, end).trim(), people, name, strays: straysOf(whole, index, people), group};
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

const isQuoted = (name: string) => /^["'“„«]/.test(name.trim());

/** A part with an address, and the parts before it that hold none: perhaps halves of its name. */
interface Pair {
  readonly name: string;
  readonly halves: readonly Part[];
}

function pairsOf(parts: readonly Part[]): Pair[] {
  const pairs: Pair[] = [];
  let halves: Part[] = [];
  for (const one of parts) {
    if (isYielding(one)) {
      pairs.push({name: one.name, halves});
      halves = [];
    } else if (hasLetter(one.text)) halves.push(one);
  }
  return pairs;
}

/**
 * Parts of a list that belong to the name of somebody whose address is there: `Doe` of `Doe, Jane <jane@x.example>`. Between
 * semicolons, that is all beside the only address. Between commas, two names with a blank are rather two people, and a name before
 * an address alone is that one’s where each such address has one.
 */
function namesIn({parts}: Line): ReadonlySet<Part> {
  const groups = new Map<number, Part[]>();
  for (const one of parts) {
    const group = groups.get(one.group);
    if (group) group.push(one);
    else groups.set(one.group, [one]);
  }
  const names = new Set<Part>();
  for (const group of groups.values()) {
    if (groups.size > 1 && group.filter(isYielding).length === 1) {
      for (const one of group) names.add(one);
    }
  }
  const pairs = pairsOf(parts);
  const named = pairs.filter(({name}) => hasLetter(name) && !isQuoted(name));
  const bare = pairs.filter(({name}) => !hasLetter(name));
  const areHalved = named.every(({halves}) => halves.length > 0);
  const areTitled = bare.every(({halves}) => halves.length === 1);
  for (const {name, halves} of named) {
    for (const half of halves) {
      if (!hasWords(half.text) || (areHalved && !hasWords(name))) names.add(half);
    }
  }
  if (areTitled) {
    for (const half of bare.flatMap(({halves}) => halves)) names.add(half);
  }
  return names;
}

/** Whether the words beside a person say who that is: in a row of a table, or beside the only address of a line. */
function isRow({text, parts}: Line): boolean {
  return /[\t|]/.test(text) || (parts.filter(isYielding).length === 1 && !parts.some(isAngled));
}

/** What of a line may have been meant as a person and is none. */
function unclearIn(line: Line, isTable: boolean): string[] {
  const {text, parts} = line;
  if (!parts.some(isYielding)) return hasLetter(text) || parts.some(({strays}) => strays.length > 0) ? [text] : [];
  const names = isTable || isRow(line) ? undefined : namesIn(line);
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
