/** A way in which what is found differs from what GitLab shows, on purpose or because nobody writes it. */
export interface Difference {
  readonly name: string;
  readonly why: string;
  /** A document that differs in this way. */
  readonly example: string;
  /** Whether the smallest document with the difference is one of these. */
  readonly is: (markdown: string) => boolean;
}

/** The differences that are known. The smallest document of any other fails the test. */
export const differences: readonly Difference[] = [
  {
    name: 'a footnote that is defined twice',
    why: 'its label stands there more than once, so it counts as referred to; nobody means that',
    example: '[^1]: [^1]: [X]',
    is: markdown => /\[\^([^\]\s]+)\][\s\S]*\[\^\1\]/.test(markdown),
  },
  {
    name: 'a label or milestone that may not exist',
    why: 'GitLab makes one of ~"[X]" only where the label exists, which the text does not tell; found as plain text in HTML',
    example: '<div>\n~"[X]"\n</div>',
    is: markdown => /[~%]"/.test(markdown),
  },
  {
    name: 'an element, tag or comment that does not end in its block',
    why: 'browsers let it reach into the blocks behind, and end a section of characters early; what comes behind is found',
    example: '<code>[X]',
    is: markdown =>
      /<!\[CDATA\[|<(?:[a-z/!?][^<>]*|!--(?:(?!-->)[\s\S])*)(?:<|$)/i.test(markdown) ||
      [...markdown.matchAll(/<([a-z]+)[^<>]*>/gi)].some(([, name]) => !markdown.includes(`</${name}>`)),
  },
  {
    name: 'the end of an element that does not begin',
    why: 'browsers make a paragraph or a break of some; the pair around it is found',
    example: '[a</p>b]',
    is: markdown => /<\/[a-z]+>/i.test(markdown),
  },
  {
    name: 'a bracket alone in an address in angles',
    why: 'it pairs with one outside of it for the eye; an address is read for itself',
    example: '[<ab:]>',
    is: markdown => /<[^\s<>]*[:@][^\s<>]*>/.test(markdown),
  },
  {
    name: 'GitLab’s own syntax in a bare address',
    why: 'what stands in an address is read as it is',
    example: 'https://e.com/[+x y+]',
    is: markdown => /:\/\/\S*\[/.test(markdown),
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
    is: markdown => /^[ \t>]*\[[^\]]+\]:/m.test(markdown),
  },
  {
    name: 'an entity that is not known by name',
    why: 'the text reads differently, the place is the same',
    example: '[&uml;]',
    is: markdown => /&#?\w+;/.test(markdown),
  },
  {
    name: 'an address in a pair of brackets',
    why: 'the pair is filled in as a whole, the address with it; a pair that says nothing is none',
    example: '[see [a](/[X])]',
    is: markdown => /\]\([^)]*\[[^)]*\)/.test(markdown),
  },
  {
    name: 'a link or label over two lines of a quote',
    why: 'the mark of the second line stands between',
    example: '>[k](i\n>"")',
    is: markdown => /^>.*\n>/m.test(markdown),
  },
  {
    name: 'a wiki link with an address behind it, or in brackets',
    why: '`[[NAME]](address)` is filled in as the text of a link; the text of a wiki link in a pair is read with its page',
    example: '&#91;[[a|b]]&#93;',
    is: markdown => /\[\[/.test(markdown),
  },
  {
    name: 'an escape or an angle in an address with blanks',
    why: 'GitLab reads such a text twice',
    example: '[k](<\\>)',
    is: markdown => /\]\([^)\n]*[\\<]|\]\([^)\n]*\[ |\\[[\]].*\]\(/.test(markdown),
  },
  {
    name: 'an inline diff over marks',
    why: 'GitLab knows one only within plain text; the finder wherever a line holds its beginning and end',
    example: '[+ **a** +]',
    is: markdown => /\[[+-]/.test(markdown),
  },
  {
    name: 'code behind the rows of a table',
    why: 'its indentation is a row for the finder',
    example: 'a||\n-|-\nb\n    [Z]',
    is: markdown => /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|/m.test(markdown) || /\|-|-\|/.test(markdown),
  },
  {
    name: 'marks of emphasis or code in an address with blanks',
    why: 'they divide the text, and GitLab makes no link of it; seen or not, it is the text of a link to whoever wrote it',
    example: '[_A_](b c)',
    is: markdown => /\]\([^)\n]*[*_`~$]|[*_`~$][^\n]*\]\(/.test(markdown),
  },
];
