import * as v from 'valibot';
import {wholeList} from '../lists.ts';
import type {Member, Ref} from '../model/model.ts';
import {end, id, someText, told} from '../value-schemas.ts';
import type {Client} from './client.ts';

/** A member, as GitLab tells of one. */
export const memberSchema = v.object({
  id,
  name: someText,
  username: someText,
  access_level: v.number(),
  state: someText,
  public_email: v.nullable(v.string()),
  expires_at: end,
  // Only GitLab's Enterprise Edition lets memberships wait for an approval.
  membership_state: v.optional(v.string()),
  created_at: told(v.string()),
  created_by: told(v.object({id})),
});

/** As the model has it. */
export function memberOf(raw: v.InferOutput<typeof memberSchema>): Member {
  return {
    id: raw.id,
    name: raw.name,
    username: raw.username,
    accessLevel: raw.access_level,
    state: raw.state,
    publicEmail: raw.public_email || undefined,
    expiresAt: raw.expires_at?.slice(0, 10),
    isAwaiting: raw.membership_state !== undefined && raw.membership_state !== 'active',
    createdAt: raw.created_at,
    createdBy: raw.created_by?.id,
  };
}

/** Members of a project; source: GitLab's `lib/api/members.rb`. */
export function directMemberRoutes({projectUrl, page}: Client) {
  return {
    /** The project's direct members. */
    async members(project: Ref): Promise<Member[]> {
      const raw = await wholeList(memberSchema, number => page(`${projectUrl(project)}/members`, number));
      return raw.map(memberOf);
    },
  };
}
