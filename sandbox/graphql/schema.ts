import {buildASTSchema, type DocumentNode, type GraphQLSchema, Kind, parse} from 'graphql';

const page = 'after: String, before: String, first: Int, last: Int';
const projectFilters =
  'includeSubgroups: Boolean = false, includeArchived: Boolean = true, notAimedForDeletion: Boolean = false, search: String, sort: NamespaceProjectSort';

/** The part of GitLab's schema that is served, under GitLab's names. */
const document: DocumentNode = parse(`
  scalar Time
  scalar BigInt

  type Query {
    currentUser: CurrentUser
    group(fullPath: ID!): Group
    metadata: Metadata
    project(fullPath: ID!): Project
    projects(${page}, ids: [ID!], fullPaths: [String!], membership: Boolean, search: String): ProjectConnection
    queryComplexity: QueryComplexity
    users(${page}, usernames: [String!]): UserCoreConnection
  }

  type Metadata { version: String! revision: String! enterprise: Boolean! }
  type QueryComplexity { limit: Int score: Int }
  type PageInfo { endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String }

  type Namespace {
    id: ID!
    name: String!
    path: String!
    fullName: String!
    fullPath: ID!
    visibility: String
    avatarUrl: String
    projects(${page}, ${projectFilters}): ProjectConnection!
  }

  type Group {
    id: ID!
    name: String!
    path: String!
    fullName: String!
    fullPath: ID!
    visibility: String
    webUrl: String!
    avatarUrl: String
    parent: Group
    createdAt: Time
    archived: Boolean
    markedForDeletionOn: Time
    maxAccessLevel: AccessLevel!
    groupMembers(
      ${page}, relations: [GroupMemberRelation!] = [DIRECT, INHERITED], search: String
    ): GroupMemberConnection
    labels(${page}, includeAncestorGroups: Boolean = false, searchTerm: String): LabelConnection
    sharedGroups(${page}, search: String): GroupConnection
    projects(${page}, ${projectFilters}): ProjectConnection!
  }

  type Project {
    id: ID!
    fullPath: ID!
    path: String!
    name: String!
    nameWithNamespace: String!
    webUrl: String
    avatarUrl: String
    visibility: String
    archived: Boolean
    createdAt: Time
    updatedAt: Time
    lastActivityAt: Time
    importStatus: String
    openIssuesCount: Int
    openMergeRequestsCount: Int
    issuesEnabled: Boolean
    group: Group
    namespace: Namespace
    repository: Repository
    maxAccessLevel: AccessLevel!
    userPermissions: ProjectPermissions!
    markedForDeletion: Boolean
    markedForDeletionOn: Time
    isSelfDeletionScheduled: Boolean
    labels(${page}, includeAncestorGroups: Boolean = false, searchTerm: String): LabelConnection
    projectMembers(
      ${page}, relations: [ProjectMemberRelation!] = [DIRECT, INHERITED], search: String
    ): MemberInterfaceConnection
  }

  type ProjectPermissions {
    adminProject: Boolean!
    archiveProject: Boolean!
    changeNamespace: Boolean!
    changeVisibilityLevel: Boolean!
    createIssue: Boolean!
    createLabel: Boolean!
    createMergeRequestFrom: Boolean!
    createMergeRequestIn: Boolean!
    downloadCode: Boolean!
    pushCode: Boolean!
    pushToDeleteProtectedBranch: Boolean!
    readProject: Boolean!
    readProjectMember: Boolean!
    removeProject: Boolean!
    renameProject: Boolean!
  }

  type Repository {
    empty: Boolean!
    exists: Boolean!
    rootRef: String
    blobs(${page}, paths: [String!]!, ref: String): RepositoryBlobConnection
    tree(path: String = "", recursive: Boolean = false, ref: String): Tree
  }

  type RepositoryBlob {
    id: ID!
    oid: String!
    name: String
    path: String!
    mode: String
    size: BigInt
    rawSize: BigInt
    rawTextBlob: String
    lfsOid: String
    webPath: String
  }

  type Tree {
    lastCommit: Commit
    blobs(${page}): BlobConnection!
    trees(${page}): TreeEntryConnection!
  }
  type Commit { sha: String! shortId: String! title: String message: String authoredDate: Time webUrl: String! }
  type Blob { id: ID! sha: String! name: String! path: String! flatPath: String! type: EntryType! mode: String webPath: String }
  type TreeEntry { name: String! path: String! flatPath: String! type: EntryType! webPath: String }

  interface MemberInterface { id: ID! accessLevel: AccessLevel createdAt: Time expiresAt: Time user: UserCore }
  type ProjectMember implements MemberInterface {
    id: ID!
    accessLevel: AccessLevel
    createdAt: Time
    expiresAt: Time
    user: UserCore
    project: Project
  }
  type GroupMember implements MemberInterface {
    id: ID!
    accessLevel: AccessLevel
    createdAt: Time
    expiresAt: Time
    user: UserCore
    group: Group
  }
  type AccessLevel { integerValue: Int stringValue: AccessLevelEnum }

  type UserCore {
    id: ID!
    username: String!
    name: String!
    publicEmail: String
    bot: Boolean!
    state: UserState!
    avatarUrl: String
    webUrl: String!
    webPath: String!
  }
  type CurrentUser {
    id: ID!
    username: String!
    name: String!
    publicEmail: String
    bot: Boolean!
    state: UserState!
    avatarUrl: String
    webUrl: String!
    webPath: String!
  }

  type Label { id: ID! title: String! description: String color: String! textColor: String! }

  type UserCoreConnection { count: Int! nodes: [UserCore] pageInfo: PageInfo! }
  type GroupConnection { nodes: [Group] pageInfo: PageInfo! }
  type GroupMemberConnection { nodes: [GroupMember] pageInfo: PageInfo! }
  type ProjectConnection { count: Int! nodes: [Project] pageInfo: PageInfo! }
  type MemberInterfaceConnection { nodes: [MemberInterface] pageInfo: PageInfo! }
  type LabelConnection { count: Int! nodes: [Label] pageInfo: PageInfo! }
  type RepositoryBlobConnection { nodes: [RepositoryBlob] pageInfo: PageInfo! }
  type BlobConnection { nodes: [Blob] pageInfo: PageInfo! }
  type TreeEntryConnection { nodes: [TreeEntry] pageInfo: PageInfo! }

  enum AccessLevelEnum { NO_ACCESS MINIMAL_ACCESS GUEST PLANNER REPORTER SECURITY_MANAGER DEVELOPER MAINTAINER OWNER }
  enum ProjectMemberRelation { DIRECT INHERITED DESCENDANTS INVITED_GROUPS SHARED_INTO_ANCESTORS }
  enum GroupMemberRelation { DIRECT INHERITED DESCENDANTS SHARED_FROM_GROUPS }
  enum NamespaceProjectSort { ACTIVITY_DESC SIMILARITY }
  enum EntryType { blob commit tree }
  enum UserState { active blocked deactivated banned ldap_blocked blocked_pending_approval }
`);

const built = new Map<string, GraphQLSchema>();

/**
 * The schema as a GitLab knows it that lacks some fields, each named `Type.field`.
 *
 * @throws Error for a field that there is not
 */
export function schemaWithout(missing: ReadonlySet<string>): GraphQLSchema {
  const key = [...missing].sort().join(' ');
  const known = built.get(key);
  if (known) return known;
  const left = new Set(missing);
  const definitions = document.definitions.map(definition => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      return definition;
    }
    const fields = definition.fields?.filter(field => {
      const name = `${definition.name.value}.${field.name.value}`;
      left.delete(name);
      return !missing.has(name);
    });
    return {...definition, ...(fields ? {fields} : {})};
  });
  if (left.size > 0) throw new Error(`The sandbox's schema has no ${[...left].join(', ')}`);
  const schema = buildASTSchema({...document, definitions});
  built.set(key, schema);
  return schema;
}
