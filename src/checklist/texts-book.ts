import type {Held, Whose} from '../browser/found-items.ts';
import {createItems} from '../browser/items.ts';
import {rebased} from '../customer/filling/rebased.ts';
import {rebasedList} from '../customer/filling/rebased-list.ts';
import {textsShape} from './kept-shapes.ts';
import type {AllTexts, TextsBook} from './texts.ts';

/** The field of people who are to be invited: a list, into which two tabs can put some. */
const people = 'people';

/**
 * Keeps a user's typed texts on this computer.
 *
 * @param of where they were typed: `project-12` or `group-34`
 */
export function createTextsBook(whose: Whose, of: string): TextsBook {
  const items = createItems('texts', whose, textsShape);
  const textsOf = ({own}: Held<Readonly<Record<string, string>>>) => new Map(Object.entries(own));
  const step = (from: AllTexts, to: AllTexts) => (held: Held<Readonly<Record<string, string>>>) => {
    const kept = textsOf(held);
    const {[people]: _before, ...others} = Object.fromEntries(rebased(kept, from, to));
    const list = rebasedList(kept.get(people), from.get(people), to.get(people));
    return list === undefined ? others : {...others, [people]: list};
  };
  let change: ((step: (held: Held<Readonly<Record<string, string>>>) => Record<string, string>) => void) | undefined;
  return {
    async read() {
      change ??= await items.follow(of);
      return textsOf(await items.read(of));
    },
    async write(from, to) {
      await items.update(of, step(from, to));
    },
    writeLeaving: (from, to) => change?.(step(from, to)),
  };
}
