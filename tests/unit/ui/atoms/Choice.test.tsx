// @vitest-environment happy-dom
import {render} from 'preact';
import {expect, it} from 'vitest';
import {Choice} from '../../../../src/ui/atoms/Choice.tsx';
import {guardPresses} from '../../../../src/ui/atoms/press-guard.ts';

it('a box is ticked by a person, and by no script of the page’s', () => {
  const shadow = document.body.appendChild(document.createElement('div')).attachShadow({mode: 'open'});
  guardPresses(shadow);
  const seen: boolean[] = [];
  render(
    <Choice id="blanks" checked={false} onChange={checked => seen.push(checked)}>
      Look for blanks
    </Choice>,
    shadow,
  );
  const box = shadow.querySelector('input') as HTMLInputElement;
  box.checked = true;
  box.dispatchEvent(new Event('change', {bubbles: true}));
  expect(seen).toEqual([]);
  const own = new Event('change', {bubbles: true});
  Object.defineProperty(own, 'isTrusted', {value: true});
  box.dispatchEvent(own);
  expect(seen).toEqual([true]);
});
