// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, expect, it} from 'vitest';
import {Fold, isFolded, unfold} from '../../../../src/ui/atoms/Fold.tsx';

afterEach(() => {
  document.body.replaceChildren();
});

/** A field that is folded away twice. @param isOpen whether the inner one starts open */
function draw(isOpen = signal(false)) {
  const root = document.body.appendChild(document.createElement('div'));
  function Inner() {
    return (
      <Fold words="Inner" label="More about it" startsOpen={isOpen.value}>
        <input />
      </Fold>
    );
  }
  render(
    <Fold words="Outer">
      <Inner />
    </Fold>,
    root,
  );
  const [outer, inner] = root.querySelectorAll('button');
  const expanded = () => [outer, inner].map(button => button?.getAttribute('aria-expanded'));
  return {outer, inner, field: root.querySelector('input'), expanded};
}

it('is opened and closed by its button, which says so, and keeps what is typed', async () => {
  const {outer, inner, field, expanded} = draw();
  expect([outer?.textContent, inner?.getAttribute('aria-label')]).toEqual(['Outer', 'More about it']);
  expect(expanded()).toEqual(['false', 'false']);
  if (field) field.value = 'Acme';
  outer?.click();
  await expect.poll(expanded).toEqual(['true', 'false']);
  expect(field && isFolded(field)).toBe(true);
  inner?.click();
  await expect.poll(() => field && isFolded(field)).toBe(false);
  inner?.click();
  await expect.poll(expanded).toEqual(['true', 'false']);
  expect(field?.value).toBe('Acme');
});

it('unfolds all that an element is folded away in, at once', async () => {
  const {field, expanded} = draw();
  unfold(field);
  expect(field && isFolded(field)).toBe(false);
  await expect.poll(expanded).toEqual(['true', 'true']);
});

it('opens when there is something to say in it by now', async () => {
  const isOpen = signal(false);
  const {expanded} = draw(isOpen);
  isOpen.value = true;
  await expect.poll(expanded).toEqual(['false', 'true']);
});
