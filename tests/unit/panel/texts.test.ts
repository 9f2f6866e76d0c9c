import {beforeEach, describe, expect, it, vi} from 'vitest';
import {NotKept} from '../../../src/browser/not-kept.ts';
import {createTexts} from '../../../src/panel/texts.ts';

let kept: ReadonlyMap<string, string>;
let isFull: boolean;
const book = {
  read: async () => kept,
  async write(texts: ReadonlyMap<string, string>) {
    if (isFull) throw new NotKept('The browser’s storage is full.');
    kept = new Map(texts);
  },
};

beforeEach(() => {
  kept = new Map();
  isFull = false;
  vi.useFakeTimers();
  return () => vi.useRealTimers();
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

  it('that the browser does not keep is told, and stays on the page', async () => {
    isFull = true;
    const texts = createTexts(() => book);
    texts.set('name', 'Globex');
    await vi.advanceTimersByTimeAsync(400);
    expect(texts.notKept.value?.words).toContain('full');
    expect(texts.all.value.get('name')).toBe('Globex');
    isFull = false;
    texts.set('name', 'Globex Inc.');
    await vi.advanceTimersByTimeAsync(400);
    expect(texts.notKept.value).toBeUndefined();
  });

  it('is written over nothing that could not be read', async () => {
    const unreadable = {...book, read: () => Promise.reject(new NotKept('The browser’s storage cannot be read.'))};
    const texts = createTexts(() => unreadable);
    texts.set('name', 'Globex');
    await vi.advanceTimersByTimeAsync(400);
    expect(kept.size).toBe(0);
    expect(texts.notKept.value?.words).toContain('cannot be read');
  });
});
