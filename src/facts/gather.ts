import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {User} from '../gitlab/model.ts';
import {locateGroup} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';
import type {Colleagues, Fact, FactName, Facts, GroupFacts, ProjectFacts, Readme} from './facts.ts';
import {readIssueTemplates} from './issue-templates.ts';
import {readLabels} from './labels.ts';
import {readNotifications} from './notifications.ts';
import {isMarkdownName, readmeOfFile} from './readme.ts';
import type {Notebook} from './record.ts';

/** What facts are read with: the door, the workspace, the user as the page names it, and what is no matter of GitLab's. */
export interface Sources {
  readonly gitlab: GitLab;
  readonly notebook: Notebook;
  /** The date (ISO) on the user's clock. */
  readonly today: () => string;
  readonly workspace: Workspace;
  /** Undefined where the page does not name its user; GitLab is asked then. */
  readonly pageUser: User | undefined;
}

/** Reads under way, by the fact they lead to. */
export type Gathering<Names extends FactName> = {readonly [Name in Names]: Promise<Fact<Facts[Name]>>};

async function settle<T>(value: Promise<T>): Promise<Fact<T>> {
  try {
    return {state: 'known', value: await value};
  } catch (error) {
    const problem = problemOf(error);
    return {state: problem.kind === 'denied' ? 'denied' : 'failed', problem};
  }
}

const usualReadme = 'README.md';

/** Starts with the usual name beside all other reads; only a README of another name waits for the project to tell it. */
async function readReadme(gitlab: GitLab, path: string, project: Promise<ProjectFacts['project']>): Promise<Readme> {
  try {
    return readmeOfFile(await gitlab.file(path, usualReadme));
  } catch (error) {
    if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
  }
  const {defaultBranch, readmePath} = await project;
  if (defaultBranch === null) return {kind: 'empty-repository'};
  if (readmePath === undefined) return {kind: 'missing'};
  if (!isMarkdownName(readmePath)) return {kind: 'other-format', path: readmePath};
  return readmeOfFile(await gitlab.file(path, readmePath));
}

/**
 * Who of the project's members belongs to the team group. Its first page comes beside all other reads; where the group is
 * larger, one more request asks only for the members that are still undecided.
 */
async function readColleagues(
  {gitlab, workspace}: Sources,
  members: Promise<ProjectFacts['members']>,
): Promise<Colleagues> {
  const first = await gitlab.groupMemberIds(workspace.teamGroup.id);
  const colleagues = new Set(first.items);
  if (first.nextPage === undefined) return colleagues;
  const undecided = (await members).map(member => member.id).filter(id => !colleagues.has(id));
  const batch = 100;
  for (let start = 0; start < undecided.length; start += batch) {
    const among = await gitlab.groupMembersAmong(workspace.teamGroup.id, undecided.slice(start, start + batch));
    for (const id of among) colleagues.add(id);
  }
  return colleagues;
}

/**
 * Reads what is true of a project: all reads start at once, from the path in the address. One that fails leaves the others
 * alone.
 *
 * @param names the facts to read; those that another one is made from are read with it
 */
export function gatherProject(
  path: string,
  sources: Sources,
  names: ReadonlySet<keyof ProjectFacts>,
): Partial<Gathering<keyof ProjectFacts>> {
  const {gitlab, notebook, workspace} = sources;
  const needsProject = ['project', 'readme', 'record'] as const;
  const project = needsProject.some(name => names.has(name)) ? gitlab.project(path) : undefined;
  const members = names.has('members') || names.has('colleagues') ? gitlab.members(path) : undefined;
  const gathering: {-readonly [Name in keyof ProjectFacts]?: Promise<Fact<ProjectFacts[Name]>>} = {};
  if (project) gathering.project = settle(project);
  if (names.has('readme') && project) gathering.readme = settle(readReadme(gitlab, path, project));
  if (members) gathering.members = settle(members);
  if (names.has('colleagues') && members) gathering.colleagues = settle(readColleagues(sources, members));
  if (names.has('invitations')) gathering.invitations = settle(gitlab.invitations(path));
  if (names.has('invitedGroups')) {
    gathering.invitedGroups = settle(gitlab.invitedGroupIds(path).then(ids => new Set(ids)));
  }
  if (names.has('notifications')) gathering.notifications = settle(readNotifications(gitlab, path));
  const user = names.has('user') || names.has('role') ? Promise.resolve(sources.pageUser ?? gitlab.user()) : undefined;
  if (names.has('user') && user) gathering.user = settle(user);
  if (names.has('role') && user) gathering.role = settle(user.then(({id}) => gitlab.accessLevel(path, id)));
  if (names.has('labels')) gathering.labels = settle(readLabels(gitlab, path, workspace));
  if (names.has('issueTemplates')) gathering.issueTemplates = settle(readIssueTemplates(gitlab, path, workspace));
  if (names.has('group')) gathering.group = settle(gitlab.group(path.slice(0, path.lastIndexOf('/'))));
  if (names.has('record') && project) gathering.record = settle(readRecord(sources, project));
  if (names.has('sides')) gathering.sides = settle(notebook.sides());
  if (names.has('brackets')) gathering.brackets = settle(notebook.brackets());
  if (names.has('finder')) {
    gathering.finder = settle(import('../placeholders/find.ts').then(({findPlaceholders}) => findPlaceholders));
  }
  if (names.has('today')) gathering.today = settle(Promise.resolve(sources.today()));
  return gathering;
}

/** What people said of a customer; a merge request that was closed or merged is not waited for any more. */
async function readRecord(
  {gitlab, notebook}: Sources,
  project: Promise<ProjectFacts['project']>,
): Promise<ProjectFacts['record']> {
  const {id} = await project;
  const record = await notebook.record(id);
  if (record.waiting === undefined) return record;
  const isOpen = await gitlab.mergeRequestState(id, record.waiting.iid).then(
    state => state === 'opened',
    // Whether it is still open cannot be told: better to speak of it than to be silent.
    error => !(error instanceof GitLabError) || error.kind !== 'missing',
  );
  return isOpen ? record : {...record, waiting: undefined};
}

/** One page of a group's projects: by name; in pre-sales, where they wait to be taken over, the oldest first. */
export function listedProjects(gitlab: GitLab, path: string, workspace: Workspace, page = 1) {
  const isWaiting = locateGroup(path, workspace).kind === 'pre-sales';
  return gitlab.groupProjects(path, {page, orderBy: isWaiting ? 'created_at' : 'name', withArchived: false});
}

/** Reads what is true of a group, all at once. */
export function gatherGroup(
  path: string,
  {gitlab, pageUser, workspace}: Sources,
  names: ReadonlySet<keyof GroupFacts>,
): Partial<Gathering<keyof GroupFacts>> {
  const user = async () => pageUser ?? gitlab.user();
  return {
    ...(names.has('role') ? {role: settle(user().then(({id}) => gitlab.groupAccessLevel(path, id)))} : {}),
    ...(names.has('group') ? {group: settle(gitlab.group(path))} : {}),
    ...(names.has('projects') ? {projects: settle(listedProjects(gitlab, path, workspace))} : {}),
  };
}
