import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';

const source = path.resolve(import.meta.dirname, '../../../src');
const files = readdirSync(source, {recursive: true, encoding: 'utf8'}).filter(file => /\.tsx?$/.test(file));
const code = new Map(files.map(file => [file, readFileSync(path.join(source, file), 'utf8')]));
const texts = files.filter(
  file => file.startsWith('texts/') && !/\/(dates|language|later|plural|said|say|segment-names|stored)\.ts$/.test(file),
);

/** What only results say that were kept before the text was worded anew. */
const keptOnly = new Set(['remark', 'remarkNoted']);

/** Names of the texts in an object, in the objects within it too. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

/** The parts of a template from which the name of a text is made: `gitlab.${kind} advice`. */
const made = [...code.values()].flatMap(text =>
  [...text.matchAll(/[`.]([\w ]*)\$\{[\w.]+\}([\w ]*)`/g)].map(([, start = '', end = '']) => ({start, end})),
);

it.each(texts)('what stands in %s is said', async file => {
  const names = Object.values(await import(path.join(source, file))).flatMap(namesIn);
  expect(names.length).toBeGreaterThan(0);
  const others = [...code].map(([name, text]) =>
    // In its own file a text is said by another one only.
    name === file ? text.replaceAll(/^ +(?:'[^']+'|\w+): /gm, '') : text,
  );
  const isSaid = (name: string) =>
    others.some(text => new RegExp(`(?<![\\w-])${name}(?![\\w-]| \\w+')`).test(text)) ||
    made.some(({start, end}) => name.startsWith(start) && name.endsWith(end) && start + end !== '');
  expect(names.filter(name => !isSaid(name) && !keptOnly.has(name))).toEqual([]);
});
