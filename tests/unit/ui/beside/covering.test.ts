// @vitest-environment happy-dom
import {afterEach, expect, it} from 'vitest';
import {coveringElement, liesOver} from '../../../../src/ui/beside/covering.ts';

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

it.each([
  ['lies over the panel', '#inner', true],
  ['lies below it', 'csm-checklist', false],
  ['has something else of GitLab’s over it', '.modal', false],
])('a drawer that %s', (_, topmost, expected) => {
  document.body.innerHTML =
    '<aside class="gl-drawer"><p id="inner"></p></aside><csm-checklist></csm-checklist><div class="modal"></div>';
  const [drawer, own] = ['.gl-drawer', 'csm-checklist'].map(selector => document.querySelector(selector));
  if (!drawer || !own) throw new Error('Both are there.');
  drawer.getBoundingClientRect = () => new DOMRect(8, 48, 384, 700);
  own.getBoundingClientRect = () => new DOMRect(20, 48, 380, 752);
  document.elementFromPoint = (x, y) => (x === 206 && y === 398 ? document.querySelector(topmost) : null);
  expect(liesOver(document, drawer, own)).toBe(expected);
});
