import {groupKey} from '../../placeholders/index.ts';

/** A placeholder in the page as GitLab rendered it. */
export interface RenderedPlaceholder {
  /** Its group's key. */
  readonly key: string;
  readonly text: string;
  readonly range: Range;
}

const bracketed = /\[([^\][]{1,200})\]/g;
/** Places that are marked at most. */
const most = 300;

/** The README on a project's home, once GitLab has rendered it. */
export function renderedReadmes(page: Document): Element[] {
  return page.body.dataset.page === 'projects:show' ? [...page.querySelectorAll('.readme-holder')] : [];
}

/**
 * Where placeholders stand in what GitLab rendered. Nothing is touched: a range only points.
 *
 * @param keys those of the README's placeholders; other brackets are not looked at
 */
export function renderedPlaceholders(container: Element, keys: ReadonlySet<string>): RenderedPlaceholder[] {
  const page = container.ownerDocument;
  const walker = page.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const nodes: {readonly node: Text; readonly start: number}[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    if (node.parentElement?.closest('code, script, style')) {
      text += '\n';
      continue;
    }
    nodes.push({node, start: text.length});
    text += node.data;
  }
  const at = (offset: number) => {
    const found = nodes.findLast(({start}) => start <= offset);
    return found && ([found.node, Math.min(offset - found.start, found.node.length)] as const);
  };
  const placeholders: RenderedPlaceholder[] = [];
  for (const match of text.matchAll(bracketed)) {
    const [whole, inner = ''] = match;
    const key = groupKey(inner);
    const start = at(match.index);
    const end = at(match.index + whole.length - 1);
    if (!keys.has(key) || start === undefined || end === undefined) continue;
    const range = page.createRange();
    range.setStart(...start);
    range.setEnd(end[0], Math.min(end[1] + 1, end[0].length));
    placeholders.push({key, text: inner, range});
    if (placeholders.length === most) break;
  }
  return placeholders;
}
