import {NotKept} from '../browser/storage-error.ts';
import type {Change} from '../changes/change.ts';
import {isDelicate} from '../changes/kinds.ts';
import type {Outcome} from '../changes/outcome.ts';
import {errorOfChange} from '../gitlab/errors.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {said} from '../texts/said.ts';
import {applyChange, settle} from './apply.ts';
import type {Sent, Settled} from './executor.ts';
import {isUnclear, type Means, type Watch} from './means.ts';
import '../texts/later.ts';

/** Told of a change that is being made, so that the journal says what is so at any moment. */
export interface MakeWatch extends Omit<Watch, 'onSending'> {
  /** As {@link Watch} has it. @returns why it was not kept */
  readonly onSending: (undo: Change | undefined) => Promise<Problem | undefined>;
  /** GitLab refused it, or nothing of it was done: what was kept before it was sent is not so. */
  readonly onNotMade: () => Promise<unknown>;
  /** Whether the change takes something back. */
  readonly isUndo: boolean;
}

/** Milliseconds between the looks at what became of a change: GitLab may still be at it. */
const looks = [1_000, 2_000];

/** Looks what became of a change, more than once where it is not made so far. A look that fails says nothing. */
async function lookAtIt(means: Means, change: Change, sent: Sent): Promise<Settled> {
  const look = () => settle(means, change, sent).catch(() => undefined);
  for (const wait of looks) {
    const settled = await look();
    if (settled !== 'not-made') return settled;
    await means.pause(wait);
  }
  return look();
}

/** Kinds of which a part can be back already where a look says that what takes something back is not made. */
const kindsOfParts: ReadonlySet<Change['kind']> = new Set([
  'close-merge-request',
  'issues',
  'remove',
  'roles',
  'subscriptions',
]);

/** Whether a look is sure that nothing was changed: a move can have made its group. */
function isNothing(settled: Settled, {kind}: Change, {isUndo}: Sent): boolean {
  return settled === 'not-made' && kind !== 'move' && !(isUndo && kindsOfParts.has(kind));
}

/**
 * Makes a change. Where its answer is lost, a look tells whether it was made: then it was, and if that cannot be told, what was kept
 * before it was sent stays. Where it was not, or nothing was sent, the error says that nothing was changed. A delicate change is sent
 * only if what takes it back was kept.
 *
 * @throws GitLabError as applyChange does
 * @throws NotKept where it was not sent because of that
 */
export async function makeChange(means: Means, change: Change, watch: MakeWatch): Promise<Outcome> {
  let sent: Sent | undefined;
  try {
    return await applyChange(means, change, {
      ...watch,
      async onSending(undo) {
        // Of what makes something first, what takes it back is known only then.
        if (sent !== undefined && sent.undo === undo) return;
        sent = {undo, isUndo: watch.isUndo};
        const notKept = await watch.onSending(undo);
        if (notKept === undefined || watch.isUndo || !isDelicate(change)) return;
        sent = undefined;
        await watch.onNotMade();
        throw new NotKept(said('apply.notKept'), notKept.advice);
      },
    });
  } catch (error) {
    // TypeScript does not see that it is set in the meantime.
    const before = sent as Sent | undefined;
    // The group that a move made is there, even where it goes no further.
    if (before === undefined) throw change.kind === 'move' ? error : errorOfChange(error, 'nothing');
    if (!isUnclear(error)) {
      await watch.onNotMade();
      throw error;
    }
    const settled = await lookAtIt(means, change, before);
    if (settled === undefined || settled === 'not-made') {
      throw errorOfChange(error, isNothing(settled, change, before) ? 'nothing' : 'unseen');
    }
    return settled;
  }
}
