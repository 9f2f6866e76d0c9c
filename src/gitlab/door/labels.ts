import {ProjectLabels} from '@gitbeaker/core';
import * as v from 'valibot';
import {said} from '../../texts/said.ts';
import {GitLabError} from '../errors.ts';
import {labelSchema} from '../first/labels.ts';
import {whole, wholeList} from '../lists.ts';
import type {Label, Ref} from '../model/model.ts';
import type {LaterClient} from './client.ts';

/** Labels of projects; source: GitLab's `lib/api/labels.rb` and `subscriptions.rb`. */
export function labelRoutes({transport, options, projectUrl}: LaterClient) {
  const projectLabels = new ProjectLabels(options);
  return {
    /** Unarchived labels of the project and the groups above whose title holds a text; `subscribed` tells of this project. */
    async labelsWith(project: Ref, text: string): Promise<Label[]> {
      // `archived`: GitLab's `lib/api/helpers/label_helpers.rb`; versions before 18.10 ignore it.
      const wanted = {archived: false, search: text};
      return wholeList(labelSchema, page => projectLabels.all(project, {...whole(page), ...wanted}));
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
