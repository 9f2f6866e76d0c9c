import {expect, it} from 'vitest';
import {namesIn} from '../../../src/changes/people-names.ts';

it.each([
  ['Jane Doe <jane@x.example>', ['Jane Doe']],
  ['"Doe, Jane" <Jane@x.example>', ['Jane Doe']],
  ['Doe, Jane <jane@x.example>; Other, Bo <bo@x.example>', ['Jane Doe', 'Bo Other']],
  ['ann@x.example, Doe, Jane <mailto:jane@x.example>', ['Jane Doe']],
  ['Bo, Jane van Doe <jane@x.example>', ['Jane van Doe']],
  ['Jane Doe <jane@x.example>\nBo Other <bo@x.example>', ['Jane Doe', 'Bo Other']],
  ['Zoë Ångström <zoe@x.example>', ['Zoë Ångström']],
  ['jane@x.example', []],
  ['<jane@x.example>', []],
  ['42 <jane@x.example>', []],
  ['', []],
])('%j', (text, names) => {
  expect([...namesIn(text).values()]).toEqual(names);
});

it('takes a time that grows with the text alone', () => {
  const started = performance.now();
  for (const text of ['a '.repeat(50_000), 'a,'.repeat(50_000), '"a'.repeat(50_000), 'a <'.repeat(50_000)])
    namesIn(text);
  expect(performance.now() - started).toBeLessThan(5_000);
});
