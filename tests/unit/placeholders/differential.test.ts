import {describe, expect, it} from 'vitest';
import {differences} from '../../differential/classes.ts';
import {agrees, compared} from '../../differential/compare.ts';
import {randomDocument, shrunk, specified} from '../../differential/documents.ts';

/** The smallest documents whose difference has no name, and how many have each of the others. */
function differing(documents: readonly string[]) {
  const unnamed: unknown[] = [];
  const counts: Record<string, number> = {};
  for (const markdown of documents) {
    if (agrees(markdown)) continue;
    const smallest = shrunk(markdown, text => !agrees(text));
    const name = differences.find(({is}) => is(smallest))?.name;
    if (name === undefined) unnamed.push({smallest, ...compared(smallest)});
    else counts[name] = (counts[name] ?? 0) + 1;
  }
  return {unnamed, counts};
}

describe('what is found is what GitLab’s own parser and filters show in brackets', () => {
  it('in the examples of CommonMark’s specification, in several places each', () => {
    expect(specified.length).toBeGreaterThan(2_500);
    // More of one are a fault of the finder’s that looks like it.
    expect(differing(specified)).toEqual({
      unnamed: [],
      counts: {
        'a bracket alone in an address in angles': 8,
        'a definition whose address GitLab refuses, or a table in its place': 1,
        'a link or label over two lines of a quote': 1,
        'an element, tag or comment that does not end in its block': 9,
        'an entity that is not known by name': 3,
        'an escape or an angle in an address with blanks': 4,
        'GitLab’s own syntax in a bare address': 1,
      },
    });
  });

  it('in random documents', () => {
    expect(differing(Array.from({length: 1_000}, (_, seed) => randomDocument(seed + 1)))).toEqual({
      unnamed: [],
      counts: {
        'a definition whose address GitLab refuses, or a table in its place': 1,
        'a description list': 1,
        'a footnote that refers to itself, or that only HTML, code or an address refers to': 4,
        'a label or milestone that may not exist': 11,
        'an address in a pair of brackets': 3,
        'an element, tag or comment that does not end in its block': 13,
        'code behind the rows of a table': 3,
        'GitLab’s own syntax in a bare address': 6,
      },
    });
  });

  it.each(differences.map(({name, example, is}) => [name, example, is] as const))(
    'but for %s',
    (_name, example, is) => {
      expect(agrees(example)).toBe(false);
      expect(is(example)).toBe(true);
    },
  );

  it.each([
    ['an address in angles', '<https://e.com/[TENANT]>'],
    ['its host', '<https://[TENANT].example/>'],
    ['a mail address in angles', '<mailto:[MAIL]>'],
    ['a bare address', 'see https://e.com/[TENANT] and www.[TENANT].example'],
    ['a link in a cell of HTML', '<table>\n<td>[Site](https://x)</td>\n</table>'],
    ['a picture in HTML', '<div align="center">\n![Logo](l.png)\n</div>'],
    ['a link in HTML that is code', '<pre>\n[a](b)\n</pre>'],
    ['a link with blanks in its address', '[CUSTOMER](see notes) ![LOGO](a b.png "title")'],
    ['a link with an address that is one without it', '[CUSTOMER](https://x.y z)'],
    ['an escaped bracket before an address', '\\[CUSTOMER](notes)'],
    ['a footnote that nothing refers to', '[^1]: [X]'],
    ['a footnote that something refers to', 'a[^1]\n\n[^1]: [X]\n\n    [Y]\n\n[^2]: [Z]'],
    ['a footnote below a paragraph', 'a[^b]\n[^b]: [X]\n'],
    ['a wiki link', '[[Meeting notes]] [[a|B]] [[a\nb]]'],
    ['a wiki link in capitals', '[[CUSTOMER NAME]]'],
    ['a picture of brackets', '![[notes]]'],
    ['alternative text', '![[CUSTOMER] logo](l.png)'],
    ['code, keys and preformatted text in HTML', '<code>[X]</code> <kbd>[Y]</kbd> [Z]\n\n<pre>\n[A]\n</pre>\n\n[B]'],
    ['a fence of front matter with a blank before', ' ---\na: [X]\n---\n'],
    ['front matter below an empty line', '\n---\na: [X]\n---\n[Y]'],
    ['front matter with another end', '---\na: [X]\n+++\n[Y]'],
    ['a table of contents', '[TOC]\n\n> [toc]\n\n[[_TOC_]]\n'],
    ['a table of contents in a list and a heading', '- [TOC]\n\n# [TOC]\n'],
    ['an address that is none', '[link](url ((title))'],
    ['a reference in a text in brackets', '[a *b [c][ref]*]\n\n[ref]: /x'],
    ['a link in a text in brackets', '[see [a](/b)]'],
    ['a tag that is none', '[<your name?>] [<b>NAME</b>] [NAME<!-- a -->]'],
    ['an inline diff with brackets', '[- [X] -] [+ [Y] +] [+ a +] [-A]-]'],
    ['an alert without a blank', '>[!note]\n> [X]'],
    ['another letter in a task box', '- [y] a\n- [~] b'],
  ])('in %s', (_name, markdown) => {
    const {found, seen} = compared(markdown);
    expect(found).toEqual(seen);
    expect(
      differences.filter(({is}) => is(markdown)),
      'it would be excused',
    ).toEqual([]);
  });
});
