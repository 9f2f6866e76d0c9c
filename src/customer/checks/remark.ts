import type {CustomerRecord, Remark} from '../../facts/record.ts';
import {inTurn, type Said, said} from '../../texts/said.ts';
import type {Finding} from './check.ts';

/** Who said it, when, and what: “Dana Reyes, 2026-11-20: as agreed on the phone.” */
export function remarkWords({by, at, note}: Remark): Said {
  const words = note.trim();
  const day = at.slice(0, 10);
  return words === '' ? said('customer.remark', by, day) : said('customer.remarkNoted', by, day, words);
}

/** A row's finding, or, where a person said that the row does not apply, that. */
export function withWaiver(id: string, finding: Finding, record: CustomerRecord): Finding {
  const waiver = record.waivers[id];
  if (waiver === undefined) return finding;
  return {verdict: 'waived', evidence: inTurn(said('customer.waived'), remarkWords(waiver))};
}
