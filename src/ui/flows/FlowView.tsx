import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {Page} from '../../checklist/page.ts';
import {controlOf, type FlowControl, progressOf} from '../../flows/controller.ts';
import {type Flow, flowTitle, hasJustLeft} from '../../flows/flow.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {ProblemAlert} from '../atoms/Alert.tsx';
import {onConfirmKey} from '../atoms/confirm-key.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {closeForm} from '../checklist/close-form.ts';
import {formsOf} from '../checklist/open-form.ts';
import {useOtherPrimary} from '../checklist/use-other-primary.ts';
import type {PanelPage} from '../page.ts';
import {endFlow} from './end-flow.ts';
import {FlowEnd} from './FlowEnd.tsx';
import {FlowSteps} from './FlowSteps.tsx';
import {HandoverForm} from './HandoverForm.tsx';
import {NewCustomerForm} from './NewCustomerForm.tsx';
import {PreSalesForm} from './PreSalesForm.tsx';
import {TakeBack} from './TakeBack.tsx';
import {useFlowFocus} from './use-flow-focus.ts';
import {useTakenRows} from './use-taken-rows.ts';

export interface FlowViewProps {
  readonly page: PanelPage;
  readonly flow: Flow;
}

function FormOf({control, page}: {control: FlowControl; page: Page}) {
  const flow = control.flow.value;
  const customer = control.checklist.value;
  if (flow.kind === 'new-customer') return <NewCustomerForm checklist={page.checklist} control={control} flow={flow} />;
  if (customer === undefined) return control.problem.value ? null : <p class="hint">{uiFlowsTexts.flow.reading}</p>;
  return flow.kind === 'from-pre-sales' ? (
    <PreSalesForm checklist={customer} control={control} flow={flow} />
  ) : (
    <HandoverForm checklist={customer} control={control} flow={flow} />
  );
}

/** A guided flow: what it asks for, what it will do, what it does. */
export function FlowView({page, flow: begun}: FlowViewProps) {
  const control = controlOf(page, begun);
  const flow = control.flow.value;
  const view = useRef<HTMLElement>(null);
  const asksToDiscard = useSignal(false);
  const discard = useRef<HTMLButtonElement>(null);
  const question = useQuestion(discard, asksToDiscard.value, () => {
    asksToDiscard.value = false;
  });
  const setAside = () => {
    const panel = view.current?.closest('.panel');
    page.flows.open.value = undefined;
    queueMicrotask(() => panel?.querySelector<HTMLElement>(`[data-go-on="${flow.id}"]`)?.focus());
  };
  const {done, all} = progressOf(flow, control.steps.value);
  const isOver = flow.stage === 'run' && done === all;
  const isEnded = control.isEnded.value;
  // What is over is not set aside: closed, it is no flow in progress any more.
  const isSummary = isOver && !isEnded;
  const drop = () => void endFlow(control, view.current);
  /** Closes what stands open in it, the innermost first, and it itself at last; nothing while it is under way. What was typed stays. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    if (control.isRunning.value) return;
    const customer = control.checklist.value;
    const hasRows = flow.stage !== 'form' && customer !== page.checklist;
    if (canDiscard && asksToDiscard.value) question.onKeyDown(event);
    else if (hasRows && customer && formsOf(customer).open.value) closeForm(view.current, customer);
    else if (isSummary) drop();
    else setAside();
  };
  useEffect(() => {
    void control.open();
    // To go on with taking back is a press of its own, but where that led from page to page.
    const isLed = control.isLedHere();
    if (flow.stage === 'run' && hasJustLeft(control.flow.value, page.now())) void control.goOn();
    if (flow.stage === 'back' && isLed) void control.takeBack();
  }, []);
  useFlowFocus(view, control);
  useTakenRows(page, control);
  useOtherPrimary(page.checklist, true);
  useOpeningFocus(() => (flow.stage === 'form' ? undefined : view.current));
  const problem = control.problem.value;
  const canDiscard = flow.stage === 'form' && !isEnded;
  return (
    <section
      ref={view}
      class="flow"
      aria-label={flowTitle(flow)}
      tabIndex={-1}
      data-flow={flow.kind}
      onKeyDown={onKeyDown}
    >
      <div class="head">
        <h3>{flowTitle(flow)}</h3>
        {!isSummary && (
          <button type="button" class="quiet" onClick={setAside}>
            {isEnded ? uiFlowsTexts.flow.close : uiFlowsTexts.flow.setAside}
          </button>
        )}
        {canDiscard && (
          <button
            ref={discard}
            type="button"
            class="quiet"
            aria-expanded={asksToDiscard.value}
            onClick={() => {
              asksToDiscard.value = !asksToDiscard.value;
            }}
          >
            {uiFlowsTexts.flow.discard}
          </button>
        )}
      </div>
      {canDiscard && asksToDiscard.value && (
        <section class="form preview" aria-label={uiFlowsTexts.flow.discard} onKeyDown={onConfirmKey(drop)}>
          <p>{uiFlowsTexts.flow.discardMeans}</p>
          <div class="actions">
            <button type="button" class="danger" onClick={drop}>
              {uiFlowsTexts.flow.discardIt}
            </button>
            <button type="button" onClick={question.cancel}>
              {uiFlowsTexts.flow.keepIt}
            </button>
          </div>
        </section>
      )}
      {control.isElsewhere.value && (
        <div class="notice warning" role="alert">
          <p>{uiFlowsTexts.flow.isElsewhere}</p>
        </div>
      )}
      {page.flows.notKept.value !== undefined && (
        <div class="notice warning" role="alert">
          <p>
            {say(page.flows.notKept.value.words)} {say(page.flows.notKept.value.advice)} {uiFlowsTexts.flow.notKept}
          </p>
        </div>
      )}
      <ProblemAlert problem={problem} />
      {flow.stage === 'form' && flow.left !== undefined && (
        <p role="status">{flow.left.length === 0 ? uiFlowsTexts.flow.allTakenBack : uiFlowsTexts.flow.takenBackBut}</p>
      )}
      {control.left.value.map(say).map(sentence => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
      {flow.stage === 'form' && <FormOf control={control} page={page} />}
      {isOver && <FlowEnd control={control} page={page} />}
      {flow.stage !== 'form' && <FlowSteps control={control} />}
      {flow.stage !== 'form' && !control.isRunning.value && <TakeBack control={control} isOver={isOver} />}
    </section>
  );
}
