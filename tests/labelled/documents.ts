/** A document and what is to be found in it. */
export interface LabelledDocument {
  readonly name: string;
  readonly markdown: string;
  /** UTF-16 offsets, `end` exclusive. */
  readonly expected: readonly {readonly start: number; readonly end: number}[];
}

/** A stretch of inline Markdown by the rule that it stands for; what a reader would see unfilled stands between « and ». */
const fragments: Readonly<Record<string, string>> = {
  capitals: 'Hello «[NAME]», welcome',
  'words in lower case': 'Hello «[your name]», welcome',
  'two in a line': 'From «[START]» to «[END]».',
  'a whole sentence': '«[Describe what the customer wants to achieve.]»',
  'punctuation inside': 'Ask «[NAME, TITLE / ROLE]» first',
  strong: 'Ask **«[NAME]»** first',
  'emphasis around more': 'Ask *the «[ROLE]» of the team* first',
  'strong inside': 'Ask «[**NAME**]» first',
  'code inside': 'Set «[the `NAME` of it]» first',
  struck: 'Not ~~«[NAME]»~~ any more',
  'a mention': 'Ask @«[USERNAME]» first',
  'a label that is open': 'See ~«[LABEL]» for it',
  'inside a word': 'pre«[MIDDLE]»post',
  'emoji before': '🎉🎉 «[NAME]» 🎉',
  accents: 'Für «[KUNDENNAME ÄÖÜ]» da',
  escaped: 'Ask «\\[NAME\\]» first',
  'numeric entities': 'Ask «&#91;NAME&#93;» first',
  'named entities': 'Ask «&lsqb;NAME&rsqb;» first',
  nested: 'Ask «[NAME [or TITLE]]» first',
  'double brackets': 'Ask «[[CUSTOMER]]» first',
  'a reference without definition': 'Ask «[NAME]»«[other]» first',
  'an empty reference without definition': 'Ask «[NAME]»[] first',
  'in an address': 'See [the docs](https://e.example/«[TENANT]»/x) first',
  'an address of its own': 'See [the docs](«[LINK]») first',
  'in an address in angles': 'See [the docs](<https://e.example/«[TENANT ID]»>) first',
  'in a picture’s address': 'See ![the logo](https://e.example/«[TENANT]».png) first',
  'between tags': 'Ask <b>«[NAME]»</b> first',
  'beside an attribute': 'Ask <span title="[NOT THIS]">«[NAME]»</span> first',
  'beside a link': 'Ask «[NAME]» or see [the docs](https://e.example) first',
  'beside code': 'Ask «[NAME]», not `[NOT THIS]`, first',
  'beside a task word': 'An [x](https://e.example) for «[NAME]»',
  'before a colon': 'Ask «[NAME]»: he knows',
  'before parentheses with blanks': 'Ask «[NAME]» (or somebody else) first',

  'no brackets': 'Nothing to fill in here.',
  code: 'Set `[NAME]` first',
  'code with ticks': 'Set ``[NAME] ` [OTHER]`` first',
  'a link': 'See [the docs](https://e.example) first',
  'a link with a title': 'See [the docs](https://e.example "a [TITLE]") first',
  'a link with balanced parentheses': 'See [the docs](https://e.example/a_(b)) first',
  'a picture': 'See ![the logo](https://e.example/a.png) first',
  'a badge': 'See [![the logo](https://e.example/a.png)](https://e.example) first',
  'a reference': 'See [the docs][known] first',
  'a collapsed reference': 'See [known][] first',
  'a shortcut reference': 'See [known] first',
  'a reference in other case': 'See [Known] first',
  'a footnote': 'It is so.[^known]',
  'an issue': 'See [issue:123] first',
  'an epic of a group': 'See [epic:group/12] first',
  'a work item': 'See [work_item:5] first',
  'a contact': 'Ask [contact:a@b.example] first',
  'a quoted label': 'See ~"[EXTERNAL] x" first',
  'a quoted milestone': 'See %"[Q1] plan" first',
  'an inline addition': 'It is [+ added +] now',
  'an inline removal': 'It was [- removed -] then',
  math: 'So $`a[1]`$ is it',
  'a comment': 'Hello <!-- [NAME] --> there',
  'a wiki link with text': 'See [[the page|the-slug]] first',
  'an attribute': 'See <a href="https://e.example/[NOT]">this</a> first',

  sic: 'As they say [sic] today',
  'an omission': 'He said […] and left',
  'three dots': 'He said [...] and left',
  'a number': 'It is known [1] by now',
  numbers: 'It is known [1, 2] by now',
  'a version': 'Since [v1.2.3] it is so',
  optional: 'A name [optional] of it',
  'a key': 'Press [Ctrl+C] then',
  'an interval': 'It lies in [0, 1] always',
};

/** Where a fragment stands, by what is before and behind it. */
const contexts: Readonly<Record<string, (text: string) => string>> = {
  'a paragraph': text => `${text}\n`,
  'a paragraph between others': text => `Before.\n\n${text}\n\nBehind.\n`,
  'a heading': text => `## ${text}\n\nWords.\n`,
  'an underlined heading': text => `${text}\n===\n`,
  'a list': text => `- one\n- ${text}\n- three\n`,
  'a numbered list': text => `1. ${text}\n2. two\n`,
  'a list in a list': text => `- one\n  - ${text}\n`,
  'a task': text => `- [ ] ${text}\n- [x] done\n`,
  'a done task': text => `* [x] ${text}\n`,
  'a task that is not applicable': text => `- [~] ${text}\n`,
  'a quote': text => `> ${text}\n`,
  'an alert': text => `> [!note]\n> ${text}\n`,
  'a table': text => `| one | two |\n| --- | --- |\n| ${text} | words |\n`,
  'a table’s head': text => `| ${text} | two |\n|---|:-:|\n| one | words |\n`,
  'HTML around': text => `<div>\n\n${text}\n\n</div>\n`,
  'after front matter': text => `---\ntitle: [NOT THIS]\n---\n\n${text}\n`,
  'after a contents list': text => `[[_TOC_]]\n\n${text}\n`,
  'after fenced code': text => `\`\`\`yaml\nlabels: [NOT, THIS]\n\`\`\`\n\n${text}\n`,
  'after indented code': text => `Words.\n\n    [NOT THIS]\n\n${text}\n`,
  'after a comment': text => `<!--\n[NOT THIS]\n-->\n\n${text}\n`,
  'after math': text => `\`\`\`math\na[1]\n\`\`\`\n\n${text}\n`,
  'with Windows’ line ends': text => `# Title\r\n\r\n${text}\r\n`,
  'after a byte order mark': text => `\ufeff${text}\n`,
};

/** What the references in the fragments lead to. */
const definitions = '\n[known]: https://e.example "Title"\n[^known]: A footnote with words.\n';

function labelled(name: string, marked: string): LabelledDocument {
  const expected: {start: number; end: number}[] = [];
  let markdown = '';
  for (const part of marked.split(/([«»])/)) {
    if (part === '«') expected.push({start: markdown.length, end: -1});
    else if (part === '»') {
      const last = expected.at(-1);
      if (last) last.end = markdown.length;
    } else markdown += part;
  }
  return {name, markdown, expected};
}

/** Every rule in every place: each fragment in each context. */
export const labelledDocuments: readonly LabelledDocument[] = Object.entries(fragments).flatMap(([rule, fragment]) =>
  Object.entries(contexts)
    // A bar ends a table's cell.
    .filter(([place]) => !(fragment.includes('|') && place.startsWith('a table')))
    .map(([place, inContext]) => labelled(`${rule}, in ${place}`, `${inContext(fragment)}${definitions}`)),
);

/** How well a finder does on documents. */
export interface Score {
  readonly documents: number;
  readonly placeholders: number;
  readonly precision: number;
  readonly recall: number;
  /** Share of the documents in which everything is found and nothing else. */
  readonly exact: number;
  /** Names of the others. */
  readonly wrong: readonly string[];
}

type Spans = readonly {readonly start: number; readonly end: number}[];

/** @param find what is found in a text, without what is probably prose */
export function score(
  documents: readonly (LabelledDocument & {readonly ambiguous?: Spans})[],
  find: (markdown: string) => Spans,
): Score {
  let expectedCount = 0;
  let foundCount = 0;
  let right = 0;
  const wrong: string[] = [];
  for (const {name, markdown, expected, ambiguous = []} of documents) {
    const isIn = (spans: Spans, {start, end}: Spans[number]) =>
      spans.some(span => span.end === end && (span.start === start || span.start + 1 === start));
    const overlaps = ({start, end}: Spans[number]) => ambiguous.some(span => span.start < end && start < span.end);
    const found = find(markdown).filter(span => isIn(expected, span) || !overlaps(span));
    const hits = found.filter(span => isIn(expected, span)).length;
    expectedCount += expected.length;
    foundCount += found.length;
    right += hits;
    if (hits !== expected.length || hits !== found.length) wrong.push(name);
  }
  return {
    documents: documents.length,
    placeholders: expectedCount,
    precision: foundCount === 0 ? 1 : right / foundCount,
    recall: expectedCount === 0 ? 1 : right / expectedCount,
    exact: 1 - wrong.length / documents.length,
    wrong,
  };
}
