import {readFileSync} from 'node:fs';
import type {Plugin} from 'vite';

/** What an icon is asked for with: its file in `@gitlab/svgs` and this. */
const suffix = '.svg?path';

/**
 * The outline of an icon of GitLab's.
 *
 * @param svg its file: one path in a square of 16, to be filled by the even-odd rule
 * @throws Error for any other
 */
export function outlineOf(svg: string): string {
  const [, outline] =
    /^<svg (?:width="16" height="16" viewBox="0 0 16 16" xmlns="[^"]+")><path (?:fill-rule="evenodd" clip-rule="evenodd" )?d="([^"]+)"\/><\/svg>$/.exec(
      svg.trim(),
    ) ?? [];
  if (outline === undefined) throw new Error('An icon is to be one path in a square of 16.');
  return outline;
}

/** Gives the code the outlines of single icons as texts, so that only those in use are in the build. */
export function gitlabIcons(): Plugin {
  return {
    name: 'gitlab-icons',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(suffix)) return undefined;
      return `export default ${JSON.stringify(outlineOf(readFileSync(id.slice(0, -'?path'.length), 'utf8')))};`;
    },
  };
}
