/** A text’s words in small letters without accents. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

const keyOf = (words: readonly string[]) => [...words].sort().join(' ');

/** The names that mail addresses are made of: `doe jane` of `jane.doe@acme.example`. */
export function mailNames(mails: readonly string[]): ReadonlySet<string> {
  return new Set(mails.map(mail => keyOf(wordsOf(mail.slice(0, mail.indexOf('@'))))).filter(Boolean));
}

/** What addresses make of two names: `jane.doe`, `janedoe`, `jdoe`, `janed`, `j.doe`. One name alone can be another person’s. */
function formsOf(one: string, other: string): string[] {
  const initial = one.slice(0, 1);
  const last = other.slice(0, 1);
  return [one + other, initial + other, one + last, keyOf([one, other]), keyOf([initial, other])];
}

/** Whether a text is the name of somebody whose address is among them. */
export function isNameOf(text: string, names: ReadonlySet<string>): boolean {
  if (text.includes('@')) return false;
  const words = wordsOf(text);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return false;
  const forms = words.length === 1 ? [first] : [...formsOf(first, last), ...formsOf(last, first), keyOf(words)];
  return forms.some(form => names.has(form));
}
