import {beforeEach, describe, expect, it, vi} from 'vitest';
import {NotKept} from '../../../src/browser/storage-error.ts';
import {type AllTexts, createTexts, type TextsBook} from '../../../src/checklist/texts.ts';
import {rebased} from '../../../src/customer/filling/rebased.ts';
import {said} from '../../../src/texts/said.ts';
import {told} from '../../told.ts';

let kept: AllTexts;
let isFull: boolean;
const book: TextsBook = {
  read: async () => kept,
  async write(from, to) {
    if (isFull) throw new NotKept(said('browser.full'));
    kept = rebased(kept, from, to);
  },
  writeLeaving(from, to) {
    kept = rebased(kept, from, to);
  },
};

/** What a page does when it is left. */
let leave: () => void;

beforeEach(() => {
  kept = new Map();
  isFull = false;
  vi.useFakeTimers();
  const listeners = new Set<() => void>();
  leave = () => {
    for (const listener of listeners) listener();
  };
  vi.stubGlobal(
    'addEventListener',
    (type: string, listener: () => void) => type === 'pagehide' && listeners.add(listener),
  );
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

describe('a typed text', () => {
  it('is there at once, kept a moment later, and on the next page', async () => {
    const texts = createTexts(() => book);
    texts.set('name', 'Globex');
    expect(texts.all.value.get('name')).toBe('Globex');
    expect(kept.size).toBe(0);
    await vi.advanceTimersByTimeAsync(400);
    const next = createTexts(() => book);
    await next.load();
    expect(next.all.value.get('name')).toBe('Globex');
  });

  it('is forgotten when its work is done', async () => {
    kept = new Map([
      ['name', 'Globex'],
      ['note', 'By phone'],
    ]);
    const texts = createTexts(() => book);
    await texts.load();
    texts.set('name', undefined);
    await vi.advanceTimersByTimeAsync(400);
    expect([...kept]).toEqual([['note', 'By phone']]);
  });

  it('that was typed before the kept ones came is newer', async () => {
    kept = new Map([
      ['name', 'Old'],
      ['note', 'By phone'],
    ]);
    const texts = createTexts(() => book);
    texts.set('name', 'New');
    await vi.advanceTimersByTimeAsync(400);
    expect(Object.fromEntries(kept)).toEqual({name: 'New', note: 'By phone'});
  });

  it('is kept at once when the page goes', async () => {
    const texts = createTexts(() => book);
    await texts.load();
    texts.set('name', 'Globex');
    leave();
    expect([...kept]).toEqual([['name', 'Globex']]);
  });

  it('of another tab stays', async () => {
    const [one, other] = [createTexts(() => book), createTexts(() => book)];
    await Promise.all([one.load(), other.load()]);
    one.set('name', 'Globex');
    other.set('note', 'By phone');
    await vi.advanceTimersByTimeAsync(400);
    one.set('people', 'jo@globex.example');
    await vi.advanceTimersByTimeAsync(400);
    other.set('note', undefined);
    await vi.advanceTimersByTimeAsync(400);
    expect(Object.fromEntries(kept)).toEqual({name: 'Globex', people: 'jo@globex.example'});
  });

  it('that the browser does not keep is told, and stays on the page', async () => {
    isFull = true;
    const texts = createTexts(() => book);
    texts.set('name', 'Globex');
    await vi.advanceTimersByTimeAsync(400);
    expect(told(texts.notKept.value)?.words).toContain('full');
    expect(texts.all.value.get('name')).toBe('Globex');
    isFull = false;
    texts.set('name', 'Globex Inc.');
    await vi.advanceTimersByTimeAsync(400);
    expect(texts.notKept.value).toBeUndefined();
  });

  it('is written over nothing that could not be read', async () => {
    const unreadable = {...book, read: () => Promise.reject(new NotKept(said('browser.cannotRead')))};
    const texts = createTexts(() => unreadable);
    texts.set('name', 'Globex');
    await vi.advanceTimersByTimeAsync(400);
    expect(kept.size).toBe(0);
    expect(told(texts.notKept.value)?.words).toContain('Couldn’t read the browser’s storage');
  });
});
