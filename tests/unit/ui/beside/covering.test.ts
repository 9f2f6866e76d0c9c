// @vitest-environment happy-dom
import {afterEach, expect, it} from 'vitest';
import {coveringElement} from '../../../../src/ui/beside/covering.ts';

afterEach(() => document.body.replaceChildren());

/** Lets every element lie there. */
function lie(box: DOMRect): void {
  for (const element of document.body.querySelectorAll('*')) element.getBoundingClientRect = () => box;
}

const atTheEdge = new DOMRect(880, 0, 400, 800);

it.each([
  ['<aside class="gl-drawer gl-drawer-default"></aside>', true],
  ['<aside class="gl-drawer gl-drawer-leave-active"></aside>', false],
  ['<div class="gl-drawer-header"></div>', false],
  ['<div id="contextual-panel-portal"><div class="vue-portal-target"></div></div>', true],
  ['<div id="contextual-panel-portal"></div>', false],
  ['<div class="paneled-view js-paneled-view"></div>', false],
  ['<aside id="ai-panel-portal" class="ai-panel"></aside>', true],
  ['<aside class="right-sidebar right-sidebar-expanded"></aside>', false],
])('%s is in the panel’s place: %s', (html, isThere) => {
  document.body.innerHTML = html;
  lie(atTheEdge);
  expect(coveringElement(document, 900) !== undefined).toBe(isThere);
});

it.each<[string, DOMRect]>([
  ['ends left of the panel', new DOMRect(300, 0, 400, 800)],
  ['is not shown', new DOMRect(0, 0, 0, 0)],
])('a drawer that %s is not in its place', (_, box) => {
  document.body.innerHTML = '<aside class="gl-drawer"></aside>';
  lie(box);
  expect(coveringElement(document, 900)).toBeUndefined();
});
