import {destination} from './links.ts';
import type {Span} from './span.ts';

/** The label of a reference as it is compared: white space folded, case ignored. */
function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** Up to the address, which may stand in the next line, in a quote behind its mark. */
const head = /^\s*\[((?:[^[\]\\]|\\.)+)\]:[ \t]*(?:\n[ \t>]*)?/;

/** The link reference definitions of a document, and which of them are used. Of several with one label the first counts. */
export class Definitions {
  /** Where the addresses stand, by label. */
  private readonly addresses = new Map<string, Span>();
  private readonly used = new Set<string>();

  /** @param spans where the definitions stand in the text */
  constructor(text: string, spans: readonly Span[]) {
    for (const {start, end} of spans) {
      const match = head.exec(text.slice(start, Math.min(end, start + 2000)));
      const key = labelKey(match?.[1] ?? '');
      if (match === null || key === '' || this.addresses.has(key)) continue;
      const address = destination(text, start + match[0].length, end);
      if (address) this.addresses.set(key, address);
    }
  }

  /** Whether a definition has this label; it is one that is used from now on. */
  use(label: string): boolean {
    if (this.addresses.size === 0 || label.length > 999 || /(?<!\\)[[\]]/.test(label)) return false;
    const key = labelKey(label);
    if (!this.addresses.has(key)) return false;
    this.used.add(key);
    return true;
  }

  /** The addresses of those that are used. */
  usedAddresses(): Span[] {
    return [...this.used].flatMap(key => this.addresses.get(key) ?? []);
  }
}
