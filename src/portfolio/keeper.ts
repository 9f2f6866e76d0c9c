import {sendToBackground} from '../browser/extension.ts';
import type {CustomerResult} from './result.ts';

/** Milliseconds for which results are gathered before they are kept together. */
const keepAfter = 200;

/** Keeps results in the extension's own database, a few at a time. */
export interface Keeper {
  keep(result: CustomerResult): void;
  /** Keeps at once what waits. */
  flush(): Promise<void>;
}

/** @param onLost told when the browser does not keep what it is given */
export function createKeeper(host: string, userId: number, onLost: () => void): Keeper {
  let unkept: CustomerResult[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const results = unkept;
    unkept = [];
    if (results.length === 0) return;
    try {
      await sendToBackground({type: 'write-results', host, userId, results});
    } catch {
      // They are tried again with the next ones.
      unkept = [...results, ...unkept];
      onLost();
    }
  }

  return {
    keep(result) {
      unkept.push(result);
      timer ??= setTimeout(() => void flush(), keepAfter);
    },
    flush,
  };
}
