import {batch, computed, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import type {Problem} from '../gitlab/model/problem.ts';
import {said} from '../texts/said.ts';
import type {Flow, OwnWords, StepState} from './flow.ts';
import type {PageWithFlows} from './flows.ts';

/** What is said where a flow that is shown here is over. */
export const endedElsewhere: Problem = {
  kind: 'conflict',
  words: said('flows.endedElsewhere'),
  advice: said('flows.endedElsewhere advice'),
};

/** Milliseconds of quiet after typing before it is kept. */
const quiet = 300;

/** A flow whose commit says something else; one without a commit stays as it is. */
function withCommit(flow: Flow, commit: OwnWords): Flow {
  // The compiler does not see that a kind and its plan stay together.
  return flow.kind === 'from-pre-sales' ? flow : ({...flow, plan: {...flow.plan, commit}} as Flow);
}

/** A flow as this page shows it and the browser keeps it; other tabs can change and end it. */
export type KeptFlow = ReturnType<typeof createKeptFlow>;

/**
 * Keeps a flow, and looks what other tabs made of it when it is asked to.
 *
 * @param problem where it says why it does not go on
 * @param isWorking whether it is worked on here: then nothing that is kept is newer
 * @param isTakenOver whether another tab took over what was done here: what it keeps is newer
 * @param onShow called in the same batch in which what another tab kept is shown
 */
export function createKeptFlow(
  page: PageWithFlows,
  begun: Flow,
  problem: Signal<Problem | undefined>,
  isWorking: () => boolean,
  isTakenOver: () => boolean,
  onShow: (kept: Flow) => void,
) {
  const flow = signal(begun);
  /** Another tab finished or discarded it: what was typed here can be read, and nothing is kept any more. */
  const isEnded = computed(() => page.flows.ended.value?.id === begun.id);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What was typed here and is not kept yet: newer than whatever is. */
  let unkept: Flow | undefined;

  /** What was typed for a commit that was refused and is not kept yet. */
  let typedCommit: OwnWords | undefined;

  /** What was typed is not kept by itself any more. */
  function endQuiet(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  /** Shows and keeps it as it is now. @returns why it was not kept */
  async function keep(next: Flow): Promise<Problem | undefined> {
    endQuiet();
    if (isTakenOver() || isEnded.value) return endedElsewhere;
    flow.value = next;
    return put(next);
  }

  async function put(next: Flow): Promise<Problem | undefined> {
    const notKept = await page.flows.put(next);
    // What was typed meanwhile is on its way.
    if (flow.value === next) unkept = undefined;
    return notKept;
  }

  /** Shows what another tab kept. */
  function show(kept: Flow): void {
    unkept = undefined;
    batch(() => {
      flow.value = kept;
      onShow(kept);
    });
  }

  /** Puts what was typed for a commit into the flow as other tabs left it. */
  async function keepCommit(): Promise<void> {
    timer = undefined;
    const latest =
      page.flows.notKept.value === undefined ? await page.flows.kept(begun.id).catch(() => undefined) : undefined;
    const words = typedCommit;
    if (words === undefined || isEnded.value) return;
    const next = withCommit(latest ?? flow.value, words);
    show(next);
    // Until it is kept, it is what a page that goes has to keep.
    unkept = next;
    await put(next);
    if (typedCommit === words) typedCommit = undefined;
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
    if (typedCommit !== undefined) await keepCommit();
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

  globalThis.addEventListener?.('pagehide', () => {
    if (unkept === undefined || isEnded.value) return;
    page.flows.putLeaving(begun.id, latest => {
      if (typedCommit !== undefined) return withCommit(latest, typedCommit);
      return latest.stage === flow.value.stage ? flow.value : latest;
    });
  });

  return {
    flow: flow as ReadonlySignal<Flow>,
    isEnded,
    keep,
    endQuiet,
    show,
    isCurrent,
    /** As it is kept now; undefined where it was ended, or that cannot be told. */
    latest: () => page.flows.kept(begun.id).catch(() => undefined),
    /** Whether what is here is newer than whatever is kept. */
    isNewer: () => unkept !== undefined || page.flows.notKept.value !== undefined,

    async keepStep(id: string, state: StepState): Promise<Problem | undefined> {
      const leaves = id === 'location' && state.state === 'running';
      const now = flow.value;
      return keep({
        ...now,
        steps: {...now.steps, [id]: state},
        ...(leaves ? {leftAt: page.now()} : {}),
      });
    },

    async forgetStep(id: string): Promise<void> {
      const {[id]: _done, ...others} = flow.value.steps;
      await keep({...flow.value, steps: others});
    },

    /** Shows what was typed for a commit that was refused, and keeps it a moment later: nothing else of a flow that was begun is typed. */
    editCommit(words: OwnWords): void {
      const next = withCommit(flow.value, words);
      if (isWorking()) {
        void keep(next);
        return;
      }
      flow.value = next;
      endQuiet();
      if (isEnded.value) return;
      typedCommit = words;
      unkept = next;
      timer = setTimeout(() => void keepCommit(), quiet);
    },

    /** Shows what was typed, and keeps it a moment later. */
    edit(next: Flow): void {
      flow.value = next;
      endQuiet();
      if (isEnded.value) return;
      unkept = next;
      timer = setTimeout(async () => {
        timer = undefined;
        if (await isCurrent()) await put(flow.value);
      }, quiet);
    },
  };
}
