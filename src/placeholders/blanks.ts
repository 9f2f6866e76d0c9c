import type {Pair} from './brackets.ts';

/** Elements that old documents write in capitals. */
const element =
  '(?:A|B|BLOCKQUOTE|BODY|BR|CENTER|CODE|DD|DEL|DETAILS|DIV|DL|DT|EM|FONT|H[1-6R]|HEAD|HTML|I|IMG|INS|KBD|LI|OL|P|PRE|SPAN|STRONG|SU[BP]|SUMMARY|T[DHR]|TABLE|TBODY|THEAD|TT|U|UL)';

const blank = new RegExp(
  [
    String.raw`\\?\{\{[ \t]*([\w.-][\w .-]{0,60}?)[ \t]*\}\}`,
    String.raw`(?:\\?<|&lt;)(?!${element}(?:[ >]|\\>|&gt;))([A-Z][A-Z0-9 _-]{1,60}?)(?:\\?>|&gt;)`,
    String.raw`(?<![\w-])(TODO|TBD|XXX+)(?![\w-])`,
  ].join('|'),
  'dy',
);

/** The blank that begins here and is no bracket: `{{customer}}`, `<CUSTOMER>`, TODO, TBD, XXX; with what it says inside. */
export function blankAt(text: string, at: number, end: number, target: boolean): Pair | undefined {
  if (!/[\\{<&TX]/.test(text[at] ?? '')) return undefined;
  blank.lastIndex = at;
  const match = blank.exec(text);
  const said = match?.indices?.slice(1).find(span => span !== undefined);
  if (!match || !said || at + match[0].length > end) return undefined;
  return {start: at, end: at + match[0].length, innerStart: said[0], innerEnd: said[1], target};
}

/** The blanks in a link's address. */
export function blanksInAddress(text: string, start: number, end: number): Pair[] {
  const found: Pair[] = [];
  for (let at = start; at < end; ) {
    const next = blankAt(text, at, end, true);
    if (next) found.push(next);
    at = next?.end ?? at + 1;
  }
  return found;
}

/** Brackets and blanks in their order; a blank in brackets is part of what these say. */
export function withBlanks<T extends {readonly start: number; readonly end: number}>(
  brackets: readonly T[],
  blanks: readonly T[],
): T[] {
  let next = 0;
  const isInside = ({start, end}: T) => {
    while ((brackets[next]?.end ?? Number.POSITIVE_INFINITY) < end) next += 1;
    return (brackets[next]?.start ?? Number.POSITIVE_INFINITY) <= start;
  };
  const all = [...blanks.filter(blank => !isInside(blank)), ...brackets];
  return all.sort((one, other) => one.start - other.start);
}
