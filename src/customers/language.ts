import {dateMakers, once} from '../texts/dates.ts';
import {language} from '../texts/language.ts';
import {inSlices, type Slicing} from './in-slices.ts';

/** Compares as the language of the texts orders words; numbers in them count as numbers. */
export const collator = once(() => new Intl.Collator(language, {numeric: true}));

/**
 * Makes that and what dates are written with, in slices: the first of a kind takes a browser 20 ms and more, and they would all be
 * made while the first rows are drawn.
 */
export async function prepareLanguage(slicing: Slicing): Promise<void> {
  await slicing.breathe();
  await inSlices([collator, ...dateMakers], slicing, make => void make());
}
