import {changesMadeTexts, remarksMadeTexts} from '../texts/changes-made.ts';
import type {Said} from '../texts/said.ts';
import {say, sayBy} from '../texts/say.ts';
import {nameOfWhat} from './what-to-do.ts';

/**
 * Says what a change did, from what is kept of what it does.
 *
 * @param title the item's title, where it is known: what was said of an item names it
 */
export function whatWasMade(what: Said, title?: string): string {
  const name = nameOfWhat(what);
  const ofItem = title === undefined ? undefined : sayBy(remarksMadeTexts, name, [title]);
  return ofItem ?? sayBy(changesMadeTexts, name, what.with) ?? say(what);
}
