import {useRef} from 'preact/hooks';
import {groupFault} from '../../apply/customer-group.ts';
import {gainsOf} from '../../apply/move-access.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {FlowControl} from '../../flows/controller.ts';
import type {FlowOf} from '../../flows/flow.ts';
import {isAgreed} from '../../flows/plan-with.ts';
import {type MoveLook, wishOf} from '../../flows/pre-sales.ts';
import type {Group} from '../../gitlab/model/model.ts';
import {roleName} from '../../texts/gitlab.ts';
import {said} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {Alert} from '../atoms/Alert.tsx';
import {onConfirmKey} from '../atoms/confirm-key.ts';
import {WhatHappens} from '../forms/MoveForm.tsx';
import {lastSegment} from '../preferences.ts';
import {SimilarGroups} from './SimilarGroups.tsx';
import {UseGroupBox} from './UseGroupBox.tsx';
import {useSummaryFocus} from './use-summary-focus.ts';

/** What the form and its summary are given. */
export interface PreSalesFormProps {
  readonly control: FlowControl;
  readonly flow: FlowOf<'from-pre-sales'>;
  readonly checklist: Checklist;
}

/** What the move brings along, one thing a line. */
function Along({look: {ownLabels, copied}}: {look: MoveLook}) {
  const texts = uiFlowsTexts.preSales;
  const lines = [
    ownLabels === 0 ? texts.noOwnLabels : texts.labelsCome(ownLabels),
    ...(copied.labels.length > 0 ? [texts.labelsCopied(copied.labels), texts.labelsFollowed] : []),
    ...(copied.milestones.length > 0 ? [texts.milestonesCopied(copied.milestones)] : []),
  ];
  return (
    <>
      {lines.map(words => (
        <li key={words}>{words}</li>
      ))}
    </>
  );
}

interface PreSalesSummaryProps extends PreSalesFormProps {
  readonly look: MoveLook;
  readonly onBack: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onTake: (takes: boolean, group: Group) => void;
  /** Takes a group that is there instead. */
  readonly onUse: (group: Group) => void;
}

/** What taking over from pre-sales does, and what has to be agreed to before. */
export function PreSalesSummary({
  control,
  flow,
  checklist,
  look,
  onBack,
  onKeyDown,
  onTake,
  onUse,
}: PreSalesSummaryProps) {
  const {plan} = flow;
  const issueGoes = plan.action === 'close' ? uiFlowsTexts.preSales.issueClosed : uiFlowsTexts.preSales.issueDeleted;
  const summary = useSummaryFocus();
  // Once asked, it stays, so that it can be thought over.
  const {current: wasAsked} = useRef(!plan.takesGroup);
  const {project} = checklist.facts.value;
  if (project?.state !== 'known') return null;
  const {workspace} = checklist.sources;
  const wish = wishOf(plan, project.value, workspace);
  const {group, fault} = look.plan;
  const lacks = checklist.lacksRole({
    kind: 'change',
    label: said('customer.locationMove'),
    change: {...wish, target: group ?? null},
  });
  // The box that asks about the group says so.
  const isUnusable = group !== undefined && groupFault(group) !== undefined;
  const isAsked = group !== undefined && (!isAgreed(plan, group) || isUnusable);
  // Who would get access is shown before it is pressed.
  const {access} = look.plan;
  const isTold = access.state === 'known';
  const isBlocked = control.isEnded.value || fault !== undefined || lacks !== undefined || isAsked || !isTold;
  const begin = async () => {
    if (isBlocked) return;
    // What was shown goes with the plan: nobody else gains access.
    control.edit({...flow, plan: {...plan, gains: gainsOf(access)}});
    lastSegment.value = plan.segment;
    await checklist.choosePlaybook('from-pre-sales');
    await control.goOn();
  };
  const confirm = onConfirmKey(begin);
  return (
    <section
      ref={summary}
      class="form"
      aria-label={uiFlowsTexts.plan.summary}
      tabIndex={-1}
      onKeyDown={event => {
        onKeyDown(event);
        confirm(event);
      }}
    >
      <SimilarGroups groups={look.similar} onUse={onUse} />
      {fault !== undefined && !isUnusable && <Alert>{say(fault)}</Alert>}
      {lacks !== undefined && (
        <Alert>{uiFlowsTexts.preSales.lacksRole(roleName(lacks.needed), roleName(lacks.own))}</Alert>
      )}
      {group !== undefined && wasAsked && (
        <UseGroupBox group={group} isTaken={plan.takesGroup} onTake={takes => onTake(takes, group)} />
      )}
      <section class="preview" aria-label={uiFlowsTexts.whatWillHappen}>
        <h4>{uiFlowsTexts.whatWillHappen}</h4>
        {plan.issues.length > 0 && (
          <ul class="plan">
            {plan.issues.map(({iid, title}) => (
              <li key={iid}>{issueGoes(iid, title)}</li>
            ))}
          </ul>
        )}
        <WhatHappens plan={look.plan} wish={wish} project={project.value} />
        <ul class="plan">
          <Along look={look} />
          {uiFlowsTexts.preSales.settings(workspace.teamGroup.name).map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
      <div class="actions">
        <button type="button" class="confirm" aria-disabled={isBlocked} onClick={() => void begin()}>
          {uiFlowsTexts.plan.takeOver(plan.name.trim())}
        </button>
        <button type="button" onClick={onBack}>
          {uiFlowsTexts.plan.change}
        </button>
      </div>
    </section>
  );
}
