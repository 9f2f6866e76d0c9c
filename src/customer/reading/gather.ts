import type {
  Colleagues,
  Fact,
  FactName,
  FactSheet,
  Facts,
  GroupFacts,
  IncludedFile,
  ProjectFacts,
  Readme,
} from '../../facts/facts.ts';
import type {Notebook} from '../../facts/record.ts';
import {GitLabError, problemOf} from '../../gitlab/errors.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import {type Certainty, orNone} from '../../gitlab/missing.ts';
import {noAccess, type Ref, type SignedInUser, type StoredFile, type User} from '../../gitlab/model/model.ts';
import {endsSession, type Problem} from '../../gitlab/model/problem.ts';
import {assertSameUser} from '../../gitlab/same-user.ts';
import {customerGroups} from '../../workspace/customer-groups.ts';
import {locateGroup} from '../../workspace/locate.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import type {DayBook} from './day-memory.ts';
import {includesIn, isElsewhere, pathOfInclude} from './includes.ts';
import {readIssueTemplates} from './issue-templates.ts';
import {readLabels} from './labels.ts';
import {readNotifications} from './notifications.ts';
import {isMarkdownName, mayBeLink, readmeOfFile, usualReadme} from './readme.ts';
import {readInheritedTeamRole} from './team-role.ts';

/** What facts are read with: the door, the workspace, the user as the page names it, and what is no matter of GitLab's. */
export interface Sources {
  readonly gitlab: GitLab;
  readonly notebook: Notebook;
  /** The date (ISO) on the user's clock. */
  readonly today: () => string;
  readonly workspace: Workspace;
  /** Undefined where the page does not name its user; GitLab is asked then. */
  readonly pageUser: User | undefined;
  /** What is remembered for a day; nothing is where there is none. */
  readonly dayBook?: DayBook | undefined;
  /** Resolves after that many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Reads under way, by the fact they lead to. */
export type Gathering<Names extends FactName> = {readonly [Name in Names]: Promise<Fact<Facts[Name]>>};

/**
 * Waits for what is read, as a fact.
 *
 * @param first what has to go well too; where both go wrong, its reason counts
 */
export async function settle<T>(value: Promise<T>, first?: Promise<unknown>): Promise<Fact<T>> {
  value.catch(() => undefined);
  try {
    await first;
    return {state: 'known', value: await value};
  } catch (error) {
    const problem = problemOf(error);
    return {state: problem.kind === 'denied' ? 'denied' : 'failed', problem};
  }
}

/** A file's text with what it includes; a file that a symbolic link may be is looked up in the list of its folder. */
async function readmeWith(gitlab: GitLab, path: string, file: StoredFile, certainty: Certainty): Promise<Readme> {
  const entry = mayBeLink(file)
    ? (await gitlab.folder(path, '')).find(({path: other}) => other === file.path)
    : undefined;
  const readme = readmeOfFile({...file, isLink: file.isLink ?? entry?.isLink});
  if (readme.kind !== 'text') return readme;
  const names = includesIn(readme.text);
  const included = await Promise.all(
    names.map(async (name): Promise<IncludedFile> => {
      if (isElsewhere(name)) return {name, content: undefined};
      const place = pathOfInclude(name, readme.path);
      const found = place === undefined ? undefined : await orNone(gitlab.file(path, place), certainty);
      return {name, content: found ? readmeOfFile(found) : {kind: 'missing'}};
    }),
  );
  return included.length === 0 ? readme : {...readme, included};
}

/** Starts with the usual name beside all other reads; which file GitLab shows as the README is for the project to tell. */
async function readReadme(
  gitlab: GitLab,
  path: string,
  project: Promise<ProjectFacts['project']>,
  certainty: Certainty,
): Promise<Readme> {
  const usual = orNone(gitlab.file(path, usualReadme), async () => undefined);
  usual.catch(() => undefined);
  const {defaultBranch, readmePath} = await project;
  if (readmePath === undefined) {
    if ((await usual) !== undefined) return {kind: 'not-told', path: usualReadme};
    return {kind: defaultBranch === null ? 'empty-repository' : 'missing'};
  }
  if (!isMarkdownName(readmePath)) return {kind: 'other-format', path: readmePath};
  const file = readmePath === usualReadme ? await usual : undefined;
  return readmeWith(gitlab, path, file ?? (await gitlab.file(path, readmePath)), certainty);
}

/**
 * Who of the project's members is in a group. Its first page comes beside all other reads; where the group is larger, one more
 * request asks only for the members that are still undecided.
 */
async function readMembersIn(
  gitlab: GitLab,
  group: Ref,
  members: Promise<ProjectFacts['members']>,
): Promise<readonly number[]> {
  const first = await gitlab.groupMemberIds(group);
  if (first.nextPage === undefined) return first.items;
  const found = new Set(first.items);
  const undecided = (await members).map(member => member.id).filter(id => !found.has(id));
  const batch = 100;
  for (let start = 0; start < undecided.length; start += batch) {
    const among = await gitlab.groupMembersAmong(group, undecided.slice(start, start + batch));
    for (const id of among) found.add(id);
  }
  return [...found];
}

/** Whoever is a member of the workspace's root works for the company, like the members of the team group. */
async function readColleagues(
  {gitlab, workspace}: Sources,
  members: Promise<ProjectFacts['members']>,
): Promise<Colleagues> {
  const groups = [workspace.teamGroup.id, workspace.root];
  const ids = await Promise.all(groups.map(group => readMembersIn(gitlab, group, members)));
  return new Set(ids.flat());
}

/** Asks who is signed in. Rejects where it is somebody else than the page was made for: nothing that is read counts then. */
async function readUser({gitlab, pageUser}: Sources): Promise<SignedInUser> {
  const user = await gitlab.user();
  assertSameUser(user, pageUser ?? user);
  return user;
}

/** The access of a user who is no member: none, but for those who need no role. */
function withoutRole({isAdmin}: SignedInUser): number | undefined {
  return isAdmin ? undefined : noAccess;
}

/** What is no matter of GitLab's, and so not of who is signed in there. */
const notGitLabs: readonly FactName[] = ['brackets', 'finder', 'sides', 'today'];

/** What GitLab tells one user differently from another. */
const perUser: readonly FactName[] = [
  'colleagues',
  'inheritedTeamRole',
  'invitations',
  'labels',
  'notifications',
  'role',
];

/**
 * Asks once more who is signed in, after a reading of what GitLab tells each user differently: somebody else may have signed in while
 * it was under way.
 *
 * @param gathered what was read, the user included where the page does not name them
 * @returns why nothing of it counts; undefined where it does
 */
export async function endOfReading(sources: Sources, gathered: FactSheet): Promise<Problem | undefined> {
  if (!perUser.some(name => gathered[name]?.state === 'known')) return undefined;
  const {user} = gathered;
  const pageUser = sources.pageUser ?? (user?.state === 'known' ? user.value : undefined);
  try {
    await readUser({...sources, pageUser});
    return undefined;
  } catch (error) {
    const problem = problemOf(error);
    return endsSession(problem.kind) ? problem : undefined;
  }
}

/** Calls a function when it is needed for the first time, and gives its answer from then on. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= read();
    // Whoever asks is told; one that asks only later, or not any more, is no reason for an unhandled rejection.
    answer.catch(() => undefined);
    return answer;
  };
}

/**
 * Reads what is true of a project: all reads start at once, from the path in the address. One that fails leaves the others
 * alone. GitLab is asked with each reading who is signed in: of somebody else's answers nothing is known.
 *
 * @param names the facts to read; those that another one is made from are read with it
 */
export function gatherProject(
  path: string,
  sources: Sources,
  names: ReadonlySet<keyof ProjectFacts>,
): Partial<Gathering<keyof ProjectFacts>> {
  const {gitlab, notebook, workspace} = sources;
  const readingUser = once(() => readUser(sources));
  const project = once(() => gitlab.project(path));
  const members = once(() => gitlab.members(path));
  const certainty = once(() => Promise.all([readUser(sources), gitlab.project(path)]));
  const readers: {readonly [Name in keyof ProjectFacts]: () => Promise<ProjectFacts[Name]>} = {
    project,
    members,
    readme: () => readReadme(gitlab, path, project(), certainty),
    colleagues: () => readColleagues(sources, members()),
    invitations: () => gitlab.invitations(path),
    inheritedTeamRole: () => readInheritedTeamRole(gitlab, path, workspace, sources.today()),
    notifications: () =>
      readNotifications(
        {
          gitlab,
          userId: async () => (await readingUser()).id,
          memberIds: async () => (await members()).map(({id}) => id),
        },
        path,
      ),
    user: readingUser,
    role: async () =>
      (await gitlab.accessLevel(path, (sources.pageUser ?? (await readingUser())).id)) ??
      withoutRole(await readingUser()),
    labels: () => readLabels(gitlab, path, workspace),
    issueTemplates: () => readIssueTemplates(gitlab, path, workspace, certainty),
    group: () => gitlab.group(path.slice(0, path.lastIndexOf('/'))),
    outerGroups: () =>
      Promise.all(
        customerGroups(path, workspace)
          .slice(1)
          .map(group => gitlab.group(group)),
      ),
    record: () => readRecord(sources, project()),
    sides: () => notebook.sides(),
    brackets: () => notebook.brackets(),
    finder: async () => (await import('../../placeholders/find.ts')).findPlaceholders,
    today: async () => sources.today(),
  };
  const gather = <Name extends keyof ProjectFacts>(name: Name) =>
    [name, settle(readers[name](), notGitLabs.includes(name) ? undefined : readingUser())] as const;
  return Object.fromEntries([...names].filter(name => name in readers).map(gather));
}

/** What people said of a customer; a merge request that was merged is not waited for any more, and one that was closed is told. */
async function readRecord(
  {gitlab, notebook}: Sources,
  project: Promise<ProjectFacts['project']>,
): Promise<ProjectFacts['record']> {
  const {id} = await project;
  const record = await notebook.record(id);
  if (record.waiting === undefined) return record;
  const state = await gitlab.mergeRequest(id, record.waiting.iid).then(
    request => request.state,
    // Whether it is still open cannot be told: better to speak of it than to be silent.
    error => (error instanceof GitLabError && error.kind === 'missing' ? undefined : 'opened'),
  );
  if (state === 'closed') return {...record, waiting: {...record.waiting, isClosed: true}};
  return state === 'opened' ? record : {...record, waiting: undefined};
}

/** One page of a group's projects: by name; in pre-sales, where they wait to be taken over, the oldest first. */
export function listedProjects(gitlab: GitLab, path: string, workspace: Workspace, page = 1) {
  const isWaiting = locateGroup(path, workspace).kind === 'pre-sales';
  return gitlab.groupProjects(path, {page, orderBy: isWaiting ? 'created_at' : 'name', withArchived: false});
}

/** Reads what is true of a group, all at once; like {@link gatherProject}, for the user of the page only. */
export function gatherGroup(
  path: string,
  sources: Sources,
  names: ReadonlySet<keyof GroupFacts>,
): Partial<Gathering<keyof GroupFacts>> {
  const {gitlab, pageUser, workspace} = sources;
  const user = readUser(sources);
  const role = async () =>
    (await gitlab.groupAccessLevel(path, (pageUser ?? (await user)).id)) ?? withoutRole(await user);
  return {
    ...(names.has('role') ? {role: settle(role(), user)} : {}),
    ...(names.has('group') ? {group: settle(gitlab.group(path), user)} : {}),
    ...(names.has('projects') ? {projects: settle(listedProjects(gitlab, path, workspace), user)} : {}),
  };
}
