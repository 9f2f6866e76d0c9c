import {createHash} from 'node:crypto';
import type {Group, Project, User} from '../world.ts';
import {connection, type PageArguments} from './connection.ts';
import {groupNode} from './groups.ts';
import {projectNode} from './projects.ts';
import {userNode} from './users.ts';
import {accessLevelNode, globalId, refused, time, type Viewer} from './values.ts';

type Relation = 'DIRECT' | 'INHERITED' | 'DESCENDANTS' | 'INVITED_GROUPS' | 'SHARED_INTO_ANCESTORS';

/** What the members of a project are asked for by. */
export interface MemberArguments extends PageArguments {
  readonly relations?: readonly Relation[] | null;
  readonly search?: string | null;
}

type GroupRelation = 'DIRECT' | 'INHERITED' | 'DESCENDANTS' | 'SHARED_FROM_GROUPS';

/** What the members of a group are asked for by. */
export interface GroupMemberArguments extends PageArguments {
  readonly relations?: readonly GroupRelation[] | null;
  readonly search?: string | null;
}

interface Row {
  readonly source: Group | Project;
  /** Undefined for an invitation that was not taken up. */
  readonly user: User | undefined;
  readonly email: string;
  readonly level: number;
  readonly expiresAt: string | null;
}

function rowsOf(source: Group | Project, {world}: Viewer): Row[] {
  return [...source.members].flatMap(([id, {level, expiresAt}]) => {
    const user = world.users.find(other => other.id === id);
    return user ? [{source, user, email: '', level, expiresAt}] : [];
  });
}

/**
 * The rows for some relations. Once anything but the direct ones is asked for, GitLab joins in all that is inherited, keeps one
 * row a user, the project's own before a group's, and gives it the user's highest role.
 */
function find(project: Project, viewer: Viewer, relations: readonly Relation[]): Row[] {
  const {world, user} = viewer;
  const invitations = project.invitations.map(({email, level}) => ({
    source: project,
    user: undefined,
    email,
    level,
    expiresAt: null,
  }));
  const maySeeInvitations = world.accessLevel(user, project) >= 40;
  const direct = [...rowsOf(project, viewer), ...(maySeeInvitations ? invitations : [])];
  if (relations.length === 1 && relations[0] === 'DIRECT') return direct;
  const ancestors = world.ancestors(project.path);
  const invitedTo = (sources: readonly (Group | Project)[]) =>
    sources.flatMap(({shares}) => shares).flatMap(({groupId}) => world.findGroup(groupId) ?? []);
  const groups = [
    ...ancestors,
    ...(relations.includes('INVITED_GROUPS') ? invitedTo([project]) : []),
    ...(relations.includes('SHARED_INTO_ANCESTORS') ? invitedTo(ancestors) : []),
  ];
  const rows = [
    ...(relations.includes('DIRECT') ? direct : []),
    ...groups.flatMap(group => rowsOf(group, viewer)).filter(({level}) => level > 5),
  ];
  const highest = world.everybody(project);
  const seen = new Set<number>();
  return rows.flatMap(row => {
    if (!row.user) return [row];
    if (seen.has(row.user.id)) return [];
    seen.add(row.user.id);
    return [{...row, level: highest.get(row.user.id) ?? row.level}];
  });
}

/** The same for a row each time it is asked for: the world keeps none. */
function rowId({source, user, email}: Row): number {
  const digest = createHash('sha1')
    .update(`${source.kind} ${source.id} ${user?.id ?? email}`)
    .digest();
  return digest.readUInt32BE() + 1;
}

/** The rows for some relations, one a user, the group's own before another's. */
function findInGroup(group: Group, viewer: Viewer, relations: readonly GroupRelation[]): Row[] {
  const {world} = viewer;
  const ancestors = world.ancestors(group.path);
  const sources = [
    ...(relations.includes('DIRECT') ? [group] : []),
    ...(relations.includes('INHERITED') ? ancestors : []),
    ...(relations.includes('DESCENDANTS') ? world.groups.filter(({path}) => path.startsWith(`${group.path}/`)) : []),
    ...(relations.includes('SHARED_FROM_GROUPS')
      ? [group, ...ancestors].flatMap(({shares}) => shares.flatMap(({groupId}) => world.findGroup(groupId) ?? []))
      : []),
  ];
  const rows = new Map<number, Row>();
  for (const row of sources.flatMap(source => rowsOf(source, viewer))) {
    if (row.user && !rows.has(row.user.id)) rows.set(row.user.id, row);
  }
  return [...rows.values()];
}

function memberConnection(
  rows: readonly Row[],
  viewer: Viewer,
  args: PageArguments & {search?: string | null},
): object {
  const term = args.search?.toLowerCase() ?? '';
  return connection(
    rows.filter(({user, email}) =>
      `${user?.name ?? ''}\n${user?.username ?? ''}\n${email}`.toLowerCase().includes(term),
    ),
    ({user, email}) => [user ? 0 : 1, user?.id ?? email],
    row => {
      const {source, user, level, expiresAt} = row;
      const kind = source.kind === 'project' ? 'ProjectMember' : 'GroupMember';
      return {
        __typename: kind,
        id: globalId(kind, rowId(row)),
        accessLevel: accessLevelNode(level),
        createdAt: '2026-02-03T10:00:00Z',
        expiresAt: time(expiresAt),
        user: user ? userNode(user) : null,
        ...(source.kind === 'project'
          ? {project: () => projectNode(source, viewer)}
          : {group: () => (viewer.world.canRead(viewer.user, source) ? groupNode(source, viewer) : null)}),
      };
    },
    args,
  );
}

/** A project's members, and for its maintainers the invitations. @throws GraphQLError for somebody who is not signed in */
export function projectMembers(project: Project, viewer: Viewer, args: MemberArguments): object {
  if (!viewer.user) throw refused();
  return memberConnection(find(project, viewer, args.relations ?? ['DIRECT', 'INHERITED']), viewer, args);
}

/** A group's members. @throws GraphQLError for somebody who is not signed in */
export function groupMembers(group: Group, viewer: Viewer, args: GroupMemberArguments): object {
  if (!viewer.user) throw refused();
  return memberConnection(findInGroup(group, viewer, args.relations ?? ['DIRECT', 'INHERITED']), viewer, args);
}
