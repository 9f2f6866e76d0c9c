import {createHash} from 'node:crypto';
import {GraphQLError} from 'graphql';
import {lastActivityOf} from '../api/entities.ts';
import {blobId} from '../repository.ts';
import {type Group, host, type Label, type Project, type User, type World} from '../world.ts';

/** Who asks, and what there is. */
export interface Asking {
  readonly world: World;
  readonly user: User | undefined;
}

interface PageArguments {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
}

const longestPage = 100;
const mostPaths = 50;
/** Bytes of all blobs of one field together. */
const mostBytes = 20 * 1024 * 1024;

const cursorOf = (index: number) => Buffer.from(`{"index":"${index}"}`).toString('base64url');

function connection<T>(items: readonly T[], {first, last, after}: PageArguments) {
  const size = Math.min(first ?? last ?? longestPage, longestPage);
  const known = after === undefined ? undefined : /"(\d+)"/.exec(Buffer.from(after, 'base64url').toString())?.[1];
  const start = known === undefined ? 0 : Number(known) + 1;
  const nodes = items.slice(start, start + size);
  return {
    count: items.length,
    nodes,
    pageInfo: {
      hasNextPage: start + size < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length > 0 ? cursorOf(start) : null,
      endCursor: nodes.length > 0 ? cursorOf(start + nodes.length - 1) : null,
    },
  };
}

const labelNode = ({id, name, color, owner}: Label) => ({
  id: `gid://gitlab/${owner.kind === 'group' ? 'GroupLabel' : 'ProjectLabel'}/${id}`,
  title: name,
  color,
});

const levelNames: Readonly<Record<number, string>> = {
  5: 'MINIMAL_ACCESS',
  10: 'GUEST',
  15: 'PLANNER',
  20: 'REPORTER',
  30: 'DEVELOPER',
  40: 'MAINTAINER',
  50: 'OWNER',
};

function repositoryNode({repository}: Project) {
  const isText = (content: Uint8Array) => !content.includes(0);
  return {
    empty: repository.isEmpty,
    exists: true,
    rootRef: repository.isEmpty ? null : repository.defaultBranch,
    blobs({paths, ...page}: PageArguments & {paths: readonly string[]}) {
      const found = paths.flatMap(path => {
        const file = repository.files.get(path);
        return file ? [{path, content: file.content}] : [];
      });
      const bytes = found.reduce((sum, {content}) => sum + content.length, 0);
      if (paths.length > 1 && bytes > mostBytes) {
        throw new GraphQLError(`Max blobs size limit exceeded (${Math.round(bytes / 1024 / 1024)} MiB / 20 MiB).`);
      }
      const nodes = found.map(({path, content}) => ({
        id: `gid://gitlab/Blob/${blobId(content)}`,
        oid: blobId(content),
        name: path.split('/').at(-1),
        path,
        size: String(content.length),
        rawTextBlob: isText(content) ? new TextDecoder().decode(content) : null,
      }));
      return connection(nodes, page);
    },
    tree({path}: {path: string}) {
      const inside = [...repository.files].filter(([file]) => file.slice(0, file.lastIndexOf('/')) === path);
      return {
        blobs: (page: PageArguments) =>
          connection(
            inside.map(([file, {content}]) => ({
              id: createHash('sha1').update(file).digest('hex'),
              sha: blobId(content),
              name: file.split('/').at(-1),
              path: file,
            })),
            page,
          ),
      };
    },
  };
}

function groupNode(group: Group, asking: Asking): unknown {
  const {world, user} = asking;
  return {
    id: `gid://gitlab/Group/${group.id}`,
    name: group.name,
    path: group.path.split('/').at(-1),
    fullPath: group.path,
    visibility: group.visibility,
    webUrl: `${host}/groups/${group.path}`,
    avatarUrl: group.avatar && `/uploads/-/system/group/avatar/${group.id}/${group.avatar.name}`,
    labels: ({includeAncestorGroups, ...page}: PageArguments & {includeAncestorGroups: boolean}) =>
      connection(world.labelsOf(group, includeAncestorGroups).map(labelNode), page),
    projects({includeSubgroups, includeArchived, notAimedForDeletion, search, ...page}: ProjectArguments) {
      const projects = world.projects
        .filter(({path}) => path.startsWith(`${group.path}/`))
        .filter(project => includeSubgroups || world.ancestors(project.path)[0] === group)
        .filter(project => world.canRead(user, project))
        .filter(({archived}) => includeArchived || !archived)
        .filter(({markedForDeletionOn}) => !(notAimedForDeletion && markedForDeletionOn))
        .filter(({name}) => name.toLowerCase().includes(search?.toLowerCase() ?? ''))
        .sort((one, other) => other.id - one.id);
      return connection(
        projects.map(project => projectNode(project, asking)),
        page,
      );
    },
  };
}

interface ProjectArguments extends PageArguments {
  readonly includeSubgroups: boolean;
  readonly includeArchived: boolean;
  readonly notAimedForDeletion: boolean;
  readonly search?: string;
}

function memberNode(user: User, level: number, expiresAt: string | null) {
  return {
    __typename: 'ProjectMember',
    id: `gid://gitlab/ProjectMember/${user.id}`,
    accessLevel: {integerValue: level, stringValue: levelNames[level] ?? null},
    expiresAt: expiresAt && `${expiresAt}T00:00:00Z`,
    user: {
      id: `gid://gitlab/User/${user.id}`,
      username: user.username,
      name: user.name,
      publicEmail: user.publicEmail,
      bot: user.bot,
      state: user.state,
    },
  };
}

function projectNode(project: Project, asking: Asking): unknown {
  const {world} = asking;
  const group = world.ancestors(project.path)[0];
  return {
    id: `gid://gitlab/Project/${project.id}`,
    fullPath: project.path,
    path: project.path.split('/').at(-1),
    name: project.name,
    webUrl: `${host}/${project.path}`,
    avatarUrl: project.avatar && `/uploads/-/system/project/avatar/${project.id}/${project.avatar.name}`,
    visibility: project.visibility,
    archived: project.archived,
    createdAt: project.createdAt,
    lastActivityAt: lastActivityOf(project),
    importStatus: project.import.status,
    openIssuesCount: project.issues.filter(({state}) => state === 'opened').length,
    markedForDeletionOn: project.markedForDeletionOn,
    group: () => group && groupNode(group, asking),
    repository: () => repositoryNode(project),
    labels: ({includeAncestorGroups, ...page}: PageArguments & {includeAncestorGroups: boolean}) =>
      connection(world.labelsOf(project, includeAncestorGroups).map(labelNode), page),
    projectMembers({relations, ...page}: PageArguments & {relations: readonly string[]}) {
      const direct = [...project.members].map(([id, {level, expiresAt}]) => ({id, level, expiresAt}));
      const others = [...world.everybody(project)]
        .filter(([id]) => !project.members.has(id))
        .map(([id, level]) => ({id, level, expiresAt: null}));
      const rows = [
        ...(relations.includes('DIRECT') ? direct : []),
        ...(relations.includes('INHERITED') ? others : []),
      ];
      const nodes = rows.flatMap(({id, level, expiresAt}) => {
        const member = world.users.find(other => other.id === id);
        return member ? [memberNode(member, level, expiresAt)] : [];
      });
      return connection(nodes, page);
    },
  };
}

/** The roots of all that can be asked. What is not there and what may not be read is null, or not in its list. */
export function rootValue(asking: Asking, complexity: () => {limit: number; score: number}) {
  const {world, user} = asking;
  const readable = (path: string) => {
    const project = world.findProject(path);
    return project?.path.toLowerCase() === path.toLowerCase() && world.canRead(user, project) ? project : undefined;
  };
  return {
    currentUser: user ? {id: `gid://gitlab/User/${user.id}`, username: user.username, name: user.name} : null,
    group({fullPath}: {fullPath: string}) {
      const group = world.groups.find(({path}) => path.toLowerCase() === fullPath.toLowerCase());
      return group && world.canRead(user, group) ? groupNode(group, asking) : null;
    },
    project({fullPath}: {fullPath: string}) {
      const project = readable(fullPath);
      return project ? projectNode(project, asking) : null;
    },
    projects({fullPaths, search, ...page}: PageArguments & {fullPaths?: readonly string[]; search?: string}) {
      if (fullPaths !== undefined && fullPaths.length > mostPaths) {
        throw new GraphQLError(`Number of items of fullPaths exceeds the limit of ${mostPaths}`);
      }
      const all =
        fullPaths?.flatMap(path => readable(path) ?? []) ??
        world.projects.filter(project => world.canRead(user, project));
      const found = all.filter(({name}) => name.toLowerCase().includes(search?.toLowerCase() ?? ''));
      return connection(
        found.sort((one, other) => other.id - one.id).map(project => projectNode(project, asking)),
        page,
      );
    },
    queryComplexity: complexity,
  };
}
