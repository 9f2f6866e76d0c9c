import type {Change} from '../changes/change.ts';
import type {Made} from './made.ts';

/**
 * After a commit was undone, or its merge request: what it filled in is not filled in again by itself.
 *
 * @returns what came of the undo
 */
export async function afterUndo(
  {kind}: Change,
  undoing: Promise<Made>,
  unlearn: () => Promise<unknown>,
): Promise<Made> {
  const made = await undoing;
  // Without it, that is filled in again, and can be emptied.
  if (made.isMade && (kind === 'restore' || kind === 'close-merge-request')) await unlearn().catch(() => undefined);
  return made;
}
