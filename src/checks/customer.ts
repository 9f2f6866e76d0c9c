import type {Project} from '../gitlab/model.ts';
import {withoutDeletion} from '../gitlab/names.ts';
import {locateProject} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';

/** What collaboration projects are called, longer forms first. */
const kinds = [
  'collaboration project template',
  'collaboration project',
  'collaboration',
  'pre sales project',
  'pre sales',
  'presales',
  'proof of value',
  'proof of concept',
  'pov',
  'poc',
  'gitlab',
].map(kind => kind.split(' '));

/**
 * The customer's name as a project's own name has it, without what tells the kind of project at its end and its beginning;
 * '' where nothing is left. It is a guess: to be shown and asked for, never to be acted on.
 */
export function customerInName(name: string): string {
  const whole = withoutDeletion(name);
  // “Customer.io” is one word.
  const words = [...whole.matchAll(/[^\s\-–—_:|/+&]+/g)];
  const texts = words.map(([word]) => word.toLowerCase());
  let [start, end] = [0, words.length];
  const says = (kind: readonly string[], from: number) =>
    from >= start && from + kind.length <= end && kind.every((word, index) => texts[from + index] === word);
  for (let kind = kinds[0]; kind !== undefined; ) {
    kind = kinds.find(some => says(some, end - some.length));
    if (kind !== undefined) end -= kind.length;
    // “Acme Customer Collaboration”; without what follows it is part of a name.
    if (kind !== undefined && says(['customer'], end - 1)) end -= 1;
  }
  for (let kind = kinds[0]; kind !== undefined; ) {
    kind = kinds.find(some => says(some, start));
    start += kind?.length ?? 0;
  }
  const [first, last] = [words[start], words[end - 1]];
  if (start >= end || first === undefined || last === undefined) return '';
  return whole.slice(first.index, last.index + last[0].length).replace(/^\.+|\.+$/g, '');
}

/** The customer's name where it is plainly known: that of the customer group which the project lies in. */
export function knownCustomer({path, group}: Project, workspace: Workspace): string | undefined {
  return locateProject(path, workspace).kind === 'customer-group' ? withoutDeletion(group.name) : undefined;
}

/** The customer's name, or, where that is not known, what the project's own name says; undefined where neither tells. */
export function customerName(project: Project, workspace: Workspace): string | undefined {
  return knownCustomer(project, workspace) || customerInName(project.name) || undefined;
}

/** Letters and digits in capitals: names that differ only in case, blanks and punctuation are the same. */
export function comparable(name: string): string {
  return name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Scripts that write no blanks between words. */
const unspaced = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/**
 * Whether a text begins with a name, as whole words: “ACME-Inc. plan” with “Acme Inc”, not “Apple plan” with “A”. Case, accents,
 * blanks and punctuation may differ. A name without letters and digits has to stand there as it is.
 */
export function startsWithName(text: string, name: string): boolean {
  let rest = comparable(name);
  if (rest === '') {
    const own = name.trim();
    return own !== '' && `${text.trim()} `.startsWith(`${own} `);
  }
  const characters = [...text.normalize('NFKD').replace(/\p{M}/gu, '')];
  for (const [index, character] of characters.entries()) {
    const own = comparable(character);
    if (!rest.startsWith(own)) return false;
    rest = rest.slice(own.length);
    if (rest === '') return comparable(characters[index + 1] ?? '') === '' || unspaced.test(character);
  }
  return false;
}
