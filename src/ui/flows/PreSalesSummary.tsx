import {useRef} from 'preact/hooks';
import {groupFault} from '../../apply/customer-group.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {FlowControl} from '../../flows/controller.ts';
import type {FlowOf} from '../../flows/flow.ts';
import {isAgreed} from '../../flows/plan-with.ts';
import {type MoveLook, wishOf} from '../../flows/pre-sales.ts';
import {type Group, roleNames} from '../../gitlab/model/model.ts';
import {Alert} from '../atoms/Alert.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {WhatHappens} from '../forms/MoveForm.tsx';
import {lastSegment} from '../preferences.ts';
import {SimilarGroups} from './SimilarGroups.tsx';
import {UseGroupBox} from './UseGroupBox.tsx';

/** What the form and its summary are given. */
export interface PreSalesFormProps {
  readonly control: FlowControl;
  readonly flow: FlowOf<'from-pre-sales'>;
  readonly checklist: Checklist;
}

const verbs = {close: 'closed', delete: 'deleted, which cannot be taken back'} as const;

/** What the move brings along. */
function Along({look}: {look: MoveLook}) {
  const {ownLabels, copied} = look;
  return (
    <li>
      {ownLabels === 0
        ? 'The project has no labels of its own.'
        : `Its own ${ownLabels === 1 ? 'label comes' : `${ownLabels} labels come`} along, and its milestones.`}{' '}
      {copied.labels.length > 0 &&
        `GitLab copies these labels of the groups, because issues use them: ${copied.labels.join(', ')}. You’re subscribed to the copies again. `}
      {copied.milestones.length > 0 && `The same for these milestones: ${copied.milestones.join(', ')}.`}
    </li>
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
  const button = useRef<HTMLButtonElement>(null);
  useOpeningFocus(() => button.current);
  // Once asked, it stays, so that it can be thought over.
  const {current: wasAsked} = useRef(!plan.takesGroup);
  const {project} = checklist.facts.value;
  if (project?.state !== 'known') return null;
  const {workspace} = checklist.sources;
  const wish = wishOf(plan, project.value, workspace);
  const {group, fault} = look.plan;
  const lacks = checklist.lacksRole({kind: 'change', label: '', change: {...wish, target: group ?? null}});
  // The box that asks about the group says so.
  const isUnusable = group !== undefined && groupFault(group) !== undefined;
  const isAsked = group !== undefined && (!isAgreed(plan, group) || isUnusable);
  const isBlocked = control.isEnded.value || fault !== undefined || lacks !== undefined || isAsked;
  const begin = async () => {
    if (isBlocked) return;
    lastSegment.value = plan.segment;
    await checklist.choosePlaybook('from-pre-sales');
    await control.goOn();
  };
  return (
    <section class="form" aria-label="Summary" tabIndex={-1} onKeyDown={onKeyDown}>
      <SimilarGroups groups={look.similar} onUse={onUse} />
      {fault !== undefined && !isUnusable && <Alert>{fault}</Alert>}
      {lacks !== undefined && (
        <Alert>
          It takes the role {roleNames[lacks.needed]} in the project to move it, and yours is{' '}
          {roleNames[lacks.own] ?? lacks.own}. Ask one of its owners to move it, or for the role.
        </Alert>
      )}
      {group !== undefined && wasAsked && (
        <UseGroupBox group={group} isTaken={plan.takesGroup} onTake={takes => onTake(takes, group)} />
      )}
      <section class="preview" aria-label="What will happen">
        <h4>What will happen</h4>
        {plan.issues.length > 0 && (
          <ul class="plan">
            {plan.issues.map(({iid, title}) => (
              <li key={iid}>
                #{iid} {title} is {verbs[plan.action]}.
              </li>
            ))}
          </ul>
        )}
        <WhatHappens plan={look.plan} wish={wish} project={project.value} />
        <ul class="plan">
          <Along look={look} />
          <li>
            At the new address: project and group become private where they are not, the customer’s name is put before
            the project’s, {workspace.teamGroup.name} has access, you are notified of new issues and subscribed to the
            labels.
          </li>
        </ul>
      </section>
      <div class="actions">
        <button ref={button} type="button" class="confirm" aria-disabled={isBlocked} onClick={() => void begin()}>
          Take it over
        </button>
        <button type="button" onClick={onBack}>
          Change something
        </button>
      </div>
    </section>
  );
}
