import {type ComponentChildren, h} from 'preact';

/** Elements that are taken over, without any of their attributes. */
const plain: ReadonlySet<string> = new Set(
  'p ul ol li strong em b i del code pre blockquote table thead tbody tr th td dl dt dd br hr sub sup'.split(' '),
);
/** Elements whose content is not text for a reader. */
const dropped: ReadonlySet<string> = new Set('script style template iframe object embed svg math'.split(' '));

/** What is shown of a text. */
type ShowText = (text: string) => ComponentChildren;

function nodesOf(parent: Node, show: ShowText): ComponentChildren[] {
  return [...parent.childNodes].map((node, index): ComponentChildren => {
    if (node.nodeType === Node.TEXT_NODE) return show(node.textContent ?? '');
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    const name = node.nodeName.toLowerCase();
    if (dropped.has(name)) return null;
    const element = node as Element;
    if (name === 'input') return element.hasAttribute('checked') ? '☑ ' : '☐ ';
    if (name === 'img') return show(element.getAttribute('alt') ?? '');
    const children = nodesOf(node, show);
    if (/^h[1-6]$/.test(name)) return h('p', {key: index, class: `heading level-${name.slice(1)}`}, children);
    if (name === 'a') return h('u', {key: index}, children);
    // A note, a tip, a warning: `> [!note]`.
    if (element.classList.contains('markdown-alert')) return h('blockquote', {key: index}, children);
    return plain.has(name) ? h(name, {key: index}, children) : children;
  });
}

/**
 * HTML as elements of our own: only what structures a text, no attributes, no links that could be followed, nothing that loads or
 * runs. It is parsed in a document that is never shown.
 *
 * @param show gives what is shown of its texts; by default, just them
 */
export function plainNodes(html: string, show: ShowText = text => text): ComponentChildren[] {
  return nodesOf(new DOMParser().parseFromString(html, 'text/html').body, show);
}
