import {expect, it} from 'vitest';
import {fitted, widthAfter} from '../../../../src/ui/beside/panel-width.ts';

it.each([
  [100, 320],
  [320, 320],
  [400.4, 400],
  [640, 640],
  [5_000, 640],
])('a panel of %f px is %i px wide', (wanted, width) => {
  expect(fitted(wanted)).toBe(width);
});

it.each<[string, number, number | undefined]>([
  ['ArrowLeft', 380, 396],
  ['ArrowRight', 380, 364],
  ['ArrowLeft', 636, 640],
  ['ArrowRight', 322, 320],
  ['Home', 380, 320],
  ['End', 380, 640],
  ['Enter', 380, undefined],
])('%s at %i px: %s', (key, before, after) => {
  expect(widthAfter(key, before)).toBe(after);
});
