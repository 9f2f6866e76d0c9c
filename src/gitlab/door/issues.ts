import * as v from 'valibot';
import type {Client} from '../first/client.ts';
import {wholeList} from '../lists.ts';
import type {Issue, Ref} from '../model/model.ts';
import {id, someText, webUrl} from '../value-schemas.ts';

const issueSchema = v.object({
  iid: id,
  title: v.string(),
  web_url: webUrl,
  created_at: v.string(),
  author: v.nullish(v.object({name: someText})),
  labels: v.optional(v.array(v.string()), []),
  milestone: v.nullish(v.object({title: v.string(), group_id: v.nullish(v.number())})),
});

/** Issues; source: GitLab's `lib/api/issues.rb`. */
export function issueRoutes({projectUrl, page, send}: Client) {
  return {
    async issues(project: number, state: 'opened' | 'all'): Promise<Issue[]> {
      const raw = await wholeList(issueSchema, number =>
        page(`${projectUrl(project)}/issues`, number, `&state=${state}`),
      );
      return raw.map(issue => ({
        iid: issue.iid,
        title: issue.title,
        webUrl: issue.web_url,
        author: issue.author?.name ?? '',
        createdAt: issue.created_at,
        labels: issue.labels,
        groupMilestone: issue.milestone?.group_id ? issue.milestone.title : undefined,
      }));
    },

    async setIssueState(project: Ref, iid: number, state: 'close' | 'reopen'): Promise<void> {
      await send('PUT', `${projectUrl(project)}/issues/${iid}`, {state_event: state});
    },

    async deleteIssue(project: Ref, iid: number): Promise<void> {
      await send('DELETE', `${projectUrl(project)}/issues/${iid}`);
    },
  };
}
