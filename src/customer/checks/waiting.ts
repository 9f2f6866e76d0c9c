import type {Fact, Facts} from '../../facts/facts.ts';

/** What to say of a file that a merge request of ours fills in, while it waits to be merged. */
export function waitingFor(
  path: string,
  record: Fact<Facts['record']>,
): {readonly words: string; readonly byHand: {readonly label: string; readonly path: string}} | undefined {
  const waiting = record.state === 'known' ? record.value.waiting : undefined;
  if (waiting === undefined || !waiting.files.includes(path)) return undefined;
  return {
    words: ` The merge request !${waiting.iid}, which fills them in, waits to be merged.`,
    byHand: {label: `Open !${waiting.iid}`, path: `/-/merge_requests/${waiting.iid}`},
  };
}
