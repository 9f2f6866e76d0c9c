import * as v from 'valibot';
import {readKept, writeKept} from '../browser/kept.ts';
import type {View} from './view.ts';

const viewSchema = v.object({
  text: v.string(),
  segment: v.string(),
  check: v.string(),
  verdict: v.picklist(['pass', 'fail', 'todo', 'unknown', 'waived', 'open', '']),
  mine: v.boolean(),
  sort: v.picklist(['name', 'segment', 'progress', 'activity', 'read']),
  descending: v.boolean(),
});

const savedSchema = v.array(v.object({name: v.string(), view: viewSchema}));

/** A view that a person gave a name. */
export interface SavedView {
  readonly name: string;
  readonly view: View;
}

const keyOf = (host: string) => `views:1:${host}`;

/** The views that were saved, by name. @throws NotKept where the browser does not give them */
export async function readViews(host: string): Promise<readonly SavedView[]> {
  return readKept('sync', keyOf(host), savedSchema, []);
}

/** Saves a view under a name, in the place of one that has it. @returns all. @throws NotKept where it is not kept */
export async function saveView(host: string, saved: SavedView): Promise<readonly SavedView[]> {
  const others = (await readViews(host)).filter(({name}) => name !== saved.name);
  const all = [...others, saved].sort((one, other) => one.name.localeCompare(other.name));
  await writeKept('sync', keyOf(host), all);
  return all;
}

/** Forgets the view of a name. @returns the others. @throws NotKept where that is not kept */
export async function forgetView(host: string, name: string): Promise<readonly SavedView[]> {
  const others = (await readViews(host)).filter(other => other.name !== name);
  await writeKept('sync', keyOf(host), others);
  return others;
}
