import type {CustomerRecord, Remark} from '../../facts/record.ts';
import {type Said, said} from '../../texts/said.ts';
import type {Finding} from './check.ts';

/**
 * Who said it, when, and why: “Marked as done by Dana Reyes on Nov 20, 2026: as agreed on the phone.”
 *
 * @param what what was said of the item
 */
export function remarkWords(what: 'ticked' | 'waived', {by, at, note}: Remark): Said {
  const words = note.trim();
  return words === '' ? said(`customer.${what}By`, by, at) : said(`customer.${what}ByNoted`, by, at, words);
}

/** A row's finding, or, where a person said that the row does not apply, that. */
export function withWaiver(id: string, finding: Finding, record: CustomerRecord): Finding {
  const waiver = record.waivers[id];
  if (waiver === undefined) return finding;
  return {verdict: 'waived', evidence: remarkWords('waived', waiver)};
}
