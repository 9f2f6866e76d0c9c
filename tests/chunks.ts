import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';

const root = path.resolve(import.meta.dirname, '..');

/** What a page of a customer loads by itself, and what comes with a click. */
export const loading = {
  /** What runs before the first item is drawn. */
  first: ['panel.js'],
  /** All that a customer's page loads by itself: the finder of placeholders comes beside the first reads, what stands beside GitLab after them. */
  byItself: ['panel.js', 'finder.js', 'beside.js'],
} as const;

/** The scripts of a build that the background injects. */
export interface BuiltChunks {
  /** All of them, by their file's name. */
  readonly scripts: ReadonlyMap<string, Buffer>;
  /** Bytes, gzip, that these chunks bring, less what those bring which are there already. */
  readonly gzip: (chunks: readonly string[], after?: readonly string[]) => number;
  /** The same as they are. */
  readonly plain: (chunks: readonly string[]) => number;
}

/**
 * Reads which files bring which chunk where the background has it from.
 *
 * @param target folder below `dist`
 */
export function readChunks(target: string): BuiltChunks {
  const dist = path.join(root, 'dist', target);
  const name = readdirSync(path.join(dist, 'assets')).find(file => file.startsWith('background'));
  const background = readFileSync(path.join(dist, 'assets', name ?? ''), 'utf8');
  const table = /\[\[[`'"]panel\.js[`'"],.*?\]\]\]/.exec(background)?.[0] ?? '[]';
  const files = new Map<string, readonly string[]>(JSON.parse(table.replaceAll(/[`']/g, '"')));
  const scripts = new Map(
    [...new Set([...files.values()].flat())].map(file => [file, readFileSync(path.join(dist, file))]),
  );
  const filesOf = (chunks: readonly string[]) => new Set(chunks.flatMap(chunk => files.get(chunk) ?? []));
  const size = (chunks: readonly string[], after: readonly string[], measure: (script: Buffer) => number) => {
    const there = filesOf(after);
    const more = [...filesOf(chunks)].filter(file => !there.has(file));
    return more.reduce((sum, file) => sum + measure(scripts.get(file) ?? Buffer.of()), 0);
  };
  return {
    scripts,
    gzip: (chunks, after = []) => size(chunks, after, script => gzipSync(script).length),
    plain: chunks => size(chunks, [], script => script.length),
  };
}
