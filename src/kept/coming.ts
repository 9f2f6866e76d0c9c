import {dequal} from 'dequal/lite';
import type {Whose} from '../browser/found-items.ts';
import type {KindName} from '../browser/item-kinds.ts';
import {createItems} from '../browser/items.ts';
import {journalShape, recordShape} from '../checklist/kept-shapes.ts';
import {groupChecks, projectChecks} from '../customer/checks/index.ts';
import {keptTexts} from '../texts/kept.ts';
import {type Incoming, newer, newSettings, shapes} from './backup.ts';
import {journalOf, pathIn} from './customer-path.ts';

/** What a file changes here, of one customer or of none. */
export interface Coming {
  /** Full path of the project or group; `''` for what is no customer's. */
  readonly where: string;
  readonly words: readonly string[];
}

type KeptRecord = ReturnType<typeof recordShape.read>;

const texts = keptTexts.coming;

const titles: ReadonlyMap<string, string> = new Map(
  [...projectChecks, ...groupChecks].map(({id, title}) => [id, title]),
);

/** How many there are of what a value holds: a list's entries, an object's fields and those of its lists. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== 'object' || value === null) return value === undefined ? 0 : 1;
  return Object.values(value).reduce((sum: number, part: unknown) => sum + sizeOf(part), 0);
}

function some(count: number, words: (count: number) => string): readonly string[] {
  return count === 0 ? [] : [words(count)];
}

function recordWords(own: KeptRecord, next: KeptRecord): readonly string[] {
  const named = (ids: readonly string[]) => ids.map(id => titles.get(id) ?? texts.unknownRow);
  const changed = (part: 'ticks' | 'waivers', words: string) => {
    const ids = Object.keys(next[part]).filter(id => own[part][id]?.at !== next[part][id]?.at);
    const isHere = (id: string) => own[part][id] !== undefined;
    const [more, anew] = [named(ids.filter(id => !isHere(id))), named(ids.filter(isHere))];
    return [
      ...(more.length === 0 ? [] : [texts.ofRows(words, more)]),
      ...(anew.length === 0 ? [] : [texts.ofRowsAnew(words, anew)]),
    ];
  };
  return [
    ...changed('ticks', texts.tickedOff),
    ...changed('waivers', texts.doesNotApply),
    ...(own.playbook === next.playbook ? [] : [texts.playbook]),
    ...(own.waiting === undefined && next.waiting !== undefined ? [texts.mergeRequest] : []),
  ];
}

function wordsOf(name: KindName, own: unknown, next: unknown): readonly string[] {
  const count = sizeOf(next) - sizeOf(own);
  switch (name) {
    case 'customer':
      return recordWords(recordShape.read(own), recordShape.read(next));
    case 'journal':
      return some(count, texts.entries);
    case 'draft':
      return dequal(own, next) ? [] : [texts.draft];
    case 'texts':
      return count > 0 ? [texts.texts] : [];
    case 'people':
      return some(count, texts.people);
    case 'brackets':
      return some(count, texts.brackets);
    case 'filled':
      return some(count, texts.filled);
    case 'flow':
      return own === undefined ? [texts.flow] : [];
    case 'views':
      return some(count, texts.views);
    default:
      return [];
  }
}

/**
 * What a file adds here or replaces by what is newer, by customer: what was taken away here since it was exported comes back with it.
 *
 * @throws NotKept where the browser does not give what is kept
 */
export async function comingOf(
  whose: Whose,
  {items, settings}: Pick<Incoming, 'items' | 'settings'>,
): Promise<readonly Coming[]> {
  const journals = createItems('journal', whose, journalShape);
  const brought = new Map(
    items.flatMap(({name, of, value}) =>
      name === 'journal' && of !== undefined ? [[of, journalShape.read(value)] as const] : [],
    ),
  );
  const whereOf = async (of: string) => {
    const id = journalOf(of);
    const {own, ownerless} = await journals.read(id);
    return pathIn([...own, ...ownerless]) ?? pathIn(brought.get(id) ?? []) ?? texts.pathNotKnown;
  };
  const all = new Map<string, string[]>();
  for (const {name, of, value} of items) {
    const shape = shapes[name];
    if (shape === undefined) continue;
    const {own} = await createItems(name, whose, shape).read(of);
    const words = wordsOf(name, own, shape.read(shape.merge(own, value, newer)));
    if (words.length === 0) continue;
    const id = of === undefined || name === 'flow' ? '' : journalOf(of);
    all.set(id, [...(all.get(id) ?? []), ...words]);
  }
  const added = some((await newSettings({settings})).length, texts.settings);
  if (added.length > 0) all.set('', [...(all.get('') ?? []), ...added]);
  return Promise.all([...all].map(async ([id, words]) => ({where: id === '' ? '' : await whereOf(id), words})));
}
