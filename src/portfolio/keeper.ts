import {sendToBackground} from '../browser/extension.ts';
import type {CustomerResult} from './result.ts';

/** Keeps results in the extension's own database. */
export interface Keeper {
  /**
   * Keeps a result at once, and resolves when that is done or cannot be done: what is shown only then is not lost when the page
   * is left a moment later.
   */
  keep(result: CustomerResult): Promise<void>;
  /** Resolves when all that was given is kept, as far as the browser keeps it. */
  done(): Promise<void>;
}

/** @param onLost told when the browser does not keep what it is given */
export function createKeeper(host: string, userId: number, onLost: () => void): Keeper {
  /** What the browser did not keep; it is tried again with the next one. */
  let unkept: CustomerResult[] = [];
  const underWay = new Set<Promise<void>>();

  async function write(results: CustomerResult[]): Promise<void> {
    try {
      await sendToBackground({type: 'write-results', host, userId, results});
    } catch {
      unkept.push(...results);
      onLost();
    }
  }

  return {
    keep(result) {
      const results = [...unkept, result];
      unkept = [];
      const writing = write(results).finally(() => underWay.delete(writing));
      underWay.add(writing);
      return writing;
    },
    async done() {
      await Promise.all(underWay);
    },
  };
}
