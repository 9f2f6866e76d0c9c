import * as v from 'valibot';
import {readKept, writeKept} from '../browser/kept.ts';

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

/** Whose views: those of a user on a GitLab host, by the host's name. */
export interface Owner {
  readonly host: string;
  readonly userId: number;
}

const keyOf = ({host, userId}: Owner) => `views:2:${host}:${userId}`;

/** The views that a user saved, by name. @throws NotKept where the browser does not give them */
export async function readViews(owner: Owner): Promise<readonly SavedView[]> {
  return readKept('sync', keyOf(owner), v.array(savedViewSchema), []);
}

/** Saves a view under a name, in the place of one that has it. @returns all. @throws NotKept where it is not kept */
export async function saveView(owner: Owner, saved: SavedView): Promise<readonly SavedView[]> {
  const others = (await readViews(owner)).filter(({name}) => name !== saved.name);
  const all = [...others, saved].sort((one, other) => one.name.localeCompare(other.name));
  await writeKept('sync', keyOf(owner), all);
  return all;
}

/** Forgets the view of a name. @returns the others. @throws NotKept where that is not kept */
export async function forgetView(owner: Owner, name: string): Promise<readonly SavedView[]> {
  const others = (await readViews(owner)).filter(other => other.name !== name);
  await writeKept('sync', keyOf(owner), others);
  return others;
}
