import {batch, signal} from '@preact/signals-core';
import {hold, untilFree} from '../browser/tab-lock.ts';

/** The turn to work on a flow: one tab has it, for one thing at a time. @param id the flow's */
export function createTurn(id: string) {
  const isRunning = signal(false);
  const isStopping = signal(false);
  const isElsewhere = signal(false);
  let held: AbortSignal | undefined;

  return {
    isRunning,
    /** It ends after what is under way. */
    isStopping,
    /** Another tab works on it. */
    isElsewhere,
    /** Whether another tab took over what was done here: what it keeps is newer. */
    isTakenOver: () => held?.aborted === true,

    /** Works on it, unless that is done here already. Resolves to whether another tab works on it instead. */
    async take(work: () => Promise<void>, onBegin: () => void): Promise<boolean> {
      if (isRunning.value) return false;
      batch(() => {
        isRunning.value = true;
        isStopping.value = false;
        onBegin();
      });
      try {
        isElsewhere.value = !(await hold(id, signal => {
          held = signal;
          return work();
        }));
      } finally {
        held = undefined;
        isRunning.value = false;
      }
      if (!isElsewhere.value) return false;
      void untilFree(id).then(() => {
        isElsewhere.value = false;
      });
      return true;
    },
  };
}
