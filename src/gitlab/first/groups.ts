import * as v from 'valibot';
import {read} from '../lists.ts';
import {orNone} from '../missing.ts';
import type {Group, GroupLink, Ref} from '../model/model.ts';
import {isDoomed} from '../model/names.ts';
import {id, someText, visibility, webUrl} from '../value-schemas.ts';
import type {Client} from './client.ts';
import {groupLinkOf, groupLinkSchema} from './group-links.ts';

const groupSchema = v.object({
  id,
  name: someText,
  full_path: someText,
  web_url: webUrl,
  visibility,
  avatar_url: v.nullish(webUrl),
  created_at: v.nullish(v.string()),
  shared_with_groups: v.optional(v.array(groupLinkSchema)),
  archived: v.optional(v.boolean(), false),
  marked_for_deletion_on: v.nullish(v.string()),
});

/** A group, as the model has it. @throws GitLabError where it is not told as a whole group */
export function groupOf(body: unknown): Group {
  const raw = read(groupSchema, body);
  return {
    id: raw.id,
    name: raw.name,
    path: raw.full_path,
    webUrl: raw.web_url,
    visibility: raw.visibility,
    avatarUrl: raw.avatar_url ?? undefined,
    sharedWith: raw.shared_with_groups?.map(groupLinkOf),
    // `archived` is told of the group or one above it, `marked_for_deletion_on` of the group alone (GitLab's
    // `lib/api/entities/group.rb`); one above that is scheduled for deletion is seen by its path.
    isGoing: raw.archived || raw.marked_for_deletion_on != null || isDoomed(raw.full_path),
    createdAt: raw.created_at ?? undefined,
    markedForDeletionOn: raw.marked_for_deletion_on ?? undefined,
  };
}

/** A group; source: GitLab's `lib/api/groups.rb`. */
export function oneGroupRoutes({groupUrl, send}: Client) {
  const one = async (group: Ref) => groupOf(await send('GET', `${groupUrl(group)}?with_projects=false`));
  return {
    async group(group: Ref): Promise<Group> {
      return one(group);
    },

    /** The groups that a group is shared with; undefined where GitLab does not show the group, or does not say. */
    async groupLinks(group: Ref): Promise<readonly GroupLink[] | undefined> {
      return (await orNone(one(group)))?.sharedWith;
    },
  };
}
