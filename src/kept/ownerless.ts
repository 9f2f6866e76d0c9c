import {type ReadonlySignal, signal} from '@preact/signals-core';
import {dequal} from 'dequal/lite';
import * as v from 'valibot';
import {sendToBackground} from '../browser/extension.ts';
import {type KindName, ownerlessItem} from '../browser/item-kinds.ts';
import {createItems, type Items, onKeptChange} from '../browser/items.ts';
import {type ListedItem, listedOf} from '../browser/list-items.ts';
import {createMerging} from '../browser/merging-items.ts';
import {type Shape, wholeOf} from '../browser/shape.ts';
import {answers, type PageWhose} from '../checklist/whose.ts';
import {problemOf} from '../gitlab/errors.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {ownerlessShapes} from './ownerless-shapes.ts';

/** What was kept before users were told apart, and whose the user says it is. */
export interface Ownerless {
  /** Whether there is something of which the user was not asked yet. */
  readonly isThere: ReadonlySignal<boolean>;
  /** Why the answer could not be kept. */
  readonly problem: ReadonlySignal<Problem | undefined>;
  /** Looks whether there is something, among all that is kept. */
  look(listed: readonly ListedItem[]): Promise<void>;
  /** Makes it the user's own. What they have themselves stays where both have the same. */
  accept(): Promise<void>;
  /** It is never shown to this user again, and stays for others. */
  decline(): Promise<void>;
}

interface Found {
  readonly name: KindName;
  readonly items: Items<unknown>;
  readonly shape: Shape<unknown>;
  readonly of: string | undefined;
}

/** @param now date and time (ISO) */
export function createOwnerless(whose: PageWhose, now: () => string): Ownerless {
  const isThere = signal(false);
  const problem = signal<Problem | undefined>(undefined);

  /** What is there and not declined; nothing that is not understood. */
  async function findIn(listed: readonly ListedItem[]): Promise<readonly Found[]> {
    const found = listed.flatMap(({key}): Found[] => {
      const item = ownerlessItem(key, whose.host);
      const shape = item && ownerlessShapes[item.name];
      return shape ? [{name: item.name, items: createItems(item.name, whose, shape), shape, of: item.of}] : [];
    });
    const held = await Promise.all(found.map(({items, of}) => items.read(of)));
    return found.filter(({shape}, index) => !dequal(held[index]?.ownerless, shape.read(undefined)));
  }

  const find = async () => findIn(listedOf(await sendToBackground({type: 'list-kept'})));

  async function answer(work: () => Promise<unknown>): Promise<void> {
    try {
      // Whoever signed in meanwhile cannot say what is the page's user's.
      await whose.assertSignedIn();
      await work();
      try {
        isThere.value = (await find()).length > 0;
      } finally {
        answers.value += 1;
      }
      problem.value = undefined;
    } catch (error) {
      problem.value = problemOf(error);
    }
  }

  // Another tab can have answered: nothing is asked twice.
  onKeptChange(() => {
    if (!isThere.value) return;
    void find().then(
      found => {
        isThere.value = found.length > 0;
      },
      () => undefined,
    );
  });

  return {
    isThere,
    problem,

    async look(listed) {
      // What cannot be looked for is asked of the next time.
      isThere.value = (await findIn(listed).catch(() => [])).length > 0;
    },

    accept: () =>
      answer(async () => {
        for (const {name, shape, of} of await find()) await createMerging(name, whose, shape).adopt(of);
      }),

    decline: () =>
      answer(async () => {
        const since = now();
        for (const kind of ['not-mine', 'not-mine-synced'] as const) {
          await createItems(kind, whose, wholeOf(v.string())).update(undefined, () => since);
        }
      }),
  };
}
