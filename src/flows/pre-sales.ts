import {type CustomerGroup, makeGroup} from '../apply/customer-group.ts';
import {assertSignedIn, type Means} from '../apply/means.ts';
import {assertGains} from '../apply/move-access.ts';
import {assertAsShown, lookAtTarget, type MovePlan, planMove} from '../apply/move-plan.ts';
import type {Move, MoveWish} from '../changes/change.ts';
import {pathOfPlan, planPathFault} from '../changes/group-path.ts';
import type {Checklist} from '../checklist/checklist.ts';
import {isRight} from '../customer/checks/check.ts';
import {errorOfProblem, GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {groupNameFault} from '../gitlab/model/group-name.ts';
import type {Group, Project} from '../gitlab/model/model.ts';
import {isDoomed} from '../gitlab/model/names.ts';
import {flowsTexts} from '../texts/flows.ts';
import {said} from '../texts/said.ts';
import {customerPathFault} from '../workspace/customer-groups.ts';
import {locateProject} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';
import type {FlowOf} from './flow.ts';
import {knownFacts} from './known-facts.ts';
import {groupStepTitle, takenGroup} from './plan-with.ts';
import {rowOf, rowStep} from './row-step.ts';
import type {Step, StepResult} from './run.ts';
import {settingSteps} from './setting-steps.ts';
import {similarGroups} from './similar.ts';

type Plan = FlowOf<'from-pre-sales'>['plan'];

/** The customer's group that a plan asks for. */
export function groupOf(plan: Plan, workspace: Workspace): CustomerGroup {
  const name = plan.name.trim();
  return {name, path: pathOfPlan(plan), segment: `${workspace.root}/${plan.segment}`};
}

/** Full path of the group that a plan asks for. */
export function groupPath(plan: Plan, workspace: Workspace): string {
  const {segment, path} = groupOf(plan, workspace);
  return `${segment}/${path}`;
}

/** The move that a plan asks for. */
export function wishOf(plan: Plan, project: Project, workspace: Workspace): MoveWish {
  const {name, path, segment} = groupOf(plan, workspace);
  return {kind: 'move', projectId: project.id, from: project.group.path, segment, group: {path, name}};
}

/** What keeps a plan from being looked at, as a sentence; undefined where nothing does. */
export function preSalesFault(plan: Plan, workspace: Workspace): string | undefined {
  if (!plan.agreed) return flowsTexts.agreeFirst;
  if (plan.segment === '') return flowsTexts.chooseSegment;
  return (
    groupNameFault(plan.name.trim()) ??
    planPathFault(plan) ??
    customerPathFault(plan.segment, pathOfPlan(plan), workspace)
  );
}

/** What a move will do, and what comes along. */
export interface MoveLook {
  readonly plan: MovePlan;
  /** Customers' groups with a similar name. */
  readonly similar: readonly Group[];
  /** Titles of the groups' labels and milestones that issues use: GitLab copies them. */
  readonly copied: {readonly labels: readonly string[]; readonly milestones: readonly string[]};
  /** How many labels are the project's own. */
  readonly ownLabels: number;
}

async function whatIsCopied(gitlab: GitLab, project: Project): Promise<Pick<MoveLook, 'copied' | 'ownLabels'>> {
  const [own, issues] = await Promise.all([gitlab.projectLabels(project.id), gitlab.issues(project.id, 'all')]);
  const names = new Set(own.map(({name}) => name));
  const used = new Set(issues.flatMap(({labels}) => labels).filter(label => !names.has(label)));
  const milestones = new Set(issues.flatMap(({groupMilestone}) => groupMilestone ?? []));
  return {ownLabels: own.length, copied: {labels: [...used].sort(), milestones: [...milestones].sort()}};
}

/** Looks at what a move will do, without doing anything. Throws GitLabError. */
export async function lookAtMove(
  gitlab: GitLab,
  project: Project,
  wish: MoveWish,
  workspace: Workspace,
  userId: number,
): Promise<MoveLook> {
  const target = `${wish.segment}/${wish.group.path}`;
  const [plan, similar, copied] = await Promise.all([
    planMove(gitlab, project, wish, userId),
    similarGroups(gitlab, workspace, wish.group.name),
    whatIsCopied(gitlab, project),
  ]);
  return {plan, similar: similar.filter(({path: other}) => other !== target), ...copied};
}

/** A row that a person has agreed to, ticked off. */
function tickStep(read: () => Promise<Checklist>, id: string, title: string, note: string): Step {
  return {
    id,
    title,
    after: [],
    canSkip: true,
    rows: [id],
    async run(): Promise<StepResult> {
      const checklist = await read();
      await knownFacts(checklist, ['project', 'record']);
      const row = rowOf(checklist, id);
      if (isRight(row.finding?.verdict)) {
        await assertSignedIn(checklist.means);
        return {};
      }
      const made = await checklist.note(row.check, 'tick', note);
      if (made.isMade) return {made: true, entry: made.entry?.id};
      throw made.problem ? errorOfProblem(made.problem) : new GitLabError('unavailable', said('flows.tickNotKept'));
    },
  };
}

/** Where the steps are done. */
export interface PreSalesScene {
  readonly means: Means;
  readonly workspace: Workspace;
  /** Id of the customer's group, where it was made by this run. */
  readonly madeGroup: () => number | undefined;
  /** The project's checklist, once it was read. */
  readonly checklist: () => Promise<Checklist>;
}

/** Whether the project lies in a customer's group already, and that one stays. */
function isMoved({path}: Project, workspace: Workspace): boolean {
  return locateProject(path, workspace).kind === 'customer-group' && !isDoomed(path);
}

/** The move into the group that was made, or that the user agreed to take; where another one stands there, the user is asked. */
async function moveOf(
  plan: Plan,
  project: Project,
  {means, workspace, madeGroup}: Omit<PreSalesScene, 'checklist'>,
): Promise<Move> {
  const {gitlab, pageUser} = means;
  const wish = wishOf(plan, project, workspace);
  const made = madeGroup();
  const target = takenGroup(plan) ?? (made === undefined ? null : {id: made, visibility: 'private' as const});
  const {id: userId} = await pageUser();
  assertAsShown(await lookAtTarget(gitlab, project, wish, userId), wish, target);
  const {gains} = plan;
  if (gains) await assertGains(gitlab, project.id, target?.id ?? wish.segment, gains, userId);
  return {...wish, target, gains, isGroupNew: target !== null && target.id === made};
}

/** Everything that a plan asks for, in steps: what can be refused without a trace comes first. */
export function preSalesSteps(plan: Plan, scene: PreSalesScene): Step[] {
  const {means, workspace, checklist: read} = scene;
  const customer = groupOf(plan, workspace);
  const steps: Step[] = [
    {
      id: 'group',
      title: groupStepTitle(plan, customer),
      after: [],
      canSkip: false,
      async run(tools) {
        const {project} = await knownFacts(await read(), ['project']);
        if (isMoved(project.value, workspace)) {
          await assertSignedIn(means);
          return {};
        }
        return {made: await makeGroup(means, customer, takenGroup(plan), tools)};
      },
    },
  ];
  const {issues} = plan;
  if (issues.length > 0) {
    steps.push(
      rowStep({
        id: 'issues',
        row: 'issues-reviewed',
        always: true,
        title: plan.action === 'close' ? flowsTexts.closeIssues(issues.length) : flowsTexts.deleteIssues(issues.length),
        after: ['group'],
        checklist: read,
        own: {
          restsOn: [],
          async changeOf(_facts, {sources}) {
            const open = new Set((await sources.gitlab.issues(plan.projectId, 'opened')).map(({iid}) => iid));
            const left = issues.filter(({iid}) => open.has(iid));
            return left.length === 0
              ? undefined
              : {kind: 'issues', projectId: plan.projectId, action: plan.action, issues: left};
          },
        },
      }),
    );
  }
  const after = [issues.length > 0 ? 'issues' : 'group'];
  steps.push(
    {...tickStep(read, 'pre-sales', flowsTexts.tickPreSales, flowsTexts.fromPreSales), after},
    {...tickStep(read, 'issues-reviewed', flowsTexts.tickIssues, ''), after},
    {
      ...rowStep({
        id: 'location',
        title: flowsTexts.moveProject(`${plan.segment}/${customer.path}`),
        after: ['pre-sales', 'issues-reviewed'],
        checklist: read,
        own: {
          restsOn: ['project'],
          changeOf: async ({project}) =>
            isMoved(project.value, workspace) ? undefined : moveOf(plan, project.value, scene),
        },
      }),
      canSkip: false,
    },
  );
  return [...steps, ...settingSteps(workspace, {after: ['location'], checklist: read})];
}
