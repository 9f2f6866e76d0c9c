import {findGroup, makeGroup, projectAtPath} from '../apply/customer-group.ts';
import {mayPush} from '../apply/may-push.ts';
import type {Means} from '../apply/means.ts';
import {findProject, makeProject, type NewCustomer, templateFault} from '../apply/new-customer.ts';
import type {Change} from '../changes/change.ts';
import {groupPathOf, pathOfPlan, planPathFault} from '../changes/group-path.ts';
import type {Checklist} from '../checklist/checklist.ts';
import {typedOf} from '../checklist/filling.ts';
import {
  commitMessage,
  type EditedFile,
  fieldsOf,
  filledFiles,
  hasFields,
  readmeFiles,
  templateFiles,
} from '../customer/filling/files.ts';
import {withKnown} from '../customer/filling/filled-fields.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {groupNameFault} from '../gitlab/model/group-name.ts';
import type {Group, Project} from '../gitlab/model/model.ts';
import {longestName, projectNameOf} from '../gitlab/model/names.ts';
import {uploadedLogo} from '../gitlab/uploaded-logo.ts';
import {meaningOf} from '../placeholders/index.ts';
import {flowsTexts} from '../texts/flows.ts';
import {type Said, said} from '../texts/said.ts';
import {customerPathFault} from '../workspace/customer-groups.ts';
import type {Workspace} from '../workspace/workspace.ts';
import type {FlowOf, OwnWords} from './flow.ts';
import {inviteStep} from './invitation.ts';
import type {KnownFacts} from './known-facts.ts';
import {groupStepTitle, takenGroup} from './plan-with.ts';
import {rowStep} from './row-step.ts';
import type {Step} from './run.ts';
import {settingSteps} from './setting-steps.ts';
import {similarGroups} from './similar.ts';

type Plan = FlowOf<'new-customer'>['plan'];

/** The customer as GitLab will have it: the template's name with the customer's before it. */
export function customerOf(plan: Plan, workspace: Workspace): NewCustomer {
  const name = plan.name.trim();
  const kind = 'Customer Collaboration Project';
  const projectName = `${projectNameOf(name)} ${kind}`.trim();
  return {
    name,
    segment: `${workspace.root}/${plan.segment}`,
    path: pathOfPlan(plan),
    project: {name: projectName, path: groupPathOf(kind)},
  };
}

/** Full path of the group that a plan asks for. */
export function groupPath(plan: Plan, workspace: Workspace): string {
  const {segment, path} = customerOf(plan, workspace);
  return `${segment}/${path}`;
}

/** Full path of the project that a plan asks for. */
export function projectPath(plan: Plan, workspace: Workspace): string {
  return `${groupPath(plan, workspace)}/${customerOf(plan, workspace).project.path}`;
}

/** What goes into the files: what was typed, and what was shown to go in by itself. */
function valuesOf({values, known}: Plan): ReadonlyMap<string, string> {
  return withKnown(new Map(values), new Map(known));
}

/** What keeps a plan from being looked at, as a sentence; undefined where nothing does. */
export function planFault(plan: Plan, workspace: Workspace): string | undefined {
  const customer = customerOf(plan, workspace);
  const fault = groupNameFault(customer.name);
  if (fault !== undefined) return fault;
  const pathFault = planPathFault(plan);
  if (pathFault !== undefined) return pathFault;
  if ([...customer.project.name].length > longestName) {
    return flowsTexts.longProjectName(customer.project.name.slice(0, 40));
  }
  if (plan.segment === '') return flowsTexts.chooseSegment;
  const placeFault = customerPathFault(plan.segment, customer.path, workspace);
  if (placeFault !== undefined) return placeFault;
  return undefined;
}

/** What GitLab has before anything is done. */
export interface Looked {
  readonly group: Group | undefined;
  readonly project: Project | undefined;
  /** Path of the project that has the group's path already. */
  readonly taken: string | undefined;
  /** Customers' groups with a similar name, elsewhere or under another path. */
  readonly similar: readonly Group[];
  /** Why the template may not be usable. */
  readonly template: Said | undefined;
  /** The user's role in the segment. */
  readonly role: number | undefined;
}

/** Looks at what is there, without doing anything. Throws GitLabError. */
export async function look(gitlab: GitLab, plan: Plan, workspace: Workspace, userId: number): Promise<Looked> {
  const customer = customerOf(plan, workspace);
  const [group, project, taken, similar, template, role] = await Promise.all([
    findGroup(gitlab, customer),
    findProject(gitlab, customer),
    projectAtPath(gitlab, `${customer.segment}/${customer.path}`),
    similarGroups(gitlab, workspace, customer.name),
    templateFault(gitlab, workspace),
    gitlab.groupAccessLevel(customer.segment, userId),
  ]);
  return {group, project, taken, similar: similar.filter(({id}) => id !== group?.id), template, role};
}

/** Where the steps are done. */
export interface NewCustomerScene {
  readonly means: Means;
  readonly workspace: Workspace;
  /** The project's checklist, once the project is there; made once. */
  readonly checklist: (path: string) => Promise<Checklist>;
  /** The name of the branch that is made where the user may not push; the same for each try. */
  readonly branch: string;
}

/** What is known of the files of the project that are filled in, and of their brackets. */
type FileFacts = KnownFacts<'readme' | 'issueTemplates' | 'brackets'>;

/** Those files. */
function filesOf({readme, issueTemplates}: FileFacts): EditedFile[] {
  return [...readmeFiles({readme}), ...templateFiles({issueTemplates})];
}

/**
 * The commit that fills in what the user gave values for; undefined where nothing is left of it.
 *
 * @param branch the new one where the user may not push
 */
async function fill(
  facts: FileFacts & KnownFacts<'project' | 'record'>,
  checklist: Checklist,
  values: ReadonlyMap<string, string>,
  own: OwnWords | undefined,
  branch: string,
): Promise<Change | undefined> {
  const {project, record} = facts;
  const {id, defaultBranch} = project.value;
  // There is no file, or it was done already and waits to be merged.
  if (defaultBranch === null || record.value.waiting !== undefined) return undefined;
  const rules = facts.brackets.value;
  const files = filesOf(facts);
  const changed = filledFiles(
    files.filter(file => hasFields(file, rules)),
    values,
    rules,
  );
  if (changed.length === 0) return undefined;
  const filled = fieldsOf(files, rules).filter(({key}) => values.get(key));
  const what = {projectId: id, files: changed, message: own?.message ?? commitMessage(changed, filled.length)};
  const canPush = await mayPush(checklist.sources.gitlab, project.value);
  const aliases = rules.aliases ?? checklist.sources.workspace.placeholderAliases;
  await typedOf(checklist).learn(
    new Set(),
    filled.map(({key, text}) => ({meaning: meaningOf(text, aliases), value: values.get(key) ?? ''})),
  );
  return canPush
    ? {kind: 'commit', ...what, branch: defaultBranch}
    : {kind: 'merge-request', ...what, target: defaultBranch, source: own?.branch ?? branch};
}

/** Why a value that was given cannot be filled in: the project's files are not those that the form was made from. */
function notAskedFor(facts: FileFacts, values: ReadonlyMap<string, string>): Said[] {
  const asked = new Set(fieldsOf(filesOf(facts), facts.brackets.value).map(({key}) => key));
  const unused = [...values].filter(([key]) => !asked.has(key)).map(([, value]) => value);
  return unused.length === 0 ? [] : [said('flows.notAskedFor', unused)];
}

/** Everything that a plan asks for, in steps. */
export function newCustomerSteps(
  plan: Plan,
  {means, workspace, checklist: checklistOf, branch}: NewCustomerScene,
): Step[] {
  const customer = customerOf(plan, workspace);
  const read = () => checklistOf(projectPath(plan, workspace));
  const row = {after: ['project'], checklist: read, isNew: means};
  const steps: Step[] = [
    {
      id: 'group',
      title: groupStepTitle(plan, customer),
      after: [],
      canSkip: false,
      run: async tools => ({made: await makeGroup(means, customer, takenGroup(plan), tools)}),
    },
    {
      id: 'project',
      title: flowsTexts.makeProject(customer.project.name),
      after: ['group'],
      canSkip: false,
      run: async tools => ({
        made: await makeProject(means, customer, workspace, {
          ...tools,
          onWait: seconds => tools.onProgress(flowsTexts.projectBeingFilled(seconds)),
        }),
      }),
    },
  ];
  const {logo} = plan;
  if (logo !== undefined) {
    steps.push(
      rowStep({
        ...row,
        id: 'avatar',
        title: flowsTexts.uploadLogo,
        // The template's own picture comes along with it, and puts the row right.
        always: true,
        own: {
          restsOn: ['project'],
          async changeOf({project}, checklist) {
            const there = await uploadedLogo(checklist.sources.gitlab, project.value);
            if (there === logo) return undefined;
            const {digestOf} = await import('../gitlab/digest.ts');
            const {id, avatarUrl} = project.value;
            return {
              kind: 'avatar',
              projectId: id,
              from: avatarUrl ?? null,
              shown: digestOf(there),
              to: {name: 'logo.png', base64: logo},
            };
          },
        },
      }),
    );
  }
  const values = new Map([...valuesOf(plan)].filter(([, value]) => value !== ''));
  if (values.size > 0) {
    steps.push(
      rowStep({
        ...row,
        id: 'files',
        row: 'readme',
        title: flowsTexts.fillIn,
        // The README can be right while an issue template is not.
        always: true,
        own: {
          restsOn: ['project', 'readme', 'issueTemplates', 'brackets', 'record'],
          changeOf: (facts, checklist) => fill(facts, checklist, values, plan.commit, branch),
          leftOf: facts => notAskedFor(facts, values),
        },
      }),
    );
  }
  return [...steps, ...inviteStep(plan, row), ...settingSteps(workspace, row)];
}
