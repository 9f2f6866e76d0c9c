// @vitest-environment happy-dom
import {h, render} from 'preact';
import {expect, it} from 'vitest';
import {keepCalm} from '../../../../src/ui/atoms/keep-calm.ts';
import {useOpeningFocus} from '../../../../src/ui/atoms/use-opening-focus.ts';

it.each(['pointerdown', 'keydown'])('what opens by itself takes the focus from nothing, until the first %s', press => {
  const panel = document.body.appendChild(document.createElement('div'));
  const within = panel.appendChild(document.createElement('div'));
  const place = panel.appendChild(document.createElement('div'));
  const Opened = () => {
    useOpeningFocus(() => place.querySelector('input'));
    return h('input', {});
  };
  keepCalm(panel);
  render(h(Opened, {}), place);
  expect(place.contains(document.activeElement)).toBe(false);
  render(null, place);
  within.dispatchEvent(new Event(press, {bubbles: true}));
  render(h(Opened, {}), place);
  expect(place.contains(document.activeElement)).toBe(true);
  panel.remove();
});
