/** What a line of Markdown begins with: a quote, a heading, an item of a list, a task. */
const opening = /^\s*(?:>\s?)*(?:#{1,6}\s+|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?/;

/** The row below the heads of a table, and a rule. */
const ruler = /^[\s|:=*_-]*$/;

/** A link or a picture; the text may hold a bracketed text. One whose address holds a bracketed text stays. */
const link = /!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\((?:<[^<>[\]]*>|[^()\s[\]]*)(?:\s+(?:"[^"]*"|'[^']*'))?\)/g;

/** Marks around words, the longer ones first. Inside of a word an underscore is none. */
const marks = [
  /(?<!\\)(\*\*|~~)(?=\S)(.*?\S)\1/g,
  /(?<!\w)(__)(?=\S)(.*?\S)\1(?!\w)/g,
  /(?<!\\)(\*)(?=\S)([^*]*[^*\s])\1/g,
  /(?<!\w)(_)(?=\S)([^_]*[^_\s])\1(?!\w)/g,
  /(`+)([^`]+)\1/g,
];

/** A tag of HTML, in small letters as everybody writes it: `<CUSTOMER>` may be a placeholder. */
const tag = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|<!--.*?-->/g;

const escaped = /\\(?=[!-/:-@[-`{-~])/g;

function cellsOf(line: string): string {
  if (!/^\s*\|.*\|\s*$/.test(line)) return line;
  const cells = line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/);
  return cells
    .map(cell => cell.trim())
    .filter(Boolean)
    .join(' · ');
}

/**
 * A line of Markdown as a reader of the page sees its words, on one line: no marks, no addresses of links. It is shown beside a field, and
 * stands for nothing else. Of a line that holds nothing but marks, nothing.
 */
export function plainContext(line: string): string {
  if (ruler.test(line)) return '';
  let words = cellsOf(line.replace(opening, '').replace(/\s+#+\s*$/, ''))
    .replace(link, '$1')
    // A picture within a link.
    .replace(link, '$1')
    .replace(tag, ' ');
  for (const mark of marks) words = words.replace(mark, '$2');
  return words.replace(escaped, '').replace(/\s+/g, ' ').trim();
}
