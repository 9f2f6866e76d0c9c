import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** Milliseconds after which a page that says nothing any more holds nothing. */
const heldFor = 5_000;
const beat = 1_500;
/** Milliseconds between two looks at whether a holder is still there. */
const look = 250;
/** Milliseconds in which a page that wanted the same at the same moment can write over it. */
const settle = 40;

const held = v.object({by: v.string(), at: v.number()});

const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));

/** Whether a sign of that time still counts. One of the future is of a clock that was ahead. */
function isFresh(at: number): boolean {
  const age = Date.now() - at;
  return age >= 0 && age < heldFor;
}

const keyOf = (name: string) => `hold:1:${name}`;

/** Who holds what a key is of, or held it last. */
async function lastHolder(key: string): Promise<v.InferOutput<typeof held> | undefined> {
  const result = v.safeParse(held, (await browser.storage.local.get(key))[key]);
  return result.success ? result.output : undefined;
}

async function holderOf(key: string): Promise<v.InferOutput<typeof held> | undefined> {
  const found = await lastHolder(key);
  return found !== undefined && isFresh(found.at) ? found : undefined;
}

/** Resolves once no page holds it any more; at once where the storage cannot be used. */
export async function untilFree(name: string): Promise<void> {
  try {
    while ((await holderOf(keyOf(name))) !== undefined) await pause(look);
  } catch {
    // Then nobody can hold it.
  }
}

/**
 * Does something on one page at a time: other tabs that want the same are told that they cannot have it. By the extension's
 * storage, because in Firefox content scripts cannot use the page's locks. A page that was closed may not have been able to let
 * go; so a holder that gives no sign is waited for until it counts as gone. So does a page that sleeps: when it wakes up, it looks
 * first whether another one took over or it let go itself, and its work is called off then.
 *
 * @param work what is done; when its signal is aborted it begins nothing more and keeps nothing
 * @returns false where another page has it, from the beginning or by now. Where the storage cannot be used it is done without a
 *   look at others.
 */
export async function hold(name: string, work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  const {local} = browser.storage;
  const key = keyOf(name);
  const me = crypto.randomUUID();
  const lost = new AbortController();
  let isElsewhere = false;
  let isOver = false;
  /** When this page gave its last sign. */
  let sign = Number.NEGATIVE_INFINITY;
  const isHeldByOther = async () => {
    const first = await holderOf(key);
    for (let now = first; now !== undefined; now = await holderOf(key)) {
      if (now.by !== first?.by || now.at !== first.at) return true;
      await pause(look);
    }
    return false;
  };
  const take = async () => {
    const at = Date.now();
    await local.set({[key]: {by: me, at}});
    sign = at;
  };
  const goOn = async () => {
    const found = await lastHolder(key);
    if (isOver) return;
    if (found?.by === me) return take();
    isElsewhere = found !== undefined;
    lost.abort();
  };
  const release = () => {
    // After a longer sleep it may be another page's, and if not, it counts for nothing.
    if (!lost.signal.aborted && isFresh(sign)) void local.remove(key).catch(() => undefined);
  };
  try {
    if (await isHeldByOther()) return false;
    await take();
    await pause(settle);
    if ((await holderOf(key))?.by !== me) return false;
  } catch {
    await work(lost.signal);
    return true;
  }
  const timer = setInterval(() => {
    if (!lost.signal.aborted) void goOn().catch(() => undefined);
  }, beat);
  addEventListener('pagehide', release);
  try {
    await work(lost.signal);
    return !isElsewhere;
  } finally {
    isOver = true;
    clearInterval(timer);
    removeEventListener('pagehide', release);
    release();
  }
}
