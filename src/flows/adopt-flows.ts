import type {Items, Whose} from '../browser/items.ts';
import type {Flow} from './flow.ts';

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
    await items.adopt(id);
    await index.update(undefined, ({own}) => [...new Set([...own, id])]);
    own.add(id);
  }
  if (isOthers) return;
  await index.adopt();
  await index.update(undefined, held => held.own.filter(id => own.has(id) || !ids.includes(id)));
}
