// @vitest-environment happy-dom
import {render} from 'preact';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {Menu} from '../../../../src/ui/atoms/Menu.tsx';
import {Popover} from '../../../../src/ui/customers/Popover.tsx';

/** Where elements are, by their class or name: a box of 32 px height at this place, in what holds it. */
let places: Readonly<Record<string, {readonly top: number; readonly bottom: number}>>;

beforeEach(() => {
  places = {body: {top: 0, bottom: 400}, menu: {top: 100, bottom: 132}};
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function where(this: HTMLElement) {
    return (places[this.className] ?? {top: 0, bottom: 0}) as DOMRect;
  });
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(120);
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const kinds = {
  menu: (
    <Menu label="More">
      <li>
        <button type="button">One</button>
      </li>
    </Menu>
  ),
  popover: (
    <Popover label="More" face="More">
      <button type="button">One</button>
    </Popover>
  ),
};

async function open(kind: keyof typeof kinds) {
  const body = document.body.appendChild(document.createElement('div'));
  body.className = 'body';
  render(kinds[kind], body);
  const button = body.querySelector<HTMLElement>('[aria-label="More"]');
  button?.click();
  await expect.poll(() => button?.getAttribute('aria-expanded')).toBe('true');
  return {body, button};
}

describe.each(['menu', 'popover'] as const)('a %s', kind => {
  it('gives the focus to its first control, and Escape leads back to its button and no further', async () => {
    const {body, button} = await open(kind);
    await expect.poll(() => document.activeElement?.textContent).toBe('One');
    const around = vi.fn();
    body.addEventListener('keydown', around);
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
    await expect.poll(() => button?.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(button);
    expect(around).not.toHaveBeenCalled();
  });

  it('closes when the focus leaves it', async () => {
    const {button} = await open(kind);
    const other = document.body.appendChild(document.createElement('button'));
    await expect.poll(() => document.activeElement?.textContent).toBe('One');
    other.focus();
    await expect.poll(() => button?.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(other);
  });
});

it.each<[string, number, boolean]>([
  ['in the middle', 100, false],
  ['near the end', 350, true],
])('a menu whose button is %s opens where there is room, each time', async (_where, top, isAbove) => {
  places = {...places, menu: {top, bottom: top + 32}};
  const {body, button} = await open('menu');
  for (let time = 0; time < 2; time += 1) {
    await expect.poll(() => body.querySelector('ul')?.className).toBe(isAbove ? 'above' : '');
    button?.click();
    await expect.poll(() => body.querySelector('ul')).toBeNull();
    button?.click();
  }
});
