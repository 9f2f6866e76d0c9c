import * as v from 'valibot';
import {wholeList} from '../lists.ts';
import type {Invitation, Ref} from '../model/model.ts';
import {end, someText, told} from '../value-schemas.ts';
import type {Client} from './client.ts';

const invitationSchema = v.object({
  invite_email: someText,
  access_level: v.number(),
  expires_at: end,
  created_at: told(v.string()),
  created_by_name: told(v.string()),
});

/** Open invitations to a project; source: GitLab's `lib/api/invitations.rb`. */
export function openInvitationRoutes({projectUrl, page}: Client) {
  return {
    async invitations(project: Ref): Promise<Invitation[]> {
      const raw = await wholeList(invitationSchema, number => page(`${projectUrl(project)}/invitations`, number));
      return raw.map(invitation => ({
        email: invitation.invite_email,
        accessLevel: invitation.access_level,
        expiresAt: invitation.expires_at?.slice(0, 10),
        createdAt: invitation.created_at,
        createdByName: invitation.created_by_name,
      }));
    },
  };
}
