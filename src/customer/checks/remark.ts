import type {CustomerRecord, Remark} from '../../facts/record.ts';
import type {Finding} from './check.ts';

/** Who said it, when, and what: “Dana Reyes, 2026-11-20: as agreed on the phone.” */
export function remarkWords({by, at, note}: Remark): string {
  const words = note.trim();
  if (words === '') return `${by}, ${at.slice(0, 10)}.`;
  return `${by}, ${at.slice(0, 10)}: ${/[.!?]$/.test(words) ? words : `${words}.`}`;
}

/** A row's finding, or, where a person said that the row does not apply, that. */
export function withWaiver(id: string, finding: Finding, record: CustomerRecord): Finding {
  const waiver = record.waivers[id];
  return waiver === undefined ? finding : {verdict: 'waived', evidence: `Does not apply. ${remarkWords(waiver)}`};
}
