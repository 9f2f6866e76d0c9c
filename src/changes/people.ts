/** A pasted list of people, sorted out. */
export interface People {
  /** Mail addresses, in the order they came. */
  readonly mails: readonly string[];
  /** Usernames without `@`. */
  readonly usernames: readonly string[];
  /** What is neither, as it was written. */
  readonly unclear: readonly string[];
}

const mail = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]+$/;
const username = /^@?[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
/** `Jane Doe <jane@acme.example>` and `"Doe, Jane" <jane@acme.example>`. */
const named = /(?:"[^"\n]*"|[^,;\n<>"]*)\s*<([^<>\n]*)>/g;

function unique(items: readonly string[]): string[] {
  const known = new Map(items.map(item => [item.toLowerCase(), item] as const).reverse());
  return items.filter(item => known.get(item.toLowerCase()) === item && known.delete(item.toLowerCase()));
}

/** Reads a list as it is pasted: mails and usernames, between commas, semicolons, blanks or lines, with or without names. */
export function parsePeople(text: string): People {
  const entries = text
    .replace(named, (_whole, inside: string) => `,${inside.replace(/^mailto:/i, '')},`)
    .split(/[,;\n\t]+/)
    .map(entry => entry.trim())
    .filter(Boolean)
    .flatMap(entry => {
      const words = entry.split(/\s+/);
      // Two plain words are a name, not two usernames.
      return words.every(word => mail.test(word) || (word.startsWith('@') && username.test(word))) ? words : [entry];
    });
  const mails = entries.filter(entry => mail.test(entry));
  const usernames = entries.filter(entry => !mail.test(entry) && username.test(entry));
  return {
    mails: unique(mails),
    usernames: unique(usernames.map(entry => entry.replace(/^@/, ''))),
    unclear: entries.filter(entry => !mail.test(entry) && !username.test(entry)),
  };
}
