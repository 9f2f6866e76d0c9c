import * as v from 'valibot';
import {GitLabError} from '../errors.ts';
import type {GitLab} from '../gitlab.ts';
import {isLinkMode} from '../model/link-mode.ts';
import type {Group, Page, StoredFile, TreeEntry, User} from '../model/model.ts';
import {isDoomed} from '../model/names.ts';
import {end, objectId, someText, told, visibility, webUrl} from '../value-schemas.ts';
import {numberOf} from './answer.ts';
import {blobSize, bytesOfText} from './blob.ts';

/** What a project's page wants to know; everything by its full path. */
export interface PageWanted {
  readonly project: string;
  /** The groups above it. */
  readonly groups: readonly string[];
  readonly template: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly team: {readonly id: number; readonly path: string};
  readonly root: string;
}

/** What GitLab told of it. What is undefined was not told, or not wholly: it is to be asked for by itself. */
export interface PageTold {
  readonly user?: User | undefined;
  /** The user's access level in the project; of somebody who is no member it is not told. */
  readonly role?: number | undefined;
  /** The group that the project lies in, without those that it is shared with. */
  readonly group?: Group | undefined;
  /** By path: a file that is undefined is not there, and one that is not in it was not told. */
  readonly files?: ReadonlyMap<string, StoredFile | undefined> | undefined;
  /** The files in the folder. */
  readonly folder?: readonly TreeEntry[] | undefined;
  /** Those in the template's. */
  readonly templateFolder?: readonly TreeEntry[] | undefined;
  /** Ids of the team group's members, a page of them. */
  readonly team?: Page<number> | undefined;
  /** The same of the root. */
  readonly root?: Page<number> | undefined;
  /** Of the groups above, those that the user sees and that the team group was not invited to. */
  readonly withoutTeam: readonly string[];
}

/** Fields that older GitLabs do not know and that can be left out. */
const optional: readonly string[] = ['Group.sharedGroups', 'Group.archived', 'Group.markedForDeletionOn'];

const text = (value: string) => JSON.stringify(value);
const page = 'pageInfo{hasNextPage}';
const members = `groupMembers(relations:[DIRECT,INHERITED,SHARED_FROM_GROUPS],first:100){nodes{user{id}}${page}}`;

/**
 * The query, of a complexity well below 165; GitLab's limit is 250 for whoever is signed in. It asks for a file's last commit before its
 * text: where somebody commits in between, that is told of an older state, and GitLab refuses a commit that rests on it.
 *
 * @param without fields that this GitLab does not know
 */
function queryOf({project, groups, template, folder, files, team, root}: PageWanted, without: ReadonlySet<string>) {
  const where = (field: string, asked = field.split('.')[1]) => (without.has(field) ? '' : asked);
  const tree = `tree(path:${text(folder)}){blobs(first:100){nodes{name,path,sha,mode},${page}}}`;
  return `query{currentUser{id username name}
project(fullPath:${text(project)}){maxAccessLevel{integerValue}
group{id name fullPath webUrl visibility avatarUrl ${where('Group.archived')} ${where('Group.markedForDeletionOn')}}
repository{${files.map((path, index) => `c${index}:tree(path:${text(path)}){lastCommit{sha}}`).join('')}
${tree}blobs(paths:${JSON.stringify(files)},first:5){nodes{path oid mode size rawTextBlob}}}}
template:project(fullPath:${text(template)}){repository{${tree}}}
team:group(fullPath:${text(team.path)}){id ${members}${where('Group.sharedGroups', `sharedGroups(first:100){nodes{fullPath}${page}}`)}}
root:group(fullPath:${text(root)}){${members}}
${groups.map((path, index) => `g${index}:group(fullPath:${text(path)}){id}`).join('')}}`;
}

const globalId = (kind: string) =>
  v.pipe(v.string(), v.regex(new RegExp(`^gid://gitlab/${kind}/[1-9]\\d*$`)), v.transform(numberOf));

const listOf = <Node extends v.GenericSchema>(node: Node) =>
  told(v.object({nodes: v.array(node), pageInfo: v.object({hasNextPage: v.boolean()})}));

const membersSchema = listOf(v.object({user: v.object({id: globalId('User')})}));

const treeSchema = told(
  v.object({
    blobs: listOf(v.object({name: someText, path: someText, sha: objectId, mode: v.nullish(v.string())})),
  }),
);

const blobsSchema = told(
  v.object({
    nodes: v.array(
      v.object({
        path: someText,
        mode: v.nullish(v.string()),
        size: told(blobSize),
        rawTextBlob: told(v.string()),
      }),
    ),
  }),
);

const groupSchema = told(
  v.object({
    id: globalId('Group'),
    name: someText,
    fullPath: someText,
    webUrl,
    visibility,
    avatarUrl: v.nullable(webUrl),
    archived: v.boolean(),
    markedForDeletionOn: end,
  }),
);

/** GitLab's roles; what is none of them is not told. */
const roleSchema = told(v.object({integerValue: v.picklist([5, 10, 15, 20, 25, 30, 40, 50])}));

const commitSchema = v.object({lastCommit: v.object({sha: objectId})});

const dataSchema = v.looseObject({
  currentUser: told(v.object({id: globalId('User'), username: someText, name: someText})),
  project: told(
    v.object({
      maxAccessLevel: roleSchema,
      group: groupSchema,
      repository: told(v.looseObject({tree: treeSchema, blobs: blobsSchema})),
    }),
  ),
  template: told(v.object({repository: told(v.object({tree: treeSchema}))})),
  team: told(
    v.object({
      id: globalId('Group'),
      groupMembers: membersSchema,
      sharedGroups: listOf(v.object({fullPath: someText})),
    }),
  ),
  root: told(v.object({groupMembers: membersSchema})),
});

type Data = v.InferOutput<typeof dataSchema>;

/** A group without any member is none that there is. */
function idsOf(list: v.InferOutput<typeof membersSchema>): Page<number> | undefined {
  if (list === undefined || list.nodes.length === 0) return undefined;
  return {items: list.nodes.map(({user}) => user.id), nextPage: list.pageInfo.hasNextPage ? 2 : undefined};
}

function entriesOf(tree: v.InferOutput<typeof treeSchema>): readonly TreeEntry[] | undefined {
  if (tree?.blobs === undefined || tree.blobs.pageInfo.hasNextPage) return undefined;
  return tree.blobs.nodes.map(({name, path, sha, mode}) => ({
    name,
    path,
    isFile: true,
    isLink: isLinkMode(mode),
    contentId: sha,
  }));
}

function filesOf({project}: Data, files: readonly string[]): PageTold['files'] {
  const repository = project?.repository;
  const nodes = repository?.blobs?.nodes;
  if (nodes === undefined) return undefined;
  return new Map(
    files.flatMap((path, index): [string, StoredFile | undefined][] => {
      const blob = nodes.find(node => node.path === path);
      if (blob === undefined) return [[path, undefined]];
      const commit = v.safeParse(commitSchema, repository?.[`c${index}`]);
      const bytes = bytesOfText(blob.rawTextBlob, blob.size);
      if (bytes === undefined || !commit.success) return [];
      return [[path, {path, bytes, lastCommitId: commit.output.lastCommit.sha, isLink: isLinkMode(blob.mode)}]];
    }),
  );
}

function groupOf({project}: Data): Group | undefined {
  if (project?.group === undefined) return undefined;
  const {fullPath: path, avatarUrl, archived, markedForDeletionOn, ...group} = project.group;
  return {
    ...group,
    path,
    avatarUrl: avatarUrl ?? undefined,
    sharedWith: undefined,
    isGoing: archived || markedForDeletionOn !== null || isDoomed(path),
    markedForDeletionOn: markedForDeletionOn ?? undefined,
  };
}

function withoutTeam(data: Data, groups: readonly string[]): readonly string[] {
  const shared = data.team?.sharedGroups;
  if (shared === undefined || shared.pageInfo.hasNextPage) return [];
  const paths = new Set(shared.nodes.map(({fullPath}) => fullPath.toLowerCase()));
  const isSeen = (index: number) => v.is(v.object({id: globalId('Group')}), data[`g${index}`]);
  return groups.filter((group, index) => isSeen(index) && !paths.has(group.toLowerCase()));
}

function toldOf(raw: unknown, {files, groups, team}: PageWanted): PageTold {
  const data = v.parse(dataSchema, raw);
  const {project, template, currentUser: user} = data;
  // A group of the team's path is not the team for that.
  const isTeam = data.team?.id === team.id;
  const templateFolder = entriesOf(template?.repository?.tree);
  return {
    user,
    role: project?.maxAccessLevel?.integerValue,
    group: groupOf(data),
    files: filesOf(data, files),
    folder: entriesOf(project?.repository?.tree),
    // That there is nothing to compare with is for REST to say.
    templateFolder: templateFolder?.length === 0 ? undefined : templateFolder,
    team: isTeam ? idsOf(data.team?.groupMembers) : undefined,
    root: idsOf(data.root?.groupMembers),
    withoutTeam: isTeam ? withoutTeam(data, groups) : [],
  };
}

const answerSchema = v.object({
  data: v.nullish(v.record(v.string(), v.unknown())),
  errors: v.optional(
    v.array(v.object({message: v.string(), path: v.optional(v.array(v.union([v.string(), v.number()])))})),
    [],
  ),
});

/** Takes out of an answer what an error names. @returns false where it names nothing */
function takeOut(data: unknown, path: readonly (string | number)[] | undefined): boolean {
  const [key, ...rest] = path ?? [];
  if (key === undefined || typeof data !== 'object' || data === null) return key !== undefined;
  const record = data as Record<string | number, unknown>;
  if (rest.length > 0) return takeOut(record[key], rest);
  record[key] = null;
  return true;
}

/** What came of the query: what it told, the fields that this GitLab does not know, or that it cannot be used, for good or for now. */
type Came = {readonly told: PageTold} | {readonly unknown: readonly string[]} | 'lasting' | 'passing';

function cameOf(body: unknown, wanted: PageWanted): Came {
  const answer = v.safeParse(answerSchema, body);
  if (!answer.success) return 'passing';
  const {data, errors} = answer.output;
  if (data) return errors.every(({path}) => takeOut(data, path)) ? {told: toldOf(data, wanted)} : 'passing';
  const unknown = errors.flatMap(({message}) => {
    const [, field, type] = /^Field '(\w+)' doesn't exist on type '(\w+)'/.exec(message) ?? [];
    return field === undefined ? [] : `${type}.${field}`;
  });
  if (unknown.length > 0) return {unknown};
  // All else that GitLab refuses a whole query for is in the query.
  const isTrouble = errors.length === 0 || errors.some(({message}) => /timeout|internal/i.test(message));
  return isTrouble ? 'passing' : 'lasting';
}

/** What came of reading a page by GraphQL. */
export interface PageAnswer {
  /** Undefined where GraphQL cannot be used. */
  readonly told: PageTold | undefined;
  /** The fields that this GitLab does not know, `all` where it cannot be used; undefined where nothing is to be remembered of it. */
  readonly without: readonly string[] | 'all' | undefined;
}

function ask({query}: Pick<GitLab, 'query'>, wanted: PageWanted, without: readonly string[]): Promise<Came> {
  return query(queryOf(wanted, new Set(without))).then(
    body => cameOf(body, wanted),
    (error: unknown) => {
      if (!(error instanceof GitLabError)) throw error;
      return error.status > 0 && error.status < 500 && error.kind !== 'limited' ? 'lasting' : 'passing';
    },
  );
}

/**
 * Reads with one GraphQL request what a project's page wants to know; with a second one where this GitLab is older than the query. It
 * never rejects with an error of GitLab's: whatever is not told is asked for by REST.
 *
 * @param known fields that this GitLab was found not to know
 */
export async function readProjectPage(
  gitlab: Pick<GitLab, 'query'>,
  wanted: PageWanted,
  known: readonly string[],
): Promise<PageAnswer> {
  let without = known;
  let came = await ask(gitlab, wanted, without);
  if (typeof came === 'object' && 'unknown' in came && came.unknown.every(field => optional.includes(field))) {
    without = [...without, ...came.unknown];
    came = await ask(gitlab, wanted, without);
  }
  if (came === 'passing') return {told: undefined, without: undefined};
  return typeof came === 'object' && 'told' in came ? {told: came.told, without} : {told: undefined, without: 'all'};
}
