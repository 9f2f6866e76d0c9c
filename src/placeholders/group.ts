import type {Placeholder} from './placeholder.ts';

/** All places of one placeholder. */
export interface PlaceholderGroup {
  /** Its text with case and white space folded. */
  readonly key: string;
  /** Its text as it stands in the first place. */
  readonly text: string;
  readonly places: readonly Placeholder[];
}

/** The key under which a placeholder's places are one: case and white space do not matter. */
export function groupKey(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Placeholders by their text, in the order of first appearance, without those that are probably prose. */
export function groupPlaceholders(found: readonly Placeholder[]): PlaceholderGroup[] {
  const groups = new Map<string, {key: string; text: string; places: Placeholder[]}>();
  for (const placeholder of found) {
    if (placeholder.kind === 'prose') continue;
    const key = groupKey(placeholder.text);
    const group = groups.get(key);
    if (group) group.places.push(placeholder);
    else groups.set(key, {key, text: placeholder.text, places: [placeholder]});
  }
  return [...groups.values()];
}
