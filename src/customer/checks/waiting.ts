import type {Fact, Facts} from '../../facts/facts.ts';
import {customerTexts} from '../../texts/customer.ts';
import {type Said, said} from '../../texts/said.ts';

/** What to say of a file that a merge request of ours fills in, while it waits to be merged, and after it was closed. */
export function waitingFor(
  path: string,
  record: Fact<Facts['record']>,
): {readonly words: Said; readonly byHand: {readonly label: string; readonly path: string}} | undefined {
  const waiting = record.state === 'known' ? record.value.waiting : undefined;
  if (waiting === undefined || !waiting.files.includes(path)) return undefined;
  return {
    words: said(waiting.isClosed ? 'customer.closedUnmerged' : 'customer.waitingForMerge', waiting.iid),
    byHand: {label: customerTexts.waitingOpen(waiting.iid), path: `/-/merge_requests/${waiting.iid}`},
  };
}
