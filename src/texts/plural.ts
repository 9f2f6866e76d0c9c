import {language} from './language.ts';

const rules = new Intl.PluralRules(language);

/** The form of a text that goes with a number: “1 item”, “2 items”. */
export function plural(count: number, forms: {readonly one: string; readonly other: string}): string {
  return rules.select(count) === 'one' ? forms.one : forms.other;
}
