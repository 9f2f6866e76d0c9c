import {computed, effect, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import {noWork, type OthersWork} from '../apply/others-work.ts';
import type {Gain, ShownGroup} from '../changes/change.ts';
import type {Checklist} from '../checklist/checklist.ts';
import type {CommittedUndo} from '../checklist/undo-words.ts';
import {problemOf} from '../gitlab/errors.ts';
import {endsSession, type Problem} from '../gitlab/model/problem.ts';
import type {Said} from '../texts/said.ts';
import {agreement} from './agreement.ts';
import {lookAtCustomer, takeCustomerBack} from './customer-back.ts';
import {type Flow, hasJustLeft, projectOf, type SeenFiles, traceOf} from './flow.ts';
import type {PageWithFlows} from './flows.ts';
import {handoverSteps} from './handover.ts';
import {keepUninvited} from './invitation.ts';
import {createKeptFlow, endedElsewhere, type KeptFlow} from './kept-flow.ts';
import {newBranch} from './new-branch.ts';
import {newCustomerSteps, projectPath} from './new-customer.ts';
import {preSalesSteps} from './pre-sales.ts';
import {createProjectChecklist} from './project-checklist.ts';
import {explainBySession, runSteps, type Step} from './run.ts';
import {commitsBackOf, takeChangesBack} from './take-back.ts';
import {createTurn} from './turn.ts';

/** What the view of a flow shows and calls. */
export interface FlowControl extends Pick<KeptFlow, 'flow' | 'isEnded' | 'edit' | 'editCommit'> {
  readonly steps: ReadonlySignal<readonly Step[]>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** It ends after what is under way. */
  readonly isStopping: ReadonlySignal<boolean>;
  /** What a step that takes long says of itself, by its id. */
  readonly progress: ReadonlySignal<ReadonlyMap<string, string>>;
  /** The customer's checklist, once there is a project. */
  readonly checklist: ReadonlySignal<Checklist | undefined>;
  /** The commits that taking it back makes, once the customer's journal is read. */
  readonly commitsBack: ReadonlySignal<readonly CommittedUndo[]>;
  /** Another tab works on it. */
  readonly isElsewhere: ReadonlySignal<boolean>;
  /** Why it could not be taken back. */
  readonly problem: Signal<Problem | undefined>;
  /** What is still there after it was taken back, one sentence each. */
  readonly left: ReadonlySignal<readonly Said[]>;
  /** Reads the checklist of the project that it is about, if there is one. */
  open(): Promise<void>;
  /** Begins, goes on, or tries again what failed: one step with what waits for it, or all. */
  goOn(only?: string): Promise<void>;
  /** Begins no further step. */
  stop(): void;
  skip(step: string): Promise<void>;
  /** Tries again with a group that was there unexpectedly, and that the user agreed to take as it was shown, with who gains access. */
  takeGroup(group: ShownGroup & {readonly name: string}, gains?: readonly Gain[]): Promise<void>;
  /** Goes on with a handover whose lines were shown once more. @param seen which files were shown, and at which commit each */
  agreeToLines(seen: SeenFiles): Promise<void>;
  /** The journal's entries of its steps that were taken back elsewhere: in a row, in the journal. */
  readonly undone: ReadonlySignal<ReadonlySet<string>>;
  /** Looks what others did in what taking it back deletes as a whole. */
  lookBack(): Promise<OthersWork>;
  /**
   * Takes back what it did, and shows the form again.
   *
   * @param shown what others did, as the user saw it: where something else came in since, nothing is deleted
   * @param gains who gains access when the project is moved back, as the user saw it: where more would, it is not moved
   */
  takeBack(shown?: OthersWork, gains?: readonly Gain[]): Promise<void>;
  /** Whether it led to this page a moment ago, and goes on here by itself; after the first time that is asked, it does not. */
  isLedHere(): boolean;
  /** Forgets it; what it did in GitLab stays. */
  end(): Promise<void>;
}

const controls = new Map<string, {readonly page: PageWithFlows; readonly control: FlowControl}>();

/** The one control of a flow on this page; it goes on when its view is closed. */
export function controlOf(page: PageWithFlows, begun: Flow): FlowControl {
  const known = controls.get(begun.id);
  if (known?.page === page) return known.control;
  const {isRunning, isStopping, isElsewhere, isTakenOver, take} = createTurn(begun.id);
  const progress = signal<ReadonlyMap<string, string>>(new Map());
  const problem = signal<Problem | undefined>(undefined);
  let isFresh = true;
  const kept = createKeptFlow(
    page,
    begun,
    problem,
    () => isRunning.peek(),
    isTakenOver,
    now => {
      steps.value = stepsOf(now);
    },
  );
  const {flow, isEnded} = kept;
  const project = createProjectChecklist(page);
  const checklist = project.current;
  const {means} = page.checklist;
  const {workspace} = page.checklist.sources;

  function stepsOf(now: Flow): Step[] {
    switch (now.kind) {
      case 'new-customer':
        return newCustomerSteps(now.plan, {
          means,
          workspace,
          checklist: project.ofPath,
          branch: newBranch(now.startedAt),
        });
      case 'from-pre-sales':
        return preSalesSteps(now.plan, {
          means,
          workspace,
          madeGroup: () => flow.value.steps.group?.madeId,
          checklist: () => project.ofId(now.plan.projectId),
        });
      case 'from-another-csm':
        return handoverSteps(now.plan, workspace, () => project.ofId(now.plan.projectId), newBranch(now.startedAt));
    }
  }

  const steps = signal<readonly Step[]>(stepsOf(begun));

  /** Shows what another tab kept, unless it is worked on here, or what is here is newer. */
  function showNewer(latest: Flow | undefined): void {
    if (latest === undefined || isRunning.value || kept.isNewer()) return;
    const {done} = progressOf(flow.value, steps.value);
    kept.show(latest);
    if (!isOver() || done === steps.value.length) return;
    void (checklist.value ? checklist.value.refresh() : readChecklist());
  }

  /** Whether nothing but what is left for a person is left. */
  function isOver(): boolean {
    const {done, all} = progressOf(flow.value, steps.value);
    return flow.value.stage === 'run' && done === all;
  }

  /** Reads the checklist of the project that it is about; a customer that is being set up has one at the end. */
  async function readChecklist(): Promise<void> {
    const now = flow.value;
    if (now.kind === 'new-customer' && !isOver()) return;
    try {
      const customer = await (now.kind === 'new-customer'
        ? project.ofPath(projectPath(now.plan, workspace))
        : project.ofId(now.plan.projectId));
      // What was taken back in a row since is known from there.
      await customer.loadJournal();
    } catch (error) {
      problem.value = problemOf(error);
    }
  }

  const catchUp = async (): Promise<void> => showNewer(await kept.latest());

  async function alone(work: () => Promise<void>): Promise<void> {
    const isInAnotherTab = await take(work, () => {
      problem.value = undefined;
    });
    if (isInAnotherTab) await catchUp();
  }

  async function proceed(only?: string): Promise<void> {
    kept.endQuiet();
    if (!(await kept.isCurrent())) return;
    await kept.keep({...flow.value, stage: 'run', leftAt: undefined, left: undefined});
    steps.value = stepsOf(flow.value);
    project.forgetReading();
    if (Object.values(flow.value.steps).some(({state}) => state === 'failed')) await checklist.value?.refresh();
    let hasSessionEnded = false;
    await runSteps(steps.value, flow.value.steps, {
      keep: kept.keepStep,
      only,
      onProgress(id, words) {
        const next = new Map(progress.value);
        if (words === undefined) next.delete(id);
        else next.set(id, words);
        progress.value = next;
      },
      isStopped: () => isStopping.value || isTakenOver() || !page.checkAlive(),
      async explain(error) {
        const explained = await explainBySession(page.checklist.sources.gitlab, error);
        hasSessionEnded ||= endsSession(problemOf(explained).kind);
        return explained;
      },
    });
    // Who is signed in is said once, by the page.
    if (hasSessionEnded) await page.checklist.refresh();
    if (isOver()) await keepUninvited(flow.value, checklist.value);
  }

  /** Goes on with what was agreed to meanwhile, in a flow whose plan has that. */
  async function goOnWith(part: Partial<Flow['plan']>, ...kinds: readonly Flow['kind'][]): Promise<void> {
    const now = flow.value;
    if (!kinds.includes(now.kind) || isRunning.value) return;
    // The compiler does not see that a kind and its plan stay together.
    await kept.keep({...now, plan: {...now.plan, ...part}} as Flow);
    await alone(() => proceed());
  }

  const titleOfStep = (id: string) => steps.value.find(step => step.id === id)?.title ?? id;

  async function takeBack(shown: OthersWork | undefined, gains: readonly Gain[] | undefined): Promise<void> {
    if (!(await kept.isCurrent())) return;
    const before = flow.value;
    const hasMade = Object.values(before.steps).some(step => traceOf(step) !== undefined);
    await kept.keep({...before, stage: 'back', leftAt: undefined, left: before.left ?? (hasMade ? [] : undefined)});
    let leftOver: Pick<Flow, 'left'> = {};
    try {
      if (flow.value.kind === 'new-customer') {
        const left = await takeCustomerBack(flow.value, means, workspace, shown);
        if (hasMade) leftOver = {left: [...left]};
        project.forget();
      } else {
        const customer = await project.ofId(flow.value.plan.projectId);
        if (!(await takeChangesBack(customer, {page, kept, titleOfStep, isTakenOver, problem, gains}))) return;
      }
      await kept.keep({...flow.value, stage: 'form', steps: {}, ...leftOver});
    } catch (error) {
      problem.value = problemOf(error);
    }
  }

  const undone = computed(
    () => new Set(checklist.value?.journal.value?.flatMap(({id, undone: isUndone}) => (isUndone ? [id] : []))),
  );
  const commitsBack = computed(() => commitsBackOf(flow.value, checklist.value));

  const control: FlowControl = {
    flow,
    steps,
    isRunning,
    isStopping,
    progress,
    checklist,
    commitsBack,
    undone,
    isElsewhere,
    isEnded,
    problem,
    left: computed(() => flow.value.left ?? []),

    async open() {
      await catchUp();
      await readChecklist();
    },

    edit: kept.edit,
    editCommit: kept.editCommit,

    goOn: only => alone(() => proceed(only)),

    stop() {
      isStopping.value = true;
    },

    async skip(id) {
      const skipped = () => kept.keepStep(id, {...flow.value.steps[id], state: 'skipped'});
      // Both in one go: in between, nothing is offered that the rest takes away again.
      const both = () => skipped().then(() => proceed());
      await (isRunning.value ? skipped() : alone(both));
    },

    agreeToLines: seen => goOnWith({seen}, 'from-another-csm'),

    takeGroup: (group, gains) =>
      goOnWith({...agreement(true, group), ...(gains && {gains: [...gains]})}, 'new-customer', 'from-pre-sales'),

    lookBack: async () => (flow.value.kind === 'new-customer' ? lookAtCustomer(flow.value, means, workspace) : noWork),

    takeBack: (shown, gains) => alone(() => takeBack(shown, gains)),

    isLedHere() {
      const {project: own} = page.checklist.facts.value;
      const isOwn = own?.state === 'known' && own.value.id === projectOf(flow.value)?.id;
      const isLed = isFresh && isOwn && hasJustLeft(flow.value, page.now());
      isFresh = false;
      return isLed;
    },

    async end() {
      kept.endQuiet();
      controls.delete(begun.id);
      await page.flows.end(begun.id);
    },
  };
  controls.set(begun.id, {page, control});
  page.flows.follow(begun.id, showNewer);
  effect(() => {
    if (!isEnded.value) return;
    kept.endQuiet();
    // Where nothing was typed there is nothing to save.
    if (flow.peek().stage === 'form') problem.value = endedElsewhere;
    else page.flows.open.value = undefined;
  });
  return control;
}

/** How far a flow is. */
export function progressOf(flow: Flow, steps: readonly Step[]): {readonly done: number; readonly all: number} {
  const isOver = ({id}: Step) => ['done', 'skipped'].includes(flow.steps[id]?.state ?? '');
  return {done: steps.filter(isOver).length, all: steps.length};
}
