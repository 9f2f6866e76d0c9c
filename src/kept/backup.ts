import * as v from 'valibot';
import {sendToBackground} from '../browser/extension.ts';
import type {Whose} from '../browser/found-items.ts';
import {type ItemName, itemOfUser, type Kind, type KindName, keptKinds, migrated} from '../browser/item-kinds.ts';
import {listedOf} from '../browser/list-items.ts';
import {createMerging} from '../browser/merging-items.ts';
import {allRemembered, type Remembered, rememberAll, rememberedOf} from '../browser/preferences.ts';
import {readRaw} from '../browser/raw-items.ts';
import type {Choose, Shape} from '../browser/shape.ts';
import {NotKept} from '../browser/storage-error.ts';
import type {Change} from '../changes/change.ts';
import {takesBack} from '../changes/kinds.ts';
import {journalShape, textsShape} from '../checklist/kept-shapes.ts';
import {createPictures} from '../checklist/picture-store.ts';
import {pictureIdOf} from '../checklist/pictures.ts';
import {viewsShape} from '../customers/saved-views.ts';
import {type Flow, logoIdOf} from '../flows/flow.ts';
import {flowIdsShape, flowShape} from '../flows/flow-shapes.ts';
import {keptTexts} from '../texts/kept.ts';
import {said} from '../texts/said.ts';
import {ownerlessShapes} from './ownerless-shapes.ts';

/** How what is exported is read and written, by its kind. */
export const shapes: Readonly<Partial<Record<KindName, Shape<unknown>>>> = {
  ...ownerlessShapes,
  flows: flowIdsShape,
  flow: flowShape,
  texts: textsShape,
  views: viewsShape,
};

const backupSchema = v.object({
  format: v.literal('csm-checklist-1'),
  /** Of the extension that wrote it. */
  version: v.string(),
  /** Date and time (ISO). */
  at: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}/)),
  host: v.string(),
  userId: v.number(),
  items: v.array(v.unknown()),
  /** By their ids, as base64. */
  pictures: v.optional(v.record(v.string(), v.unknown()), {}),
});

const itemSchema = v.object({
  kind: v.string(),
  version: v.number(),
  of: v.optional(v.string()),
  value: v.unknown(),
});

/** All that is kept of a user, as one file holds it. There is no token in it, because none is kept. */
export type Backup = v.InferOutput<typeof backupSchema>;

/** What comes in with a file. */
export interface Incoming {
  readonly items: readonly (ItemName & {readonly value: unknown})[];
  /** Pictures that entries of journals need, by their ids, as base64. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Settings; they come in where there is none here yet. */
  readonly settings: readonly Remembered[];
  /** How much of the file is not understood and stays out. */
  readonly odd: number;
  /** Date and time (ISO) of the file. */
  readonly at: string;
}

/** Why a file is not taken in; its message says so, and what to do. */
export class NoBackup extends Error {}

const {noBackup} = keptTexts;

const settingOf = ({kind, version, value}: v.InferOutput<typeof itemSchema>) =>
  rememberedOf(`${kind}:${version}`, value);

/** The ids of the pictures that an item names. */
function picturesIn(name: KindName, value: unknown): string[] {
  if (name === 'journal') return journalShape.read(value).flatMap(entry => pictureIdOf(entry) ?? []);
  const flow = name === 'flow' ? flowShape.read(value) : undefined;
  // No flow has another's.
  return flow?.kind === 'new-customer' && flow.plan.picture === logoIdOf(flow.id) ? [flow.plan.picture] : [];
}

/** Everything of the user that is kept here, and the settings. @throws NotKept where the browser does not give it */
export async function createBackup(
  whose: Whose,
  about: {readonly version: string; readonly at: string},
): Promise<Backup> {
  const owner = {host: whose.host, userId: await whose.userId()};
  const keys = listedOf(await sendToBackground({type: 'list-kept'})).map(({key}) => key);
  const own = [...new Set(keys)].flatMap(key => {
    const item = itemOfUser(key, owner);
    return item && shapes[item.name] ? [{key, item}] : [];
  });
  const raws = await readRaw(
    own.map(({key}) => key),
    true,
  );
  const items = own.map(({key, item: {name, of}}) => ({
    kind: name,
    version: keptKinds[name].versions.at(-1)?.version ?? 0,
    ...(of !== undefined && {of}),
    value: raws.get(key),
  }));
  const settings = (await allRemembered().catch(() => [])).map(({key, value}) => {
    const [kind = '', version] = key.split(':');
    return {kind, version: Number(version), value};
  });
  const pictures = createPictures(whose);
  const ids = own.flatMap(({key, item}) => picturesIn(item.name, raws.get(key)));
  const read = await Promise.all(ids.map(async id => [id, await pictures.read(id)] as const));
  return {
    format: 'csm-checklist-1',
    ...about,
    ...owner,
    items: [...items, ...settings],
    pictures: Object.fromEntries(read.filter(([, base64]) => base64 !== undefined)),
  };
}

/** Whether something takes back a change of this project or group, and deletes no issue. */
function isUndoOf(of: string, undo: Change): boolean {
  if (!takesBack(undo) || (undo.kind === 'issues' && undo.action === 'delete')) return false;
  if (undo.kind === 'side') return true;
  return of === ('groupId' in undo && !('projectId' in undo) ? `group-${undo.groupId}` : `project-${undo.projectId}`);
}

/**
 * A journal whose undos are those of its own project or group. Entries of which it was not known how they ended stay out: what a file
 * says of them would be looked up, and taken back, as what was sent from here.
 */
function withOwnUndos(of: string, journal: unknown): unknown {
  return journalShape
    .read(journal)
    .filter(({sent}) => sent === undefined)
    .map(({undo, undoSent: _sent, undoSentAt: _at, ...words}) =>
      undo && isUndoOf(of, undo) ? {...words, undo} : words,
    );
}

/**
 * A guided flow without what it made: a file is no evidence of it, so nothing is deleted by its word. Taking the flow back says what
 * stays.
 */
function withoutTraces(flow: Flow): Flow {
  const steps = Object.entries(flow.steps).map(([id, step]) => {
    const {madeId, sent, sentAt: _sentAt, ...rest} = step;
    return [id, madeId === undefined && !sent ? rest : {...rest, sent: true}] as const;
  });
  return {...flow, steps: Object.fromEntries(steps)};
}

/**
 * Looks what a file brings, entry by entry; nothing is taken in yet.
 *
 * @throws NoBackup where it is none, or somebody else's
 */
export function readBackup(text: string, owner: {readonly host: string; readonly userId: number}): Incoming {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NoBackup(noBackup.notWhole);
  }
  const result = v.safeParse(backupSchema, json);
  if (!result.success) throw new NoBackup(noBackup.notUnderstood);
  const {host, userId, items, pictures, at} = result.output;
  if (host !== owner.host) throw new NoBackup(noBackup.ofOtherHost(host, owner.host));
  if (userId !== owner.userId) throw new NoBackup(noBackup.ofOtherUser);
  let odd = 0;
  const settings: Remembered[] = [];
  const incoming = items.flatMap(raw => {
    const named = v.safeParse(itemSchema, raw);
    const setting = named.success && named.output.of === undefined ? settingOf(named.output) : undefined;
    if (setting) {
      settings.push(setting);
      return [];
    }
    const found = itemOf(raw, userId);
    if (found === undefined) odd += 1;
    else odd += found.odd;
    return found ? [found] : [];
  });
  const needed = incoming.flatMap(({name, value}) => picturesIn(name, value));
  const brought = needed.flatMap(id => {
    const base64 = Object.hasOwn(pictures, id) ? pictures[id] : undefined;
    return typeof base64 === 'string' ? [[id, base64] as const] : [];
  });
  return {items: incoming, settings, pictures: new Map(brought), odd, at};
}

function itemOf(
  raw: unknown,
  userId: number,
): (ItemName & {readonly value: unknown; readonly odd: number}) | undefined {
  const result = v.safeParse(itemSchema, raw);
  if (!result.success || !Object.hasOwn(shapes, result.output.kind)) return undefined;
  const {version, of} = result.output;
  const name = result.output.kind as KindName;
  const kind: Kind = keptKinds[name];
  const shape = shapes[name];
  if (!kind.versions.some(known => known.version === version)) return undefined;
  const value = migrated(kind, version, result.output.value);
  if (!shape?.isUnderstood(value)) return undefined;
  if (kind.of === undefined ? of !== undefined : of === undefined || !kind.of.test(of)) return undefined;
  // Only what is understood comes in.
  const understood = shape.write(undefined, shape.read(value));
  if (name === 'flow') {
    const flow = flowShape.read(understood);
    if (flow === undefined || flow.id !== of || flow.userId !== userId) return undefined;
    return {name, of, odd: 0, value: flowShape.write(undefined, withoutTraces(flow))};
  }
  return {name, of, odd: shape.odd(value), value: name === 'journal' ? withOwnUndos(of ?? '', understood) : understood};
}

/** The settings of a file that are missing here. */
export async function newSettings({settings}: Pick<Incoming, 'settings'>): Promise<readonly Remembered[]> {
  const here = new Set((await allRemembered().catch(() => [])).map(({key}) => key));
  return settings.filter(({key}) => !here.has(key));
}

/** Of two that are the same the newer one stays, where they have a date; the own one otherwise. */
export const newer: Choose = (own, other) => {
  const at = (value: unknown) =>
    typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'string' ? value.at : '';
  return at(other) > at(own) ? other : own;
};

/**
 * Takes a file's items in. Nothing that is kept here goes, and what was taken away here since comes back: say so before.
 *
 * @returns how many items could not be taken in, because another version wrote what is kept here
 * @throws NotKept where the browser does not keep them; what was taken in before that stays
 */
export async function takeIn(whose: Whose, {items, settings, pictures}: Incoming): Promise<number> {
  const kept = createPictures(whose);
  for (const [id, base64] of pictures) await kept.put(id, base64);
  let left = 0;
  for (const {name, of, value} of items) {
    const shape = shapes[name];
    if (shape && !(await createMerging(name, whose, shape).merge(of, value, newer))) left += 1;
  }
  await rememberAll(await newSettings({settings})).catch(() => {
    throw new NotKept(said('browser.settingsNotKept'));
  });
  return left;
}
