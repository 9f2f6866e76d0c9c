import type {Checklist} from '../../checklist/checklist.ts';
import {toast} from '../scripts.ts';

/** Copies an address that opens a checklist, or one of its items, and says so in the toast. */
export async function copyLink(checklist: Checklist, item?: string): Promise<void> {
  await toast.load();
  const part = toast.loaded.value;
  if (typeof part === 'object') await part.copyLinkTo(checklist, item);
}
