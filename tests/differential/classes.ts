import {agrees} from './compare.ts';

/** A way in which what is found differs from what GitLab shows, on purpose or because nobody writes it. */
export interface Difference {
  readonly name: string;
  readonly why: string;
  /** A document that differs in this way. */
  readonly example: string;
  /** Whether the smallest document with the difference is one of these. */
  readonly is: (markdown: string) => boolean;
}

/** Whether an element of such a name begins and does not end. */
const isOpen = (markdown: string, name: string) =>
  new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'i').test(markdown) && !markdown.includes(`</${name}>`);

/** Whether an element ends that did not begin before. */
const hasStrayEnd = (markdown: string) =>
  [...markdown.matchAll(/<\/([a-z]+)>/gi)].some(
    ({1: name, index}) => !new RegExp(`<${name}[\\s>]`, 'i').test(markdown.slice(0, index)),
  );

/** Whether one of an address's brackets has no other in it. */
const isUneven = (address: string) => address.replaceAll('[', '').length !== address.replaceAll(']', '').length;

/** The differences that are known, each as narrow as what the smallest documents look like. The smallest document of any other fails the test. */
export const differences: readonly Difference[] = [
  {
    name: 'a footnote that refers to itself, or that only HTML, code or an address refers to',
    why: 'its label stands there more than once, so it counts as referred to; nobody means that',
    example: '[^1]: [^1]: [X]',
    is: markdown =>
      /\[\^([^\]\s]+)\]:\S*\s*\[\^\1\]/.test(markdown) ||
      /(?:<[a-z]+>\n?|:\/\/|`)\[\^([^\]\s]+)\]`*\n+\[\^\1\]:/.test(markdown),
  },
  {
    name: 'a label or milestone that may not exist',
    why: 'GitLab makes one of ~"[X]" only where the label exists, which the text does not tell; found as plain text in HTML',
    example: '<div>\n~"[X]"\n</div>',
    is: markdown => /[~%]"[^"\n]*[[\]]|\[[~%]"/.test(markdown),
  },
  {
    name: 'an element, tag or comment that does not end in its block',
    why: 'browsers let it reach into the blocks behind, and end a section of characters early; what comes behind is found',
    example: '<code>[X]',
    is: markdown =>
      /<!\[CDATA\[|<(?:[a-z/!?][^<>]*|!--(?:(?!-->)[\s\S])*)(?:<|$)/i.test(markdown) ||
      /\[[^\]\n]*<(?:div|script|style|textarea)\b/.test(markdown) ||
      isOpen(markdown, 'script') ||
      // Where it ends they agree.
      ['code', 'kbd', 'pre'].some(name => isOpen(markdown, name) && agrees(`${markdown}</${name}>`)),
  },
  {
    name: 'the end of an element that does not begin',
    why: 'browsers make a paragraph or a break of some; the pair around it is found',
    example: '[a</p>b]',
    is: hasStrayEnd,
  },
  {
    name: 'a bracket alone in an address in angles',
    why: 'it pairs with one outside of it for the eye; an address is read for itself',
    example: '[<ab:]>',
    is: markdown => [...markdown.matchAll(/<[^\s<>]*[:@][^\s<>]*>/g)].some(([address]) => isUneven(address)),
  },
  {
    name: 'GitLab’s own syntax in a bare address',
    why: 'what stands in an address is read as it is',
    example: 'https://e.com/[+x y+]',
    is: markdown => /:\/\/\S*(?:\[\[|[[{][+-]|\[issue:|\]\[ref\])/.test(markdown),
  },
  {
    name: 'a description list',
    why: 'it divides paragraphs and holds code; for the finder it is text',
    example: '[TOC]\n\n: x',
    is: markdown => /^\s*:[ \t]/m.test(markdown),
  },
  {
    name: 'a definition whose address GitLab refuses, or a table in its place',
    why: 'a parenthesis alone or a row of bars',
    example: '[X]: (',
    is: markdown => /^[ \t>]*\[[^\]]+\]:[ \t]*(?:[()|`>]|\[[^\]^]+\]:)/m.test(markdown),
  },
  {
    name: 'an entity that is not known by name',
    why: 'the text reads differently, the place is the same',
    example: '[&uml;]',
    is: markdown => /&(?!#9[13];)#?\w+;|&#9[13](?!;)|\[issue:\[/.test(markdown),
  },
  {
    name: 'an address in a pair of brackets',
    why: 'the pair is filled in as a whole, the address with it; a pair that says nothing is none',
    example: '[see [a](/[X])]',
    is: markdown => /(?:\[|&#91;)[^[\n]*[[\]][^\n]*\]\([^)\n]*\[/.test(markdown) || /&#91;\[\]\(\[/.test(markdown),
  },
  {
    name: 'a link or label over two lines of a quote',
    why: 'the mark of the second line stands between',
    example: '>[k](i\n>"")',
    is: markdown => /^>[^\n]*[[(][^\])\n]*\n>/m.test(markdown),
  },
  {
    name: 'a wiki link with an address behind it, or in brackets',
    why: '`[[NAME]](address)` is filled in as the text of a link; the text of a wiki link in a pair is read with its page',
    example: '&#91;[[a|b]]&#93;',
    is: markdown =>
      /\]\]\(|(?:\[|&#91;)(?:[^\]\n]*|\])\[\[[^\]\n]*\||\[\[issue:/.test(markdown) ||
      /\][\s\S]*<[a-z]+>\n\[\[/.test(markdown),
  },
  {
    name: 'an escape or an angle in an address with blanks',
    why: 'GitLab reads such a text twice',
    example: '[k](<\\>)',
    is: markdown => /\]\(<[^>\n]*\\|\\\[[^\n]*\]\(\S*:\/\//.test(markdown),
  },
  {
    name: 'an inline diff over marks',
    why: 'GitLab knows one only within plain text; the finder wherever a line holds its beginning and end',
    example: '[+ **a** +]',
    is: markdown => /\[[+-][^\]\n]*[*_`~][^\n]*[+-]\]/.test(markdown),
  },
  {
    name: 'code behind the rows of a table',
    why: 'its indentation is a row for the finder',
    example: 'a||\n-|-\nb\n    [Z]',
    is: markdown => /^-\|-$/m.test(markdown),
  },
  {
    name: 'marks of emphasis or code in an address with blanks',
    why: 'they divide the text, and GitLab makes no link of it; seen or not, it is the text of a link to whoever wrote it',
    example: '[_A_](b c)',
    is: markdown => /[*_`~$][^\n]*\]\([^)\n]* |\]\([^)\n]* [^)\n]*[*_`~$]/.test(markdown),
  },
];
