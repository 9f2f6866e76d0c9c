// @vitest-environment happy-dom
import {render} from 'preact';
import {afterEach, expect, it} from 'vitest';
import {Face} from '../../../../src/ui/atoms/Face.tsx';
import {eventually} from '../../../eventually.ts';

afterEach(() => render(null, document.body));

const draw = (name: string, url?: string) => render(<Face name={name} url={url} />, document.body);

it.each([
  ['Ann Lee', 'A'],
  ['@bob', 'B'],
  ['“élan”', 'É'],
  ['…', ''],
])('is the first letter of %s where there is no picture', (name, letter) => {
  draw(name);
  expect(document.body.textContent).toBe(letter);
});

it('is the picture, and the letter where that does not load', async () => {
  draw('Ann', '/ann.png');
  const picture = document.querySelector('img');
  expect(picture?.getAttribute('src')).toBe('/ann.png');
  expect(picture?.alt).toBe('');
  picture?.dispatchEvent(new Event('error'));
  await eventually(() => expect(document.body.textContent).toBe('A'));
});
