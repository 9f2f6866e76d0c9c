import {describe, expect, it} from 'vitest';
import {isMarkdownName, mayBeLink, readmeOfFile} from '../../../../src/customer/reading/readme.ts';

const file = (bytes: Uint8Array) => ({path: 'README.md', bytes, lastCommitId: 'c'});
const text = (content: string) => file(new TextEncoder().encode(content));

describe('readmeOfFile', () => {
  it('keeps every character of a text', () => {
    expect(readmeOfFile(text('\ufeffa\r\n'))).toEqual({
      kind: 'text',
      path: 'README.md',
      text: '\ufeffa\r\n',
      lastCommitId: 'c',
    });
  });

  it('knows bytes that are no text, and a pointer of Git LFS', () => {
    expect(readmeOfFile(file(new Uint8Array([0x93, 0x28])))).toEqual({kind: 'not-utf8', path: 'README.md'});
    expect(readmeOfFile(text('version https://git-lfs.github.com/spec/v1\noid sha256:0\n')).kind).toBe('lfs-pointer');
    expect(readmeOfFile(text('about version https://git-lfs.github.com/spec/v1\n')).kind).toBe('text');
  });
});

describe('symbolic links', () => {
  it.each([
    ['docs/README.md', undefined, true],
    ['docs/README.md', true, true],
    ['docs/README.md', false, false],
    ['docs/README.md\n', undefined, false],
    ['', undefined, false],
  ])('%j, told %s: %s', (content, isLink, expected) => {
    const stored = {...text(content), isLink};
    expect(readmeOfFile(stored).kind === 'link').toBe(expected);
    expect(mayBeLink(stored)).toBe(expected && isLink === undefined);
  });
});

describe('isMarkdownName', () => {
  it.each([
    ['README.md', true],
    ['docs/readme.MARKDOWN', true],
    ['README.rmd', true],
    ['README', false],
    ['README.adoc', false],
    ['README.rst', false],
  ])('%s: %s', (name, expected) => {
    expect(isMarkdownName(name)).toBe(expected);
  });
});
