import type {Project} from '../../gitlab/model/model.ts';
import {withoutDeletion} from '../../gitlab/model/names.ts';
import {locateProject} from '../../workspace/locate.ts';
import type {Workspace} from '../../workspace/workspace.ts';

/** What stands between words. “Customer.io” is one word. */
const gapCharacter = '[\\s–—_:|/+&-]';
const gap = `${gapCharacter}+`;
/** What collaboration projects are called. “Customer” alone is part of a name, “GitLab” never the customer's. */
const kind = `(?:(?:customer${gap})?(?:collaboration(?:${gap}project(?:${gap}template)?)?|pre(?:${gap})?sales(?:${gap}project)?|proof of (?:value|concept)|po[vc])|gitlab)`;
const kindsAround = new RegExp(`^${kind}(?=${gap}|$)|(?:^|(?<!${gapCharacter})${gap})${kind}$`, 'gi');
const gapsAround = /^[\s–—_:|/+&.-]+|(?<![\s–—_:|/+&.-])[\s–—_:|/+&.-]+$/g;

/**
 * The customer's name as a project's own name has it, without what tells the kind of project at its end and its beginning;
 * '' where nothing is left. It is a guess: to be shown and asked for, never to be acted on.
 */
export function customerInName(name: string): string {
  const next = withoutDeletion(name).replace(kindsAround, '').replace(gapsAround, '');
  return next === name ? name : customerInName(next);
}

/** The customer's name where it is plainly known: that of the customer group which the project lies in. */
export function knownCustomer(
  {path, group}: Pick<Project, 'path' | 'group'>,
  workspace: Workspace,
): string | undefined {
  return locateProject(path, workspace).kind === 'customer-group' ? withoutDeletion(group.name) : undefined;
}

/** The customer's name, or, where that is not known, what the project's own name says; undefined where neither tells. */
export function customerName(
  project: Pick<Project, 'name' | 'path' | 'group'>,
  workspace: Workspace,
): string | undefined {
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
const unspaced = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;

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
