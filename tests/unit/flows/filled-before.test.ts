import {describe, expect, it} from 'vitest';
import {filledBefore} from '../../../src/flows/filled-before.ts';

const template = `# [CUSTOMER NAME] collaboration

| Customer Success Manager | [CSM NAME] | @[CSM USERNAME] |
Book a call: [CSM CALENDAR LINK]
[CSM NAME]
Ask [CSM NAME] or [SOMEBODY].
`;

describe('what was filled into a template', () => {
  it.each<[string, string, [string, string][]]>([
    [
      'a table and lines',
      '# Acme collaboration\r\n\r\n  | Customer Success Manager | Robin Okafor | @robin |\r\nBook a call: https://cal.example/robin?a=1\r\n',
      [
        ['CUSTOMER NAME', 'Acme'],
        ['CSM NAME', 'Robin Okafor'],
        ['CSM USERNAME', 'robin'],
        ['CSM CALENDAR LINK', 'https://cal.example/robin?a=1'],
      ],
    ],
    [
      'lines in another order, with others between',
      'Ask Robin or Kim.\nhello\nBook a call: here\n',
      [
        ['CSM CALENDAR LINK', 'here'],
        ['CSM NAME', 'Robin'],
        ['SOMEBODY', 'Kim'],
      ],
    ],
    ['what is not filled yet', 'Book a call: [CSM CALENDAR LINK]\n', []],
    ['lines that differ', 'Book a call: one\nBook a call: two\n', []],
    ['the same line twice', 'Book a call: one\nBook a call: one\n', [['CSM CALENDAR LINK', 'one']]],
    ['a text of its own', 'Nothing of it\n', []],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => {
    expect(filledBefore(template, text).map(({placeholder, value}) => [placeholder, value])).toEqual(expected);
  });

  it.each<[string, string, string, string[] | undefined]>([
    ['the shortest that fits', '[A] or [B].', 'a or b or c.', ['a', 'b or c']],
    ['a character each where nothing stands between', 'x[A][B]', 'x🚀bc', ['🚀', 'bc']],
    ['none for one that would be empty', 'a [A][B]', 'a b', undefined],
    ['none where the end would be in the beginning', 'aba[A]aba', 'ababa', undefined],
    ['none before what does not come any more', 'a [A] b [B] c', 'a x c', undefined],
    ['signs as they are', 'a.* ([A]) $&', 'a.* (x) $&', ['x']],
    ['a line that begins with one', '[A] is it', '  Acme is it', ['Acme']],
  ])('takes %s', (_what, line, text, expected) => {
    const found = filledBefore(`${line}\n`, text).map(({value}) => value);
    expect(found).toEqual(expected ?? []);
  });

  it('is nothing where the template has no placeholder', () => {
    expect(filledBefore('# Hello (world) [x](y)\n', '# Hello (world) [x](y)\n')).toEqual([]);
  });
});
