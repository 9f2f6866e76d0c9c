import {Groups} from '@gitbeaker/core';
import * as v from 'valibot';
import {refusedValue} from '../errors.ts';
import {groupLinkOf, groupLinkSchema} from '../first/group-links.ts';
import {pageOf, perPage, read, whole} from '../lists.ts';
import {orNone} from '../missing.ts';
import type {Group, GroupLink, Page, Ref, Visibility} from '../model/model.ts';
import {isDoomed} from '../model/names.ts';
import {id, someText, visibility, webUrl} from '../value-schemas.ts';
import type {LaterClient} from './client.ts';

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

function groupOf(body: unknown): Group {
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

/** Groups; source: GitLab's `lib/api/groups.rb`. */
export function groupRoutes({options}: LaterClient) {
  const groups = new Groups(options);
  const one = async (group: Ref) => groupOf(await groups.show(group, {withProjects: false}));
  return {
    async group(group: Ref): Promise<Group> {
      return one(group);
    },

    /** The groups that a group is shared with; undefined where GitLab does not show the group, or does not say. */
    async groupLinks(group: Ref): Promise<readonly GroupLink[] | undefined> {
      return (await orNone(one(group)))?.sharedWith;
    },

    async setGroupVisibility(group: Ref, visibility: Visibility): Promise<void> {
      await groups.edit(group, {visibility});
    },

    /** The first hundred groups below one, in any depth, whose name or path holds a text. */
    async groupsBelow(group: Ref, search: string): Promise<Group[]> {
      const raw = await groups.allDescendantGroups(group, {perPage, maxPages: 1, search});
      return read(v.array(v.unknown()), raw).map(groupOf);
    },

    /** One page of the groups below one, in any depth. */
    async groupsUnder(group: Ref, page = 1): Promise<Page<Group>> {
      const raw = await groups.allDescendantGroups(group, whole(page));
      return pageOf(read(v.array(v.unknown()), raw.data).map(groupOf), raw.paginationInfo);
    },

    /** Creates a private subgroup. */
    async createSubgroup(parentId: number, name: string, path: string): Promise<Group> {
      return groupOf(await groups.create(name, path, {parentId, visibility: 'private'}).catch(refusedValue));
    },

    async deleteGroup(group: Ref): Promise<void> {
      await groups.remove(group);
    },
  };
}
