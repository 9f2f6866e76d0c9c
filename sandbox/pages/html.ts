/** HTML as it is sent, not to be escaped again. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What can stand in HTML: all but {@link Html} is text; nothing becomes of `undefined` and `false`. */
export type Part = Html | string | number | undefined | false | readonly Part[];

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === undefined || part === false) return '';
  return typeof part === 'object' ? part.map(textOf).join('') : escapeHtml(String(part));
}

/** HTML with parts that are escaped, unless they are HTML themselves. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(literals.map((literal, index) => literal + textOf(parts[index])).join(''));
}

/** Attributes, those that are undefined left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): Html {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return new Html(known.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join(''));
}
