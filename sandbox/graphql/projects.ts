import {avatarUrl} from '../api/entities.ts';
import {host, type Project} from '../world.ts';
import {groupNode} from './groups.ts';
import {type LabelArguments, labels} from './labels.ts';
import {type MemberArguments, projectMembers} from './members.ts';
import {repositoryNode} from './repository.ts';
import {accessLevelNode, globalId, time, type Viewer} from './values.ts';

function permissions(project: Project, viewer: Viewer): object {
  const {world, user} = viewer;
  const level = world.accessLevel(user, project);
  const isOpen = !project.archived;
  const isSignedIn = user !== undefined;
  return {
    adminProject: level >= 40,
    archiveProject: level >= 50,
    changeNamespace: level >= 50,
    changeVisibilityLevel: level >= 50,
    createIssue: isSignedIn && isOpen,
    createLabel: level >= 15 && isOpen,
    createMergeRequestFrom: level >= 30 && isOpen,
    createMergeRequestIn: isSignedIn && isOpen && world.canReadCode(user, project),
    downloadCode: world.canReadCode(user, project),
    pushCode: level >= 30 && isOpen,
    pushToDeleteProtectedBranch: level >= 40 && isOpen,
    readProject: true,
    readProjectMember: isSignedIn,
    removeProject: level >= 50,
    renameProject: level >= 40,
  };
}

/** A project that the viewer may read. */
export function projectNode(project: Project, viewer: Viewer): object {
  const {world, user} = viewer;
  const ancestors = world.ancestors(project.path);
  const group = () => {
    const [parent] = ancestors;
    return parent && world.canRead(user, parent) ? groupNode(parent, viewer) : null;
  };
  return {
    id: globalId('Project', project.id),
    fullPath: project.path,
    path: project.path.split('/').at(-1),
    name: project.name,
    nameWithNamespace: [project, ...ancestors]
      .reverse()
      .map(({name}) => name)
      .join(' / '),
    webUrl: `${host}/${project.path}`,
    avatarUrl: () => avatarUrl(project),
    visibility: project.visibility,
    archived: world.hasAbove(project, ({archived}) => archived),
    createdAt: time(project.createdAt),
    updatedAt: time(project.updatedAt),
    lastActivityAt: time(project.lastActivityAt),
    importStatus: 'none',
    openIssuesCount: () => project.issues.filter(({state}) => state === 'opened').length,
    openMergeRequestsCount: () => project.mergeRequests.filter(({state}) => state === 'opened').length,
    issuesEnabled: true,
    group,
    namespace: group,
    repository: () => (world.canReadCode(user, project) ? repositoryNode(project) : null),
    maxAccessLevel: () => accessLevelNode(world.accessLevel(user, project)),
    userPermissions: () => permissions(project, viewer),
    markedForDeletion: world.hasAbove(project, ({markedForDeletionOn}) => markedForDeletionOn !== null),
    markedForDeletionOn: time(project.markedForDeletionOn),
    isSelfDeletionScheduled: project.markedForDeletionOn !== null,
    labels: (args: LabelArguments) => labels(project, viewer, args),
    projectMembers: (args: MemberArguments) => projectMembers(project, viewer, args),
  };
}
