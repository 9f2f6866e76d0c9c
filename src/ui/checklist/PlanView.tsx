import {useSignal} from '@preact/signals';
import type {ComponentChildren, Ref, RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import type {Plan, PlanItem, PlanResult, PlanState} from '../../checklist/plan.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {Words} from '../forms/ChangeSummary.tsx';

const resultWords: Readonly<Record<PlanResult, string>> = {
  waiting: '',
  running: 'Under way',
  done: 'Done',
  'as-was': 'It was so already',
  partly: 'Done in part',
  failed: 'Failed',
  stopped: 'Not done',
  undone: 'Taken back',
  'partly-undone': 'Taken back in part',
};

function Item({item}: {item: PlanItem}) {
  const {result, reason} = item.outcome.value;
  return (
    <li data-fix={item.check.id} data-result={result}>
      {item.title !== undefined && <strong>{item.title}</strong>}
      <Words words={item.words} />
      {result !== 'waiting' && <span>{resultWords[result]}.</span>}
      {reason !== undefined && <span> {reason}</span>}
    </li>
  );
}

/** All changes. It is drawn once; of each only what became of it is drawn anew. */
function Items({items}: {items: readonly PlanItem[]}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
    <section class="list" aria-label="Changes" tabIndex={0}>
      <ul class="plan">
        {items.map(item => (
          <Item key={`${item.checklist.place.path} ${item.check.id}`} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** How many changes ended how: “Done: 5. Failed: 1.” */
function Tally({items}: {items: readonly PlanItem[]}) {
  const counts = new Map<string, number>();
  for (const {outcome} of items) {
    const words = resultWords[outcome.value.result];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return <>{[...counts].map(([words, count]) => `${words}: ${count}.`).join(' ')}</>;
}

function Status({plan}: {plan: Plan}) {
  const {of, done, all} = plan.progress.value;
  const state = plan.state.value;
  return (
    <p role="status">
      {of === 'looks' && state === 'looking' && `${done} of ${all} looked at.`}
      {of === 'changes' && `${done} of ${all} ${all === 1 ? 'change is' : 'changes are'} through. `}
      {of === 'undos' && `${done} of ${all} taken back. `}
      {state === 'ended' && <Tally items={plan.items.value} />}
    </p>
  );
}

const titles: Readonly<Record<Exclude<PlanState, 'none'>, string>> = {
  looking: 'Looking at what is needed…',
  preview: 'What will happen',
  running: 'What happens',
  pausing: 'What happens',
  paused: 'What has happened so far',
  undoing: 'What is taken back',
  stopping: 'What happens',
  ended: 'What was done',
};

const isBusy: ReadonlySet<PlanState> = new Set(['running', 'pausing', 'undoing', 'stopping']);

const hints: Partial<Readonly<Record<PlanState, string>>> = {
  pausing: 'It pauses after the changes under way.',
  stopping: 'It stops after the changes under way.',
};

interface ButtonsProps {
  readonly plan: Plan;
  readonly undoOpener: Ref<HTMLButtonElement>;
  readonly close: Ref<HTMLButtonElement>;
  readonly onCancel: () => void;
  readonly onUndo: () => void;
}

function Buttons({plan, undoOpener, close, onCancel, onUndo}: ButtonsProps) {
  const state = plan.state.value;
  const count = plan.items.value.length;
  return (
    <div class="actions">
      {state === 'preview' && count > 0 && (
        <button type="button" class="confirm" onClick={() => void plan.run()}>
          {count === 1 ? 'Do it' : `Do all ${count}`}
        </button>
      )}
      {state === 'paused' && (
        <button type="button" class="confirm" onClick={() => void plan.run()}>
          Go on
        </button>
      )}
      {state === 'running' && (
        <button type="button" onClick={() => plan.pause()}>
          Pause
        </button>
      )}
      {(state === 'running' || state === 'pausing' || state === 'paused' || state === 'undoing') && (
        <button type="button" onClick={() => plan.stop()}>
          Stop
        </button>
      )}
      {state === 'ended' && plan.undos.value.length > 0 && (
        <button ref={undoOpener} type="button" onClick={onUndo}>
          Undo what was done
        </button>
      )}
      {(state === 'looking' || state === 'preview' || state === 'ended') && (
        <button ref={close} type="button" class="quiet" onClick={onCancel}>
          {state === 'ended' || (state === 'preview' && count === 0) ? 'Close' : 'Cancel'}
        </button>
      )}
    </div>
  );
}

interface SureToUndoProps {
  readonly plan: Plan;
  readonly onSure: () => void;
  readonly onCancel: () => void;
}

/** What taking all of it back will do, and the second click for it. */
function SureToUndo({plan, onSure, onCancel}: SureToUndoProps) {
  const box = useRef<HTMLElement>(null);
  useOpeningFocus(() => box.current);
  return (
    <section class="preview" aria-label="Undo what was done" tabIndex={-1} ref={box}>
      <h4>What will happen</h4>
      <ul class="plan">
        {plan.undos.value.map(({title, words}, index) => (
          <li key={index}>
            {title !== undefined && <strong>{title}</strong>}
            <Words words={words} />
          </li>
        ))}
      </ul>
      <p class="hint">What somebody changed since then stays as it is.</p>
      <div class="actions">
        <button type="button" class="danger" onClick={onSure}>
          Take it back
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </section>
  );
}

/** Keeps the focus here when the button that had it is gone. */
function useKeptFocus(state: PlanState) {
  const box = useRef<HTMLElement>(null);
  const last = useRef(state);
  useLayoutEffect(() => {
    const root = box.current?.getRootNode();
    if (last.current !== state && root instanceof ShadowRoot && root.activeElement === null) box.current?.focus();
    last.current = state;
  }, [state]);
  return box;
}

interface PlanViewProps {
  readonly plan: Plan;
  /** What it is called. */
  readonly label: string;
  /** The button that opened it: it gets the focus back. */
  readonly opener: RefObject<HTMLButtonElement | null>;
  /** What is said while it looks or works. */
  readonly whileBusy?: ComponentChildren;
  /** What is said of what will happen. */
  readonly ofPreview?: ComponentChildren;
  /** That it ends when it is left, and where what was done is then. */
  readonly leaving: string;
}

/** Changes that need no answer: what will happen, what happens, what was done, and how it is taken back. */
export function PlanView({plan, label, opener, whileBusy, ofPreview, leaving}: PlanViewProps) {
  const asksToUndo = useSignal(false);
  const state = plan.state.value;
  const box = useKeptFocus(state);
  const undoOpener = useRef<HTMLButtonElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useOpeningFocus(() => box.current);
  // That is closed by a press of its button only.
  const canTakeBack = state === 'paused' || (state === 'ended' && plan.undos.value.length > 0);
  const isClosable = state === 'looking' || state === 'preview' || state === 'ended';
  const preview = useQuestion(opener, isClosable, () => plan.close());
  const undoing = useQuestion(undoOpener, state === 'ended' && asksToUndo.value, () => {
    asksToUndo.value = false;
  });
  if (state === 'none') return null;
  const items = plan.items.value;
  const onKeyDown = (event: KeyboardEvent) => {
    if (asksToUndo.value) return undoing.onKeyDown(event);
    if (!canTakeBack) return preview.onKeyDown(event);
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    event.preventDefault();
    close.current?.focus();
  };
  return (
    <section class="preview box" aria-label={label} ref={box} tabIndex={-1} onKeyDown={onKeyDown}>
      <h4>{titles[state]}</h4>
      {state === 'preview' && items.length === 0 && <p>Nothing can be done without an answer from you.</p>}
      <Status plan={plan} />
      {(state === 'looking' || isBusy.has(state)) && whileBusy}
      {items.length > 0 && <Items items={items} />}
      {state === 'preview' && ofPreview}
      {plan.left.value.map(sentence => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
      {hints[state] !== undefined && <p class="hint">{hints[state]}</p>}
      {isBusy.has(state) && <p class="hint">{leaving}</p>}
      {state === 'ended' && asksToUndo.value ? (
        <SureToUndo
          plan={plan}
          onSure={() => {
            asksToUndo.value = false;
            box.current?.focus();
            void plan.undo();
          }}
          onCancel={undoing.cancel}
        />
      ) : (
        <Buttons
          plan={plan}
          undoOpener={undoOpener}
          close={close}
          onCancel={preview.cancel}
          onUndo={() => {
            asksToUndo.value = true;
          }}
        />
      )}
    </section>
  );
}
