import {tests} from 'commonmark-spec';

/** Where an example of a specification is put: as it is, and so that more of it stands in brackets. */
const places: readonly ((text: string) => string)[] = [
  text => text,
  text => text.replace(/^/gm, '> '),
  text => `- ${text.replace(/\n(?=.)/g, '\n  ')}`,
  text => `[see ${text.trimEnd()} [NAME]]\n`,
];

/** The examples of CommonMark's specification, each in several places. */
export const specified: readonly string[] = tests.flatMap(({markdown}) =>
  places.map(place => place(markdown.replaceAll('→', '\t'))),
);

/** Pieces of Markdown, many of them with brackets; `N` is another name each time. */
const pieces = [
  ...[
    '[N]',
    '[N]',
    '[N n]',
    '[',
    ']',
    '[N](n)',
    '[N](n n)',
    '![N](n.png)',
    '[[N N]]',
    '[[n n]]',
    '[[N|n]]',
    '[N][r]',
    '[r]',
  ],
  ...[
    '](',
    '(',
    ')',
    'n',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '*',
    '**',
    '_',
    '`',
    '``',
    '~~',
    '$',
    '$`',
    '`$',
    '"',
    '\\',
    '!',
    '^',
    ':',
    '|',
  ],
  ...[
    '\n- ',
    '\n* ',
    '\n1. ',
    '\n> ',
    '\n# ',
    '\n    ',
    '\n```\n',
    '\n---\n',
    '\n>>>\n',
    '\n| N | [N] |\n|---|---|\n',
    '\n: ',
  ],
  ...[
    '<https://n.example/[N]>',
    'https://n.example/[N]',
    '<mailto:[N]>',
    '[N](https://n.example/[N])',
    '[N]([N])',
    '[N]([N n])',
  ],
  ...[
    '<b>[N]</b>',
    '<code>[N]</code>',
    '<kbd>[N]</kbd>',
    '\n<div>\n',
    '\n</div>\n',
    '<!--',
    '-->',
    '<td>[N](n)</td>',
    '<pre>\n[N]\n</pre>',
  ],
  ...[
    '[^1]',
    '\n\n[^1]: [N]\n',
    '\n\n[^2]: n [N]\n',
    '\n\n[r]: /n/[N]\n\n',
    '\\[',
    '\\]',
    '&#91;',
    '&#93;',
    '\n\n[TOC]\n\n',
    '\n\n[[_TOC_]]\n\n',
  ],
  ...['[ ] ', '[x] ', '[~] ', '[+ n +]', '[- [N] -]', '{+ [N] +}', '[issue:1]', '~"[N]"', '\n> [!note]\n> '],
];

/** Numbers from 0 to below 1, the same ones for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A random document full of brackets, the same one for the same seed. */
export function randomDocument(seed: number): string {
  const next = numbers(seed);
  let name = 0;
  const length = 1 + Math.floor(next() * 12);
  return Array.from({length}, () => pieces[Math.floor(next() * pieces.length)] ?? '')
    .join('')
    .replace(/[Nn]/g, letter => {
      name += 1;
      const word = `q${String.fromCharCode(97 + (name % 26), 97 + Math.floor(name / 26))}z`;
      return letter === 'N' ? word.toUpperCase() : word;
    });
}

/** The document with everything taken out without which it still has the property. */
export function shrunk(markdown: string, has: (markdown: string) => boolean): string {
  let text = markdown;
  for (let size = Math.ceil(text.length / 2); size > 0; ) {
    let isSmaller = false;
    for (let at = 0; at < text.length; ) {
      const without = text.slice(0, at) + text.slice(at + size);
      if (has(without)) {
        text = without;
        isSmaller = true;
      } else at += size;
    }
    if (!isSmaller || size > 1) size = size === 1 ? 0 : Math.floor(size / 2);
  }
  return text;
}
