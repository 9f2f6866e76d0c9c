import {buildASTSchema, type DocumentNode, type GraphQLSchema, Kind, parse, visit} from 'graphql';

/** What the sandbox serves of GitLab's schema: the names, types and arguments are GitLab's. */
export const typeDefs = `
scalar Time
scalar BigInt

type Query {
  currentUser: CurrentUser
  group(fullPath: ID!): Group
  project(fullPath: ID!): Project
  projects(after: String, first: Int, last: Int, fullPaths: [String!], search: String): ProjectConnection
  queryComplexity: QueryComplexity
}

type QueryComplexity { limit: Int score: Int }
type PageInfo { endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String }
type CurrentUser { id: ID! username: String! name: String! }

type Group {
  id: ID!
  name: String!
  path: String!
  fullPath: ID!
  visibility: String
  webUrl: String!
  avatarUrl: String
  labels(after: String, first: Int, last: Int, includeAncestorGroups: Boolean = false): LabelConnection
  projects(after: String, first: Int, last: Int, includeSubgroups: Boolean = false, includeArchived: Boolean = true, notAimedForDeletion: Boolean = false, search: String): ProjectConnection!
}

type Project {
  id: ID!
  fullPath: ID!
  path: String!
  name: String!
  webUrl: String
  avatarUrl: String
  visibility: String
  archived: Boolean
  createdAt: Time
  lastActivityAt: Time
  importStatus: String
  openIssuesCount: Int
  markedForDeletionOn: Time
  group: Group
  repository: Repository
  labels(after: String, first: Int, last: Int, includeAncestorGroups: Boolean = false): LabelConnection
  projectMembers(after: String, first: Int, last: Int, relations: [ProjectMemberRelation!] = [DIRECT, INHERITED]): MemberInterfaceConnection
}

type Repository {
  empty: Boolean!
  exists: Boolean!
  rootRef: String
  blobs(after: String, first: Int, last: Int, paths: [String!]!, ref: String): RepositoryBlobConnection
  tree(path: String = "", ref: String): Tree
}

type RepositoryBlob { id: ID! oid: String! name: String path: String! size: BigInt rawTextBlob: String }
type Tree { blobs(after: String, first: Int, last: Int): BlobConnection! }
type Blob { id: ID! sha: String! name: String! path: String! }

interface MemberInterface { id: ID! accessLevel: AccessLevel expiresAt: Time user: UserCore }
type ProjectMember implements MemberInterface { id: ID! accessLevel: AccessLevel expiresAt: Time user: UserCore }
type AccessLevel { integerValue: Int stringValue: AccessLevelEnum }
type UserCore { id: ID! username: String! name: String! publicEmail: String bot: Boolean! state: UserState! }
type Label { id: ID! title: String! color: String! }

type ProjectConnection { count: Int! nodes: [Project] pageInfo: PageInfo! }
type MemberInterfaceConnection { nodes: [MemberInterface] pageInfo: PageInfo! }
type LabelConnection { count: Int! nodes: [Label] pageInfo: PageInfo! }
type RepositoryBlobConnection { nodes: [RepositoryBlob] pageInfo: PageInfo! }
type BlobConnection { nodes: [Blob] pageInfo: PageInfo! }

enum AccessLevelEnum { NO_ACCESS MINIMAL_ACCESS GUEST PLANNER REPORTER DEVELOPER MAINTAINER OWNER ADMIN }
enum ProjectMemberRelation { DIRECT INHERITED DESCENDANTS INVITED_GROUPS SHARED_INTO_ANCESTORS }
enum UserState { active banned blocked blocked_pending_approval deactivated ldap_blocked }
`;

const document: DocumentNode = parse(typeDefs);

/** The schema as a GitLab that does not know some fields yet has it. @param missing such as `Project.markedForDeletionOn` */
export function schemaWithout(missing: ReadonlySet<string>): GraphQLSchema {
  return buildASTSchema(
    visit(document, {
      FieldDefinition(node, _key, _parent, _path, ancestors) {
        const owner = ancestors.findLast(
          ancestor => !Array.isArray(ancestor) && 'kind' in ancestor && ancestor.kind === Kind.OBJECT_TYPE_DEFINITION,
        );
        const type = owner !== undefined && 'name' in owner ? owner.name : undefined;
        const isMissing = type !== undefined && 'value' in type && missing.has(`${type.value}.${node.name.value}`);
        return isMissing ? null : undefined;
      },
    }),
  );
}
