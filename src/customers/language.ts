import {language} from '../texts/language.ts';
import {inSlices, type Slicing} from './in-slices.ts';

/** Makes something when it is asked for the first time, and keeps it. */
function once<Thing extends object>(make: () => Thing): () => Thing {
  let made: Thing | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Compares as the language of the texts orders words; numbers in them count as numbers. */
export const collator = once(() => new Intl.Collator(language, {numeric: true}));
export const ages = once(() => new Intl.RelativeTimeFormat(language));
export const days = once(() => new Intl.DateTimeFormat(language, {dateStyle: 'medium'}));
export const moments = once(() => new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'}));

/**
 * Makes all of the above, in slices: the first of a kind takes a browser 20 ms and more, and they would all be made while the
 * first rows are drawn.
 */
export async function prepareLanguage(slicing: Slicing): Promise<void> {
  await slicing.breathe();
  await inSlices([collator, ages, days, moments], slicing, make => void make());
}
