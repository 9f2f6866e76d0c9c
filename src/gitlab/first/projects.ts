import * as v from 'valibot';
import {read} from '../lists.ts';
import type {Project, Ref} from '../model/model.ts';
import {id, someText, visibility, webUrl} from '../value-schemas.ts';
import type {Client} from './client.ts';
import {groupLinkOf, groupLinkSchema} from './group-links.ts';

/** An address of which the path can be read. */
const readableUrl = v.pipe(
  v.string(),
  v.check(address => {
    try {
      decodeURIComponent(new URL(address).pathname);
      return true;
    } catch {
      return false;
    }
  }),
);

const projectSchema = v.object({
  id,
  name: someText,
  path_with_namespace: someText,
  web_url: webUrl,
  visibility,
  avatar_url: v.nullish(v.string()),
  created_at: v.string(),
  creator_id: v.nullish(v.number()),
  last_activity_at: v.nullish(v.string()),
  updated_at: v.nullish(v.string()),
  open_issues_count: v.optional(v.number()),
  default_branch: v.nullish(v.string()),
  empty_repo: v.optional(v.boolean(), false),
  readme_url: v.nullish(readableUrl),
  namespace: v.object({id, name: someText, full_path: someText}),
  shared_with_groups: v.optional(v.array(v.object({...groupLinkSchema.entries, group_name: someText})), []),
  archived: v.optional(v.boolean(), false),
  marked_for_deletion_on: v.nullish(v.string()),
  emails_disabled: v.nullish(v.boolean()),
});

function pathInReadmeUrl(url: string, branch: string): string | undefined {
  const [, place] = new URL(url).pathname.split('/-/blob/');
  const path = place && decodeURIComponent(place);
  return path?.startsWith(`${branch}/`) ? path.slice(branch.length + 1) : undefined;
}

/** @throws GitLabError where it is not told as a whole project */
export function projectOf(body: unknown): Project {
  const raw = read(projectSchema, body);
  const branch = raw.empty_repo ? null : (raw.default_branch ?? null);
  return {
    id: raw.id,
    name: raw.name,
    path: raw.path_with_namespace,
    webUrl: raw.web_url,
    visibility: raw.visibility,
    avatar: !raw.avatar_url ? 'none' : raw.avatar_url.includes('/uploads/-/system/') ? 'uploaded' : 'repository',
    avatarUrl: raw.avatar_url ?? undefined,
    createdAt: raw.created_at,
    creatorId: raw.creator_id ?? undefined,
    lastActivityAt: raw.last_activity_at ?? undefined,
    updatedAt: raw.updated_at ?? undefined,
    openIssues: raw.open_issues_count,
    defaultBranch: branch,
    ...(branch === null ? {firstBranch: raw.default_branch ?? 'main'} : {}),
    readmePath: raw.readme_url && branch ? pathInReadmeUrl(raw.readme_url, branch) : undefined,
    group: {id: raw.namespace.id, name: raw.namespace.name, path: raw.namespace.full_path},
    sharedWith: raw.shared_with_groups.map(link => ({...groupLinkOf(link), name: link.group_name})),
    archived: raw.archived,
    markedForDeletionOn: raw.marked_for_deletion_on ?? undefined,
    emailsDisabled: raw.emails_disabled ?? undefined,
  };
}

/** A project; source: GitLab's `lib/api/projects.rb`. */
export function oneProjectRoutes({projectUrl, send}: Client) {
  return {
    async project(project: Ref): Promise<Project> {
      return projectOf(await send('GET', projectUrl(project)));
    },
  };
}
