import {expect, it} from 'vitest';
import {told} from '../told.ts';
import {checklistOf, meansOf} from './means.ts';
import {root, useSandbox} from './server.ts';

const server = useSandbox();

const bytes = (...values: number[]) => new Uint8Array(values);
const cases: Record<string, {files: Record<string, string | Uint8Array>; verdict: string; words: string}> = {
  'an empty repository': {files: {}, verdict: 'fail', words: 'No README: the repository is empty'},
  'no README': {files: {'notes.md': 'x'}, verdict: 'fail', words: 'No README.'},
  'README.adoc': {files: {'README.adoc': '= [X]'}, verdict: 'unknown', words: 'README.adoc isn’t Markdown'},
  'readme.md': {files: {'readme.md': '# [NAME]\n'}, verdict: 'fail', words: '1 placeholder left in readme.md.'},
  'an empty README': {files: {'README.md': '\n'}, verdict: 'fail', words: 'README.md is empty.'},
  'ISO 8859-1': {
    files: {'README.md': bytes(0x5b, 0xc9, 0x5d)},
    verdict: 'fail',
    words: '1 placeholder left in README.md.',
  },
  'bytes that are no text': {
    files: {'README.md': bytes(0x5b, 0x93, 0x5d)},
    verdict: 'unknown',
    words: 'isn’t UTF-8 text',
  },
  'an LFS pointer': {
    files: {'README.md': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'},
    verdict: 'unknown',
    words: 'stored in Git LFS',
  },
  '1 MB of brackets': {
    files: {'README.md': '[A B] '.repeat(175_000)},
    verdict: 'fail',
    words: '175000 placeholders left',
  },
  '5,000 nested brackets': {files: {'README.md': '['.repeat(5_000)}, verdict: 'pass', words: 'No placeholders left'},
};

it.each(Object.entries(cases))('%s has a clear row', async (_name, {files, verdict, words}) => {
  const path = `${root}/emea/globex/case`;
  server.sandbox.world.addProject({path, name: 'Globex', files});
  const store = checklistOf(path, meansOf(server));
  await store.refresh();
  const row = store.rows.value.find(({check}) => check.id === 'readme');
  expect(told(row?.finding)).toMatchObject({verdict, evidence: expect.stringContaining(words)});
});
