import * as v from 'valibot';
import type {Owner} from '../browser/item-kinds.ts';
import {createItems} from '../browser/items.ts';
import {listOf} from '../browser/shape.ts';

const savedViewSchema = v.object({
  name: v.string(),
  view: v.object({
    text: v.string(),
    segment: v.string(),
    check: v.string(),
    verdict: v.picklist(['pass', 'fail', 'todo', 'unknown', 'waived', 'open', '']),
    mine: v.boolean(),
    sort: v.picklist(['name', 'segment', 'progress', 'activity', 'change', 'read']),
    descending: v.boolean(),
  }),
  /** Whether archived projects and those scheduled for deletion are shown too. */
  withGone: v.boolean(),
});

/** A view that a person gave a name. */
export type SavedView = v.InferOutput<typeof savedViewSchema>;

/** Views that a user saved. */
export const viewsShape = listOf(savedViewSchema, ({name}) => name);

const itemsOf = ({host, userId}: Owner) => createItems('views', {host, userId: async () => userId}, viewsShape);

/** The views that a user saved, by name. @throws NotKept where the browser does not give them */
export async function readViews(owner: Owner): Promise<readonly SavedView[]> {
  return (await itemsOf(owner).read()).own;
}

async function change(owner: Owner, step: (views: readonly SavedView[]) => readonly SavedView[]) {
  return (await itemsOf(owner).update(undefined, ({own}) => step(own))).own;
}

/** Saves a view under a name, in the place of one that has it. @returns all. @throws NotKept where it is not kept */
export async function saveView(owner: Owner, saved: SavedView): Promise<readonly SavedView[]> {
  return change(owner, views =>
    [...views.filter(({name}) => name !== saved.name), saved].sort((one, other) => one.name.localeCompare(other.name)),
  );
}

/** Forgets the view of a name. @returns the others. @throws NotKept where that is not kept */
export async function forgetView(owner: Owner, name: string): Promise<readonly SavedView[]> {
  return change(owner, views => views.filter(other => other.name !== name));
}
