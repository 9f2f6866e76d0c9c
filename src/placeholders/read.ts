const mark = /[\n\\<*~`_&]/;

const address = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/g;

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' '};
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g;

/** The character of an entity; what is none stays as it is written. */
function characterOf(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/**
 * What a reader sees of a stretch of inline Markdown that has no marks of links and tags any more: without those of code, emphasis
 * and the next line of a quote, with white space folded.
 */
export function readText(source: string): string {
  if (!mark.test(source)) return source.replace(/\s+/g, ' ').trim();
  return source
    .replace(/\r?\n[ \t]*(?:>[ \t]?)*/g, ' ')
    .replace(address, '$1')
    .replace(/(\*{1,3}|~~|`{1,9})(?=\S)([^*~`]+)(?<=\S)\1/g, '$2')
    .replace(/(?<!\w)(_{1,3})(?=\S)([^_]+)(?<=\S)\1(?!\w)/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(entity, characterOf)
    .replace(/\s+/g, ' ')
    .trim();
}
