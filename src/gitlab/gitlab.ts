import {
  Branches,
  Commits,
  GroupLabels,
  GroupMembers,
  Groups,
  Markdown,
  NotificationSettings,
  ProjectInvitations,
  ProjectLabels,
  ProjectMembers,
  Projects,
  Repositories,
  RepositoryFiles,
} from '@gitbeaker/core';
import * as v from 'valibot';
import {accountsNamed} from './accounts.ts';
import {base64OfText, bytesOfBase64} from './bytes.ts';
import {isLinkMode} from './details.ts';
import {GitLabError, refusedValue} from './errors.ts';
import {countedPage, pageOf, perPage, read, wholeList} from './lists.ts';
import type {
  Account,
  Commit,
  FileAction,
  Group,
  GroupContents,
  GroupLink,
  ImportState,
  Invitation,
  Issue,
  Label,
  ListedProject,
  Member,
  MergeRequest,
  NewProject,
  NotificationSetting,
  Page,
  Picture,
  Project,
  Refused,
  TreeEntry,
  User,
  Visibility,
} from './model/model.ts';
import {isDoomed} from './model/names.ts';
import {createRequester} from './requester.ts';
import {
  accessSchema,
  branchHeadSchema,
  branchSchema,
  commitSchema,
  fileSchema,
  groupSchema,
  importSchema,
  invitationSchema,
  invitedSchema,
  issueSchema,
  labelSchema,
  listedGroupSchema,
  listedProjectSchema,
  mailSchema,
  markdownSchema,
  memberSchema,
  mergeRequestSchema,
  notificationSchema,
  projectSchema,
  treeSchema,
  userSchema,
} from './schemas.ts';
import type {Transport} from './transport.ts';

/** A project or group, by numeric id or full path. Writes take ids: GitLab refuses writes to the old path of a moved project. */
export type Ref = number | string;

/** A file of a repository as it is stored. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly lastCommitId: string;
  /** Whether it is a symbolic link, whose bytes are the path that it leads to; undefined where GitLab did not say. */
  readonly isLink?: boolean | undefined;
}

/** Which of a group's projects are listed, and in which order. */
interface ProjectsWanted {
  readonly page?: number;
  /** Only those whose name or path holds it. */
  readonly search?: string;
  /** By name, or the oldest first. */
  readonly orderBy?: 'name' | 'created_at';
  readonly withArchived?: boolean;
}

/** Asks the API client for one page, with its headers. */
const whole = (page: number) => ({perPage, page, showExpanded: true}) as const;

/** Source: GitLab's `lib/api/helpers/label_helpers.rb`; versions before 18.10 ignore it. */
const unarchived = {archived: false};

function pathInReadmeUrl(url: string, branch: string): string | undefined {
  const [, place] = new URL(url).pathname.split('/-/blob/');
  const path = place && decodeURIComponent(place);
  return path?.startsWith(`${branch}/`) ? path.slice(branch.length + 1) : undefined;
}

function projectOf(body: unknown): Project {
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
    sharedWith: raw.shared_with_groups.map(link => ({
      id: link.group_id,
      name: link.group_name,
      accessLevel: link.group_access_level,
      expiresAt: link.expires_at ?? undefined,
    })),
    archived: raw.archived,
    markedForDeletionOn: raw.marked_for_deletion_on ?? undefined,
    emailsDisabled: raw.emails_disabled ?? undefined,
  };
}

function groupOf(body: unknown): Group {
  const raw = read(groupSchema, body);
  return {
    id: raw.id,
    name: raw.name,
    path: raw.full_path,
    webUrl: raw.web_url,
    visibility: raw.visibility,
    avatarUrl: raw.avatar_url ?? undefined,
    sharedWith: raw.shared_with_groups?.map(link => ({
      id: link.group_id,
      accessLevel: link.group_access_level,
      expiresAt: link.expires_at ?? undefined,
    })),
    // `archived` is told of the group or one above it, `marked_for_deletion_on` of the group alone (GitLab's
    // `lib/api/entities/group.rb`); one above that is scheduled for deletion is seen by its path.
    isGoing: raw.archived || raw.marked_for_deletion_on != null || isDoomed(raw.full_path),
    createdAt: raw.created_at ?? undefined,
    markedForDeletionOn: raw.marked_for_deletion_on ?? undefined,
  };
}

function listedProjectOf(raw: v.InferOutput<typeof listedProjectSchema>): ListedProject {
  return {
    id: raw.id,
    name: raw.name,
    path: raw.path_with_namespace,
    webUrl: raw.web_url,
    createdAt: raw.created_at,
  };
}

function memberOf(raw: v.InferOutput<typeof memberSchema>): Member {
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

function mergeRequestOf(raw: v.InferOutput<typeof mergeRequestSchema>): MergeRequest {
  return {iid: raw.iid, state: raw.state, authorId: raw.author?.id, closedById: raw.closed_by?.id};
}

function notificationOf(body: unknown): NotificationSetting {
  const raw = read(notificationSchema, body);
  return {level: raw.level, newIssue: raw.events?.new_issue === true};
}

/** GitLab gives a picture as `application/octet-stream` or as an image, see its `project_avatar.rb`. */
function pictureOf(body: Blob): Blob {
  if (body.size > 0 && !/^(text\/|application\/(json|xhtml))/.test(body.type)) return body;
  throw new GitLabError('unavailable', 'GitLab answered with something that is no picture.');
}

/**
 * The only door to GitLab: our words outwards, GitLab's inwards. Every function makes one request for each page of its answer
 * and throws {@link GitLabError}.
 *
 * @param host address of the GitLab host without a trailing slash
 */
export function createGitLab(host: string, transport: Transport) {
  const options = {host, requesterFn: createRequester(transport), rateLimits: {}, queryTimeout: null};
  const projects = new Projects(options);
  const groups = new Groups(options);
  const files = new RepositoryFiles(options);
  const projectMembers = new ProjectMembers(options);
  const groupMembers = new GroupMembers(options);
  const projectInvitations = new ProjectInvitations(options);
  const notificationSettings = new NotificationSettings(options);
  const projectLabels = new ProjectLabels(options);
  const groupLabels = new GroupLabels(options);
  const repositories = new Repositories(options);
  const commits = new Commits(options);
  const branches = new Branches(options);
  const markdown = new Markdown(options);
  const projectUrl = (project: Ref) => `${host}/api/v4/projects/${encodeURIComponent(project)}`;
  // Of gitbeaker’s classes for users, issues and merge requests two or three functions of forty would be used, and all be loaded.
  const users = async (path: string) => (await transport({method: 'GET', url: `${host}/api/v4/${path}`})).body;
  const send = async (method: string, url: string, body?: object) => {
    const json = body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}};
    return (await transport({method, url, ...json})).body;
  };
  const mergeRequest = async (method: string, project: Ref, path: string, body?: object) =>
    mergeRequestOf(read(mergeRequestSchema, await send(method, `${projectUrl(project)}/merge_requests${path}`, body)));

  return {
    /** The signed-in user. */
    async user(): Promise<User> {
      return read(userSchema, await users('user'));
    },

    /** The time (ISO, to the second) on GitLab's own clock; undefined where it does not say. */
    async time(): Promise<string | undefined> {
      const {headers} = await transport({method: 'GET', url: `${host}/api/v4/user`});
      const time = Date.parse(headers.date ?? '');
      return Number.isNaN(time) ? undefined : new Date(time).toISOString();
    },

    /** The signed-in user's mail address: the public one, where there is one. */
    async ownMail(): Promise<string | undefined> {
      const {public_email: shown, email} = read(mailSchema, await users('user'));
      return shown || email || undefined;
    },

    async project(project: Ref): Promise<Project> {
      return projectOf(await projects.show(project));
    },

    /** @param at a commit's id; the default branch without one */
    async file(project: Ref, path: string, at = 'HEAD'): Promise<StoredFile> {
      const raw = read(fileSchema, await files.show(project, path, at));
      return {path: raw.file_path, bytes: bytesOfBase64(raw.content), lastCommitId: raw.last_commit_id};
    },

    /** What lies in a folder of the default branch, without what lies in folders inside of it. */
    async folder(project: Ref, path: string): Promise<TreeEntry[]> {
      const raw = await wholeList(treeSchema, page =>
        // gitbeaker's type knows only pages by key here, where GitLab takes numbers too.
        repositories.allRepositoryTrees(project, {path, ref: 'HEAD', ...whole(page)} as {path: string}),
      );
      return raw.map(entry => ({
        name: entry.name,
        path: entry.path,
        isFile: entry.type === 'blob',
        isLink: isLinkMode(entry.mode),
        contentId: entry.id,
      }));
    },

    /** Whether the user may push to a branch. */
    async canPush(project: Ref, branch: string): Promise<boolean> {
      return read(branchSchema, await branches.show(project, branch)).can_push;
    },

    /** A branch's last commit. */
    async branchHead(project: Ref, branch: string): Promise<Commit> {
      const {commit} = read(branchHeadSchema, await branches.show(project, branch));
      return {
        id: commit.id,
        message: commit.message,
        authorName: commit.author_name,
        authoredAt: commit.authored_date,
      };
    },

    /**
     * Deletes a branch. GitLab refuses it (status 412) where the last commit was written later than the one that is known.
     *
     * @param head the branch's last commit, as far as it is known
     */
    async deleteBranch(project: Ref, branch: string, {authoredAt}: Pick<Commit, 'authoredAt'>): Promise<void> {
      const url = `${projectUrl(project)}/repository/branches/${encodeURIComponent(branch)}`;
      // gitbeaker's own function for it sends no headers.
      const headers = {'if-unmodified-since': new Date(authoredAt).toUTCString()};
      await transport({method: 'DELETE', url, headers});
    },

    /** Makes a merge request of a branch, which is deleted when it is merged. Resolves to its number. */
    async createMergeRequest(project: Ref, source: string, target: string, title: string): Promise<number> {
      const branches = {source_branch: source, target_branch: target, remove_source_branch: true};
      return (await mergeRequest('POST', project, '', {...branches, title})).iid;
    },

    async mergeRequest(project: Ref, iid: number): Promise<MergeRequest> {
      return mergeRequest('GET', project, `/${iid}`);
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
      await mergeRequest('PUT', project, `/${iid}`, {state_event: 'close'});
    },

    /**
     * Makes one commit. Where a file was changed since its `lastCommitId`, GitLab refuses all of it (kind `conflict`).
     *
     * @param startBranch makes `branch` anew, from this one
     * @returns the commit's id
     */
    async commit(
      project: Ref,
      branch: string,
      message: string,
      actions: readonly FileAction[],
      startBranch?: string,
    ): Promise<string> {
      const committing = commits.create(
        project,
        branch,
        message,
        actions.map(({action, path, text, lastCommitId}) => ({
          action,
          filePath: path,
          ...(text === undefined ? {} : {content: base64OfText(text), encoding: 'base64'}),
          ...(lastCommitId === undefined ? {} : {lastCommitId}),
        })),
        startBranch === undefined ? {} : {startBranch},
      );
      const made = await committing.catch(refusedValue);
      return read(commitSchema, made).id;
    },

    /** The project's direct members. */
    async members(project: Ref): Promise<Member[]> {
      return (await wholeList(memberSchema, page => projectMembers.all(project, whole(page)))).map(memberOf);
    },

    /** The user's access level in the project, from wherever it comes; undefined for one who is no member. */
    async accessLevel(project: Ref, userId: number): Promise<number | undefined> {
      try {
        return read(accessSchema, await projectMembers.show(project, userId, {includeInherited: true})).access_level;
      } catch (error) {
        if (error instanceof GitLabError && error.kind === 'missing') return undefined;
        throw error;
      }
    },

    /** The same for a group. */
    async groupAccessLevel(group: Ref, userId: number): Promise<number | undefined> {
      try {
        return read(accessSchema, await groupMembers.show(group, userId, {includeInherited: true})).access_level;
      } catch (error) {
        if (error instanceof GitLabError && error.kind === 'missing') return undefined;
        throw error;
      }
    },

    /** Whether the user is a member of the group itself, not only of one above it. */
    async isDirectMember(group: Ref, userId: number): Promise<boolean> {
      try {
        return read(accessSchema, await groupMembers.show(group, userId)).access_level > 0;
      } catch (error) {
        if (error instanceof GitLabError && error.kind === 'missing') return false;
        throw error;
      }
    },

    /** Everybody with access to the project: direct, inherited and through invited groups. */
    async everybody(project: Ref): Promise<Member[]> {
      const raw = await wholeList(memberSchema, page =>
        projectMembers.all(project, {...whole(page), includeInherited: true}),
      );
      return raw.map(memberOf);
    },

    /** Everybody with access to the group: direct, inherited and through invited groups. */
    async groupEverybody(group: Ref): Promise<Member[]> {
      const raw = await wholeList(memberSchema, page =>
        groupMembers.all(group, {...whole(page), includeInherited: true}),
      );
      return raw.map(memberOf);
    },

    /** The ids on one page of a group's members, inherited ones included. */
    async groupMemberIds(group: Ref, page = 1): Promise<Page<number>> {
      const raw = await groupMembers.all(group, {perPage, page, includeInherited: true, showExpanded: true});
      const ids = read(v.array(memberSchema), raw.data).map(member => member.id);
      return pageOf(ids, raw.paginationInfo);
    },

    /** Which of these users are members of the group, inherited ones included; at most 100 users. */
    async groupMembersAmong(group: Ref, userIds: readonly number[]): Promise<number[]> {
      const raw = await wholeList(memberSchema, page =>
        groupMembers.all(group, {...whole(page), includeInherited: true, userIds: [...userIds]}),
      );
      return raw.map(member => member.id);
    },

    async invitations(project: Ref): Promise<Invitation[]> {
      const raw = await wholeList(invitationSchema, page => projectInvitations.all(project, whole(page)));
      return raw.map(invitation => ({
        email: invitation.invite_email,
        accessLevel: invitation.access_level,
        expiresAt: invitation.expires_at?.slice(0, 10),
        createdAt: invitation.created_at,
        createdByName: invitation.created_by_name,
      }));
    },

    /**
     * Invites people in one request. GitLab answers with success even where some failed, and gives those who are direct members
     * or invited already the role anew, up or down, and takes the date away on which it would have ended.
     *
     * @returns those that GitLab did not invite, and why
     */
    async invite(
      project: Ref,
      accessLevel: number,
      people: {mails: readonly string[]; userIds: readonly number[]},
    ): Promise<Refused[]> {
      // gitbeaker's type takes either mails or ids where GitLab takes both.
      const options = {
        ...(people.mails.length > 0 ? {email: people.mails.join(',')} : {}),
        ...(people.userIds.length > 0 ? {userId: people.userIds.join(',')} : {}),
      } as {email: string};
      const raw = read(invitedSchema, await projectInvitations.add(project, accessLevel, options).catch(refusedValue));
      if (raw.status === 'error' && typeof raw.message === 'string') return [{who: undefined, words: raw.message}];
      const refused = raw.status === 'success' ? raw.queued_users : raw.message;
      return Object.entries(refused ?? {}).map(([who, words]) => ({who, words}));
    },

    /** @param expiresAt the date (ISO) on which the role ends; it stays as it is without one */
    async setMemberRole(project: Ref, userId: number, accessLevel: number, expiresAt?: string): Promise<void> {
      await projectMembers.edit(project, userId, accessLevel, {...(expiresAt === undefined ? {} : {expiresAt})});
    },

    /** The same for an invitation. */
    async setInvitationRole(project: Ref, mail: string, accessLevel: number, expiresAt?: string): Promise<void> {
      await projectInvitations.edit(project, mail, {accessLevel, ...(expiresAt === undefined ? {} : {expiresAt})});
    },

    async takeInvitationBack(project: Ref, mail: string): Promise<void> {
      await projectInvitations.remove(project, mail);
    },

    async removeMember(project: Ref, userId: number): Promise<void> {
      await projectMembers.remove(project, userId);
    },

    /** The user with exactly this username, in any case; undefined where there is none. */
    async userNamed(username: string): Promise<User | undefined> {
      const found = read(v.array(userSchema), await users(`users?username=${encodeURIComponent(username)}`));
      return found.find(user => user.username.toLowerCase() === username.toLowerCase());
    },

    /**
     * The accounts with these usernames, by username in small letters, asked for in one request for a hundred. One who is missing
     * is not known to GitLab or blocked.
     */
    accountsNamed(usernames: readonly string[]): Promise<ReadonlyMap<string, Account>> {
      return accountsNamed(host, transport, usernames);
    },

    /** The project's own labels, without archived ones and those of the groups above; `subscribed` tells of this project. */
    async projectLabels(project: Ref): Promise<Label[]> {
      const options = {...unarchived, includeAncestorGroups: false};
      return wholeList(labelSchema, page => projectLabels.all(project, {...whole(page), ...options}));
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
      const options = {...unarchived, includeAncestorGroups: false};
      return wholeList(labelSchema, page => groupLabels.all(group, {...whole(page), ...options}));
    },

    /**
     * Subscribes to a label of the project or of a group above, for this project, or takes that back. By the label's id: GitLab
     * reads a title such as “12 months” as an id.
     *
     * @returns whether it was not so already
     */
    async setSubscription(project: Ref, labelId: number, subscribed: boolean): Promise<boolean> {
      // gitbeaker's own function for it asks the route of issues.
      const url = `${projectUrl(project)}/labels/${labelId}/${subscribed ? 'subscribe' : 'unsubscribe'}`;
      const {status, body} = await transport({method: 'POST', url});
      // One that is still subscribed to is so for its group.
      if (subscribed && v.is(v.object({subscribed: v.literal(false)}), body)) {
        throw new GitLabError('unavailable', 'GitLab answered without an error, but you are still not subscribed.');
      }
      return status === 201;
    },

    async issues(project: number, state: 'opened' | 'all'): Promise<Issue[]> {
      const raw = await wholeList(issueSchema, async page => {
        const url = `${projectUrl(project)}/issues?state=${state}&per_page=${perPage}&page=${page}`;
        const {body, headers} = await transport({method: 'GET', url});
        const number = (name: string) => Number.parseInt(headers[name] ?? '', 10);
        return {
          data: body,
          paginationInfo: {
            next: number('x-next-page') || null,
            totalPages: number('x-total-pages'),
            total: number('x-total'),
          },
        };
      });
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

    /** A text as GitLab renders it: HTML, which is never to be shown as it is. */
    async renderMarkdown(text: string, project: string): Promise<string> {
      return read(markdownSchema, await markdown.render(text, {gfm: 'true', project})).html;
    },

    /**
     * The picture that was uploaded for the project; undefined where there is none. Its address tells nothing of it: that is the same
     * for every `logo.png`.
     */
    async avatar(project: Ref): Promise<Blob | undefined> {
      try {
        const {body} = await transport({method: 'GET', url: `${projectUrl(project)}/avatar`, as: 'blob'});
        return pictureOf(body as Blob);
      } catch (error) {
        if (error instanceof GitLabError && error.kind === 'missing') return undefined;
        throw error;
      }
    },

    /** Uploads the project's picture, or takes it away. */
    async setAvatar(project: Ref, picture: Picture | undefined): Promise<void> {
      if (picture === undefined) await projects.removeAvatar(project);
      else {
        const file = {content: new Blob([picture.bytes]), filename: picture.name};
        await projects.uploadAvatar(project, file).catch(refusedValue);
      }
    },

    /** A picture by its address, which must be on the host. */
    async picture(url: string): Promise<Blob> {
      if (new URL(url).origin !== new URL(host).origin) {
        throw new GitLabError('missing', 'The picture lies on another host and cannot be read from here.');
      }
      return (await transport({method: 'GET', url, as: 'blob'})).body as Blob;
    },

    /** The user's notification setting for a project, or the user's own (global) one. */
    async notificationSetting(project?: Ref): Promise<NotificationSetting> {
      return notificationOf(await notificationSettings.show(project === undefined ? {} : {projectId: project}));
    },

    async groupNotificationSetting(group: Ref): Promise<NotificationSetting> {
      return notificationOf(await notificationSettings.show({groupId: group}));
    },

    async setNotificationSetting(project: Ref, setting: NotificationSetting): Promise<void> {
      const events = setting.level === 'custom' ? {newIssue: setting.newIssue} : {};
      await notificationSettings.edit({projectId: project, level: setting.level, ...events});
    },

    /**
     * Starts to make a private project from a group's template, in or below the parent of the group that holds the template; its
     * content comes later, see `importState`. Resolves to its id.
     */
    async createProject({name, path, groupId, templateId, templateGroupId}: NewProject): Promise<number> {
      const creating = projects.create({
        name,
        path,
        namespaceId: groupId,
        visibility: 'private',
        useCustomTemplate: true,
        templateProjectId: templateId,
        groupWithProjectTemplatesId: templateGroupId,
      });
      const raw = await creating.catch(refusedValue);
      return projectOf(raw).id;
    },

    async importState(project: Ref): Promise<ImportState> {
      const raw = read(importSchema, (await transport({method: 'GET', url: `${projectUrl(project)}/import`})).body);
      return {status: raw.import_status, error: raw.import_error ?? undefined};
    },

    /** Deletes a project; GitLab keeps it for some days before it is gone. */
    async deleteProject(project: Ref): Promise<void> {
      await projects.remove(project);
    },

    async setProjectVisibility(project: Ref, visibility: Visibility): Promise<void> {
      await projects.edit(project, {visibility});
    },

    async renameProject(project: Ref, name: string): Promise<void> {
      await projects.edit(project, {name}).catch(refusedValue);
    },

    /**
     * Takes the role Owner, and membership of the group. GitLab answers “Not Found” (kind `missing`) without them.
     *
     * @param accessLevel GitLab's number of the role that the group's members get at most
     */
    async shareProject(project: Ref, groupId: number, accessLevel: number): Promise<void> {
      await projects.share(project, groupId, accessLevel);
    },

    async unshareProject(project: Ref, groupId: number): Promise<void> {
      await projects.unshare(project, groupId);
    },

    async transferProject(project: Ref, groupId: number): Promise<void> {
      await projects.transfer(project, groupId);
    },

    async group(group: Ref): Promise<Group> {
      return groupOf(await groups.show(group, {withProjects: false}));
    },

    /** The groups that a group is shared with; undefined where GitLab does not show the group, or does not say. */
    async groupLinks(group: Ref): Promise<readonly GroupLink[] | undefined> {
      try {
        return groupOf(await groups.show(group, {withProjects: false})).sharedWith;
      } catch (error) {
        if (error instanceof GitLabError && error.kind === 'missing') return undefined;
        throw error;
      }
    },

    async setGroupVisibility(group: Ref, visibility: Visibility): Promise<void> {
      await groups.edit(group, {visibility});
    },

    /** What lies in a group: it is asked before a group is deleted, so an answer of any other form is an error. */
    async groupContents(group: Ref): Promise<GroupContents> {
      const [inside, below] = await Promise.all([
        groups.allProjects(group, {...whole(1), withShared: false, includeSubgroups: true, simple: true}),
        groups.allSubgroups(group, whole(1)),
      ]);
      const {items, total} = countedPage(listedProjectSchema, inside);
      return {
        projects: items.map(listedProjectOf),
        projectCount: total,
        subgroupCount: countedPage(listedGroupSchema, below).total,
      };
    },

    /** The first hundred groups below one, in any depth, whose name or path holds a text. */
    async groupsBelow(group: Ref, search: string): Promise<Group[]> {
      const raw = await groups.allDescendantGroups(group, {perPage, maxPages: 1, search});
      return read(v.array(v.unknown()), raw).map(groupOf);
    },

    async deleteGroup(group: Ref): Promise<void> {
      await groups.remove(group);
    },

    /** Creates a private subgroup. */
    async createSubgroup(parentId: number, name: string, path: string): Promise<Group> {
      return groupOf(await groups.create(name, path, {parentId, visibility: 'private'}).catch(refusedValue));
    },

    /** One page of the projects in the group and below it, whole, the last used first; those only shared with it are left out. */
    async projectsBelow(group: Ref, page = 1): Promise<Page<Project>> {
      const raw = await groups.allProjects(group, {
        perPage,
        page,
        includeSubgroups: true,
        withShared: false,
        orderBy: 'id',
        showExpanded: true,
      });
      return pageOf(read(v.array(v.unknown()), raw.data).map(projectOf), raw.paginationInfo);
    },

    /** One page of the groups below one, in any depth. */
    async groupsUnder(group: Ref, page = 1): Promise<Page<Group>> {
      const raw = await groups.allDescendantGroups(group, {perPage, page, showExpanded: true});
      return pageOf(read(v.array(v.unknown()), raw.data).map(groupOf), raw.paginationInfo);
    },

    /** One page of the projects in the group and below it; those only shared with it are left out. */
    async groupProjects(
      group: Ref,
      {page = 1, search, orderBy = 'name', withArchived = true}: ProjectsWanted = {},
    ): Promise<Page<ListedProject>> {
      const raw = await groups.allProjects(group, {
        perPage,
        page,
        includeSubgroups: true,
        withShared: false,
        simple: true,
        orderBy,
        sort: 'asc',
        ...(search === undefined ? {} : {search}),
        ...(withArchived ? {} : {archived: false}),
        showExpanded: true,
      });
      return pageOf(read(v.array(listedProjectSchema), raw.data).map(listedProjectOf), raw.paginationInfo);
    },
  };
}

export type GitLab = ReturnType<typeof createGitLab>;
