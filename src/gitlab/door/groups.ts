import {Groups} from '@gitbeaker/core';
import * as v from 'valibot';
import {refusedValue} from '../errors.ts';
import {groupOf} from '../first/groups.ts';
import {pageOf, perPage, read, whole} from '../lists.ts';
import type {Group, Page, Ref, Visibility} from '../model/model.ts';
import type {LaterClient} from './client.ts';

/** Groups; source: GitLab's `lib/api/groups.rb`. */
export function groupRoutes({options}: LaterClient) {
  const groups = new Groups(options);
  return {
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
