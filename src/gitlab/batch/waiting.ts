import * as v from 'valibot';
import {GitLabError} from '../errors.ts';
import {read} from '../lists.ts';
import type {Transport} from '../transport.ts';
import {told} from '../value-schemas.ts';

const groupSchema = v.object({prevent_sharing_groups_outside_hierarchy: told(v.boolean())});

/** Tells whether members of anything below a top-level group can be waiting for an approval: so it is where GitLab does not say. */
export type ReadWaiting = (topLevel: string) => Promise<boolean>;

/**
 * Members wait where their top-level group has a limit of users, which shuts it to groups from outside whenever it is saved: GitLab's
 * `set_prevent_sharing_groups_outside_hierarchy` in `ee/app/models/ee/namespace_setting.rb`. Who may read the group is told of that
 * (`lib/api/entities/group_detail.rb`), and of the limit only an Owner.
 *
 * @param host address of the GitLab host without a trailing slash
 */
export function createWaitingReader(host: string, transport: Transport): ReadWaiting {
  return async topLevel => {
    const url = `${host}/api/v4/groups/${encodeURIComponent(topLevel)}?with_projects=false`;
    try {
      const {body} = await transport({method: 'GET', url});
      return read(groupSchema, body).prevent_sharing_groups_outside_hierarchy !== false;
    } catch (error) {
      if (error instanceof GitLabError) return true;
      throw error;
    }
  };
}
