import {type FlowControl, progressOf} from '../../flows/controller.ts';
import type {CommitWords} from '../../flows/flow.ts';
import type {Step} from '../../flows/run.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {onConfirmKey} from '../atoms/confirm-key.ts';
import {Fold} from '../atoms/Fold.tsx';
import {Icon} from '../atoms/Icon.tsx';
import {CommitFields, commitFault} from '../forms/CommitFields.tsx';
import {FoundGroup} from './FoundGroup.tsx';
import {LinesAgain} from './LinesAgain.tsx';

const stateIcons = {running: 'reading', done: 'pass', failed: 'danger', skipped: 'waived', open: 'todo'} as const;

/** What a commit says that was refused, as it was typed since. */
function wordsAgain({flow, checklist}: FlowControl, refused: CommitWords) {
  const {plan} = flow.value;
  const project = checklist.value?.facts.value.project;
  const target = project?.state === 'known' ? (project.value.defaultBranch ?? undefined) : undefined;
  const {message = refused.message, branch = refused.branch} = ('commit' in plan ? plan.commit : undefined) ?? {};
  return {message, branch, target};
}

/** Asks for another commit message, or another branch, where the one before was refused. */
function CommitAgain({control, step, refused}: {control: FlowControl; step: string; refused: CommitWords}) {
  const {target, ...words} = wordsAgain(control, refused);
  const isReady = commitFault({...words, target}) === undefined;
  const commit = () => void (isReady && control.goOn(step));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here; its button can be by a key.
    <div class="form" onKeyDown={onConfirmKey(commit)}>
      <CommitFields
        prefix={step}
        target={target}
        message={words.message}
        onMessage={message => control.editCommit({...words, message})}
        branch={words.branch}
        onBranch={branch => control.editCommit({...words, branch})}
        isOpen
      />
      <button type="button" class="confirm" aria-disabled={!isReady} onClick={commit}>
        {uiFlowsTexts.steps.commitAgain}
      </button>
    </div>
  );
}

interface StepItemProps {
  readonly control: FlowControl;
  readonly step: Step;
  /** Whether trying it again is what is to be pressed next. */
  readonly isNext: boolean;
  /** Whether it can be tried again: what is typed for another one can go out. */
  readonly isReady: boolean;
}

function StepItem({control, step, isNext, isReady}: StepItemProps) {
  const known = control.flow.value.steps[step.id];
  const isInRun = control.flow.value.stage === 'run';
  const isRunning = control.isRunning.value;
  // Left in the middle: it is looked at again when the flow goes on.
  const state = known?.state === 'running' && !isRunning ? 'open' : (known?.state ?? 'open');
  const progress = control.progress.value.get(step.id);
  return (
    <li data-step={step.id} data-state={state} aria-busy={state === 'running'} tabIndex={-1}>
      <Icon name={stateIcons[state]} />
      <div>
        <span class="hidden">{uiFlowsTexts.steps.states[state]} </span>
        {step.title}
        {known?.entry !== undefined && control.undone.value.has(known.entry) && (
          <p class="hint">{uiFlowsTexts.steps.takenBack}</p>
        )}
        {progress !== undefined && <p class="hint">{progress}.</p>}
        {known?.left?.map(say).map(sentence => (
          <p key={sentence} class="hint">
            {sentence}
          </p>
        ))}
        {state === 'open' && known?.words !== undefined && <p class="hint">{say(known.words)}</p>}
        {state === 'failed' && (
          <div class="problem" role="alert">
            <p>{known?.words && say(known.words)}</p>
            {known?.unseen && <LinesAgain control={control} />}
            {known?.refused && <CommitAgain control={control} step={step.id} refused={known.refused} />}
            {known?.found && <FoundGroup control={control} found={known.found} />}
            {isInRun && (
              <div class="actions">
                {!known?.refused && !isRunning && (
                  <button
                    type="button"
                    class={isNext ? 'confirm' : undefined}
                    aria-label={uiFlowsTexts.steps.retryStep(step.title)}
                    aria-disabled={!isReady}
                    onClick={() => void (isReady && control.goOn(step.id))}
                  >
                    {uiFlowsTexts.steps.retry}
                  </button>
                )}
                {step.canSkip && (
                  <button
                    type="button"
                    aria-label={uiFlowsTexts.steps.skipStep(step.title)}
                    onClick={() => void control.skip(step.id)}
                  >
                    {uiFlowsTexts.steps.skip}
                  </button>
                )}
              </div>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

/** Whether something of a step that is over has to be read. */
function hasNews({flow, undone}: FlowControl, id: string): boolean {
  const {state, left = [], entry} = flow.value.steps[id] ?? {};
  return state === 'skipped' || left.length > 0 || (entry !== undefined && undone.value.has(entry));
}

/** The steps of a flow that was begun, how far each is, and what goes on with them. */
export function FlowSteps({control}: {control: FlowControl}) {
  const flow = control.flow.value;
  const steps = control.steps.value;
  const isRunning = control.isRunning.value;
  const {done, all} = progressOf(flow, steps);
  const failed = steps.flatMap(({id}) => (flow.steps[id]?.state === 'failed' ? flow.steps[id] : []));
  const hasFailed = failed.length > 0;
  const waiting = steps.filter(({id}) => flow.steps[id] === undefined).length;
  // A group that is there, lines that were not seen, a message that was refused: each has its own button.
  const retried = steps.find(({id}) => {
    const {state, found, unseen, refused} = flow.steps[id] ?? {};
    return state === 'failed' && !found && !unseen && !refused;
  });
  const isReady = failed.every(({refused}) => !refused || commitFault(wordsAgain(control, refused)) === undefined);
  const isOver = done === all;
  const skipped = steps.filter(({id}) => flow.steps[id]?.state === 'skipped').length;
  const isBack = flow.stage === 'back';
  // What was taken back is done with.
  const isToDo = ({id}: Step) => flow.steps[id] !== undefined && !control.undone.value.has(flow.steps[id]?.entry ?? '');
  const shown = isBack ? steps.filter(isToDo) : steps;
  const list = (
    <ol class="steps">
      {shown.map(step => (
        <StepItem key={step.id} control={control} step={step} isNext={step === retried} isReady={isReady} />
      ))}
    </ol>
  );
  return (
    <>
      <p role="status">
        {isBack &&
          (isRunning ? uiFlowsTexts.steps.beingTakenBack(shown.length) : uiFlowsTexts.steps.notTakenBack(shown.length))}
        {!isBack &&
          (isOver && skipped === 0
            ? uiFlowsTexts.steps.allDone(all)
            : uiFlowsTexts.steps.someDone(done - skipped, all))}
        {!isBack && skipped > 0 && ` ${uiFlowsTexts.steps.skipped(skipped)}`}
        {!isBack && hasFailed && !isRunning && ` ${uiFlowsTexts.steps.failed(failed.length)}`}
        {!isBack && hasFailed && !isRunning && waiting > 0 && ` ${uiFlowsTexts.steps.notStarted(waiting)}`}
      </p>
      {isOver && !isBack ? (
        // What is over is folded away, but for what there is to say of it.
        <Fold words={uiFlowsTexts.steps.list} startsOpen={steps.some(({id}) => hasNews(control, id))}>
          {list}
        </Fold>
      ) : (
        list
      )}
      {isRunning && flow.stage === 'run' && (
        <button
          type="button"
          aria-disabled={control.isStopping.value}
          onClick={() => void (control.isStopping.value || control.stop())}
        >
          {control.isStopping.value ? uiFlowsTexts.steps.stopping : uiFlowsTexts.steps.stop}
        </button>
      )}
      {!isOver && !isRunning && flow.stage === 'run' && !hasFailed && (
        <button type="button" class="confirm" onClick={() => void control.goOn()}>
          {uiFlowsTexts.goOn}
        </button>
      )}
    </>
  );
}
