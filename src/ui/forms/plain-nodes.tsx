import {type ComponentChildren, h} from 'preact';

/** Elements that are taken over, without any of their attributes. */
const plain: ReadonlySet<string> = new Set(
  'p ul ol li strong em b i del code pre blockquote table thead tbody tr th td br hr sub sup'.split(' '),
);
/** Elements whose content is not text for a reader. */
const dropped: ReadonlySet<string> = new Set('script style template iframe object embed svg math'.split(' '));

function nodesOf(parent: Node): ComponentChildren[] {
  return [...parent.childNodes].map((node, index): ComponentChildren => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    const name = node.nodeName.toLowerCase();
    if (dropped.has(name)) return null;
    const element = node as Element;
    if (name === 'input') return element.hasAttribute('checked') ? '☑ ' : '☐ ';
    if (name === 'img') return element.getAttribute('alt');
    const children = nodesOf(node);
    if (/^h[1-6]$/.test(name)) return h('p', {key: index, class: 'heading'}, children);
    if (name === 'a') return h('u', {key: index}, children);
    return plain.has(name) ? h(name, {key: index}, children) : children;
  });
}

/**
 * HTML as elements of our own: only what structures a text, no attributes, no links that could be followed, nothing that loads or
 * runs. It is parsed in a document that is never shown.
 */
export function plainNodes(html: string): ComponentChildren[] {
  return nodesOf(new DOMParser().parseFromString(html, 'text/html').body);
}
