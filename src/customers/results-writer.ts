import {sendToBackground} from '../browser/extension.ts';
import type {CustomerResult} from './result.ts';

/** Keeps results in the extension's own database. */
export interface Keeper {
  /**
   * Keeps results at once and together, and resolves when that is done or cannot be done: what is shown only then is not lost
   * when the page is left a moment later.
   */
  keep(results: readonly CustomerResult[]): Promise<void>;
  /** Resolves when all that was given is kept, as far as the browser keeps it: what it did not is tried once more. */
  done(): Promise<void>;
}

/** @param onLost told when the browser does not keep what it is given */
export function createKeeper(host: string, userId: number, onLost: () => void): Keeper {
  /** What the browser did not keep, by its id; it is tried again at the end, all together. */
  const unkept = new Map<number, CustomerResult>();
  const underWay = new Set<Promise<void>>();

  async function write(results: readonly CustomerResult[]): Promise<void> {
    try {
      await sendToBackground({type: 'write-results', host, userId, results: [...results]});
    } catch {
      for (const result of results) unkept.set(result.id, result);
      onLost();
    }
  }

  return {
    keep(results) {
      for (const {id} of results) unkept.delete(id);
      const writing = write(results).finally(() => underWay.delete(writing));
      underWay.add(writing);
      return writing;
    },
    async done() {
      await Promise.all(underWay);
      const again = [...unkept.values()];
      unkept.clear();
      if (again.length > 0) await write(again);
    },
  };
}
