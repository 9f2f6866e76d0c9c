import {GraphQLError, type GraphQLResolveInfo, Kind, type SelectionSetNode} from 'graphql';
import {blobId, modeOf, type Repository, type RepositoryFile} from '../repository.ts';
import {host, type Project} from '../world.ts';
import {connection, type PageArguments} from './connection.ts';
import {time} from './values.ts';

interface BlobArguments extends PageArguments {
  readonly paths: readonly string[];
  readonly ref?: string | null;
}

interface TreeArguments {
  readonly path?: string | null;
  readonly recursive?: boolean | null;
  readonly ref?: string | null;
}

const mebibyte = 1_048_576;
const contentLimit = 20 * mebibyte;

const nameOf = (path: string) => path.split('/').at(-1) ?? '';

/** As Git does it: a file with a NUL near its start is no text. */
const isBinary = (content: Uint8Array) => content.subarray(0, 8_000).includes(0);

const lfsPointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\noid sha256:([0-9a-f]{64})\n/;

function blobNode(path: string, content: Uint8Array, mode: string, webRoot: string): object {
  const text = () => new TextDecoder().decode(content);
  return {
    id: blobId(content),
    oid: blobId(content),
    name: nameOf(path),
    path,
    mode,
    // GitLab's BigInt is written as a string.
    size: String(content.length),
    rawSize: String(content.length),
    rawTextBlob: () => (isBinary(content) ? null : text()),
    lfsOid: () => lfsPointer.exec(content.length < 1_024 ? text() : '')?.[1] ?? null,
    webPath: `${webRoot}/${path}`,
  };
}

/** Whether a field is selected anywhere below, directly or by a fragment. */
function selects(set: SelectionSetNode | undefined, name: string, info: GraphQLResolveInfo): boolean {
  return (set?.selections ?? []).some(selection => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return selects(info.fragments[selection.name.value]?.selectionSet, name, info);
    }
    if (selection.kind === Kind.FIELD && selection.name.value === name) return true;
    return selects(selection.selectionSet, name, info);
  });
}

function blobs(repository: Repository, webPath: string, args: BlobArguments, info: GraphQLResolveInfo): object {
  const ref = args.ref ?? repository.defaultBranch;
  const files = repository.filesOf(ref);
  const found = args.paths.flatMap(path => {
    const file = files?.get(path);
    return file ? [{path, content: file.content}] : [];
  });
  const total = found.reduce((sum, {content}) => sum + content.length, 0);
  const asksForContent = info.fieldNodes.some(({selectionSet}) => selects(selectionSet, 'rawTextBlob', info));
  if (args.paths.length > 1 && asksForContent && total > contentLimit) {
    const size = Number((total / mebibyte).toPrecision(3));
    throw new GraphQLError(`Max blobs size limit exceeded (${size} MiB / 20 MiB).`);
  }
  return connection(
    found.map((blob, index) => ({...blob, index})),
    ({index}) => [index],
    ({path, content}) => blobNode(path, content, modeOf(repository, path), `${webPath}/-/blob/${ref}`),
    args,
  );
}

function tree(project: Project, args: TreeArguments): object | null {
  const {repository} = project;
  if (repository.isEmpty) return null;
  const folder = args.path ?? '';
  const prefix = folder === '' ? '' : `${folder}/`;
  const ref = args.ref ?? 'HEAD';
  const files = repository.filesOf(ref) ?? new Map<string, RepositoryFile>();
  const inside = [...files].filter(([path]) => path.startsWith(prefix));
  const depth = prefix.split('/').length;
  const folders = new Set(
    inside.flatMap(([path]) => {
      const parts = path.split('/').slice(0, -1);
      const all = parts.map((_part, index) => parts.slice(0, index + 1).join('/')).slice(depth - 1);
      return args.recursive ? all : all.slice(0, 1);
    }),
  );
  const own = inside.filter(([path]) => args.recursive || path.split('/').length === depth);
  const webPath = (kind: string, path: string) => `/${project.path}/-/${kind}/${ref}/${path}`;
  const entry = (type: 'blob' | 'tree', path: string) => ({
    name: nameOf(path),
    path,
    flatPath: path,
    type,
    webPath: webPath(type, path),
  });
  const last =
    files.size > 0
      ? repository.commits.find(({paths}) => paths.some(path => path.startsWith(prefix) || path === folder))
      : undefined;
  return {
    lastCommit: last
      ? {
          sha: last.id,
          shortId: last.id.slice(0, 8),
          title: last.message.split('\n')[0],
          message: last.message,
          authoredDate: time(last.at),
          webUrl: `${host}/${project.path}/-/commit/${last.id}`,
        }
      : null,
    blobs: (page: PageArguments) =>
      connection(
        own,
        ([path]) => [path],
        ([path, {content}]) => ({
          ...entry('blob', path),
          id: blobId(content),
          sha: blobId(content),
          mode: modeOf(repository, path),
        }),
        page,
      ),
    trees: (page: PageArguments) =>
      connection(
        [...folders],
        path => [path],
        path => entry('tree', path),
        page,
      ),
  };
}

/** A project's repository, for somebody who may read its code. */
export function repositoryNode(project: Project): object {
  const {repository} = project;
  return {
    empty: repository.isEmpty,
    exists: true,
    rootRef: repository.isEmpty ? null : repository.defaultBranch,
    blobs: (args: BlobArguments, _context: unknown, info: GraphQLResolveInfo) =>
      blobs(repository, `/${project.path}`, args, info),
    tree: (args: TreeArguments) => tree(project, args),
  };
}
