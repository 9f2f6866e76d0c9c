import type {Whose} from '../browser/found-items.ts';
import type {Items} from '../browser/items.ts';
import {createMerging} from '../browser/merging-items.ts';
import type {Flow} from './flow.ts';
import {flowIdsShape, flowShape} from './flow-shapes.ts';

/**
 * Gives flows that were kept before keys had their user their new keys. They hold whose they are.
 *
 * @param ids of those that were kept so
 */
export async function adoptFlows(
  whose: Whose,
  ids: readonly string[],
  index: Items<readonly string[]>,
  items: Items<Flow | undefined>,
): Promise<void> {
  const me = await whose.userId();
  const own = new Set<string>();
  let isOthers = false;
  for (const id of ids) {
    const held = await items.read(id);
    const {ownerless} = held;
    if (held.own !== undefined) own.add(id);
    if (ownerless === undefined) continue;
    if (ownerless.userId !== me) {
      isOthers = true;
      continue;
    }
    await createMerging('flow', whose, flowShape).adopt(id);
    await index.update(undefined, ({own}) => [...new Set([...own, id])]);
    own.add(id);
  }
  if (isOthers) return;
  await createMerging('flows', whose, flowIdsShape).adopt();
  await index.update(undefined, held => held.own.filter(id => own.has(id) || !ids.includes(id)));
}
