import * as v from 'valibot';

/** The parts of GitLab's answers that are used, as GitLab spells them. Nothing outside of this room sees these shapes. */

const visibility = v.picklist(['private', 'internal', 'public']);

/** An address that is followed and linked to, so nothing but the web's own kind is taken. */
const webUrl = v.pipe(v.string(), v.regex(/^https?:\/\//));

/** A Git object's id, in SHA-1 or SHA-256. */
export const objectId = v.pipe(v.string(), v.regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/));

/** GitLab's numbers of things begin with 1. */
const id = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A date (ISO), or date and time, on which something ends. */
export const end = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}/)));

/** What is only compared, and no loss where GitLab tells it in another way. */
const told = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined);

/** A text that says something: an empty name would fit every comparison. */
export const someText = v.pipe(v.string(), v.minLength(1));

const groupLink = {group_id: id, group_access_level: v.number(), expires_at: v.optional(end)};

export const projectSchema = v.object({
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
  readme_url: v.nullish(v.string()),
  namespace: v.object({id, name: someText, full_path: someText}),
  shared_with_groups: v.optional(v.array(v.object({...groupLink, group_name: someText})), []),
  archived: v.optional(v.boolean(), false),
  marked_for_deletion_on: v.nullish(v.string()),
  emails_disabled: v.nullish(v.boolean()),
});

export const groupSchema = v.object({
  id,
  name: someText,
  full_path: someText,
  web_url: webUrl,
  visibility,
  avatar_url: v.nullish(webUrl),
  created_at: v.nullish(v.string()),
  shared_with_groups: v.optional(v.array(v.object(groupLink))),
  archived: v.optional(v.boolean(), false),
  marked_for_deletion_on: v.nullish(v.string()),
});

export const listedProjectSchema = v.object({
  id,
  name: someText,
  path_with_namespace: someText,
  web_url: webUrl,
  created_at: v.string(),
});

/** A group of a list of which only its being there counts. */
export const listedGroupSchema = v.object({id, full_path: someText});

export const importSchema = v.object({
  import_status: v.picklist(['none', 'scheduled', 'started', 'finished', 'failed']),
  import_error: v.nullish(v.string()),
});

export const fileSchema = v.object({
  file_path: someText,
  content: v.string(),
  last_commit_id: someText,
});

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

export const accessSchema = v.object({access_level: v.number()});

export const labelSchema = v.object({id, name: someText, subscribed: v.boolean()});

export const issueSchema = v.object({
  iid: id,
  title: v.string(),
  web_url: webUrl,
  created_at: v.string(),
  author: v.nullish(v.object({name: someText})),
  labels: v.optional(v.array(v.string()), []),
  milestone: v.nullish(v.object({title: v.string(), group_id: v.nullish(v.number())})),
});

export const markdownSchema = v.object({html: v.string()});

export const branchSchema = v.object({can_push: v.boolean()});

export const commitSchema = v.object({id: objectId});

export const branchHeadSchema = v.object({
  commit: v.object({id: objectId, message: v.string(), author_name: v.string(), authored_date: v.string()}),
});

const byUser = v.nullish(v.object({id}));

export const mergeRequestSchema = v.object({
  iid: id,
  state: someText,
  web_url: webUrl,
  author: byUser,
  closed_by: byUser,
});

export const treeSchema = v.object({
  id: objectId,
  name: someText,
  path: someText,
  type: v.picklist(['blob', 'tree', 'commit']),
  mode: v.string(),
});

export const invitationSchema = v.object({
  invite_email: someText,
  access_level: v.number(),
  expires_at: end,
  created_at: told(v.string()),
  created_by_name: told(v.string()),
});

export const invitedSchema = v.object({
  status: v.picklist(['success', 'error']),
  message: v.optional(v.union([v.string(), v.record(v.string(), v.string())])),
  queued_users: v.optional(v.record(v.string(), v.string())),
});

export const notificationSchema = v.object({
  level: v.picklist(['disabled', 'participating', 'watch', 'global', 'mention', 'custom']),
  events: v.nullish(v.object({new_issue: v.nullish(v.boolean())})),
});

export const userSchema = v.object({id, name: someText, username: someText});

export const mailSchema = v.object({public_email: v.nullish(v.string()), email: v.nullish(v.string())});
