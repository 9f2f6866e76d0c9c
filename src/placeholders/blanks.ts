import type {Block} from './blocks.ts';
import {Backticks} from './code.ts';
import type {Span} from './span.ts';

const blank =
  /\{\{[ \t]*([\w.-][\w .-]{0,60}?)[ \t]*\}\}|<([A-Z][A-Z0-9 _-]{1,60})>|(?<![\w-])(TODO|TBD|XXX+)(?![\w-])|(`+)/g;

/** A blank and what it says. */
export interface Blank extends Span {
  readonly text: string;
}

/** The blanks of a block that are no brackets: `{{customer}}`, `<CUSTOMER>`, TODO, TBD, XXX; not those in code. */
export function blanksOf(text: string, {start, end}: Block): Blank[] {
  const backticks = new Backticks(text, start, end);
  const found: Blank[] = [];
  blank.lastIndex = start;
  for (let match = blank.exec(text); match !== null && match.index < end; match = blank.exec(text)) {
    const [whole, curly, angle, word, ticks] = match;
    if (ticks !== undefined) {
      const close = backticks.close(match.index, ticks.length);
      if (close > 0) blank.lastIndex = close;
      continue;
    }
    const said = curly ?? angle ?? word ?? '';
    if (match.index + whole.length <= end)
      found.push({start: match.index, end: match.index + whole.length, text: said});
  }
  return found;
}
