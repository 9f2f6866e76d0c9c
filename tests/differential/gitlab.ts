import {markdownToHTML, type Options} from 'comrak';
import {parseFragment, type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree} from 'parse5';
import {gitlabMarkdown} from '../../sandbox/pages/markdown.ts';

/**
 * What a reader of GitLab sees in brackets: comrak, which is GitLab's parser, with GitLab's options, and a small model of the
 * filters that change what stands in brackets. Source: `glfm_markdown.rb`, `gfm_pipeline.rb` and the filters named below.
 *
 * Relaxed task boxes are left out, because GitLab takes only `[~]` beside the usual ones, and writes any other letter as it is;
 * escaped characters get no element of their own, because GitLab gives them one only where a reference could begin.
 */
const options: Options = {...gitlabMarkdown, render: {...gitlabMarkdown.render, unsafe: true}};

const delimiter = String.raw`(?:---|\+\+\+|;;;)`;
/** `front_matter.rb` */
const frontMatter = new RegExp(
  String.raw`^([^\r\n]*coding:[^\r\n]*(?:\r\n|\n|\r))?(\s*)(?<![^\n])${delimiter}[ \t]*\S*(?:\r\n|\n|\r)[\s\S]*?(?<![^\n])(?:${delimiter}|\.{3})[^\S\r\n]*(?:\r\n|\n|\r|$)`,
);

function render(markdown: string): string {
  return markdownToHTML(markdown, options);
}

/** `normalize_source_filter.rb`, `front_matter_filter.rb` (it becomes code) and `include_filter.rb` (another file's text). */
function prepared(markdown: string): string {
  return markdown
    .replace(/^\ufeff/, '')
    .replace(frontMatter, '$2```\n```\n')
    .replace(/^::include\{file=.{1,1024}\}(?=[\r\n]|$)/gm, '');
}

const isWiki = (node: Tree.Node) => tree.isElementNode(node) && node.attrs.some(({name}) => name === 'data-wikilink');
const isMath = (node: Tree.Node) => tree.isElementNode(node) && node.attrs.some(({name}) => name === 'data-math-style');

function* texts(parent: Tree.ParentNode, isLeftOut: (element: Tree.Element) => boolean): Generator<Tree.TextNode> {
  for (const node of [...parent.childNodes]) {
    if (tree.isTextNode(node)) yield node;
    else if (tree.isElementNode(node) && !isLeftOut(node)) yield* texts(node, isLeftOut);
  }
}

function replace(node: Tree.TextNode, others: readonly Tree.ChildNode[]): void {
  const {parentNode} = node;
  if (!parentNode) return;
  for (const other of [...others]) {
    tree.detachNode(other);
    tree.insertBefore(parentNode, other, node);
  }
  tree.detachNode(node);
}

const named = (pattern: RegExp) => (element: Tree.Element) => pattern.test(element.tagName);

/** `spaced_link_filter.rb`: a text that looks like a link or picture is read as Markdown, its blanks encoded. */
function linkSpaced(document: Tree.DocumentFragment): void {
  const pattern = /(!)?\[(.+?)\]\((.+?)( ".+?")?\)/g;
  const isLeftOut = (element: Tree.Element) =>
    /^(a|code|kbd|pre|script|style)$/.test(element.tagName) || (element.tagName === 'span' && isMath(element));
  for (const node of [...texts(document, isLeftOut)]) {
    const parts: Tree.ChildNode[] = [];
    let at = 0;
    for (const {0: whole, 1: mark = '', 2: text, 3: address = '', 4: title = '', index} of node.value.matchAll(
      pattern,
    )) {
      const read = parseFragment(render(`${mark}[${text}](${address.replaceAll(' ', '%20')}${title})`));
      const paragraph = read.childNodes.find(child => child.nodeName === 'p');
      parts.push(plain(node.value.slice(at, index)));
      parts.push(...(paragraph && tree.isElementNode(paragraph) ? paragraph : read).childNodes);
      at = index + whole.length;
    }
    if (parts.length > 0) replace(node, [...parts, plain(node.value.slice(at))]);
  }
}

function plain(value: string): Tree.TextNode {
  return {nodeName: '#text', parentNode: null, value};
}

/** `table_of_contents_tag_filter.rb` */
function takeContents(document: Tree.DocumentFragment): void {
  for (const node of [...texts(document, () => false)]) {
    const parent = node.parentNode;
    if (parent?.nodeName !== 'p' || parent.childNodes.length !== 1) continue;
    if (node.value.trim().toLowerCase() === '[toc]') tree.detachNode(node);
  }
}

/** `inline_diff_filter.rb` */
function showDiffs(document: Tree.DocumentFragment): void {
  for (const node of texts(document, named(/^(pre|code|tt)$/))) {
    node.value = node.value
      .replace(/\[-(.*?)-\]|\{-(.*?)-\}/g, (_, one = '', other = '') => one + other)
      .replace(/\[\+(.*?)\+\]|\{\+(.*?)\+\}/g, (_, one = '', other = '') => one + other);
  }
}

/** Task boxes that do not apply, which the npm build does not know, and references to what may or may not exist. */
function takeReferences(document: Tree.DocumentFragment): void {
  for (const node of texts(document, named(/^(pre|code|tt)$/))) {
    const parent = node.parentNode;
    const item = parent?.nodeName === 'p' ? parent.parentNode : parent;
    const isFirst =
      parent?.childNodes[0] === node && (parent === item || item?.childNodes.find(tree.isElementNode) === parent);
    if (isFirst && item?.nodeName === 'li') node.value = node.value.replace(/^\s*\[~\](?=\s|$)/, '');
    if (/^t[dh]$/.test(parent?.nodeName ?? '') && parent?.childNodes.length === 1) {
      node.value = node.value.replace(/^\s*\[~\]\s*$/, '');
    }
    node.value = node.value
      .replace(/(?<!\w)[~%]"[^"\n]{1,300}"/g, '')
      .replace(/\[(issue|work_item|epic|cadence|vulnerability|feature_flag|contact|wiki_page):[^\s[\]]+\]/g, '');
  }
}

const block =
  /^(address|article|aside|blockquote|center|details|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** Between blocks. */
const apart = '\u2029';
/** Brackets that are no reader's: those of code. */
const inCode = (text: string) => text.replaceAll('[', '\ue000').replaceAll(']', '\ue001');

/** Whether a wiki link's page looks like something to fill in: capitals only. */
const isCapitals = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && text !== '_TOC_';

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

interface Seen {
  text: string;
  readonly addresses: string[];
}

function look(parent: Tree.ParentNode, seen: Seen, isCode: boolean): void {
  for (const node of parent.childNodes) {
    if (tree.isTextNode(node)) seen.text += isCode ? inCode(node.value) : node.value;
    if (!tree.isElementNode(node) || /^(script|style)$/.test(node.tagName)) continue;
    const attribute = (name: string) => node.attrs.find(other => other.name === name)?.value;
    const address = decoded(attribute('href') ?? attribute('src') ?? '');
    const before = seen.text.length;
    if (block.test(node.tagName)) seen.text += apart;
    seen.text += attribute('alt') ?? '';
    look(node, seen, isCode || /^(pre|code|kbd)$/.test(node.tagName) || isMath(node));
    if (block.test(node.tagName)) seen.text += apart;
    const own = seen.text.slice(before);
    if (isWiki(node)) {
      const isOpen = isCapitals(own) && address === own;
      seen.text = seen.text.slice(0, before) + (isOpen ? `[[${own}]]` : inCode(own));
    } else if (!address.endsWith(own) || own === '') seen.addresses.push(address);
  }
}

/** The outermost pairs of brackets in a text, what stands between them. */
function pairsIn(text: string): string[] {
  const open: number[] = [];
  const pairs: {start: number; end: number}[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '[') open.push(at);
    if (text[at] !== ']') continue;
    const start = open.pop();
    if (start === undefined) continue;
    while ((pairs.at(-1)?.start ?? -1) > start) pairs.pop();
    pairs.push({start, end: at});
  }
  return pairs.map(({start, end}) => text.slice(start + 1, end));
}

/** What is in brackets for a reader, and in the addresses of links and pictures. */
export interface InBrackets {
  readonly texts: readonly string[];
  readonly addresses: readonly string[];
}

export function seenInGitLab(markdown: string): InBrackets {
  const document = parseFragment(render(prepared(markdown)));
  linkSpaced(document);
  takeContents(document);
  showDiffs(document);
  takeReferences(document);
  const seen: Seen = {text: '', addresses: []};
  look(document, seen, false);
  return {
    texts: seen.text.split(apart).flatMap(pairsIn),
    addresses: seen.addresses.flatMap(pairsIn),
  };
}
