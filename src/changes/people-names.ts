/** `Jane Doe <jane@x.example>`, `"Doe, Jane" <…>`, or `Doe, Jane <…>`: perhaps a last name, then a name, then the address. */
const named =
  /(?:^|[\n;,])[^\S\n]*(?:(?<last>[^\s;,<>"@]+),[^\S\n]*)?(?:"(?<quoted>[^"\n@]{1,80})"|(?<plain>[^\s;,<>"@][^\n;,<>"@]{0,80}))[^\S\n]*<(?:mailto:)?(?<mail>[^\s<>]+@[^\s<>]+)>/gu;

/** Last name and first name in the order in which one says them. */
function inOrder(name: string): string {
  const [, last, first] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  return (first === undefined ? name : `${first} ${last}`).replace(/[\s,;<>"]+/g, ' ').trim();
}

/** The names that stand before addresses in a text, by the address in small letters. */
export function namesIn(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const {groups: {last, quoted, plain = '', mail = ''} = {}} of text.matchAll(named)) {
    const words = plain.trim();
    // A last name stands alone before a first name alone.
    const whole = quoted ?? (last === undefined || /\s/.test(words) ? words : `${last}, ${words}`);
    const name = inOrder(whole);
    if (/\p{L}/u.test(name)) names.set(mail.toLowerCase(), name);
  }
  return names;
}
