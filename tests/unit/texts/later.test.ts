import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';

const source = path.resolve(import.meta.dirname, '../../../src');
const files = readdirSync(source, {recursive: true, encoding: 'utf8'}).filter(file => /(?<!\.d)\.tsx?$/.test(file));
const code = new Map(files.map(file => [file, readFileSync(path.join(source, file), 'utf8')]));
const reached = (file: string, to: string) => path.join(path.dirname(file), to);

/** What a part brings: its file and all that it imports. */
function broughtBy(start: string, all = new Set<string>()): ReadonlySet<string> {
  if (all.has(start)) return all;
  all.add(start);
  // A type brings nothing.
  for (const [, to = ''] of (code.get(start) ?? '').matchAll(
    /^(?:import(?! type)|export(?! type)|\}).*?'(\.[^']+)';$/gm,
  ))
    broughtBy(reached(start, to), all);
  return all;
}

const parts = [
  'app/main.tsx',
  ...new Set(
    [...code].flatMap(([file, text]) =>
      [...text.matchAll(/import\('([^']+)'\)/g)].map(([, to = '']) => reached(file, to)),
    ),
  ),
];
const saysLater = (file: string) => /said\(\s*'(apply|flows|typed)\./.test(code.get(file) ?? '');
/** They show what was kept of them. */
const shows = ['ui/checklist/JournalEntries.tsx', 'ui/flows/FlowSteps.tsx', 'ui/flows/TakeBack.tsx'];

it('all parts are known, and what shows later texts is there', () => {
  expect(parts.length).toBeGreaterThan(6);
  expect(parts.filter(file => !code.has(file))).toEqual([]);
  expect(shows.filter(file => !parts.some(part => broughtBy(part).has(file)))).toEqual([]);
});

it.each(parts)('%s has the texts that it says or shows', part => {
  const brought = broughtBy(part);
  const saying = [...brought].filter(file => saysLater(file) || shows.includes(file));
  if (saying.length > 0) expect(brought, saying.join(', ')).toContain('texts/later.ts');
  if (part === 'app/main.tsx') expect(saying, 'the panel says none before a part of it is loaded').toEqual([]);
});
