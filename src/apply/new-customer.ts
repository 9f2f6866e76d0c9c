import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {orNone} from '../gitlab/missing.ts';
import type {Project} from '../gitlab/model/model.ts';
import {isDoomed} from '../gitlab/model/names.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {type CustomerGroup, projectAt, removeMadeGroup} from './customer-group.ts';
import {isMade, type Making, make, type Trace} from './making.ts';
import {assertSignedIn, type Means, onceThere, Stopped} from './means.ts';
import {assertShown, noWork, type OthersWork, othersWork} from './others-work.ts';

/** How often, and with how many milliseconds between, GitLab is asked whether a project is made. */
const polls = 120;
const pollPause = 1_000;

/** A customer's group and project that are to be made. */
export interface NewCustomer extends CustomerGroup {
  readonly project: {
    readonly name: string;
    /** Its path below the group. */
    readonly path: string;
  };
}

/** How the making of a project is followed and stopped. */
export interface ProjectMaking extends Making {
  /** Told how many seconds GitLab was waited for. */
  readonly onWait: (seconds: number) => void;
  readonly isStopped: () => boolean;
}

/** The customer's project, where there is one. Throws GitLabError. */
export function findProject(gitlab: GitLab, {segment, path, project}: NewCustomer): Promise<Project | undefined> {
  return projectAt(gitlab, `${segment}/${path}/${project.path}`);
}

/**
 * Why the template cannot be used, as far as that can be told; undefined where nothing speaks against it. GitLab makes projects
 * from it for everybody who may read its files, by whatever membership. Source: GitLab's `create_from_template_service.rb`.
 */
export async function templateFault(gitlab: GitLab, {templateProject}: Workspace): Promise<Said | undefined> {
  const template = await orNone(gitlab.project(templateProject));
  if (template === undefined) return said('apply.templateNotShown', templateProject);
  try {
    await orNone(gitlab.folder(template.id, ''));
    return undefined;
  } catch (error) {
    if (!(error instanceof GitLabError) || error.kind !== 'denied') throw error;
    return said('apply.templateFilesDenied', templateProject);
  }
}

async function create(means: Means, customer: NewCustomer, workspace: Workspace, making: Making): Promise<number> {
  const {gitlab} = means;
  const [group, template] = await Promise.all([
    onceThere(means, () => gitlab.group(`${customer.segment}/${customer.path}`)),
    orNone(gitlab.project(workspace.templateProject)),
  ]);
  if (template === undefined) {
    throw new GitLabError('denied', (await templateFault(gitlab, workspace)) ?? said('apply.templateNotRead'));
  }
  try {
    return await make(gitlab, making, () =>
      gitlab.createProject({
        ...customer.project,
        groupId: group.id,
        templateId: template.id,
        templateGroupId: template.group.id,
      }),
    );
  } catch (error) {
    if (!(error instanceof GitLabError) || !/template/i.test(error.message)) throw error;
    const why = await templateFault(gitlab, workspace).catch(() => undefined);
    throw new GitLabError('denied', why ? inTurn(error.words, why) : error.words);
  }
}

/**
 * Makes the customer's project from the template and waits until GitLab has filled it. One that an earlier try made is waited
 * for; one that GitLab could not fill is deleted and made anew.
 *
 * @returns whether it was made by this run
 * @throws GitLabError `conflict` where there is one that was not made here; {@link Stopped} while GitLab goes on with it
 */
export async function makeProject(
  means: Means,
  customer: NewCustomer,
  workspace: Workspace,
  making: ProjectMaking,
): Promise<boolean> {
  const {gitlab, pause} = means;
  const [known, me] = await Promise.all([findProject(gitlab, customer), means.pageUser(), assertSignedIn(means)]);
  if (known !== undefined && !isMade(known, making, me.id)) {
    const words = making.wasSent ? 'apply.projectThereUntold' : 'apply.projectThere';
    throw new GitLabError('conflict', said(words, known.path));
  }
  let id = known?.id;
  if (id !== undefined && making.madeId === undefined) await making.made(id);
  if (id !== undefined && (await gitlab.importState(id)).status === 'failed') {
    await gitlab.deleteProject(id);
    id = undefined;
  }
  id ??= await create(means, customer, workspace, making);
  const made = id;
  for (let poll = 1; poll <= polls; poll += 1) {
    const {status, error} = await onceThere(means, () => gitlab.importState(made));
    if (status === 'finished' || status === 'none') {
      // Its path and its files can be found a moment later only.
      await onceThere(
        means,
        () => gitlab.project(`${customer.segment}/${customer.path}/${customer.project.path}`),
        ({defaultBranch}) => defaultBranch !== null,
      );
      return true;
    }
    if (status === 'failed') {
      throw new GitLabError('unavailable', said('apply.projectNotMade', error ?? ''));
    }
    if (making.isStopped()) throw new Stopped();
    making.onWait((poll * pollPause) / 1_000);
    await pause(pollPause);
  }
  throw new GitLabError('unavailable', said('apply.projectNotFinished'));
}

/** What is said of a project that is not deleted although it was, or may have been, made here. */
async function keptProject(
  gitlab: GitLab,
  project: Project | undefined,
  {madeId, wasSent, sentAt}: Trace,
): Promise<readonly Said[]> {
  if (project !== undefined) {
    const isUntold = wasSent && (sentAt === undefined || project.creatorId === undefined);
    return isUntold ? [said('apply.projectStaysUntold', project.path)] : [];
  }
  const elsewhere = madeId === undefined ? undefined : await orNone(gitlab.project(madeId));
  if (elsewhere === undefined || elsewhere.markedForDeletionOn !== undefined || isDoomed(elsewhere.path)) return [];
  return [said('apply.projectStaysMoved', elsewhere.path)];
}

/** What is known of the making of a customer; undefined for what was not made. */
export interface CustomerTraces {
  readonly group: Trace | undefined;
  readonly project: Trace | undefined;
  /** Ids of the accounts that were added to the project with it. */
  readonly added: ReadonlySet<number>;
}

/** Looks what others did in a customer's project that was made here, before it is deleted. */
export async function lookBeforeRemoval(
  {gitlab, pageUser}: Means,
  customer: NewCustomer,
  {project: trace, added}: CustomerTraces,
): Promise<OthersWork> {
  if (trace === undefined) return noWork;
  try {
    const [found, me] = await Promise.all([findProject(gitlab, customer), pageUser()]);
    return found !== undefined && isMade(found, trace, me.id) ? await othersWork(gitlab, found, me, added) : noWork;
  } catch (error) {
    return {state: 'failed', problem: problemOf(error)};
  }
}

/**
 * Takes back what was made of a customer: the project, and the group with it if it was made too. What others put into the group
 * keeps it; what cannot be told to have been made here stays. What others did in the project is deleted only if it was shown.
 *
 * @param shown what others did in the project, as the user saw it
 * @returns what is still there, one sentence each
 * @throws GitLabError `conflict` where something came into the project that was not shown; nothing is deleted then
 */
export async function removeCustomer(
  means: Means,
  customer: NewCustomer,
  traces: CustomerTraces,
  shown: OthersWork | undefined,
): Promise<readonly Said[]> {
  const {gitlab} = means;
  const [found, me] = await Promise.all([findProject(gitlab, customer), means.pageUser(), assertSignedIn(means)]);
  const isOurs = found !== undefined && traces.project !== undefined && isMade(found, traces.project, me.id);
  const project = isOurs ? found : undefined;
  if (project !== undefined) assertShown(await othersWork(gitlab, project, me, traces.added), shown);
  const left: Said[] = [];
  if (traces.group !== undefined) {
    left.push(...(await removeMadeGroup(means, customer, traces.group, {goesToo: project?.id})));
    // The project went with it, or will with what waits for its deletion.
    if (left.length === 0 && traces.group.madeId !== undefined) return [];
  }
  if (project !== undefined) await gitlab.deleteProject(project.id);
  else if (traces.project !== undefined) left.push(...(await keptProject(gitlab, found, traces.project)));
  return left;
}
