import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {orNone} from '../gitlab/missing.ts';
import type {Project} from '../gitlab/model.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {type CustomerGroup, findGroup, projectAt} from './customer-group.ts';
import {assertSignedIn, type Hands, type Making, make, onceThere, Stopped} from './outcome.ts';

/** How often, and with how many milliseconds between, GitLab is asked whether a project is made. */
const polls = 120;
const pollPause = 1_000;

/** The path that GitLab gives a project until it is gone. */
const scheduledForDeletion = /-deletion_scheduled-\d+$/;

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
export async function templateFault(gitlab: GitLab, {templateProject}: Workspace): Promise<string | undefined> {
  const template = await orNone(gitlab.project(templateProject));
  if (template === undefined) {
    return `GitLab does not show you the template project ${templateProject}. Ask one of its owners to add you to its group.`;
  }
  try {
    await orNone(gitlab.folder(template.id, ''));
    return undefined;
  } catch (error) {
    if (!(error instanceof GitLabError) || error.kind !== 'denied') throw error;
    return `You may not read the files of the template project ${templateProject}. Ask one of its owners for the Reporter role.`;
  }
}

async function create(hands: Hands, customer: NewCustomer, workspace: Workspace, making: Making): Promise<number> {
  const {gitlab} = hands;
  const [group, template] = await Promise.all([
    onceThere(hands, () => gitlab.group(`${customer.segment}/${customer.path}`)),
    orNone(gitlab.project(workspace.templateProject)),
  ]);
  if (template === undefined) {
    throw new GitLabError('denied', (await templateFault(gitlab, workspace)) ?? 'The template cannot be read.');
  }
  try {
    return await make(making, () =>
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
    throw new GitLabError('denied', `${error.message} ${why ?? ''}`.trim());
  }
}

/**
 * Makes the customer's project from the template and waits until GitLab has filled it. One that an earlier try made is waited
 * for; one that GitLab could not fill is deleted and made anew.
 *
 * @returns whether it was made by this run
 * @throws GitLabError `conflict` where there is one that this run did not make; {@link Stopped} while GitLab goes on with it
 */
export async function makeProject(
  hands: Hands,
  customer: NewCustomer,
  workspace: Workspace,
  making: ProjectMaking,
): Promise<boolean> {
  const {gitlab, pause} = hands;
  const [known] = await Promise.all([findProject(gitlab, customer), assertSignedIn(hands)]);
  if (known !== undefined && !making.wasSent) {
    throw new GitLabError('conflict', `The project ${known.path} is there already.`);
  }
  let id = known?.id;
  if (id !== undefined && (await gitlab.importState(id)).status === 'failed') {
    await gitlab.deleteProject(id);
    id = undefined;
  }
  id ??= await create(hands, customer, workspace, making);
  const made = id;
  for (let poll = 1; poll <= polls; poll += 1) {
    const {status, error} = await onceThere(hands, () => gitlab.importState(made));
    if (status === 'finished' || status === 'none') {
      // Its path and its files can be found a moment later only.
      await onceThere(
        hands,
        () => gitlab.project(`${customer.segment}/${customer.path}/${customer.project.path}`),
        ({defaultBranch}) => defaultBranch !== null,
      );
      return true;
    }
    if (status === 'failed') {
      throw new GitLabError(
        'unavailable',
        `GitLab could not make the project from the template. ${error ?? ''}`.trim(),
      );
    }
    if (making.isStopped()) throw new Stopped();
    making.onWait((poll * pollPause) / 1_000);
    await pause(pollPause);
  }
  throw new GitLabError('unavailable', 'GitLab has not finished making the project from the template yet.');
}

/**
 * Takes back what was made of a customer: the project, and the group with it if it was made too. What others put into the group
 * keeps it.
 *
 * @returns what is still there, one sentence each
 */
export async function removeCustomer(
  hands: Hands,
  customer: NewCustomer,
  made: {readonly group: boolean; readonly project: boolean},
): Promise<readonly string[]> {
  const {gitlab} = hands;
  const [group, project] = await Promise.all([
    findGroup(gitlab, customer),
    findProject(gitlab, customer),
    assertSignedIn(hands),
  ]);
  const mayGo = group !== undefined && !group.isGoing && made.group;
  if (mayGo) {
    const inside = await gitlab.groupProjects(group.path);
    const others = inside.items.filter(({id, path}) => id !== project?.id && !scheduledForDeletion.test(path));
    const isOurs = project === undefined || made.project;
    if (others.length === 0 && inside.nextPage === undefined && isOurs && !(await gitlab.hasSubgroups(group.id))) {
      await gitlab.deleteGroup(group.id);
      return [];
    }
  }
  if (made.project && project !== undefined) await gitlab.deleteProject(project.id);
  return mayGo ? [`The group ${group.path} stays, because something else is in it by now.`] : [];
}
