import * as v from 'valibot';
import {read, wholeList} from '../lists.ts';
import type {Label, Ref} from '../model/model.ts';
import {id, someText} from '../value-schemas.ts';
import type {Client} from './client.ts';

/** A label, as GitLab tells of one. */
export const labelSchema = v.object({id, name: someText, subscribed: v.boolean()});

/** `archived`: source GitLab's `lib/api/helpers/label_helpers.rb`; versions before 18.10 ignore it. */
const ownOnly = '&archived=false&include_ancestor_groups=false';

/** Labels of a project and its group; source: GitLab's `lib/api/labels.rb` and `group_labels.rb`. */
export function ownLabelRoutes({projectUrl, groupUrl, page, send}: Client) {
  const all = (owner: string) => wholeList(labelSchema, number => page(`${owner}/labels`, number, ownOnly));
  return {
    /** The project's own labels, without archived ones and those of the groups above; `subscribed` tells of this project. */
    async projectLabels(project: Ref): Promise<Label[]> {
      return all(projectUrl(project));
    },

    /** One label of the project or a group above; `subscribed` tells of this project. */
    async projectLabel(project: Ref, labelId: number): Promise<Label> {
      return read(labelSchema, await send('GET', `${projectUrl(project)}/labels/${labelId}`));
    },

    /** The group's own unarchived labels; `subscribed` tells of the whole group. */
    async groupLabels(group: Ref): Promise<Label[]> {
      return all(groupUrl(group));
    },
  };
}
