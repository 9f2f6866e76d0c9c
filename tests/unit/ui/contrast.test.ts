import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {hasShared, readShared, withoutShared} from '../../shared.ts';

type Mode = 'light' | 'dark';
/** Red, green and blue from 0 to 255, and how opaque it is. */
type Colour = readonly [number, number, number, number];

const sheets = readdirSync('src/ui', {recursive: true, encoding: 'utf8'})
  .filter(file => file.endsWith('.css'))
  .map(file => readFileSync(`src/ui/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''));
const rules = sheets.flatMap(sheet =>
  [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    text: /(?:^|;)\s*color:\s*var\((--csm-[a-z-]+)\)/.exec(body)?.[1],
    ground: /background(?:-color)?:\s*var\((--csm-[a-z-]+)\)/.exec(body)?.[1],
  })),
);

function bodyOf(selector: string): string {
  const [, body = ''] =
    new RegExp(`(?:^|\\n)${selector.replaceAll('.', '\\.')} \\{([^}]*)\\}`).exec(sheets.join('\n')) ?? [];
  return body;
}

const own = {light: bodyOf('.root'), dark: bodyOf('.root.dark')};

/** What a colour of ours is: by GitLab's token where the page has it, else our own value. */
function colourOf(name: string, mode: Mode, tokens: Tokens): Colour {
  const [, token = '', fallback = ''] = new RegExp(`${name}: var\\((--gl-[a-z-]+), (.+?)\\);`).exec(own[mode]) ?? [];
  return parse(tokens[token]?.[mode] ?? fallback, name);
}

type Tokens = Readonly<Record<string, Readonly<Record<Mode, string>> | undefined>>;

function parse(words: string, name: string): Colour {
  if (words === 'transparent') return [0, 0, 0, 0];
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(words)?.[1];
  if (hex !== undefined) {
    const step = hex.length / 3;
    const part = (at: number) => Number.parseInt(hex.slice(at * step, (at + 1) * step).repeat(3 - step), 16);
    return [part(0), part(1), part(2), 1];
  }
  const [, parts] = /^rgba?\((.+)\)$/.exec(words) ?? [];
  if (parts === undefined) throw new Error(`“${words}” of ${name} is no colour that this test can read.`);
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts.split(/[\s,/]+/).map(Number);
  return [red, green, blue, alpha];
}

/** A colour as it is seen over an opaque one. */
function over([red, green, blue, alpha]: Colour, below: Colour): Colour {
  const mix = (one: number, other: number) => one * alpha + other * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => (part <= 0.04045 * 255 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Shapes that tell something. */
const shapes = ['pass', 'fail', 'unknown', 'neutral', 'border-strong', 'focus'].map(name => `--csm-${name}`);
/** Grounds of what is written alone: a message, a hint, a button and what lies under the pointer of it. */
const alone = ['heading', 'confirm', 'confirm-hover', 'button-hover'].map(name => `--csm-${name}`);

/** Text that stands on a ground of a rule of its own, while something lies under the pointer or works too. */
const written = rules.flatMap(({selector, text, ground}) => (text && ground ? [{selector, text, ground}] : []));
const coloured = rules.filter(({text, ground}) => text && !ground && !shapes.includes(text));
const texts = new Set(coloured.flatMap(({text}) => text ?? []));
const grounds = new Set(
  rules.flatMap(({ground}) => ground ?? []).filter(name => ![...shapes, ...alone].includes(name)),
);
/** Text whose ground another rule gives: every such colour on every ground that others can stand on. */
const nested = [...texts].flatMap(text => [...grounds].map(ground => ({selector: 'one in another', text, ground})));
const inherited = [
  ['button-text', 'button-hover'],
  ['button-text', 'strong'],
  ['confirm-text', 'confirm-hover'],
  ['pass', 'surface'],
].map(([text, ground]) => ({selector: `${text} on ${ground}`, text: `--csm-${text}`, ground: `--csm-${ground}`}));

function problemsOf(mode: Mode, tokens: Tokens): string[] {
  const surface = colourOf('--csm-surface', mode, tokens);
  const see = (name: string, below = surface) => over(colourOf(name, mode, tokens), below);
  const found = [...written, ...nested, ...inherited].map(({selector, text, ground}) => {
    const below = see(ground);
    return {words: `${selector}: ${text} on ${ground}`, has: contrast(see(text, below), below), needs: 4.5};
  });
  const others = shapes.map(name => ({words: name, has: contrast(see(name), surface), needs: 3}));
  return [...found, ...others]
    .filter(({has, needs}) => has < needs)
    .map(({words, has}) => `${words} (${has.toFixed(2)})`);
}

describe.each(['light', 'dark'] as const)('what is written can be read, in every state of a button, %s', mode => {
  it('knows the rules', () => {
    expect(written.length).toBeGreaterThan(10);
    expect([texts.size, grounds.size].every(size => size > 5)).toBe(true);
  });

  it('has the colours of shapes in icons, and where the tab says that all is done', () => {
    const given = rules.filter(({text}) => text && shapes.includes(text)).flatMap(({selector}) => selector.split(','));
    expect(given.filter(selector => !/(\.icon(\.\w+)?|::before|^\s*\.tab\.done)$/.test(selector))).toEqual([]);
  });

  it('has no colour of its own in what is written alone', () => {
    const own = coloured.filter(({selector}) => /\.(toast|cell-hint|confirm)\b(?![^ ]*:not)/.test(selector));
    expect(own.map(({selector}) => selector)).toEqual([]);
  });

  it('on pages that lack GitLab’s tokens', () => {
    expect(problemsOf(mode, {})).toEqual([]);
  });

  it.skipIf(!hasShared)(`with GitLab’s tokens${hasShared ? '' : ` (${withoutShared})`}`, () => {
    const {tokens} = JSON.parse(readShared('gitlab/pages/tokens.json')) as {tokens: Tokens};
    expect(problemsOf(mode, tokens)).toEqual([]);
  });
});
