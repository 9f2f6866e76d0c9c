import * as v from 'valibot';
import {isLinkMode} from '../model/link-mode.ts';
import type {Member, TreeEntry} from '../model/model.ts';
import type {Transport} from '../transport.ts';
import {end, objectId, someText, told} from '../value-schemas.ts';
import {nodesOf, numberOf} from './answer.ts';
import {blobSize, bytesOfText} from './blob.ts';

/** How many projects are asked for at once: each makes GitLab open its repository. */
export const detailsAtOnce = 20;

/** A file as one request tells of it; its bytes are undefined where GitLab gives none of it, or not as they are. */
interface DetailsFile {
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  readonly contentId: string;
  readonly isLink: boolean | undefined;
}

/** What one request tells of many projects. */
export interface ProjectDetails {
  /**
   * The files that were asked for and are there. Undefined, as the folder is, where GitLab shows no repository: to those who may
   * not read the code.
   */
  readonly files: ReadonlyMap<string, DetailsFile> | undefined;
  /** The folder that was asked for; undefined too where it has more files than a page. */
  readonly folder: readonly TreeEntry[] | undefined;
  /** Direct members; undefined where there are more than a page of them, or of one the role is not told. */
  readonly members: readonly Member[] | undefined;
  /** How many were listed beside them without a user: as many as are invited, or GitLab told less than there is. */
  readonly membersWithoutUser: number;
  /** Whether nobody is invited who has not come yet; undefined where that is not told, as to those who may not invite. */
  readonly nobodyInvited: true | undefined;
  readonly ownLabels: number;
  readonly groupLabels: number;
}

/** Well below GitLab's limit of complexity: members weigh most, see its `base_field.rb`. */
const detailsQuery = `query($paths: [String!], $files: [String!]!, $folder: String!) {
  projects(fullPaths: $paths, first: ${detailsAtOnce}) {
    nodes {
      fullPath
      repository {
        blobs(paths: $files, first: 5) { nodes { path oid mode size rawTextBlob } }
        tree(path: $folder) { blobs(first: 50) { nodes { name path sha mode } pageInfo { hasNextPage } } }
      }
      projectMembers(relations: [DIRECT], first: 100) {
        nodes { accessLevel { integerValue } expiresAt user { id username name state publicEmail bot } }
        pageInfo { hasNextPage }
      }
      userPermissions { adminProject }
      labels(first: 1) { count }
      group { labels(first: 1) { count } }
    }
  }
}`;

const count = v.nullish(v.object({count: v.number()}));

const nodeSchema = v.object({
  fullPath: someText,
  repository: v.nullish(
    v.object({
      blobs: v.nullish(
        v.object({
          nodes: v.array(
            v.object({
              path: v.string(),
              oid: objectId,
              mode: v.nullish(v.string()),
              size: told(blobSize),
              rawTextBlob: v.nullish(v.string()),
            }),
          ),
        }),
      ),
      tree: v.nullish(
        v.object({
          blobs: v.object({
            nodes: v.array(v.object({name: someText, path: someText, sha: objectId, mode: v.nullish(v.string())})),
            pageInfo: v.object({hasNextPage: v.boolean()}),
          }),
        }),
      ),
    }),
  ),
  projectMembers: v.nullish(
    v.object({
      nodes: v.array(
        v.object({
          accessLevel: v.nullish(v.object({integerValue: v.nullish(v.number())})),
          expiresAt: end,
          user: v.nullish(
            v.object({
              id: v.string(),
              username: someText,
              name: v.string(),
              state: someText,
              publicEmail: v.nullable(v.string()),
              bot: v.boolean(),
            }),
          ),
        }),
      ),
      pageInfo: v.object({hasNextPage: v.boolean()}),
    }),
  ),
  userPermissions: v.nullish(v.object({adminProject: v.boolean()})),
  labels: count,
  group: v.nullish(v.object({labels: count})),
});

type Node = v.InferOutput<typeof nodeSchema>;

function membersOf({projectMembers}: Node): Member[] | undefined {
  if (!projectMembers || projectMembers.pageInfo.hasNextPage) return undefined;
  const members: Member[] = [];
  for (const {accessLevel, expiresAt, user} of projectMembers.nodes) {
    if (!user) continue;
    const level = accessLevel?.integerValue;
    const id = numberOf(user.id);
    if (level == null || !(id > 0)) return undefined;
    members.push({
      id,
      name: user.name,
      username: user.username,
      accessLevel: level,
      state: user.state,
      publicEmail: user.publicEmail || undefined,
      expiresAt: expiresAt?.slice(0, 10),
      isBot: user.bot,
    });
  }
  return members;
}

/** GitLab lists invitations among the members, without their user, to those who may administer the project: `MembersFinder`. */
function nobodyInvited({projectMembers, userPermissions}: Node): true | undefined {
  if (!projectMembers || projectMembers.pageInfo.hasNextPage || !userPermissions?.adminProject) return undefined;
  return withoutUser(projectMembers) === 0 ? true : undefined;
}

function withoutUser(members: Node['projectMembers']): number {
  return members?.nodes.filter(({user}) => !user).length ?? 0;
}

function repositoryOf({repository}: Node): Pick<ProjectDetails, 'files' | 'folder'> {
  if (!repository) return {files: undefined, folder: undefined};
  const {blobs, tree} = repository;
  return {
    files: new Map(
      (blobs?.nodes ?? []).map(({path, oid, mode, size, rawTextBlob}) => [
        path,
        {bytes: bytesOfText(rawTextBlob, size), contentId: oid, isLink: isLinkMode(mode)},
      ]),
    ),
    folder: tree?.blobs.pageInfo.hasNextPage
      ? undefined
      : (tree?.blobs.nodes ?? []).map(({name, path, sha, mode}) => ({
          name,
          path,
          isFile: true,
          isLink: isLinkMode(mode),
          contentId: sha,
        })),
  };
}

function detailsOf(node: Node): ProjectDetails {
  return {
    ...repositoryOf(node),
    members: membersOf(node),
    membersWithoutUser: withoutUser(node.projectMembers),
    nobodyInvited: nobodyInvited(node),
    ownLabels: node.labels?.count ?? 1,
    groupLabels: node.group?.labels?.count ?? 1,
  };
}

/** Reads {@link ProjectDetails} by the projects' full paths in lower case; those that the user may not read are missing. */
export type ReadDetails = (
  paths: readonly string[],
  files: readonly string[],
  folder: string,
) => Promise<Map<string, ProjectDetails>>;

/**
 * Makes what checks need of up to {@link detailsAtOnce} projects one GraphQL request. Throws GitLabError.
 *
 * @param host address of the GitLab host without a trailing slash
 */
export function createDetailsReader(host: string, transport: Transport): ReadDetails {
  return async (paths, files, folder) => {
    const {body} = await transport({
      method: 'POST',
      url: `${host}/api/graphql`,
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({query: detailsQuery, variables: {paths, files, folder}}),
    });
    const nodes = nodesOf('projects', nodeSchema, body);
    return new Map(nodes.map(node => [node.fullPath.toLowerCase(), detailsOf(node)]));
  };
}
