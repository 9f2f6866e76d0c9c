import type {Change} from '../changes/change.ts';
import {touchedBy} from '../changes/kinds.ts';
import type {FactName} from '../facts/facts.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {isRemark} from './ahead.ts';
import type {Reading} from './reading.ts';

/** The reading of what changes touched. */
export interface ReadBack {
  /**
   * Reads what a change touched, however it ended: an answer can be lost. While that is held, it is read later. Where the session
   * ended, nothing is read, and the page knows of it.
   *
   * @param problem why it was not made
   * @returns whether it was read
   */
  read(change: Change, problem?: Problem): Promise<boolean>;
  /**
   * From now on what changes touch is read only when what this returns is called, once for all of them.
   *
   * @param onRead told after it was read
   */
  hold(onRead: () => void): () => Promise<void>;
}

/** Reads at once, until it is held. */
export function createReadBack(reading: Reading): ReadBack {
  const owed = new Set<FactName>();
  let holds = 0;
  return {
    async read(change, problem) {
      if (problem && reading.end(problem)) return true;
      if (isRemark(change)) {
        await reading.readRemarks();
        return true;
      }
      const touched = touchedBy(change);
      if (holds > 0) {
        for (const name of touched) owed.add(name);
        return false;
      }
      await reading.read(new Set(touched));
      return true;
    },

    hold(onRead) {
      holds += 1;
      return async () => {
        holds -= 1;
        if (holds > 0) return;
        const names = new Set(owed);
        owed.clear();
        if (names.size > 0) await reading.read(names);
        onRead();
      };
    },
  };
}
