import {
  type Group,
  host,
  type Invitation,
  type Issue,
  type Label,
  type MemberRow,
  type Notification,
  type Project,
  type Share,
  type User,
  type World,
} from '../world.ts';

/** GitLab's answers as it spells them; keys without a value that it leaves out are left out here too. */

export function userEntity(user: User) {
  return {
    id: user.id,
    username: user.username,
    public_email: user.publicEmail,
    name: user.name,
    state: user.state,
    locked: false,
    avatar_url: user.avatarUrl,
    web_url: `${host}/${user.username}`,
  };
}

export function currentUserEntity(user: User) {
  return {
    ...userEntity(user),
    bot: user.bot,
    email: user.email,
    created_at: '2024-01-01T00:00:00.000Z',
    ...(user.isAdmin ? {is_admin: true} : {}),
  };
}

function namespaceEntity(group: Group, world: World) {
  const parent = world.ancestors(group.path)[0];
  return {
    id: group.id,
    name: group.name,
    path: group.path.split('/').at(-1) ?? '',
    kind: 'group',
    full_path: group.path,
    parent_id: parent?.id ?? null,
    avatar_url: null,
    web_url: `${host}/groups/${group.path}`,
  };
}

/** Endings of what GitLab renders (`markup_helper.rb`); all others it shows as they are. */
const markup = 'mdown|mkd|mkdn|md|markdown|rmd|adoc|ad|asciidoc|org|textile|rdoc|creole|wiki|mediawiki|rst';
const readmeName = new RegExp(`^(readme|index|_index)(\\.(txt|${markup}))?$`, 'i');
const rendered = new RegExp(`\\.(${markup})$`, 'i');

/** The file that GitLab shows below a folder's files: the first in Git's order that it renders, else the first of the others. */
function readmeOf({repository}: Project): string | undefined {
  const names = [...repository.files.keys()].filter(name => readmeName.test(name));
  names.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  return names.find(name => rendered.test(name)) ?? names[0];
}

/** Where an uploaded picture is shown; null without one. */
export function uploadUrl({kind, id, avatar}: Project | Group): string | null {
  return avatar && `${host}/uploads/-/system/${kind}/avatar/${id}/${avatar.name}`;
}

/** Where a project's picture is shown: the uploaded one, or a logo in its repository. */
export function avatarUrl(project: Project): string | null {
  if (project.avatar) return uploadUrl(project);
  return ['logo.png', 'logo.jpg', 'logo.gif'].some(name => project.repository.files.has(name))
    ? `${host}/${project.path}/-/avatar`
    : null;
}

/** BasicProjectDetails, as `simple=true` gives it. */
export function simpleProjectEntity(project: Project, world: World, user: User | undefined) {
  const group = world.ancestors(project.path)[0];
  if (!group) throw new Error(`${project.path} lies in no group`);
  const mayReadCode = world.canReadCode(user, project);
  // An empty repository tells the branch that it will have.
  const branch = project.repository.defaultBranch;
  const readme = readmeOf(project);
  return {
    id: project.id,
    name: project.name,
    name_with_namespace: `${[...world.ancestors(project.path)]
      .reverse()
      .map(({name}) => name)
      .join(' / ')} / ${project.name}`,
    description: null,
    path: project.path.split('/').at(-1) ?? '',
    path_with_namespace: project.path,
    created_at: project.createdAt,
    ...(mayReadCode ? {default_branch: branch} : {}),
    tag_list: [],
    ssh_url_to_repo: `git@gitlab.com:${project.path}.git`,
    http_url_to_repo: `${host}/${project.path}.git`,
    web_url: `${host}/${project.path}`,
    ...(mayReadCode
      ? {readme_url: readme === undefined ? null : `${host}/${project.path}/-/blob/${branch}/${readme}`, forks_count: 0}
      : {}),
    avatar_url: avatarUrl(project),
    star_count: 0,
    last_activity_at: project.lastActivityAt,
    namespace: namespaceEntity(group, world),
  };
}

function shareEntity(share: Share, world: World, user: User | undefined) {
  const group = world.findGroup(share.groupId);
  if (!group || !world.canRead(user, group)) return [];
  return [
    {
      group_id: group.id,
      group_name: group.name,
      group_full_path: group.path,
      group_access_level: share.level,
      expires_at: null,
    },
  ];
}

const levelNumbers = {disabled: 0, participating: 1, watch: 2, global: 3, mention: 4, custom: 5} as const;

/**
 * A project.
 *
 * @param withPermissions as a single project has them, but not those in a list
 */
export function projectEntity(project: Project, world: World, user: User | undefined, withPermissions = true) {
  const access = (source: Group | Project | undefined) => {
    const row = user && source?.members.get(user.id);
    if (!row || !user || !source) return null;
    return {access_level: row.level, notification_level: levelNumbers[world.notification(user, source).level]};
  };
  return {
    ...simpleProjectEntity(project, world, user),
    updated_at: project.updatedAt,
    visibility: project.visibility,
    archived: project.archived,
    empty_repo: project.repository.isEmpty,
    import_status: project.import.status,
    marked_for_deletion_on: project.markedForDeletionOn,
    marked_for_deletion_at: project.markedForDeletionOn,
    emails_disabled: world.hasAbove(project, ({emailsDisabled}) => emailsDisabled),
    emails_enabled: !world.hasAbove(project, ({emailsDisabled}) => emailsDisabled),
    issues_enabled: true,
    creator_id: project.creatorId,
    open_issues_count: project.issues.filter(({state}) => state === 'opened').length,
    shared_with_groups: project.shares.flatMap(share => shareEntity(share, world, user)),
    ...(user && withPermissions
      ? {
          permissions: {
            project_access: access(project),
            group_access: access(world.ancestors(project.path)[0]),
          },
        }
      : {}),
  };
}

/** How far a project is that is made from a template. */
export function importEntity(project: Project) {
  const {status, error} = project.import;
  return {
    id: project.id,
    description: null,
    name: project.name,
    path: project.path.split('/').at(-1) ?? '',
    path_with_namespace: project.path,
    created_at: project.createdAt,
    import_type: status === 'none' ? null : 'gitlab_custom_project_template',
    import_status: status,
    correlation_id: null,
    failed_relations: [],
    ...(error === null ? {} : {import_error: error}),
  };
}

export function groupEntity(group: Group, world: World, user: User | undefined) {
  return {
    id: group.id,
    web_url: `${host}/groups/${group.path}`,
    name: group.name,
    path: group.path.split('/').at(-1) ?? '',
    description: '',
    visibility: group.visibility,
    share_with_group_lock: group.shareLock,
    emails_disabled: world.hasAbove(group, ({emailsDisabled}) => emailsDisabled),
    emails_enabled: !world.hasAbove(group, ({emailsDisabled}) => emailsDisabled),
    project_creation_level: group.projectCreationLevel,
    ...(group.path.includes('/') ? {} : {prevent_sharing_groups_outside_hierarchy: group.sharesOnlyInside}),
    default_branch_protection: group.pushLevel >= 40 ? 2 : 1,
    default_branch_protection_defaults: {
      allowed_to_push: [{access_level: group.pushLevel}],
      allow_force_push: false,
      allowed_to_merge: [{access_level: 40}],
    },
    subgroup_creation_level: 'maintainer',
    avatar_url: uploadUrl(group),
    full_name: [group, ...world.ancestors(group.path)]
      .reverse()
      .map(({name}) => name)
      .join(' / '),
    full_path: group.path,
    created_at: group.createdAt,
    parent_id: world.ancestors(group.path)[0]?.id ?? null,
    shared_with_groups: group.shares.flatMap(share => shareEntity(share, world, user)),
    archived: group.archived,
    marked_for_deletion_on: group.markedForDeletionOn,
  };
}

/** When memberships and invitations were made of which the world does not tell it. */
const longAgo = '2026-02-03T10:00:00.000Z';

export function memberEntity(user: User, level: number, expiresAt: string | null) {
  return {
    ...userEntity(user),
    access_level: level,
    created_at: longAgo,
    expires_at: expiresAt,
    membership_state: 'active',
  };
}

/** A direct member; who made it is left out where that is not known (`lib/api/entities/member.rb`). */
export function directMemberEntity(user: User, row: MemberRow, world: World) {
  const {createdAt = longAgo, createdBy} = row;
  const by = world.users.find(({id}) => id === createdBy);
  return {
    ...memberEntity(user, row.level, row.expiresAt),
    created_at: createdAt,
    membership_state: row.isAwaiting ? 'awaiting' : 'active',
    ...(by ? {created_by: userEntity(by)} : {}),
  };
}

export function invitationEntity({email, level, expiresAt, createdAt = longAgo, createdBy}: Invitation, world: World) {
  return {
    access_level: level,
    created_at: createdAt,
    expires_at: expiresAt ?? null,
    invite_email: email,
    invite_token: 'hidden',
    created_by_name: world.users.find(({id}) => id === createdBy)?.name ?? null,
  };
}

export function notificationEntity({level, events}: Notification) {
  return level === 'custom' ? {level, events: {new_issue: null, ...events}} : {level};
}

export function issueEntity(issue: Issue, project: Project, world: World) {
  const author = world.users.find(({id}) => id === issue.authorId);
  return {
    id: issue.id,
    iid: issue.iid,
    project_id: project.id,
    title: issue.title,
    description: '',
    state: issue.state,
    created_at: issue.createdAt,
    updated_at: issue.createdAt,
    closed_at: null,
    labels: issue.labels,
    milestone:
      issue.milestone === null
        ? null
        : {id: 1, iid: 1, group_id: world.ancestors(project.path)[0]?.id, title: issue.milestone, state: 'active'},
    assignees: [],
    author: author && userEntity(author),
    user_notes_count: 0,
    due_date: null,
    confidential: issue.confidential,
    issue_type: 'issue',
    web_url: `${host}/${project.path}/-/work_items/${issue.iid}`,
  };
}

/**
 * A label as the route of a project, or without one as that of a group, gives it. A project's counts a subscription for the whole
 * group too (`entities/label.rb`), although its subscribing looks only at its own.
 */
export function labelEntity(label: Label, world: World, user: User, project: Project | null) {
  return {
    id: label.id,
    name: label.name,
    description: null,
    description_html: null,
    text_color: '#1f1e24',
    color: label.color,
    archived: label.archived,
    subscribed: world.isSubscribed(user, label, null) || (project !== null && world.isSubscribed(user, label, project)),
    ...(project === null ? {} : {priority: null, is_project_label: label.owner.kind === 'project'}),
  };
}
