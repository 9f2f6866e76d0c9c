import {GroupMembers, ProjectMembers} from '@gitbeaker/core';
import * as v from 'valibot';
import {memberOf, memberSchema} from '../first/members.ts';
import {pageOf, read, whole, wholeList} from '../lists.ts';
import {orNone} from '../missing.ts';
import type {Member, Page, Ref} from '../model/model.ts';
import type {LaterClient} from './client.ts';

const accessSchema = v.object({access_level: v.number()});

/** The access level in what is told of one member; undefined where there is no such member. */
function levelIn(member: Promise<unknown>): Promise<number | undefined> {
  return orNone(member.then(raw => read(accessSchema, raw).access_level));
}

/** Members of projects and groups; source: GitLab's `lib/api/members.rb`. */
export function memberRoutes({options}: LaterClient) {
  const projectMembers = new ProjectMembers(options);
  const groupMembers = new GroupMembers(options);
  const all = async (readPage: (page: number) => Promise<unknown>) =>
    (await wholeList(memberSchema, readPage)).map(memberOf);
  return {
    /** The user's access level in the project, from wherever it comes; undefined for one who is no member. */
    async accessLevel(project: Ref, userId: number): Promise<number | undefined> {
      return levelIn(projectMembers.show(project, userId, {includeInherited: true}));
    },

    /** The same for a group. */
    async groupAccessLevel(group: Ref, userId: number): Promise<number | undefined> {
      return levelIn(groupMembers.show(group, userId, {includeInherited: true}));
    },

    /** Whether the user is a member of the group itself, not only of one above it. */
    async isDirectMember(group: Ref, userId: number): Promise<boolean> {
      return ((await levelIn(groupMembers.show(group, userId))) ?? 0) > 0;
    },

    /** Everybody with access to the project: direct, inherited and through invited groups. */
    async everybody(project: Ref): Promise<Member[]> {
      return all(page => projectMembers.all(project, {...whole(page), includeInherited: true}));
    },

    /** Everybody with access to the group: direct, inherited and through invited groups. */
    async groupEverybody(group: Ref): Promise<Member[]> {
      return all(page => groupMembers.all(group, {...whole(page), includeInherited: true}));
    },

    /** The ids on one page of a group's members, inherited ones included. */
    async groupMemberIds(group: Ref, page = 1): Promise<Page<number>> {
      const raw = await groupMembers.all(group, {...whole(page), includeInherited: true});
      const ids = read(v.array(memberSchema), raw.data).map(member => member.id);
      return pageOf(ids, raw.paginationInfo);
    },

    /** Which of these users are members of the group, inherited ones included; at most 100 users. */
    async groupMembersAmong(group: Ref, userIds: readonly number[]): Promise<number[]> {
      const raw = await wholeList(memberSchema, page =>
        groupMembers.all(group, {...whole(page), includeInherited: true, userIds: [...userIds]}),
      );
      return raw.map(member => member.id);
    },

    /** @param expiresAt the date (ISO) on which the role ends; it stays as it is without one */
    async setMemberRole(project: Ref, userId: number, accessLevel: number, expiresAt?: string): Promise<void> {
      await projectMembers.edit(project, userId, accessLevel, {...(expiresAt === undefined ? {} : {expiresAt})});
    },

    async removeMember(project: Ref, userId: number): Promise<void> {
      await projectMembers.remove(project, userId);
    },
  };
}
