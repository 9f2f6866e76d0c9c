import {describe, expect, it} from 'vitest';
import {outlineOf} from '../../scripts/gitlab-icons.ts';
import {shapes} from '../../src/ui/atoms/Icon.tsx';

const svg = (attributes: string, inside: string) =>
  `<svg ${attributes} xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
const square = 'width="16" height="16" viewBox="0 0 16 16"';

describe('GitLab’s icons', () => {
  it('are taken as one outline', () => {
    expect(outlineOf(svg(square, '<path d="M1 2z"/>'))).toBe('M1 2z');
    expect(outlineOf(svg(square, '<path fill-rule="evenodd" clip-rule="evenodd" d="M1 2z"/>\n'.trim()))).toBe('M1 2z');
  });

  it.each([
    ['another square', svg('width="14" height="14" viewBox="0 0 14 14"', '<path d="M1 2z"/>')],
    ['two paths', svg(square, '<path d="M1 2z"/><path d="M3 4z"/>')],
    ['another element', svg(square, '<circle cx="7" cy="7" r="3"/>')],
    ['a path with a color', svg(square, '<path fill="#000" d="M1 2z"/>')],
  ])('%s is refused when the extension is built', (_, icon) => {
    expect(() => outlineOf(icon)).toThrow('one path in a square of 16');
  });

  it('each name has its own', () => {
    expect(new Set(Object.values(shapes)).size).toBe(Object.keys(shapes).length);
    for (const outline of Object.values(shapes)) expect(outline).toMatch(/^M[\d\s.,a-zA-Z-]+z$/i);
  });
});
