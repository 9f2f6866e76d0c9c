import {dequal} from 'dequal/lite';
import {createFinder, type Found, stored, untilWritten, type Whose} from './found-items.ts';
import {type KindName, keptKinds} from './item-kinds.ts';
import {replaceRaw} from './raw-items.ts';
import type {Choose, Shape} from './shape.ts';

/** How a kind's items take in others. Each function rejects with NotKept where the browser does not do it. */
export interface Merging {
  /**
   * Makes what was kept before users were told apart the user's own; of two that are the same the own one stays.
   *
   * @returns whether it was: not where another version wrote it, which stays as it is
   */
  adopt(of?: string): Promise<boolean>;
  /**
   * Takes in what comes from elsewhere, of this version.
   *
   * @param choose which of two stays that are the same
   * @returns whether it could: not where what is kept here is not understood
   */
  merge(of: string | undefined, other: unknown, choose: Choose): Promise<boolean>;
}

/** Whether two were made one: not where one of them is not understood, and not yet where another page was quicker. */
type Merged = 'written' | 'otherwise' | 'odd';

/** How the items of a kind that is a user's take in others. */
export function createMerging<T>(name: KindName, whose: Whose, shape: Shape<T>): Merging {
  const isSynced = keptKinds[name].area === 'sync';
  const {turn, lookAt, replace} = createFinder(name, whose, shape);

  async function mergeInto(found: Found<T>, other: unknown, choose: Choose): Promise<Merged> {
    const {raw} = found;
    if (!shape.isUnderstood(raw) || !shape.isUnderstood(other)) return 'odd';
    const to = stored(shape.merge(raw, other, choose));
    return dequal(raw, to) || (await replace(found, to)) ? 'written' : 'otherwise';
  }

  return {
    adopt: of =>
      turn(of, async () => {
        let isOwn = true;
        await untilWritten(async () => {
          const found = await lookAt(of);
          const {older, olderRaw, moved} = found;
          if (older === undefined || olderRaw === undefined) return true;
          const merged = await mergeInto(found, moved, own => own);
          isOwn = merged !== 'odd';
          return merged === 'written' ? replaceRaw(older, olderRaw, undefined, isSynced) : !isOwn;
        });
        return isOwn;
      }),

    merge: (of, other, choose) =>
      turn(of, async () => {
        let isMerged = false;
        await untilWritten(async () => {
          const merged = await mergeInto(await lookAt(of), other, choose);
          isMerged = merged === 'written';
          return merged !== 'otherwise';
        });
        return isMerged;
      }),
  };
}
