import {GraphQLError} from 'graphql';
import {isFound, release} from '../api/settings.ts';
import {connection, type PageArguments} from './connection.ts';
import {groupNode, matches} from './groups.ts';
import {projectNode} from './projects.ts';
import {userNode} from './users.ts';
import {globalId, refused, type Viewer} from './values.ts';

interface ProjectsArguments extends PageArguments {
  readonly ids?: readonly string[] | null;
  readonly fullPaths?: readonly string[] | null;
  readonly membership?: boolean | null;
  readonly search?: string | null;
}

interface UsersArguments extends PageArguments {
  readonly usernames?: readonly string[] | null;
}

const mostFullPaths = 50;
const mostUsernames = 100;

/** The people with these usernames, in any case; blocked ones are left out. @throws GraphQLError for visitors and too many names */
function users({world, user}: Viewer, args: UsersArguments): object {
  if (!user) throw refused();
  const names = args.usernames?.map(name => name.toLowerCase());
  if (names && names.length > mostUsernames) {
    throw new GraphQLError(`Provide at most ${mostUsernames} usernames`);
  }
  return connection(
    world.users.filter(({username}) => !names || names.includes(username.toLowerCase())).filter(isFound),
    ({id}) => [-id],
    userNode,
    args,
  );
}

function projects(viewer: Viewer, args: ProjectsArguments): object {
  const {world, user} = viewer;
  const {ids} = args;
  const paths = args.fullPaths?.map(path => path.toLowerCase());
  if (paths && paths.length > mostFullPaths) {
    throw new GraphQLError(`You cannot provide more than ${mostFullPaths} full_paths`);
  }
  return connection(
    world.projects
      .filter(({path}) => !paths || paths.includes(path.toLowerCase()))
      .filter(({id}) => !ids || ids.includes(globalId('Project', id)))
      .filter(project => !args.membership || world.accessLevel(user, project) > 0)
      .filter(project => matches(project, args.search))
      .filter(project => world.canRead(user, project)),
    ({id}) => [-id],
    project => projectNode(project, viewer),
    args,
  );
}

/** The root of a query. Full paths are those of now: unlike REST, GraphQL knows no redirects of what was moved. */
export function queryNode(viewer: Viewer, complexity: {readonly score: number; readonly limit: number}): object {
  const {world, user} = viewer;
  const readable = <T extends Parameters<typeof world.canRead>[1]>(source: T | undefined) =>
    source && world.canRead(user, source) ? source : undefined;
  const isPath = (ref: string) => !/^\d+$/.test(ref);
  return {
    currentUser: user ? userNode(user) : null,
    metadata: user ? release : null,
    queryComplexity: complexity,
    group: ({fullPath}: {readonly fullPath: string}) => {
      const group = isPath(fullPath) ? readable(world.findGroup(fullPath)) : undefined;
      return group ? groupNode(group, viewer) : null;
    },
    project: ({fullPath}: {readonly fullPath: string}) => {
      const project = isPath(fullPath) ? readable(world.findProject(fullPath)) : undefined;
      return project ? projectNode(project, viewer) : null;
    },
    projects: (args: ProjectsArguments) => projects(viewer, args),
    users: (args: UsersArguments) => users(viewer, args),
  };
}
