import {groupNameFault, groupPathFault, groupPathOf} from '../../changes/group-path.ts';
import {
  findGroup,
  findProject,
  makeGroup,
  makeProject,
  type NewCustomer,
  removeCustomer,
  templateFault,
} from '../../changes/new-customer.ts';
import type {Hands} from '../../changes/outcome.ts';
import {parsePeople} from '../../changes/people.ts';
import {textOfBytes} from '../../gitlab/bytes.ts';
import {GitLabError} from '../../gitlab/errors.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import type {Group, Project} from '../../gitlab/model.ts';
import {meaningOf} from '../../placeholders/index.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {
  commitMessage,
  type EditedFile,
  fieldsOf,
  filledFiles,
  hasFields,
  readmeFile,
  rulesOf,
  templateFiles,
} from '../files.ts';
import type {Store} from '../store.ts';
import type {FlowOf} from './flow.ts';
import {rowStep} from './row-step.ts';
import type {Step} from './run.ts';
import {settingSteps} from './setting-steps.ts';
import {similarGroups} from './similar.ts';

type Plan = FlowOf<'new-customer'>['plan'];

/** Developer, as the handbook asks for. */
const developer = 30;
/** GitLab's longest name. */
const longestName = 255;

/** What GitLab does not take in a project's name, though it does in a group's. */
const notInProjectNames = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Join_Control}\p{Variation_Selector}_.+\- ]/gu;

/** The customer as GitLab will have it: the template's name with the customer's before it. */
export function customerOf(plan: Plan, workspace: Workspace): NewCustomer {
  const name = plan.name.trim();
  const kind = 'Customer Collaboration Project';
  const prefix = name.replace(notInProjectNames, ' ').replace(/\s+/g, ' ').trim();
  const projectName = `${prefix} ${kind}`.trim();
  return {
    name,
    segment: `${workspace.root}/${plan.segment}`,
    path: plan.path ?? groupPathOf(name),
    project: {name: projectName, path: groupPathOf(kind)},
  };
}

/** What keeps a plan from being looked at, as a sentence; undefined where nothing does. */
export function planFault(plan: Plan, workspace: Workspace): string | undefined {
  const customer = customerOf(plan, workspace);
  const fault = groupNameFault(customer.name);
  if (fault !== undefined) return fault;
  if (customer.path === '' && plan.path === undefined) {
    return 'GitLab makes no path of this name. Enter one: letters, digits, “-” and “_”.';
  }
  const pathFault = groupPathFault(customer.path);
  if (pathFault !== undefined) return pathFault;
  if (customer.project.name.length > longestName) {
    return `The project would be called “${customer.project.name.slice(0, 40)}…”, which is longer than GitLab’s 255 characters. Shorten the name.`;
  }
  if (plan.segment === '') return 'Choose a segment.';
  return undefined;
}

/** What GitLab has before anything is done. */
export interface Looked {
  readonly group: Group | undefined;
  readonly project: Project | undefined;
  /** Customers' groups with a similar name, elsewhere or under another path. */
  readonly similar: readonly Group[];
  /** Why the template may not be usable. */
  readonly template: string | undefined;
  /** The user's role in the segment. */
  readonly role: number | undefined;
}

/** Looks at what is there, without doing anything. Throws GitLabError. */
export async function look(gitlab: GitLab, plan: Plan, workspace: Workspace, userId: number): Promise<Looked> {
  const customer = customerOf(plan, workspace);
  const [group, project, similar, template, role] = await Promise.all([
    findGroup(gitlab, customer),
    findProject(gitlab, customer),
    similarGroups(gitlab, workspace, customer.name),
    templateFault(gitlab, workspace, userId),
    gitlab.groupAccessLevel(customer.segment, userId),
  ]);
  return {group, project, similar: similar.filter(({id}) => id !== group?.id), template, role};
}

/** The texts that are filled in, as the template project has them. Throws GitLabError. */
export async function templateTexts(gitlab: GitLab, workspace: Workspace): Promise<EditedFile[]> {
  const {templateProject, issueTemplates} = workspace;
  const paths = ['README.md', ...issueTemplates.map(({usual}) => usual)];
  const files = await Promise.all(
    paths.map(async path => {
      try {
        const file = await gitlab.file(templateProject, path);
        const text = textOfBytes(file.bytes);
        return text === undefined ? [] : [{path, text, lastCommitId: file.lastCommitId}];
      } catch (error) {
        if (error instanceof GitLabError && error.kind === 'missing') return [];
        throw error;
      }
    }),
  );
  return files.flat();
}

/** Where the steps are done. */
export interface NewCustomerScene {
  readonly hands: Hands;
  readonly workspace: Workspace;
  /** The project's checklist, once the project is there; made once. */
  readonly checklist: (path: string) => Promise<Store>;
}

/** The commit that fills in what the user gave values for; undefined where nothing is left of it. */
async function fill(store: Store, values: ReadonlyMap<string, string>) {
  const {project} = store.facts.value;
  if (project?.state !== 'known' || project.value.defaultBranch === null) return undefined;
  const {id, defaultBranch} = project.value;
  const rules = rulesOf(store.facts.value);
  const files = [...readmeFile(store.facts.value), ...templateFiles(store.facts.value)];
  const changed = filledFiles(
    files.filter(file => hasFields(file, rules)),
    values,
    rules,
  );
  if (changed.length === 0) return undefined;
  const filled = fieldsOf(files, rules).filter(({key}) => values.get(key));
  const message = commitMessage(
    changed.map(({path}) => path),
    filled,
  );
  const what = {projectId: id, files: changed, message};
  const canPush = await store.sources.gitlab.canPush(id, defaultBranch).catch(() => true);
  const aliases = rules.aliases ?? store.sources.workspace.placeholderAliases;
  await store.typed.learn(
    new Set(),
    filled.map(({key, text}) => ({meaning: meaningOf(text, aliases), value: values.get(key) ?? ''})),
  );
  return canPush
    ? ({kind: 'commit', ...what, branch: defaultBranch} as const)
    : ({kind: 'merge-request', ...what, target: defaultBranch, source: `csm-checklist-${id}`} as const);
}

/** Everything that a plan asks for, in steps. */
export function newCustomerSteps(plan: Plan, {hands, workspace, checklist}: NewCustomerScene): Step[] {
  const customer = customerOf(plan, workspace);
  const {mails, usernames} = parsePeople(plan.people);
  const count = mails.length + usernames.length;
  const read = () => checklist(`${customer.segment}/${customer.path}/${customer.project.path}`);
  const row = {after: ['project'], checklist: read};
  const steps: Step[] = [
    {
      id: 'group',
      title: plan.takesGroup ? `Use the group “${customer.name}”` : `Make the private group “${customer.name}”`,
      after: [],
      canSkip: false,
      run: async ({isAgain}) => ({made: await makeGroup(hands, customer, plan.takesGroup || isAgain)}),
    },
    {
      id: 'project',
      title: `Make “${customer.project.name}” from the template`,
      after: ['group'],
      canSkip: false,
      run: async ({isAgain, onProgress}) => ({
        made: await makeProject(hands, customer, workspace, isAgain, seconds =>
          onProgress(`GitLab is filling the project, ${seconds} s so far`),
        ),
      }),
    },
  ];
  const {logo} = plan;
  if (logo !== undefined) {
    steps.push(
      rowStep({
        ...row,
        id: 'avatar',
        title: 'Upload the logo',
        async changeOf({facts}) {
          const {project} = facts.value;
          if (project?.state !== 'known') return undefined;
          const {id, avatarUrl} = project.value;
          return {kind: 'avatar', projectId: id, from: avatarUrl ?? null, to: {name: 'logo.png', base64: logo}};
        },
      }),
    );
  }
  const values = new Map(plan.values.filter(([, value]) => value !== ''));
  if (values.size > 0) {
    steps.push(
      rowStep({
        ...row,
        id: 'files',
        row: 'readme',
        title: 'Fill in the README and the issue templates, in one commit',
        changeOf: store => fill(store, values),
      }),
    );
  }
  if (count > 0) {
    steps.push(
      rowStep({
        ...row,
        id: 'members',
        title: count === 1 ? 'Invite one person as Developer' : `Invite ${count} people as Developers`,
        async changeOf({facts}) {
          const {project} = facts.value;
          if (project?.state !== 'known') return undefined;
          return {kind: 'invite', projectId: project.value.id, mails, usernames, accessLevel: developer};
        },
      }),
    );
  }
  return [...steps, ...settingSteps(workspace, row)];
}

/** Takes back what a flow made in GitLab. @returns what is still there, one sentence each. Throws GitLabError. */
export function takeCustomerBack(
  flow: FlowOf<'new-customer'>,
  {hands, workspace}: NewCustomerScene,
): Promise<readonly string[]> {
  const {group, project} = flow.steps;
  return removeCustomer(hands, customerOf(flow.plan, workspace), {
    group: group?.made === true,
    project: project?.made === true,
  });
}
