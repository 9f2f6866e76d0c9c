// @vitest-environment happy-dom
import {describe, expect, it} from 'vitest';
import {freeSpot, isFreeOf, type Spot, spotsIn} from '../../../../src/ui/beside/tab-spot.ts';

describe('where the tab may stand', () => {
  it('is the usual place, and further down as far as the window goes', () => {
    const spots = spotsIn(768, 0);
    expect(spots[0]).toEqual({top: 112, right: 0});
    expect(new Set(spots.map(({right}) => right))).toEqual(new Set([0]));
    expect(Math.max(...spots.map(({top}) => top))).toBeLessThan(768 - 48);
  });

  it('is somewhere in a window of no height too', () => {
    expect(spotsIn(50, 400)).toEqual([{top: 112, right: 400}]);
  });
});

describe('a free spot', () => {
  const spots: readonly Spot[] = [112, 160, 208].map(top => ({top, right: 0}));
  it.each<[string, readonly number[], Spot | undefined, number | undefined]>([
    ['is the usual one', [112, 160, 208], undefined, 112],
    ['is the first that is free', [208], undefined, 208],
    ['stays what it is', [112, 208], {top: 208, right: 0}, 208],
    ['is another where that one is none any more', [112], {top: 208, right: 0}, 112],
    ['is another where it has to stand further left', [112, 208], {top: 208, right: 400}, 112],
    ['is the usual one where none is free', [], {top: 208, right: 0}, 112],
  ])('%s', (_, free, own, top) => {
    expect(freeSpot(spots, own, spot => free.includes(spot.top))?.top).toBe(top);
  });
});

describe('what the tab would cover', () => {
  const size = {width: 90, height: 36};
  /** A page with one element at the window's right edge, 200 px from its top. */
  function pageWith(html: string): {page: Document; own: Element} {
    const page = document.implementation.createHTMLDocument();
    page.body.innerHTML = html;
    const own = page.body.appendChild(page.createElement('csm-checklist'));
    Object.defineProperty(page.documentElement, 'clientWidth', {value: 1_280});
    const [at] = [...page.body.querySelectorAll('[data-at]')];
    page.elementsFromPoint = (x, y) => {
      const isThere = x > 1_250 && y > 200 && y < 216;
      return [own, ...(isThere && at ? [at] : []), page.body];
    };
    return {page, own};
  }
  it.each([
    ['<button data-at></button>', 190, false],
    ['<button><svg data-at></svg></button>', 190, false],
    ['<a href="/x" data-at></a>', 170, false],
    ['<a href="/x" data-at></a>', 216, true],
    ['<a href="/x" data-at></a>', 112, true],
    ['<p data-at></p>', 190, true],
  ])('%s at %i px: free %s', (html, top, isFree) => {
    const {page, own} = pageWith(html);
    expect(isFreeOf(page, {top, right: 0}, size, own)).toBe(isFree);
  });

  it('lies left of what GitLab has opened', () => {
    const {page, own} = pageWith('<button data-at></button>');
    expect(isFreeOf(page, {top: 190, right: 400}, size, own)).toBe(true);
  });
});
