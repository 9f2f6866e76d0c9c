import {ProjectInvitations} from '@gitbeaker/core';
import * as v from 'valibot';
import {read} from '../lists.ts';
import type {Ref, Refused} from '../model/model.ts';
import type {LaterClient} from './client.ts';

const invitedSchema = v.object({
  status: v.picklist(['success', 'error']),
  message: v.optional(v.union([v.string(), v.record(v.string(), v.string())])),
  queued_users: v.optional(v.record(v.string(), v.string())),
});

/** Invitations to a project; source: GitLab's `lib/api/invitations.rb`. */
export function invitationRoutes({options}: LaterClient) {
  const projectInvitations = new ProjectInvitations(options);
  return {
    /**
     * Invites people in one request. GitLab answers with success even where some failed, and gives those who are direct members
     * or invited already the role anew, up or down, and takes the date away on which it would have ended.
     *
     * @returns those that GitLab did not invite, and why
     */
    async invite(
      project: Ref,
      accessLevel: number,
      people: {mails: readonly string[]; userIds: readonly number[]},
    ): Promise<Refused[]> {
      // gitbeaker's type takes either mails or ids where GitLab takes both.
      const options = {
        ...(people.mails.length > 0 ? {email: people.mails.join(',')} : {}),
        ...(people.userIds.length > 0 ? {userId: people.userIds.join(',')} : {}),
      } as {email: string};
      const raw = read(invitedSchema, await projectInvitations.add(project, accessLevel, options));
      if (raw.status === 'error' && typeof raw.message === 'string') return [{who: undefined, words: raw.message}];
      const refused = raw.status === 'success' ? raw.queued_users : raw.message;
      return Object.entries(refused ?? {}).map(([who, words]) => ({who, words}));
    },

    /** @param expiresAt the date (ISO) on which the role ends; it stays as it is without one */
    async setInvitationRole(project: Ref, mail: string, accessLevel: number, expiresAt?: string): Promise<void> {
      await projectInvitations.edit(project, mail, {accessLevel, ...(expiresAt === undefined ? {} : {expiresAt})});
    },

    async takeInvitationBack(project: Ref, mail: string): Promise<void> {
      await projectInvitations.remove(project, mail);
    },
  };
}
