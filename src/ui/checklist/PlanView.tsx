import {type Signal, useSignal} from '@preact/signals';
import type {ComponentChildren, Ref, RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import type {Plan, PlanItem, PlanState} from '../../checklist/plan.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistPlanTexts as texts} from '../../texts/ui-checklist-plan.ts';
import {onConfirmKey} from '../atoms/confirm-key.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';
import '../../texts/later.ts';
import {PlanItems, PlanStatus, SureToUndo} from './PlanItems.tsx';

const isBusy: ReadonlySet<PlanState> = new Set(['running', 'pausing', 'undoing', 'stopping']);

interface ButtonsProps {
  readonly plan: Plan;
  readonly undoOpener: Ref<HTMLButtonElement>;
  readonly onCancel: () => void;
  readonly onUndo: () => void;
}

function Buttons({plan, undoOpener, onCancel, onUndo}: ButtonsProps) {
  const state = plan.state.value;
  const count = plan.items.value.length;
  return (
    <div class="actions">
      {state === 'preview' && count > 0 && (
        <button type="button" class="confirm" onClick={() => void plan.run()}>
          {texts.doIt(count)}
        </button>
      )}
      {state === 'paused' && (
        <button type="button" class="confirm" onClick={() => void plan.run()}>
          {texts.goOn}
        </button>
      )}
      {state === 'running' && (
        <button type="button" onClick={() => plan.pause()}>
          {texts.pause}
        </button>
      )}
      {(state === 'running' || state === 'pausing' || state === 'paused' || state === 'undoing') && (
        <button type="button" onClick={() => plan.stop()}>
          {texts.stop}
        </button>
      )}
      {state === 'ended' && plan.undos.value.length > 0 && (
        <button ref={undoOpener} type="button" onClick={onUndo}>
          {texts.undo}
        </button>
      )}
      {(state === 'looking' || state === 'preview' || state === 'ended') && (
        <button type="button" class="quiet" onClick={onCancel}>
          {state === 'ended' || (state === 'preview' && count === 0) ? texts.close : texts.cancel}
        </button>
      )}
    </div>
  );
}

/** Whether something is in sight in what it scrolls in. */
function isInSight(element: Element): boolean {
  const {top, bottom} = element.getBoundingClientRect();
  const around = element.closest('.body')?.getBoundingClientRect();
  return around === undefined || (top >= around.top && bottom <= around.bottom);
}

/** Tells once of an end that is out of sight, because somebody scrolled meanwhile. */
function useEndOutOfSight(
  state: PlanState,
  box: RefObject<HTMLElement | null>,
  tell: PlanViewProps['onEndOutOfSight'],
) {
  const last = useRef(state);
  useLayoutEffect(() => {
    const hasEnded = isBusy.has(last.current) && state === 'ended';
    last.current = state;
    const status = box.current?.querySelector('[role="status"]');
    if (!hasEnded || !status || isInSight(status)) return;
    tell?.(status.textContent, () => {
      box.current?.scrollIntoView({block: 'nearest'});
      box.current?.focus();
    });
  }, [state]);
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
  /** As its place in the page asks for. */
  readonly heading: 'h3' | 'h4';
  /** The button that opened it: it gets the focus back. */
  readonly opener: RefObject<HTMLButtonElement | null>;
  /** What is said while it looks or works. */
  readonly whileBusy?: ComponentChildren;
  /** What is said of what will happen. */
  readonly ofPreview?: ComponentChildren;
  /** That it ends when it is left, and where what was done is then. */
  readonly leaving: string;
  /** Whether Escape does nothing while it works, and does not close what is around it either. */
  readonly isHeld?: boolean;
  /** Whether it is asked if what was done is to be taken back. */
  readonly asksToUndo?: Signal<boolean>;
  /** Called where it ends out of sight. @param words how it ended; @param show leads to it */
  readonly onEndOutOfSight?: (words: string, show: () => void) => void;
}

/** Changes that need no answer: what will happen, what happens, what was done, and how it is taken back. */
export function PlanView({
  plan,
  label,
  heading: Heading,
  opener,
  whileBusy,
  ofPreview,
  leaving,
  isHeld = false,
  asksToUndo: asked,
  onEndOutOfSight,
}: PlanViewProps) {
  const own = useSignal(false);
  const asksToUndo = asked ?? own;
  const state = plan.state.value;
  const box = useKeptFocus(state);
  useEndOutOfSight(state, box, onEndOutOfSight);
  const undoOpener = useRef<HTMLButtonElement>(null);
  useOpeningFocus(() => box.current);
  const isClosable = state === 'looking' || state === 'preview' || state === 'ended';
  // What is paused is ended by Stop.
  const isUnderWay = state === 'paused' || (isHeld && isBusy.has(state));
  const preview = useQuestion(opener, isClosable || isUnderWay, () => plan.close(), isUnderWay);
  const undoing = useQuestion(undoOpener, state === 'ended' && asksToUndo.value, () => {
    asksToUndo.value = false;
  });
  if (state === 'none') return null;
  const items = plan.items.value;
  const undo = () => {
    asksToUndo.value = false;
    box.current?.focus();
    void plan.undo();
  };
  const retry = (item: PlanItem) => {
    asksToUndo.value = false;
    void plan.retry(item);
  };
  const onConfirm = onConfirmKey(() => {
    if (state === 'ended' && asksToUndo.value) undo();
    else if (state === 'paused' || (state === 'preview' && items.length > 0)) void plan.run();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    onConfirm(event);
    if (asksToUndo.value) return undoing.onKeyDown(event);
    preview.onKeyDown(event);
  };
  return (
    <section class="preview box" aria-label={label} ref={box} tabIndex={-1} onKeyDown={onKeyDown}>
      <Heading>{texts.titles[state]}</Heading>
      {state === 'preview' && items.length === 0 && plan.left.value.length === 0 && <p>{texts.nothing}</p>}
      <PlanStatus plan={plan} />
      {(state === 'looking' || isBusy.has(state)) && whileBusy}
      {items.length > 0 && <PlanItems plan={plan} onRetry={retry} />}
      {state === 'preview' && ofPreview}
      {plan.left.value.map(say).map(sentence => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
      {(state === 'pausing' || state === 'stopping') && <p class="hint">{texts.hints[state]}</p>}
      {isBusy.has(state) && <p class="hint">{leaving}</p>}
      {state === 'ended' && asksToUndo.value ? (
        <SureToUndo plan={plan} onSure={undo} onCancel={undoing.cancel} />
      ) : (
        <Buttons
          plan={plan}
          undoOpener={undoOpener}
          onCancel={preview.cancel}
          onUndo={() => {
            asksToUndo.value = true;
          }}
        />
      )}
    </section>
  );
}
