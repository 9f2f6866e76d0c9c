import type {RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import type {FlowControl} from '../../flows/controller.ts';

/** What has the focus in the panel that a flow's view is in; null where nothing has it. */
function focusedBeside(view: HTMLElement | null): Element | null {
  const root = view?.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : null;
}

/**
 * Brings the head of a flow into sight when its stage changes, or it says there why it could not be taken back or is over: unless the
 * user is elsewhere in the panel.
 */
function useHeadInSight(view: RefObject<HTMLElement | null>, {flow, isEnded, problem}: FlowControl): void {
  const {stage} = flow.value;
  const wrong = stage === 'back' || isEnded.value ? problem.value : undefined;
  const last = useRef({stage, wrong});
  useLayoutEffect(() => {
    const isNew = stage !== last.current.stage || (wrong !== undefined && wrong !== last.current.wrong);
    last.current = {stage, wrong};
    const focused = focusedBeside(view.current);
    const isElsewhere = focused !== null && !view.current?.contains(focused);
    if (isNew && !isElsewhere) view.current?.scrollIntoView({block: 'start'});
  }, [stage, wrong]);
}

/**
 * Goes on to what a run led to, once it has ended: the first step that failed, or the result. Who is elsewhere in the panel, or at a
 * field or a button of the flow that is still there, is left alone.
 */
function useWhatCameOfIt(view: RefObject<HTMLElement | null>, {flow, isRunning}: FlowControl): void {
  const isUnderWay = isRunning.value;
  const wasUnderWay = useRef(isUnderWay);
  useLayoutEffect(() => {
    const hasEnded = wasUnderWay.current && !isUnderWay;
    wasUnderWay.current = isUnderWay;
    if (!hasEnded || flow.value.stage !== 'run') return;
    const focused = focusedBeside(view.current);
    if (focused !== null && focused !== view.current && !focused.matches('.flow [data-step]')) return;
    const failed = view.current?.querySelector<HTMLElement>('[data-step][data-state="failed"]');
    const result = view.current?.querySelector<HTMLElement>('.result');
    (failed ?? result)?.focus({preventScroll: true});
    if (failed) failed.scrollIntoView({block: 'center'});
    else if (result) view.current?.scrollIntoView({block: 'start'});
  }, [isUnderWay]);
}

/** Brings into sight what a flow has come to, and gives it the focus where what had it is gone. */
export function useFlowFocus(view: RefObject<HTMLElement | null>, control: FlowControl): void {
  useHeadInSight(view, control);
  useWhatCameOfIt(view, control);
}
