import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';

const library = path.resolve(import.meta.dirname, '../../dist/lib/placeholders.js');

it.skipIf(!existsSync(library))('plain Node finds placeholders with the built library', () => {
  const program = `import {findPlaceholders} from ${JSON.stringify(library)};
    console.log(JSON.stringify(findPlaceholders('# [CUSTOMER NAME]\\n')));`;
  const output = execFileSync('node', ['--input-type=module', '--eval', program], {encoding: 'utf8'});
  expect(JSON.parse(output)).toMatchObject([
    {start: 2, end: 17, text: 'CUSTOMER NAME', kind: 'text', context: {line: 1, text: '# [CUSTOMER NAME]'}},
  ]);
});
