import type {Group, Project} from '../world.ts';
import {connection, type PageArguments} from './connection.ts';
import {globalId, type Viewer} from './values.ts';

/** What the labels of a project or group are asked for by. */
export interface LabelArguments extends PageArguments {
  readonly includeAncestorGroups: boolean;
  readonly searchTerm?: string | null;
}

/** The labels of a project or group; unlike REST, without archived ones, and without those of the groups above unless they are asked for. */
export function labels(source: Group | Project, {world}: Viewer, args: LabelArguments): object {
  const term = args.searchTerm?.toLowerCase() ?? '';
  return connection(
    world
      .labelsOf(source, args.includeAncestorGroups)
      .filter(({archived, name}) => !archived && name.toLowerCase().includes(term)),
    ({name, id}) => [name.toLowerCase(), id],
    label => ({
      id: globalId(label.owner.kind === 'project' ? 'ProjectLabel' : 'GroupLabel', label.id),
      title: label.name,
      description: null,
      color: label.color,
      textColor: '#1f1e24',
    }),
    args,
  );
}
