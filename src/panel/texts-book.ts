import {createItems, type Whose} from '../browser/kept.ts';
import {textsShape} from './kept-shapes.ts';
import type {TextsBook} from './texts.ts';

/**
 * Keeps a user's typed texts on this computer.
 *
 * @param of where they were typed: `project-12` or `group-34`
 */
export function createTextsBook(whose: Whose, of: string): TextsBook {
  const items = createItems('texts', whose, textsShape);
  return {
    read: async () => new Map(Object.entries((await items.read(of)).own)),
    async write(texts) {
      await items.update(of, () => Object.fromEntries(texts));
    },
  };
}
