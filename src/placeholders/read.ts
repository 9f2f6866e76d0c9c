const mark = /[\n\\<*~`_[]/;

/**
 * What a reader sees of a stretch of inline Markdown: without the marks of links, code, emphasis, tags and the next line of a
 * quote, with white space folded.
 */
export function readText(source: string): string {
  if (!mark.test(source)) return source.replace(/\s+/g, ' ').trim();
  return source
    .replace(/\r?\n[ \t]*(?:>[ \t]?)*/g, ' ')
    .replace(/<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/!?(?<!\\)\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/(\*{1,3}|~~|`{1,9})(?=\S)([^*~`]+)(?<=\S)\1/g, '$2')
    .replace(/(?<!\w)(_{1,3})(?=\S)([^_]+)(?<=\S)\1(?!\w)/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
