import {uploadUrl} from '../api/entities.ts';
import {type Group, host, type Project} from '../world.ts';
import {connection, type PageArguments} from './connection.ts';
import {type LabelArguments, labels} from './labels.ts';
import {type GroupMemberArguments, groupMembers} from './members.ts';
import {projectNode} from './projects.ts';
import {accessLevelNode, globalId, time, type Viewer} from './values.ts';

interface ProjectArguments extends PageArguments {
  readonly includeSubgroups?: boolean | null;
  readonly includeArchived?: boolean | null;
  readonly notAimedForDeletion?: boolean | null;
  readonly search?: string | null;
  readonly sort?: 'ACTIVITY_DESC' | 'SIMILARITY' | null;
}

/** Whether a project's name or path has these words. */
export function matches({name, path}: Project, search: string | null | undefined): boolean {
  return `${name}\n${path.split('/').at(-1)}`.toLowerCase().includes(search?.toLowerCase() ?? '');
}

function projects(group: Group, viewer: Viewer, args: ProjectArguments): object {
  const {world, user} = viewer;
  const found = world.projects
    .filter(({path}) => path.startsWith(`${group.path}/`))
    .filter(({path}) => args.includeSubgroups || world.ancestors(path)[0] === group)
    .filter(({archived}) => args.includeArchived !== false || !archived)
    .filter(({markedForDeletionOn}) => !args.notAimedForDeletion || markedForDeletionOn === null)
    .filter(project => matches(project, args.search))
    .filter(project => world.canRead(user, project));
  const term = args.search?.toLowerCase() ?? '';
  const keyOf = (project: Project) => {
    const newestFirst = -project.id;
    if (args.sort === 'ACTIVITY_DESC') return [-Date.parse(project.lastActivityAt), newestFirst];
    // Of GitLab's measure of likeness only this much: what begins with the words comes first.
    if (args.sort === 'SIMILARITY' && term !== '') {
      return [project.name.toLowerCase().startsWith(term) ? 0 : 1, newestFirst];
    }
    return [newestFirst];
  };
  return connection(found, keyOf, project => projectNode(project, viewer), args);
}

/** The groups that a group was invited to, as far as the viewer sees them. */
function sharedGroups(
  group: Group,
  viewer: Viewer,
  {search, ...page}: PageArguments & {search?: string | null},
): object {
  const {world, user} = viewer;
  const found = world.groups
    .filter(({shares}) => shares.some(({groupId}) => groupId === group.id))
    .filter(({name, path}) => `${name}\n${path}`.toLowerCase().includes(search?.toLowerCase() ?? ''))
    .filter(other => world.canRead(user, other));
  return connection(
    found,
    ({name, id}) => [name, id],
    other => groupNode(other, viewer),
    page,
  );
}

/** A group that the viewer may read, as Group and Namespace have it. */
export function groupNode(group: Group, viewer: Viewer): object {
  const {world, user} = viewer;
  const parent = world.ancestors(group.path)[0];
  return {
    id: globalId('Group', group.id),
    name: group.name,
    path: group.path.split('/').at(-1),
    fullName: [group, ...world.ancestors(group.path)]
      .reverse()
      .map(({name}) => name)
      .join(' / '),
    fullPath: group.path,
    visibility: group.visibility,
    webUrl: `${host}/groups/${group.path}`,
    avatarUrl: uploadUrl(group),
    parent: () => (parent && world.canRead(user, parent) ? groupNode(parent, viewer) : null),
    createdAt: time(group.createdAt),
    archived: [group, ...world.ancestors(group.path)].some(({archived}) => archived),
    markedForDeletionOn: time(group.markedForDeletionOn),
    maxAccessLevel: () => accessLevelNode(world.accessLevel(user, group)),
    groupMembers: (args: GroupMemberArguments) => groupMembers(group, viewer, args),
    sharedGroups: (args: PageArguments) => sharedGroups(group, viewer, args),
    labels: (args: LabelArguments) => labels(group, viewer, args),
    projects: (args: ProjectArguments) => projects(group, viewer, args),
  };
}
