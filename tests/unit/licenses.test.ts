import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import packageJson from '../../package.json' with {type: 'json'};
import {bundledPackages, licensesText} from '../../scripts/licenses.ts';

const root = path.resolve(import.meta.dirname, '../..');
const inRoot = (file: string) => path.join(root, file);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'licenses-'));
});
afterEach(() => rmSync(folder, {recursive: true}));

/** A package with these files. @returns the id of its module */
function made(name: string, packageOf: object, files: Readonly<Record<string, string>>): string {
  const place = path.join(folder, 'node_modules', name);
  mkdirSync(path.join(place, 'dist'), {recursive: true});
  writeFileSync(path.join(place, 'package.json'), JSON.stringify({name, version: '1.2.3', ...packageOf}));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(place, file), text);
  return path.join(place, 'dist/index.js');
}

describe('the packages in a build', () => {
  it('are those that its modules belong to, each once', () => {
    const packages = bundledPackages([
      inRoot('node_modules/webextension-polyfill/dist/browser-polyfill.js'),
      inRoot('node_modules/preact/dist/preact.mjs'),
      inRoot('node_modules/preact/hooks/dist/hooks.mjs?v=1'),
      `\0${inRoot('node_modules/@preact/signals/dist/signals.mjs')}`,
      inRoot('src/app/main.tsx'),
      inRoot('src/gitlab/stand-ins/qs.ts'),
      '\0virtual:chunks',
      '\0rolldown/runtime.js',
    ]);
    expect(packages.map(({name, license}) => [name, license])).toEqual([
      ['@preact/signals', 'MIT'],
      ['preact', 'MIT'],
      ['rolldown', 'MIT'],
      ['webextension-polyfill', 'MPL-2.0'],
    ]);
    for (const {texts} of packages) expect(texts.join().length).toBeGreaterThan(500);
  });

  it('are told apart by where they lie, and come with license, notice and source', () => {
    const outer = made('a', {license: 'MIT', repository: 'https://x.example/a'}, {LICENSE: 'Of a.'});
    const inner = made(
      'a/node_modules/@b/c',
      {name: '@b/c', license: 'BSD-3-Clause', repository: {url: 'git+https://x.example/c.git'}},
      {
        'LICENCE.md': 'Of c.\n',
        'NOTICE.txt': 'By somebody.',
        'license-checker.js': 'code',
      },
    );
    const packages = bundledPackages([outer, inner]);
    expect(packages.map(({texts}) => texts)).toEqual([['Of c.', 'By somebody.'], ['Of a.']]);
    const text = licensesText(packages);
    expect(text).toContain('\na 1.2.3\nLicense: MIT\nSource code: https://x.example/a\n');
    expect(text).toContain('License: BSD-3-Clause\nSource code: https://x.example/c\n');
    expect(text).toContain('/v/1.2.3\n\nOf c.\n\nBy somebody.\n');
  });

  it('come with the whole Apache License, where they have only the notice that leads to it', () => {
    const [{texts = []} = {}] = bundledPackages([inRoot('node_modules/idb-keyval/dist/index.js')]);
    expect(texts[0]).toContain('Copyright 2016, Jake Archibald');
    expect(texts[1]).toMatch(/^Apache License\s+Version 2.0, January 2004.*END OF TERMS AND CONDITIONS$/s);
    const whole = made('a', {license: 'Apache-2.0'}, {LICENSE: `Of a. ${texts[1]}`});
    expect(bundledPackages([whole])[0]?.texts).toHaveLength(1);
  });

  it.each<[string, object, Record<string, string>]>([
    ['says none', {}, {LICENSE: 'Of a.'}],
    ['has no text of it', {license: 'MIT'}, {}],
    ['has an empty text', {license: 'MIT'}, {LICENSE: ' \n'}],
    ['says it in an old way', {license: {type: 'MIT'}}, {LICENSE: 'Of a.'}],
  ])('fail the build where one %s', (_what, packageOf, files) => {
    const module = made('a', packageOf, files);
    expect(() => bundledPackages([module])).toThrow('a is in the build, but its package has no license.');
  });
});

it('the launcher, which is built apart, has no package in it', () => {
  const seen = new Set<string>();
  const visit = (file: string): string[] => {
    if (seen.has(file)) return [];
    seen.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)(?:[^'";]* from )?'([^']+)'/gm);
    return [...imports].flatMap(([, from = '']) =>
      from.startsWith('.') ? visit(path.resolve(path.dirname(file), from)) : [`${path.relative(root, file)}: ${from}`],
    );
  };
  expect(visit(inRoot('src/content.ts'))).toEqual([]);
});

describe.each(['chromium', 'firefox'])('the build for %s', target => {
  const read = (file: string) => readFileSync(inRoot(`dist/${target}/${file}`), 'utf8');

  it.skipIf(!existsSync(inRoot(`dist/${target}/manifest.json`)))('ships the licenses of all that is in it', () => {
    expect(read('LICENSE')).toBe(readFileSync(inRoot('LICENSE'), 'utf8'));
    const [, ...parts] = read('THIRD-PARTY-LICENSES.txt').split(`\n\n${'='.repeat(80)}\n\n`);
    const names = parts.map(part => part.slice(0, part.indexOf(' ')));
    const transitive = ['@preact/signals-core', 'rolldown'];
    expect(names).toEqual(expect.arrayContaining([...Object.keys(packageJson.dependencies), ...transitive]));
    for (const standIn of ['qs', 'rate-limiter-flexible', 'picomatch-browser', 'xcase', '@lezer/highlight'])
      expect(names).not.toContain(standIn);
    for (const part of parts) {
      expect(part).toMatch(/^\S+ \d+\.\d+\.\d+\S*\nLicense: \S+\nSource code: https:\S+\nPackage: https:\S+\n\n/);
      expect(part.length).toBeGreaterThan(900);
    }
  });
});
