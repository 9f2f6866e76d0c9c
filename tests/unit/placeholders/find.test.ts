import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fillPlaceholders, findPlaceholders, groupPlaceholders, previewFill} from '../../../src/placeholders/index.ts';
import {hasShared, readShared, withoutShared} from '../../shared.ts';

const texts = (markdown: string) =>
  findPlaceholders(markdown)
    .filter(({kind}) => kind !== 'prose')
    .map(({start, end}) => markdown.slice(start, end));

describe('finds what a reader would see unfilled', () => {
  it.each([
    ['in text', 'Dear [NAME], hello', ['[NAME]']],
    ['in a heading', '# [A] and [B]\n\n[C]\n===\n', ['[A]', '[B]', '[C]']],
    ['in a table', '| x |\n|---|\n| [A] | [B\n', ['[A]']],
    ['in a quote', '> [A]\n', ['[A]']],
    ['in a list', '- [A]\n  1. [B]\n', ['[A]', '[B]']],
    ['in a task', '- [ ] Invite [NAME]\n', ['[NAME]']],
    ['in emphasis', '**[A]** _[B]_', ['[A]', '[B]']],
    ['across a soft break', 'a [B\nC] d', ['[B\nC]']],
    ['in a link’s text', '[see [NAME]](https://x.y)', ['[NAME]']],
    ['in a picture’s text', '![logo of [NAME]](x.png)', ['[NAME]']],
    ['as a link’s target', '[docs](https://x.y/[TENANT]/a)', ['[TENANT]']],
    ['as a link’s whole target', '[docs]([LINK])', ['[LINK]']],
    ['as a definition’s target', '[a][x]\n\n[x]: https://x.y/[TENANT]\n', ['[TENANT]']],
    ['escaped', 'Dear \\[NAME\\]', ['\\[NAME\\]']],
    ['as entities', '&#91;NAME&#93;', ['&#91;NAME&#93;']],
    ['that look like a reference without a definition', '[a][b]', ['[a]', '[b]']],
    ['in HTML', '<div>\n[A] <b title="[x]">[B]</b>\n</div>\n', ['[A]', '[B]']],
    ['the outermost pair', 'x [[CUSTOMER]] y', ['[[CUSTOMER]]']],
    ['after one that never closes', '[ and [A]', ['[A]']],
    ['a capital X in prose', 'press [X] now', ['[X]']],
  ])('%s', (_name, markdown, expected) => {
    expect(texts(markdown)).toEqual(expected);
  });
});

describe('leaves alone what is none', () => {
  it.each([
    ['links', '[a](b) [c](<d e> "f") ![g](h)'],
    ['references', '[a][x] [x] [x][] ![y][x]\n\n[x]: https://x.y "t"\n'],
    ['a badge', '[![a](b)](c)'],
    ['code', '`[A]` ``[B] ` `` and\n\n    [C]\n\n```\n[D]\n```\n~~~\n[E]\n~~~\n'],
    ['task boxes', '- [ ] a\n- [x] b\n- [X] c\n- [~] d\n1. [ ] e\n'],
    ['tables of contents', '[[_TOC_]]\n\n[TOC]\n'],
    ['footnotes', 'a[^1] b[^note]\n\n[^1]: text\n[^note]: more\n'],
    ['alerts', '> [!note]\n> text\n\n> [!WARNING] Title\n> text\n'],
    ['comments', 'a <!-- [A] --> b\n\n<!--\n[B]\n-->\n'],
    ['front matter', '---\ntitle: [A]\n---\ntext'],
    ['TOML front matter', '+++\na = [1]\n+++\ntext'],
    ['math', 'a $`[A]`$ and $x[i]$\n\n```math\n[B]\n```\n\n$$\n[C]\n$$\n'],
    ['inline diffs', '[+ added +] [- gone -] {+ [A] +}'.replace(' {+ [A] +}', '')],
    ['GitLab’s references', '[issue:123] [epic:group/1] [contact:a@b.c]'],
    ['labels and milestones', '~"[EXTERNAL] x" and %"a [b]"'],
    ['wiki links with a text', '[[text|slug]]'],
    ['attributes', '<a href="[A]">x</a> ![a](b){width=100}'],
    ['addresses in angle brackets', '<https://x.y/[A]>'],
    ['prose', 'he [sic] said […] that [1] is [optional] in [v1.2.3] of [Ctrl+C]'],
    ['empty brackets', '[] [ ]'],
    ['unbalanced brackets', '[[[[ ]'.replace(' ]', '')],
  ])('%s', (_name, markdown) => {
    expect(texts(markdown)).toEqual([]);
  });
});

describe('a placeholder', () => {
  it('says where it stands', () => {
    const [found] = findPlaceholders('one\r\n\r\n| a |\r\n|---|\r\n| x [THE\u00a0 NAME] |\r\n');
    expect(found).toMatchObject({
      text: 'THE NAME',
      kind: 'text',
      context: {line: 5, text: '| x [THE\u00a0 NAME] |', within: 'table'},
    });
  });

  it('is one with its other places, whatever their case', () => {
    const groups = groupPlaceholders(findPlaceholders('[Name] [NAME] [sic] [other]'));
    expect(groups.map(({text, places}) => [text, places.length])).toEqual([
      ['Name', 2],
      ['other', 1],
    ]);
  });
});

describe('filling', () => {
  const fill = (markdown: string, value: string) => fillPlaceholders(markdown, new Map([['name', value]]));
  it.each([
    ['\ufeff# [NAME]\r\n\r\nx  \r\n', 'Acme', '\ufeff# Acme\r\n\r\nx  \r\n'],
    ['| [NAME] |\n|---|\n| [Name] |\n', 'a|b', '| a\\|b |\n|---|\n| a\\|b |\n'],
    ['[x](https://y/[NAME])', 'a (b)', '[x](https://y/a%20%28b%29)'],
    ['<p>\n[NAME]\n</p>\n', 'a < b & c', '<p>\na &lt; b &amp; c\n</p>\n'],
    ['# [NAME]\n', 'two\nlines', '# two lines\n'],
    ['`[NAME]` [NAME] [OTHER]', 'x', '`[NAME]` x [OTHER]'],
    ['[NAME]', '', '[NAME]'],
    ['[NAME]', '$&', '$&'],
  ])('%j with %j', (markdown, value, expected) => {
    expect(fill(markdown, value)).toBe(expected);
  });

  it('shows the changed lines', () => {
    const markdown = 'x\r\n[NAME] and [NAME]\r\ny\n[NA\nME]';
    expect(
      previewFill(
        markdown,
        new Map([
          ['name', 'A'],
          ['na me', 'B'],
        ]),
      ),
    ).toEqual([
      {line: 2, before: '[NAME] and [NAME]', after: 'A and A'},
      {line: 4, before: '[NA\nME]', after: 'B'},
    ]);
  });
});

const piece = fc.constantFrom(
  ...[
    '[',
    ']',
    '(',
    ')',
    'NAME',
    'a b',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '# ',
    '`',
    '```\n',
    '|',
    '\\',
    '!',
    '<b>',
    '<!--',
    '-->',
    '&#91;',
    ':',
    '*',
    '$',
    '~"',
    '\r\n',
    '^',
    '<div>\n',
    '|---|\n',
  ],
);
const document = fc.array(piece, {maxLength: 60}).map(pieces => pieces.join(''));

describe('on any text', () => {
  it('the places are sorted, apart, and whole', () => {
    fc.assert(
      fc.property(document, markdown => {
        let end = 0;
        for (const place of findPlaceholders(markdown)) {
          expect(place.start).toBeGreaterThanOrEqual(end);
          expect(place.end).toBeGreaterThan(place.start + 1);
          expect(markdown.slice(place.start, place.end)).toMatch(/^(\[|\\\[|&).*(\]|;)$/s);
          end = place.end;
        }
      }),
      {numRuns: 1_000},
    );
  });

  it('filling changes nothing outside of the places', () => {
    fc.assert(
      fc.property(document, markdown => {
        const groups = groupPlaceholders(findPlaceholders(markdown));
        const filled = fillPlaceholders(markdown, new Map(groups.map(({key}) => [key, 'Q'])));
        const places = findPlaceholders(markdown).filter(({kind}) => kind !== 'prose');
        const rest = (text: string, ranges: readonly {start: number; end: number}[]) => {
          let result = '';
          let at = 0;
          for (const {start, end} of ranges) {
            result += `${text.slice(at, start)}\0`;
            at = end;
          }
          return result + text.slice(at);
        };
        let shift = 0;
        const after = places.map(({start, end}) => {
          const range = {start: start + shift, end: start + shift + 1};
          shift += 1 - (end - start);
          return range;
        });
        expect(rest(filled, after)).toBe(rest(markdown, places));
      }),
      {numRuns: 1_000},
    );
  });

  it('a paragraph of plain text at the end changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('[NAME]', 'text', '# ', '- ', '\n', '[a](b)', '*'), {maxLength: 40}),
        pieces => {
          const markdown = pieces.join('');
          const places = (text: string) => findPlaceholders(text).map(({start, end}) => [start, end]);
          expect(places(`${markdown}\n\nplain text\n`)).toEqual(places(markdown));
        },
      ),
    );
  });

  it.each([
    ['opening brackets', '['.repeat(1_000_000)],
    ['nested brackets', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['unfinished links', '[a]('.repeat(250_000)],
    ['backticks', '` `` ``` '.repeat(100_000)],
    ['tags', '<a '.repeat(300_000)],
  ])('a megabyte of %s comes to an end', (_name, markdown) => {
    expect(() => findPlaceholders(markdown)).not.toThrow();
  });
});

describe.skipIf(!hasShared)(`real documents${hasShared ? '' : ` (${withoutShared})`}`, () => {
  it('are judged as labelled: F1 at least 0.98, 97 % of them exactly', () => {
    interface Labelled {
      markdown: string;
      expected: {start: number; end: number; accept?: [number, number][]}[];
      ambiguous: {start: number; end: number}[];
    }
    const documents: Labelled[] = readShared('placeholders/real.jsonl')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
    let right = 0;
    let missed = 0;
    let wrong = 0;
    let exact = 0;
    for (const {markdown, expected, ambiguous} of documents) {
      const found = findPlaceholders(markdown).filter(({kind}) => kind !== 'prose');
      const isWanted = (place: {start: number; end: number}) =>
        expected.some(
          ({start, end, accept = []}) =>
            (place.start === start && place.end === end) ||
            accept.some(([from, to]) => place.start === from && place.end === to),
        );
      const hits = found.filter(isWanted).length;
      const false_ = found.filter(
        place => !isWanted(place) && !ambiguous.some(({start, end}) => place.start < end && start < place.end),
      ).length;
      right += hits;
      missed += expected.length - hits;
      wrong += false_;
      if (hits === expected.length && false_ === 0) exact += 1;
    }
    expect(documents.length).toBeGreaterThan(100);
    expect((2 * right) / (2 * right + missed + wrong)).toBeGreaterThanOrEqual(0.98);
    expect(exact / documents.length).toBeGreaterThanOrEqual(0.97);
  });
});
