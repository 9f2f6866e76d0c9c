import {describe, expect, it} from 'vitest';
import {filledBefore} from '../../../../src/panel/flows/filled-before.ts';

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

  it('is nothing where the template has no placeholder', () => {
    expect(filledBefore('# Hello (world) [x](y)\n', '# Hello (world) [x](y)\n')).toEqual([]);
  });
});
