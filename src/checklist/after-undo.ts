import type {Change} from '../changes/change.ts';
import type {Checklist} from './checklist.ts';
import type {Made} from './made.ts';

/** After a commit was undone, or its merge request: what it filled in is not filled in again by itself. @returns what came of the undo */
export async function afterUndo(checklist: Checklist, {kind}: Change, undoing: Promise<Made>): Promise<Made> {
  const made = await undoing;
  if (made.isMade && (kind === 'restore' || kind === 'close-merge-request')) {
    // Without it, that is filled in again, and can be emptied.
    await import('./undone-values.ts').then(part => part.unlearnUndone(checklist)).catch(() => undefined);
  }
  return made;
}
