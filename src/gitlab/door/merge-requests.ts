import * as v from 'valibot';
import type {Client} from '../first/client.ts';
import {perPage, read} from '../lists.ts';
import type {MergeRequest, Ref} from '../model/model.ts';
import {id, someText, webUrl} from '../value-schemas.ts';

const byUser = v.nullish(v.object({id}));

const mergeRequestSchema = v.object({iid: id, state: someText, web_url: webUrl, author: byUser, closed_by: byUser});

function mergeRequestOf(raw: v.InferOutput<typeof mergeRequestSchema>): MergeRequest {
  return {iid: raw.iid, state: raw.state, authorId: raw.author?.id, closedById: raw.closed_by?.id};
}

/** Merge requests; source: GitLab's `lib/api/merge_requests.rb`. */
export function mergeRequestRoutes({projectUrl, send}: Client) {
  const one = async (method: string, project: Ref, path: string, body?: object) =>
    mergeRequestOf(read(mergeRequestSchema, await send(method, `${projectUrl(project)}/merge_requests${path}`, body)));
  return {
    /** Makes a merge request of a branch, which is deleted when it is merged. Resolves to its number. */
    async createMergeRequest(project: Ref, source: string, target: string, title: string): Promise<number> {
      const branches = {source_branch: source, target_branch: target, remove_source_branch: true};
      return (await one('POST', project, '', {...branches, title})).iid;
    },

    async mergeRequest(project: Ref, iid: number): Promise<MergeRequest> {
      return one('GET', project, `/${iid}`);
    },

    /** The open merge requests of a branch of the project itself. */
    async openMergeRequests(project: number, source: string): Promise<MergeRequest[]> {
      const wanted = new URLSearchParams({
        state: 'opened',
        source_branch: source,
        source_project_id: String(project),
        per_page: String(perPage),
      });
      const raw = await send('GET', `${projectUrl(project)}/merge_requests?${wanted}`);
      return read(v.array(mergeRequestSchema), raw).map(mergeRequestOf);
    },

    async closeMergeRequest(project: Ref, iid: number): Promise<void> {
      await one('PUT', project, `/${iid}`, {state_event: 'close'});
    },
  };
}
