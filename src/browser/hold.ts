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

/**
 * Does something on one page at a time: other tabs that want the same are told that they cannot have it. By the extension's
 * storage, because in Firefox content scripts cannot use the page's locks. A page that was closed may not have been able to let
 * go; so a holder that gives no sign is waited for until it counts as gone.
 *
 * @returns whether it was done here. Where the storage cannot be used it is done without a look at others.
 */
export async function hold(name: string, work: () => Promise<void>): Promise<boolean> {
  const {local} = browser.storage;
  const key = `hold:1:${name}`;
  const me = crypto.randomUUID();
  const holder = async () => {
    const result = v.safeParse(held, (await local.get(key))[key]);
    return result.success && Date.now() - result.output.at < heldFor ? result.output : undefined;
  };
  const isHeldByOther = async () => {
    const first = await holder();
    for (let now = first; now !== undefined; now = await holder()) {
      if (now.by !== first?.by || now.at !== first.at) return true;
      await pause(look);
    }
    return false;
  };
  const take = () => local.set({[key]: {by: me, at: Date.now()}});
  const release = () => void local.remove(key).catch(() => undefined);
  try {
    if (await isHeldByOther()) return false;
    await take();
    await pause(settle);
    if ((await holder())?.by !== me) return false;
  } catch {
    await work();
    return true;
  }
  const timer = setInterval(() => void take().catch(() => undefined), beat);
  addEventListener('pagehide', release);
  try {
    await work();
    return true;
  } finally {
    clearInterval(timer);
    removeEventListener('pagehide', release);
    release();
  }
}
