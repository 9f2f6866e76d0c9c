import type {CustomerResult} from './result.ts';

/** Milliseconds between two questions who is signed in, at least: one for each customer would be many requests more. */
const interval = 1_000;

/** Gives on what was read only once it is sure that it was read as the user whose it is to be. */
interface Confirming {
  /** Takes a result, and confirms all that wait if the last time is a while ago. Rejects as the question does. */
  add(result: CustomerResult): Promise<void>;
  /** Confirms all that wait. Rejects as the question does; they are given to nobody then. */
  confirm(): Promise<void>;
}

/**
 * @param assertUser asks GitLab who is signed in; rejects where it is somebody else, or cannot be told
 * @param clock milliseconds since any beginning
 * @param give told of all that a question answers for, together
 */
export function createConfirming(
  assertUser: () => Promise<void>,
  clock: () => number,
  give: (results: readonly CustomerResult[]) => void,
): Confirming {
  let waiting: CustomerResult[] = [];
  let askedAt = Number.NEGATIVE_INFINITY;

  async function confirm(): Promise<void> {
    const mine = waiting;
    waiting = [];
    if (mine.length === 0) return;
    askedAt = clock();
    // Only what was read before the question was asked is answered for.
    await assertUser();
    give(mine);
  }

  return {
    async add(result) {
      waiting.push(result);
      if (clock() - askedAt >= interval) await confirm();
    },
    confirm,
  };
}
