import {remarksTexts} from '../texts/remarks.ts';
import type {Said} from '../texts/said.ts';
import {say, sayBy} from '../texts/say.ts';

/** The name of a text that says what a change does; of another text, which may be of an older version, nothing. */
export function nameOfWhat({text}: Said): string {
  const [room, name = ''] = text.split('.');
  return room === 'changes' ? name : '';
}

/** Says what a change will do. @param title the item's title: what is said of an item names it */
export function whatToDo(what: Said, title: string): string {
  return sayBy(remarksTexts, nameOfWhat(what), [title]) ?? say(what);
}
