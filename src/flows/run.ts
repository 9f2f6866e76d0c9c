import {GroupThere} from '../apply/customer-group.ts';
import type {Making} from '../apply/making.ts';
import {Stopped} from '../apply/means.ts';
import {MoreGain} from '../apply/move-access.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {endsSession, type Problem} from '../gitlab/model/problem.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import type {CommitWords, StepState} from './flow.ts';

/** What came of a step. */
export interface StepResult {
  readonly left?: readonly Said[];
  /** Whether it made something. */
  readonly made?: boolean;
  readonly entry?: string | undefined;
}

/** What a step is told and tells. */
export interface StepTools extends Making {
  /** Shows how far it is. */
  readonly onProgress: (words: string) => void;
  readonly isStopped: () => boolean;
}

/** One step of a flow. */
export interface Step {
  readonly id: string;
  /** What it does, as a phrase. */
  readonly title: string;
  /** The steps that must be done before. */
  readonly after: readonly string[];
  /** Whether the flow makes sense without it. */
  readonly canSkip: boolean;
  /** Ids of the items that it does the same as. */
  readonly rows?: readonly string[];
  /** Looks whether it is done already, and does it otherwise. Throws GitLabError, or Stopped where it was left in the middle. */
  readonly run: (tools: StepTools) => Promise<StepResult>;
}

/** A commit is refused for what it says, or its branch's name is another one's: both can be given anew. */
export class RefusedCommit extends GitLabError {
  readonly commit: CommitWords;

  constructor(kind: 'rule' | 'taken', words: Said, commit: CommitWords) {
    super(kind, words);
    this.commit = commit;
  }
}

/** Files are others than those whose changed lines the user saw. */
export class UnseenLines extends GitLabError {
  constructor() {
    super('conflict', said('flows.filesChanged'));
  }
}

/** The group that a step met, and that the user can agree to take. */
function foundBy(error: unknown): StepState['found'] {
  if (!(error instanceof GroupThere)) return undefined;
  const {id, visibility, name, path, webUrl} = error.group;
  return {id, visibility, name, path, webUrl};
}

/** What to do next where it is asked for in the flow's own words. @param wayBack the button that leads back to the form */
function nextAfter(error: unknown, wayBack: Said): Said | undefined {
  if (error instanceof GroupThere) return said('flows.groupFound', wayBack);
  if (error instanceof MoreGain) return said('flows.moreGain', wayBack);
  return error instanceof UnseenLines ? said('flows.filesChanged advice') : undefined;
}

/** A step that is tried again is asked nothing until it fails again. */
const nothingAsked = {
  words: undefined,
  refused: undefined,
  found: undefined,
  unseen: undefined,
} as const;

/** How a run is followed. */
export interface FlowWatch {
  /** A step's state changed; resolves once it is kept, or with why it was not. */
  readonly keep: (id: string, state: StepState) => Promise<Problem | undefined>;
  readonly onProgress: (id: string, words: string | undefined) => void;
  readonly isStopped: () => boolean;
  /** The step that is tried again: others that failed are not. All are where none is named. */
  readonly only?: string | undefined;
  /** What is behind an error. */
  readonly explain: (error: unknown) => Promise<unknown>;
}

/** To whom is signed out, GitLab says of private things that it does not find them: only the user's own route tells. */
export async function explainBySession(gitlab: GitLab, error: unknown): Promise<unknown> {
  if (!(error instanceof GitLabError) || (error.kind !== 'missing' && error.kind !== 'denied')) return error;
  return gitlab.user().then(
    () => error,
    other => (other instanceof GitLabError && endsSession(other.kind) ? other : error),
  );
}

/**
 * Runs the steps that are not done yet: each as soon as those that it comes after are done, so that what does not depend on each
 * other runs at once. A step that fails holds up only what comes after it. Where the session has ended, or is another user's by now, no
 * step fails for it: none is begun any more, and those that met it are left in the middle.
 *
 * @param known the steps' states so far
 * @returns whether all are done or skipped
 */
export async function runSteps(
  steps: readonly Step[],
  known: Readonly<Record<string, StepState>>,
  watch: FlowWatch,
): Promise<boolean> {
  const started = new Map<string, Promise<boolean>>();
  const states: Record<string, StepState> = {...known};
  let hasSessionEnded = false;
  const isStopped = () => hasSessionEnded || watch.isStopped();
  /** The button that leads back to the form, with which everything that was made is taken back. */
  const wayBack = () =>
    Object.values(states).some(({made, sent}) => made || sent) ? said('flows.takeAllBack') : said('flows.backToForm');

  async function once(step: Step): Promise<boolean> {
    const before = known[step.id];
    if (before?.state === 'done' || before?.state === 'skipped') return true;
    if (before?.state === 'failed' && watch.only !== undefined && watch.only !== step.id) return false;
    const done = await Promise.all(step.after.map(id => start(id)));
    if (done.includes(false) || isStopped()) return false;
    let state: StepState = {...before, state: 'running', ...nothingAsked};
    const keep = (next: StepState) => {
      state = next;
      states[step.id] = next;
      return watch.keep(step.id, next);
    };
    await keep(state);
    try {
      const result = await step.run({
        wasSent: before?.sent === true,
        sentAt: before?.sentAt,
        madeId: before?.madeId,
        sending: (sent, sentAt) => keep({...state, sent, sentAt: sent ? sentAt : undefined, madeId: undefined}),
        async made(madeId) {
          await keep({...state, madeId});
        },
        onProgress: words => watch.onProgress(step.id, words),
        isStopped,
      });
      await keep({
        state: 'done',
        left: result.left && [...result.left],
        made: result.made || before?.made,
        madeId: state.madeId,
        entry: result.entry ?? before?.entry,
      });
      return true;
    } catch (error) {
      if (error instanceof Stopped) {
        if (error.words !== undefined) await keep({...state, words: error.words});
        return false;
      }
      const {kind, words, advice} = problemOf(await watch.explain(error));
      if (endsSession(kind)) {
        hasSessionEnded = true;
        return false;
      }
      const refused = error instanceof RefusedCommit ? error.commit : undefined;
      const found = foundBy(error);
      const unseen = error instanceof UnseenLines;
      await keep({
        ...state,
        state: 'failed',
        words: inTurn(words, nextAfter(error, wayBack()) ?? advice),
        refused,
        found,
        unseen: unseen || undefined,
      });
      return false;
    } finally {
      watch.onProgress(step.id, undefined);
    }
  }

  function start(id: string): Promise<boolean> {
    const running = started.get(id);
    if (running) return running;
    const step = steps.find(other => other.id === id);
    const promise = step === undefined ? Promise.resolve(true) : once(step);
    started.set(id, promise);
    return promise;
  }

  return !(await Promise.all(steps.map(({id}) => start(id)))).includes(false);
}
