import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import {gainsOf} from '../../apply/move-access.ts';
import {type MovePlan, planMove} from '../../apply/move-plan.ts';
import type {MoveWish} from '../../changes/change.ts';
import {groupPathOf, planPathFault} from '../../changes/group-path.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import {customerName} from '../../customer/checks/customer.ts';
import {visibilityMeans} from '../../customer/checks/visibility.ts';
import {problemOf} from '../../gitlab/errors.ts';
import {groupNameFault} from '../../gitlab/model/group-name.ts';
import type {Project} from '../../gitlab/model/model.ts';
import {type Problem, passes} from '../../gitlab/model/problem.ts';
import {inTurn} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFormsTexts} from '../../texts/ui-forms.ts';
import {uiFormsMoveTexts} from '../../texts/ui-forms-move.ts';
import {customerPathFault} from '../../workspace/customer-groups.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {lastSegment} from '../preferences.ts';
import {AccessAfter} from './AccessAfter.tsx';
import {CustomerFields} from './CustomerFields.tsx';
import {SegmentField} from './SegmentField.tsx';
import {useKnownFacts} from './use-known-facts.ts';
import {useText} from './use-text.ts';

const {form: texts, whatHappens} = uiFormsMoveTexts;

/** Milliseconds of quiet after typing before GitLab is asked what the move would do. */
const quiet = 300;

type Looked =
  | {readonly state: 'looking'}
  | {readonly state: 'known'; readonly key: string; readonly plan: MovePlan}
  | {readonly state: 'failed'; readonly problem: Problem};

/** What a move will do, as a list. */
export function WhatHappens({plan, wish, project}: {plan: MovePlan; wish: MoveWish; project: Project}) {
  const target = `${wish.segment}/${wish.group.path}`;
  const {group} = plan;
  return (
    <ul class="plan">
      <li>
        {group
          ? whatHappens.groupIsUsed(group.name, group.path, say(visibilityMeans[group.visibility]))
          : whatHappens.groupIsCreated(wish.group.name, target)}
      </li>
      <li>{whatHappens.projectMoves(`${target}/${project.path.split('/').at(-1)}`)}</li>
      {project.visibility !== 'private' && (group?.visibility ?? 'private') === 'private' && (
        <li>{whatHappens.becomesPrivate}</li>
      )}
      <AccessAfter access={plan.access} from={wish.from} to={group?.path ?? wish.segment} />
    </ul>
  );
}

interface EditorProps {
  readonly checklist: Checklist;
  readonly row: Row;
  readonly project: Project;
}

function Editor({checklist, row, project}: EditorProps) {
  const {workspace} = checklist.sources;
  const segments = workspace.segments;
  const form = useRef<HTMLFormElement>(null);
  const segment = useSignal(segments.find(other => other === lastSegment.peek()) ?? '');
  const name = useText(checklist, 'move name', customerName(project, workspace) ?? '');
  const ownPath = useText(checklist, 'move path', undefined);
  const looked = useSignal<Looked>({state: 'looking'});
  /** How often it was tried without success: each time the plan can be another one. */
  const tries = useSignal(0);
  // The project itself can have the path that its group would get.
  const isOwn = (other: string) =>
    `${workspace.root}/${segment.value}/${other}`.toLowerCase() === project.path.toLowerCase();
  const path = ownPath.text ?? groupPathOf(name.text, isOwn);
  const pathPlan = {name: name.text, path: ownPath.text};
  // Whether the group is there is not known yet, and older groups have paths that new ones cannot have.
  const fault =
    segment.value === ''
      ? texts.chooseSegment
      : (groupNameFault(name.text) ??
        planPathFault({...pathPlan, takesGroup: true}) ??
        customerPathFault(segment.value, path, workspace));
  const key = `${segment.value}/${path}`;

  const wishOf = (): MoveWish => ({
    kind: 'move',
    projectId: project.id,
    from: project.group.path,
    segment: `${workspace.root}/${segment.value}`,
    group: {path, name: name.text.trim()},
  });
  useOpeningFocus(() => form.current?.querySelector<HTMLElement>('select, input'));
  useEffect(() => {
    if (fault !== undefined) return undefined;
    let current = true;
    looked.value = {state: 'looking'};
    const timer = setTimeout(async () => {
      const result = await checklist.means
        .pageUser()
        .then(({id}) => planMove(checklist.sources.gitlab, project, wishOf(), id))
        .then(
          (plan): Looked => ({state: 'known', key, plan}),
          (error): Looked => ({state: 'failed', problem: problemOf(error)}),
        );
      if (current) looked.value = result;
    }, quiet);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, fault, tries.value]);
  /** Another target was chosen: what GitLab refused was another one. What passes by itself, such as a move that goes on, is still so. */
  const forgetRefusal = () => {
    if (row.problem !== undefined && !passes(row.problem.kind)) checklist.forgetProblem(row.check);
  };

  const known = looked.value.state === 'known' && looked.value.key === key ? looked.value : undefined;
  const plan = fault === undefined ? known?.plan : undefined;
  const hindrance = plan && (plan.fault ?? (plan.group ? undefined : planPathFault(pathPlan)));
  const access = plan?.access.state === 'known' ? plan.access : undefined;
  const isShown = plan !== undefined && hindrance === undefined;
  const lookAgain = () => {
    tries.value += 1;
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isShown || !access || row.busy) return;
    lastSegment.value = segment.value;
    const {group} = plan;
    const gains = gainsOf(access);
    const target = group ? {id: group.id, visibility: group.visibility} : null;
    // What is there now is shown before it is asked for again.
    if ((await checklist.make(row.check, {...wishOf(), target, gains})).isMade) {
      name.forget();
      ownPath.forget();
    } else lookAgain();
  };

  return (
    <form class="form" ref={form} aria-label={texts.label} onSubmit={event => void submit(event)}>
      <SegmentField
        id="move-segment"
        workspace={workspace}
        value={segment.value}
        onChange={next => {
          segment.value = next;
          forgetRefusal();
        }}
      />
      <CustomerFields
        prefix="move"
        name={name.text}
        path={path}
        onName={next => {
          name.type(next);
          forgetRefusal();
        }}
        onPath={next => {
          ownPath.type(next);
          forgetRefusal();
        }}
      />
      <div class="preview" aria-live="polite">
        <h4>{uiFormsTexts.whatWillHappen}</h4>
        {fault !== undefined && <p>{say(fault)}</p>}
        {fault === undefined && looked.value.state === 'looking' && <p>{texts.looking}</p>}
        {fault === undefined && looked.value.state === 'failed' && (
          <p>{say(inTurn(looked.value.problem.words, looked.value.problem.advice))}</p>
        )}
        {hindrance !== undefined && <p>{say(hindrance)}</p>}
        {isShown && (
          <>
            <WhatHappens plan={plan} wish={wishOf()} project={project} />
            <p>{texts.labels}</p>
          </>
        )}
        {isShown && !access && (
          <button type="button" onClick={lookAgain}>
            {texts.lookAgain}
          </button>
        )}
      </div>
      <button
        type="submit"
        class="confirm"
        data-asks={isShown && access ? JSON.stringify([plan.group?.id, gainsOf(access)]) : ''}
        aria-disabled={row.busy || !access || !isShown}
      >
        {row.busy ? texts.moving : (fault ?? hindrance) === undefined ? texts.moveTo(key) : texts.move}
      </button>
    </form>
  );
}

/** The form that moves a project into its customer's group. */
export function MoveForm({checklist, row}: {checklist: Checklist; row: Row}) {
  const {project} = useKnownFacts(checklist);
  if (project?.state !== 'known') return null;
  return <Editor checklist={checklist} row={row} project={project.value} />;
}
