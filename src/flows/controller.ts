import {batch, computed, effect, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import {removeMadeGroup} from '../apply/customer-group.ts';
import {hold, untilFree} from '../browser/tab-lock.ts';
import type {ShownGroup} from '../changes/change.ts';
import type {Checklist} from '../checklist/checklist.ts';
import {type CommittedUndo, committedUndo, messageField, undoAsTyped} from '../checklist/undo-words.ts';
import {problemOf} from '../gitlab/errors.ts';
import type {Problem, ProblemKind} from '../gitlab/model/problem.ts';
import {type CommitWords, type Flow, type SeenFiles, type StepState, traceOf} from './flow.ts';
import type {PageWithFlows} from './flows.ts';
import {handoverSteps} from './handover.ts';
import {newBranch} from './new-branch.ts';
import {newCustomerSteps, projectPath, takeCustomerBack} from './new-customer.ts';
import {agreement} from './plan-with.ts';
import {groupOf, preSalesSteps} from './pre-sales.ts';
import {explainBySession, runSteps, type Step} from './run.ts';

/** What the view of a flow shows and calls. */
export interface FlowControl {
  readonly flow: ReadonlySignal<Flow>;
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
  /** Another tab finished or discarded it: what was typed here can be read, and nothing is kept any more. */
  readonly isEnded: ReadonlySignal<boolean>;
  /** Why it could not be taken back. */
  readonly problem: Signal<Problem | undefined>;
  /** What is still there after it was taken back, one sentence each. */
  readonly left: ReadonlySignal<readonly string[]>;
  /** Reads the checklist of the project that it is about, if there is one. */
  open(): Promise<void>;
  /** Shows what was typed, and keeps it a moment later. */
  edit(flow: Flow): void;
  /** Begins, goes on, or tries again what failed. */
  goOn(): Promise<void>;
  /** Begins no further step. */
  stop(): void;
  skip(step: string): Promise<void>;
  /** Tries again with another commit message, after a push rule refused the one before. */
  commitWith(words: CommitWords): Promise<void>;
  /** Tries again with a group that was there unexpectedly, and that the user agreed to take as it was shown. */
  takeGroup(group: ShownGroup & {readonly name: string}): Promise<void>;
  /** Goes on with a handover whose lines were shown once more. @param seen which files were shown, and at which commit each */
  agreeToLines(seen: SeenFiles): Promise<void>;
  /** The journal's entries of its steps that were taken back elsewhere: in a row, in the journal. */
  readonly undone: ReadonlySignal<ReadonlySet<string>>;
  /** Takes back what it did, and shows the form again. */
  takeBack(): Promise<void>;
  /** Forgets it; what it did in GitLab stays. */
  end(): Promise<void>;
}

/** Why something is not taken back, where another try would meet the same: it stays, and the rest is taken back. */
const finals: ReadonlySet<ProblemKind | undefined> = new Set([
  'conflict',
  'denied',
  'missing',
  'moved',
  'invalid',
  'taken',
  'visibility',
]);
const isFinal = (problem: Problem | undefined) => finals.has(problem?.kind);

/** A row's other change is under way, so that nothing was begun. */
const beingChanged: Problem = {
  kind: 'busy',
  words: 'The same thing is being changed already.',
  advice: 'Wait a moment, then try again.',
};

const endedElsewhere: Problem = {
  kind: 'conflict',
  words: 'This was finished or discarded in another tab.',
  advice: 'Nothing more is done here. Copy what you still need, then close this.',
};

/** Milliseconds of quiet after typing before it is kept. */
const quiet = 300;

const controls = new Map<string, FlowControl>();

/** Resolves when nothing of a checklist is being read any more. */
function settled(checklist: Checklist): Promise<void> {
  return new Promise(resolve => {
    let isOver = false;
    const stop = effect(() => {
      if (checklist.reading.value) return;
      isOver = true;
      resolve();
      queueMicrotask(() => stop());
    });
    if (isOver) stop();
  });
}

/** The one control of a flow on this page; it goes on when its view is closed. */
export function controlOf(page: PageWithFlows, begun: Flow): FlowControl {
  const known = controls.get(begun.id);
  if (known) return known;
  const flow = signal(begun);
  const isRunning = signal(false);
  const isStopping = signal(false);
  const isElsewhere = signal(false);
  const isEnded = computed(() => page.flows.ended.value?.id === begun.id);
  const progress = signal<ReadonlyMap<string, string>>(new Map());
  const checklist = signal<Checklist | undefined>(undefined);
  const problem = signal<Problem | undefined>(undefined);
  const left = signal<readonly string[]>([]);
  let reading: Promise<Checklist> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What was typed here and is not kept yet: newer than whatever is. */
  let unkept: Flow | undefined;
  /** Aborted where another tab took over what was done here: what it keeps is newer. */
  let held: AbortSignal | undefined;

  function endQuiet(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  async function keep(next: Flow): Promise<void> {
    endQuiet();
    if (held?.aborted || isEnded.value) return;
    flow.value = next;
    await put(next);
  }

  async function put(next: Flow): Promise<void> {
    await page.flows.put(next);
    // What was typed meanwhile is on its way.
    if (flow.value === next) unkept = undefined;
  }

  /**
   * Looks what became of it in other tabs, and shows that.
   *
   * @returns whether it is still what the user saw here; what was typed here is newer than what was typed elsewhere
   */
  async function isCurrent(): Promise<boolean> {
    if (isEnded.value) {
      problem.value = endedElsewhere;
      return false;
    }
    // What cannot be kept, which is told, goes on as long as the page stays open.
    if (page.flows.notKept.value !== undefined) return true;
    const kept = await page.flows.kept(begun.id).catch(() => flow.value);
    if (kept === undefined) {
      problem.value = endedElsewhere;
      return false;
    }
    const isSameStage = kept.stage === flow.value.stage;
    if (kept.stage !== 'form' || !isSameStage) show(kept);
    return isSameStage;
  }

  function customerStore(path: string): Promise<Checklist> {
    reading ??= (async () => {
      const isThisPage = page.place.kind === 'project' && page.place.path.toLowerCase() === path.toLowerCase();
      const customer = checklist.value ?? (isThisPage ? page.checklist : page.checklistOf(path));
      await customer.refresh();
      checklist.value = customer;
      return customer;
    })().catch(error => {
      reading = undefined;
      throw error;
    });
    return reading;
  }

  /** The checklist of a flow's project: the page's own, or, on another page, one by the address that it has now. */
  function projectStore(id: number): Promise<Checklist> {
    reading ??= (async () => {
      await settled(page.checklist);
      const {project} = page.checklist.facts.value;
      if (project?.state === 'known' && project.value.id === id) {
        checklist.value = page.checklist;
        return page.checklist;
      }
      const {path} = await page.checklist.sources.gitlab.project(id);
      const customer = checklist.value?.place.path === path ? checklist.value : page.checklistOf(path);
      await customer.refresh();
      checklist.value = customer;
      return customer;
    })().catch(error => {
      reading = undefined;
      throw error;
    });
    return reading;
  }

  const {hands} = page.checklist;
  const {workspace} = page.checklist.sources;
  const scene = {hands, workspace, checklist: customerStore};
  const madeGroup = () => flow.value.steps.group?.madeId;

  function stepsOf(now: Flow): Step[] {
    switch (now.kind) {
      case 'new-customer':
        return newCustomerSteps(now.plan, {...scene, branch: newBranch(now.startedAt)});
      case 'from-pre-sales':
        return preSalesSteps(now.plan, {
          hands,
          workspace,
          madeGroup,
          checklist: () => projectStore(now.plan.projectId),
        });
      case 'from-another-csm':
        return handoverSteps(now.plan, workspace, () => projectStore(now.plan.projectId), newBranch(now.startedAt));
    }
  }

  const steps = signal<readonly Step[]>(stepsOf(begun));

  function show(kept: Flow): void {
    unkept = undefined;
    batch(() => {
      flow.value = kept;
      steps.value = stepsOf(kept);
    });
  }

  /** Shows what another tab kept, unless it is worked on here, or what is here is newer. */
  function showNewer(kept: Flow | undefined): void {
    const isNewer = isRunning.value || unkept !== undefined || page.flows.notKept.value !== undefined;
    if (kept === undefined || isNewer) return;
    const {done} = progressOf(flow.value, steps.value);
    show(kept);
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
        ? customerStore(projectPath(now.plan, workspace))
        : projectStore(now.plan.projectId));
      // What was taken back in a row since is known from there.
      await customer.loadJournal();
    } catch (error) {
      problem.value = problemOf(error);
    }
  }

  async function catchUp(): Promise<void> {
    showNewer(await page.flows.kept(begun.id).catch(() => undefined));
  }

  async function keepStep(id: string, state: StepState): Promise<void> {
    const leaves = id === 'location' && state.state === 'running';
    const now = flow.value;
    await keep({
      ...now,
      steps: {...now.steps, [id]: state},
      ...(leaves ? {leftAt: page.now()} : {}),
    });
  }

  async function alone(work: () => Promise<void>): Promise<void> {
    if (isRunning.value) return;
    batch(() => {
      isRunning.value = true;
      isStopping.value = false;
      problem.value = undefined;
    });
    try {
      isElsewhere.value = !(await hold(begun.id, signal => {
        held = signal;
        return work();
      }));
    } finally {
      held = undefined;
      isRunning.value = false;
    }
    if (!isElsewhere.value) return;
    void untilFree(begun.id).then(() => {
      isElsewhere.value = false;
    });
    await catchUp();
  }

  async function proceed(): Promise<void> {
    left.value = [];
    endQuiet();
    if (!(await isCurrent())) return;
    await keep({...flow.value, stage: 'run', leftAt: undefined});
    steps.value = stepsOf(flow.value);
    reading = undefined;
    if (Object.values(flow.value.steps).some(({state}) => state === 'failed')) await checklist.value?.refresh();
    await runSteps(steps.value, flow.value.steps, {
      keep: keepStep,
      onProgress(id, words) {
        const next = new Map(progress.value);
        if (words === undefined) next.delete(id);
        else next.set(id, words);
        progress.value = next;
      },
      isStopped: () => isStopping.value || held?.aborted === true || !page.checkAlive(),
      explain: error => explainBySession(page.checklist.sources.gitlab, error),
    });
  }

  async function forgetStep(id: string): Promise<void> {
    const {[id]: _done, ...others} = flow.value.steps;
    await keep({...flow.value, steps: others});
  }

  const titleOfStep = (id: string) => steps.value.find(step => step.id === id)?.title ?? id;

  /** Takes back what a step changed in the project. Resolves to whether it goes on; why it does not is told. */
  async function takeStepBack(customer: Checklist, id: string): Promise<boolean> {
    const known = flow.value.steps[id];
    const entry = customer.journal.value?.find(other => other.id === known?.entry);
    if (entry?.undo !== undefined && !entry.undone) {
      if (id === 'location') await keep({...flow.value, leftAt: page.now()});
      const made = await customer.undoEntry({...entry, undo: undoAsTyped(entry, customer)});
      if (!made.isMade && !isFinal(made.problem)) {
        problem.value = made.problem ?? (page.checkAlive() ? beingChanged : undefined);
        return false;
      }
      if (!made.isMade)
        left.value = [...left.value, `“${titleOfStep(id)}” stays as it is. ${made.problem?.words ?? ''}`];
      else if (made.left.length > 0) left.value = [...left.value, ...made.left];
      customer.texts.set(messageField(entry.check, entry.id), undefined);
    } else if ((known?.made || known?.sent) && entry?.undone !== true) {
      left.value = [...left.value, `“${titleOfStep(id)}” stays as it is: it cannot be taken back from here.`];
    }
    await forgetStep(id);
    return true;
  }

  /**
   * Takes back what the steps changed, the latest first; the move after the others, since it leads to another page, and then the
   * group that was made for it. Resolves to whether all of it was gone through.
   */
  async function takeChangesBack(customer: Checklist): Promise<boolean> {
    await Promise.all([customer.loadJournal(), customer.texts.load()]);
    const last = ['location', 'group'];
    const ids = Object.keys(flow.value.steps).reverse();
    for (const id of [...ids.filter(other => !last.includes(other)), 'location']) {
      if (held?.aborted) return false;
      if (flow.value.steps[id] !== undefined && !(await takeStepBack(customer, id))) return false;
    }
    const now = flow.value;
    const {group} = now.steps;
    if (held?.aborted) return false;
    if (now.kind !== 'from-pre-sales' || group === undefined) return true;
    const trace = traceOf(group);
    if (trace) left.value = [...left.value, ...(await removeMadeGroup(hands, groupOf(now.plan, workspace), trace))];
    await forgetStep('group');
    return true;
  }

  const undone = computed(
    () => new Set(checklist.value?.journal.value?.flatMap(({id, undone: isUndone}) => (isUndone ? [id] : []))),
  );
  const commitsBack = computed(() => {
    const entries = new Set(Object.values(flow.value.steps).map(({entry}) => entry));
    const customer = flow.value.kind === 'new-customer' ? undefined : checklist.value;
    return (customer?.journal.value ?? []).flatMap(entry => {
      const commit = customer && entries.has(entry.id) && !entry.undone && committedUndo(entry, customer);
      return commit ? [commit] : [];
    });
  });

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
    left,

    async open() {
      await catchUp();
      await readChecklist();
    },

    edit(next) {
      flow.value = next;
      endQuiet();
      if (isEnded.value) return;
      unkept = next;
      timer = setTimeout(async () => {
        timer = undefined;
        if (await isCurrent()) await put(flow.value);
      }, quiet);
    },

    goOn: () => alone(proceed),

    stop() {
      isStopping.value = true;
    },

    async skip(id) {
      const skipped = () => keepStep(id, {...flow.value.steps[id], state: 'skipped', words: undefined});
      if (isRunning.value) return skipped();
      // Both in one go: in between, nothing is offered that the rest takes away again.
      await alone(async () => {
        await skipped();
        await proceed();
      });
    },

    async commitWith(commit) {
      const now = flow.value;
      if (now.kind === 'from-pre-sales' || isRunning.value) return;
      // The compiler does not see that a kind and its plan stay together.
      await keep({...now, plan: {...now.plan, commit}} as Flow);
      await control.goOn();
    },

    async agreeToLines(seen) {
      const now = flow.value;
      if (now.kind !== 'from-another-csm' || isRunning.value) return;
      await keep({...now, plan: {...now.plan, seen}});
      await control.goOn();
    },

    async takeGroup(group) {
      const now = flow.value;
      if (now.kind === 'from-another-csm' || isRunning.value) return;
      // The compiler does not see that a kind and its plan stay together.
      await keep({...now, plan: {...now.plan, ...agreement(true, group)}} as Flow);
      await control.goOn();
    },

    takeBack: () =>
      alone(async () => {
        left.value = [];
        if (!(await isCurrent())) return;
        await keep({...flow.value, stage: 'back', leftAt: undefined});
        try {
          if (flow.value.kind === 'new-customer') {
            left.value = await takeCustomerBack(flow.value, hands, workspace);
            checklist.value = undefined;
            reading = undefined;
          } else {
            if (!(await takeChangesBack(await projectStore(flow.value.plan.projectId)))) return;
          }
          await keep({...flow.value, stage: 'form', steps: {}});
        } catch (error) {
          problem.value = problemOf(error);
        }
      }),

    async end() {
      endQuiet();
      controls.delete(begun.id);
      await page.flows.end(begun.id);
    },
  };
  controls.set(begun.id, control);
  page.flows.follow(begun.id, showNewer);
  effect(() => {
    if (!isEnded.value) return;
    endQuiet();
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
