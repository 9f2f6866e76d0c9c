/** Of the language of all texts, whatever the browser speaks. */
const rules = new Intl.PluralRules('en');

/** The form of a text that goes with a number: “1 row”, “2 rows”. */
export function plural(count: number, forms: {readonly one: string; readonly other: string}): string {
  return rules.select(count) === 'one' ? forms.one : forms.other;
}
