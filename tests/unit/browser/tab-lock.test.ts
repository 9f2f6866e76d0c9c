import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {hold, untilFree} from '../../../src/browser/tab-lock.ts';

const stored = vi.hoisted(() => new Map<string, unknown>());
const storage = vi.hoisted(() => ({isBroken: false}));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async (key: string) => {
          if (storage.isBroken) throw new Error('no storage');
          return {[key]: stored.get(key)};
        },
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
        remove: async (key: string) => void stored.delete(key),
      },
    },
  },
}));

const key = 'hold:1:flow';
/** What the page does when it is left. */
const onLeave = new Set<() => void>();

/** A page that does something until it is told to end; `signal` is what its work was given. */
function page() {
  let end: () => void = () => undefined;
  let signal: AbortSignal | undefined;
  const result = hold('flow', given => {
    signal = given;
    return new Promise(resolve => {
      end = resolve;
    });
  });
  return {
    result,
    isWorking: () => signal !== undefined,
    isCalledOff: () => signal?.aborted,
    end() {
      end();
      return result;
    },
  };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
/** All that sleeps: time passes and no timer runs. */
const sleep = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

beforeEach(() => {
  vi.useFakeTimers({now: Date.UTC(2026, 10, 29)});
  vi.stubGlobal('addEventListener', (_type: string, listener: () => void) => onLeave.add(listener));
  vi.stubGlobal('removeEventListener', (_type: string, listener: () => void) => onLeave.delete(listener));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  stored.clear();
  onLeave.clear();
  storage.isBroken = false;
});

describe('a hold', () => {
  it('is one page’s at a time, as long as it works', async () => {
    const first = page();
    await pass(100);
    expect(first.isWorking()).toBe(true);
    const second = page();
    await pass(20_000);
    expect(await second.result).toBe(false);
    expect(second.isWorking()).toBe(false);
    expect(await first.end()).toBe(true);
    expect(stored.has(key)).toBe(false);
    const third = page();
    await pass(100);
    expect(third.isWorking()).toBe(true);
    await third.end();
  });

  it('is one page’s, where two want it at once', async () => {
    const pages = [page(), page()];
    await pass(100);
    expect(pages.filter(({isWorking}) => isWorking())).toHaveLength(1);
    await Promise.all(pages.map(({end}) => end()));
  });

  it.each([
    ['of a page that gave no sign for five seconds', -5_000, 100],
    ['of a clock that was ahead a little', 1_000, 100],
    ['of a clock that was ahead a year', 365 * 86_400_000, 100],
    ['of a page that was closed a moment ago', -2_000, 3_500],
  ])('%s is gone', async (_whose, age, after) => {
    stored.set(key, {by: 'other', at: Date.now() + age});
    const mine = page();
    await pass(after);
    expect(mine.isWorking()).toBe(true);
    expect(await mine.end()).toBe(true);
  });

  it.each([['junk'], [{by: 7}], [null]])('that is %j is none', async junk => {
    stored.set(key, junk);
    const mine = page();
    await pass(100);
    expect(mine.isWorking()).toBe(true);
    await mine.end();
  });

  it('is lost to another page while this one sleeps, which then calls its work off and writes nothing', async () => {
    const sleeper = page();
    await pass(100);
    sleep(60_000);
    const other = page();
    await pass(100);
    expect(other.isWorking()).toBe(true);
    expect(sleeper.isCalledOff()).toBe(false);
    await pass(1_500);
    expect(sleeper.isCalledOff()).toBe(true);
    await pass(20_000);
    expect(other.isCalledOff()).toBe(false);
    expect(await sleeper.end()).toBe(false);
    expect(stored.has(key)).toBe(true);
    expect(await other.end()).toBe(true);
    expect(stored.has(key)).toBe(false);
  });

  it('goes on after a sleep in which nobody took it', async () => {
    const sleeper = page();
    await pass(100);
    sleep(60_000);
    await pass(1_500);
    expect(sleeper.isCalledOff()).toBe(false);
    const {at} = stored.get(key) as {at: number};
    expect(Date.now() - at).toBeLessThan(1_500);
    expect(await sleeper.end()).toBe(true);
  });

  it('is not taken from another page by one that ends before it looks', async () => {
    const sleeper = page();
    await pass(100);
    sleep(60_000);
    const other = page();
    await pass(100);
    await sleeper.end();
    expect(stored.has(key)).toBe(true);
    await other.end();
  });

  it('is let go by a page that is left, and not taken again when the page comes back', async () => {
    const mine = page();
    await pass(100);
    for (const leave of onLeave) leave();
    await pass(0);
    expect(stored.has(key)).toBe(false);
    await pass(1_500);
    expect(mine.isCalledOff()).toBe(true);
    expect(stored.has(key)).toBe(false);
    // Nobody else has it: it can be begun again here.
    expect(await mine.end()).toBe(true);
  });

  it('is waited for until it is free', async () => {
    const isFree = vi.fn();
    const first = page();
    await pass(100);
    void untilFree('flow').then(isFree);
    await pass(20_000);
    expect(isFree).not.toHaveBeenCalled();
    await first.end();
    await pass(500);
    expect(isFree).toHaveBeenCalled();
  });

  it('of a page that died is free a while later', async () => {
    stored.set(key, {by: 'other', at: Date.now()});
    const isFree = vi.fn();
    void untilFree('flow').then(isFree);
    await pass(4_000);
    expect(isFree).not.toHaveBeenCalled();
    await pass(2_000);
    expect(isFree).toHaveBeenCalled();
  });

  it('is done without a look where the storage cannot be used', async () => {
    storage.isBroken = true;
    const mine = page();
    await pass(0);
    expect(mine.isWorking()).toBe(true);
    expect(await mine.end()).toBe(true);
  });

  it('is let go where the work fails, and tells why', async () => {
    const failing = hold('flow', () => Promise.reject(new Error('refused')));
    const caught = expect(failing).rejects.toThrow('refused');
    await pass(100);
    await caught;
    expect(stored.has(key)).toBe(false);
  });
});
