import {describe, expect, it} from 'vitest';
import {includesIn, isElsewhere, pathOfInclude} from '../../../../src/customer/reading/includes.ts';

describe('includesIn', () => {
  it.each([
    ['::include{file=docs/team.md}\n', ['docs/team.md']],
    ['a\r\n::include{file=a.md}\r\nb', ['a.md']],
    ['::include{file=a.md}', ['a.md']],
    ['::include{file=a.md}\n::include{file=a.md}\n::include{file=b.md}\n', ['a.md', 'b.md']],
    // GitLab looks for them before it knows what is code.
    ['```\n::include{file=a.md}\n```\n', ['a.md']],
    [' ::include{file=a.md}\n', []],
    ['text ::include{file=a.md}\n', []],
    ['::include{file=a.md} text\n', []],
    ['::include{file=}\n', []],
  ])('%j: %j', (text, names) => expect(includesIn(text)).toEqual(names));

  it('follows as many as GitLab does', () => {
    const text = Array.from({length: 40}, (_, index) => `::include{file=${index}.md}\n`).join('');
    expect(includesIn(text)).toHaveLength(32);
  });
});

describe('pathOfInclude', () => {
  it.each([
    ['docs/team.md', 'README.md', 'docs/team.md'],
    ['./team.md', 'docs/README.md', 'docs/team.md'],
    ['../team.md', 'docs/README.md', 'team.md'],
    ['../../team.md', 'docs/README.md', undefined],
    ['/team.md', 'README.md', undefined],
    ['https://example.com/team.md', 'README.md', undefined],
  ])('%s in %s: %s', (name, from, path) => expect(pathOfInclude(name, from)).toBe(path));

  it('another site is told by its protocol', () => {
    expect(isElsewhere('HTTPS://example.com/a')).toBe(true);
    expect(isElsewhere('docs/https.md')).toBe(false);
  });
});
