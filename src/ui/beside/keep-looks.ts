import {effect} from '@preact/signals';
import {sendToBackground} from '../../browser/extension.ts';
import {inTurn} from '../../browser/serial.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {resultOfChecklist} from '../../customers/from-checklist.ts';
import type {CustomerResult} from '../../customers/result.ts';

/**
 * Keeps what a customer's checklist shows, whenever it was read or changed: it stands there on the next page until GitLab answers.
 *
 * @param host the GitLab host's name
 * @param userId of the user whom the page names: what was read as somebody else is not kept for them
 * @param before what is kept
 * @returns ends it
 */
export function keepLooks(
  checklist: Checklist,
  host: string,
  userId: number,
  before: CustomerResult | undefined,
): () => void {
  let known = before;
  async function keep(): Promise<void> {
    const {user} = checklist.facts.value;
    const result = checklist.reading.value ? undefined : resultOfChecklist(checklist, known);
    if (result?.readAt === undefined || JSON.stringify(result) === JSON.stringify(known)) return;
    if (user?.state !== 'known' || user.value.id !== userId) return;
    known = result;
    // Where it is not kept, the next page begins without it.
    await sendToBackground({type: 'write-results', host, userId, results: [result]});
  }
  return effect(() => {
    const {facts, checkedAt, reading} = checklist;
    if (facts.value.project !== undefined && checkedAt.value !== undefined && !reading.value)
      void inTurn('last-look', keep).catch(() => undefined);
  });
}
