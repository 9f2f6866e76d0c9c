import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {gainsOf} from '../../apply/move-access.ts';
import {type MovePlan, planMove} from '../../apply/move-plan.ts';
import type {Gain} from '../../changes/change.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {visibilityMeans} from '../../customer/checks/visibility.ts';
import type {FlowControl} from '../../flows/controller.ts';
import type {FlowOf, StepState} from '../../flows/flow.ts';
import {wishOf} from '../../flows/pre-sales.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {Project} from '../../gitlab/model/model.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {onConfirmKey} from '../atoms/confirm-key.ts';
import {GroupLink} from '../atoms/GroupLink.tsx';
import {WhatHappens} from '../forms/MoveForm.tsx';

type Found = NonNullable<StepState['found']>;
type Looked = {readonly plan: MovePlan} | {readonly words: string};

interface MoveIntoProps {
  readonly plan: FlowOf<'from-pre-sales'>['plan'];
  readonly checklist: Checklist;
  readonly project: Project;
  readonly found: Found;
  /** Told that the move can be made, into just this group, and who gains access, where that could be told. */
  readonly onLooked: (look: {readonly gains: readonly Gain[] | undefined}) => void;
}

/** What the move of the project into the group does. */
function MoveInto({plan, checklist, project, found, onLooked}: MoveIntoProps) {
  const looked = useSignal<Looked | undefined>(undefined);
  const wish = wishOf(plan, project, checklist.sources.workspace);
  useEffect(() => {
    checklist.means
      .pageUser()
      .then(({id}) => planMove(checklist.sources.gitlab, project, wish, id))
      .then(
        ({group, ...others}) => {
          const isSame = group?.id === found.id && group.visibility === found.visibility;
          const {access, fault} = others;
          if (isSame && fault === undefined) {
            onLooked({gains: gainsOf(access)});
          }
          looked.value = isSame ? {plan: {group, ...others}} : {words: uiFlowsTexts.foundGroup.isOther};
        },
        error => {
          looked.value = {words: say(problemOf(error).words)};
        },
      );
  }, []);
  if (looked.value === undefined) return <p>{uiFlowsTexts.foundGroup.looking}</p>;
  if ('words' in looked.value) return <p>{looked.value.words}</p>;
  const {fault} = looked.value.plan;
  return fault === undefined ? (
    <WhatHappens plan={looked.value.plan} wish={wish} project={project} />
  ) : (
    <p>{say(fault)}</p>
  );
}

/** Asks about a group that was there unexpectedly, with what a move into it would do. */
export function FoundGroup({control, found}: {control: FlowControl; found: Found}) {
  const flow = control.flow.value;
  const look = useSignal<{readonly gains: readonly Gain[] | undefined} | undefined>(undefined);
  const checklist = control.checklist.value;
  const project = checklist?.facts.value.project;
  const canTake = flow.kind === 'new-customer' || look.value !== undefined;
  const take = () => void (canTake && control.takeGroup(found, look.value?.gains));
  return (
    <section class="group" aria-label={found.name} onKeyDown={onConfirmKey(take)}>
      <p>
        <GroupLink group={found} />
      </p>
      <p>{say(visibilityMeans[found.visibility])}</p>
      {flow.kind === 'from-pre-sales' && checklist !== undefined && project?.state === 'known' && (
        <MoveInto
          key={`${found.id} ${found.visibility}`}
          plan={flow.plan}
          checklist={checklist}
          project={project.value}
          found={found}
          onLooked={told => {
            look.value = told;
          }}
        />
      )}
      <button type="button" class="confirm" aria-disabled={!canTake} onClick={take}>
        {uiFlowsTexts.thisCustomers}
      </button>
    </section>
  );
}
