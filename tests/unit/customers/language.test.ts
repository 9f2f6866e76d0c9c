import {beforeEach, expect, it, vi} from 'vitest';

const made: string[] = [];
const kinds = ['Collator', 'DateTimeFormat', 'RelativeTimeFormat'] as const;

beforeEach(() => {
  made.length = 0;
  vi.resetModules();
  for (const kind of kinds) {
    const Kind = Intl[kind] as new (...given: unknown[]) => object;
    vi.spyOn(Intl, kind).mockImplementation(function make(...given: unknown[]) {
      made.push(kind);
      return new Kind(...given) as never;
    });
  }
  return () => vi.restoreAllMocks();
});

it('nothing of the language is made before it is needed, and each but once', async () => {
  const {collator} = await import('../../../src/customers/language.ts');
  expect(made).toEqual([]);
  expect(collator().compare('2 Go', '10 Go')).toBeLessThan(0);
  expect(collator()).toBe(collator());
  expect(made).toEqual(['Collator']);
});

it('what is made beforehand is made in slices, none of it in the caller’s', async () => {
  const {prepareLanguage} = await import('../../../src/customers/language.ts');
  const {day, dayAndTime, timeSince} = await import('../../../src/texts/dates.ts');
  const breathe = async () => {
    made.push('breathe');
  };
  // Each takes 20 ms.
  const prepared = prepareLanguage({clock: () => made.length * 20, breathe});
  expect(made).toEqual(['breathe']);
  await prepared;
  expect(made).toEqual([
    'breathe',
    'Collator',
    'breathe',
    'RelativeTimeFormat',
    'breathe',
    'DateTimeFormat',
    'breathe',
    'DateTimeFormat',
  ]);
  made.length = 0;
  const iso = '2026-11-20T10:00:00.000Z';
  day(iso);
  dayAndTime(iso);
  timeSince(iso, Date.parse(iso));
  expect(made).toEqual([]);
});
