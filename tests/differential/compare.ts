import {findPlaceholders} from '../../src/placeholders/index.ts';
import {seenInGitLab} from './gitlab.ts';

/** Letters and digits only: marks of emphasis and blanks are not what is compared. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** What is found and what is seen, in order; equal where the finder is right. */
export function compared(markdown: string): {readonly found: readonly string[]; readonly seen: readonly string[]} {
  const places = findPlaceholders(markdown);
  const {texts, addresses} = seenInGitLab(markdown);
  const listed = (all: readonly string[]) =>
    all
      .filter(text => !text.startsWith('^'))
      .map(bare)
      .filter(Boolean);
  const found = listed(places.map(({text}) => text));
  const seen = listed([...texts, ...addresses]);
  // An address that several links share stands once in the text.
  const hasAddresses = addresses.length > 0 || places.some(({context}) => context.within === 'target');
  const sorted = (all: readonly string[]) => (hasAddresses ? [...new Set(all)] : [...all]).sort();
  return {found: sorted(found), seen: sorted(seen)};
}

export function agrees(markdown: string): boolean {
  const {found, seen} = compared(markdown);
  return found.join('\n') === seen.join('\n');
}
