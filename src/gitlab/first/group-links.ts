import * as v from 'valibot';
import type {GroupLink} from '../model/model.ts';
import {end, id} from '../value-schemas.ts';

/** What is told of a group that a project or a group is shared with. */
export const groupLinkSchema = v.object({group_id: id, group_access_level: v.number(), expires_at: v.optional(end)});

/** As the model has it. */
export function groupLinkOf(raw: v.InferOutput<typeof groupLinkSchema>): GroupLink {
  return {id: raw.group_id, accessLevel: raw.group_access_level, expiresAt: raw.expires_at ?? undefined};
}
