import {GroupLabels, ProjectLabels} from '@gitbeaker/core';
import * as v from 'valibot';
import {said} from '../../texts/said.ts';
import {GitLabError} from '../errors.ts';
import {read, whole, wholeList} from '../lists.ts';
import type {Label, Ref} from '../model/model.ts';
import {id, someText} from '../value-schemas.ts';
import type {Client} from './client.ts';

const labelSchema = v.object({id, name: someText, subscribed: v.boolean()});

/** Source: GitLab's `lib/api/helpers/label_helpers.rb`; versions before 18.10 ignore it. */
const unarchived = {archived: false};

const ownOnly = {...unarchived, includeAncestorGroups: false};

/** Labels of projects and groups; source: GitLab's `lib/api/labels.rb`, `group_labels.rb` and `subscriptions.rb`. */
export function labelRoutes({transport, options, projectUrl}: Client) {
  const projectLabels = new ProjectLabels(options);
  const groupLabels = new GroupLabels(options);
  return {
    /** The project's own labels, without archived ones and those of the groups above; `subscribed` tells of this project. */
    async projectLabels(project: Ref): Promise<Label[]> {
      return wholeList(labelSchema, page => projectLabels.all(project, {...whole(page), ...ownOnly}));
    },

    /** Unarchived labels of the project and the groups above whose title holds a text; `subscribed` tells of this project. */
    async labelsWith(project: Ref, text: string): Promise<Label[]> {
      return wholeList(labelSchema, page => projectLabels.all(project, {...whole(page), ...unarchived, search: text}));
    },

    /** One label of the project or a group above; `subscribed` tells of this project. */
    async projectLabel(project: Ref, labelId: number): Promise<Label> {
      return read(labelSchema, await projectLabels.show(project, labelId));
    },

    /** The group's own unarchived labels; `subscribed` tells of the whole group. */
    async groupLabels(group: Ref): Promise<Label[]> {
      return wholeList(labelSchema, page => groupLabels.all(group, {...whole(page), ...ownOnly}));
    },

    /**
     * Subscribes to a label of the project or of a group above, for this project, or takes that back. By the label's id: GitLab
     * reads a title such as “12 months” as an id.
     *
     * @returns whether it was not so already, or may have become so by a try whose answer was lost
     */
    async setSubscription(project: Ref, labelId: number, subscribed: boolean): Promise<boolean> {
      // gitbeaker's own function for it asks the route of issues.
      const url = `${projectUrl(project)}/labels/${labelId}/${subscribed ? 'subscribe' : 'unsubscribe'}`;
      const {status, body, isAfterOpenTry = false} = await transport({method: 'POST', url});
      // One that is still subscribed to is so for its group.
      if (subscribed && v.is(v.object({subscribed: v.literal(false)}), body)) {
        throw new GitLabError('unavailable', said('gitlab.notSubscribed'));
      }
      return status === 201 || isAfterOpenTry;
    },
  };
}
