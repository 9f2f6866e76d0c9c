import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import {groupFault} from '../../apply/customer-group.ts';
import {pathOfPlan} from '../../changes/group-path.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {FlowControl} from '../../flows/controller.ts';
import type {FlowOf} from '../../flows/flow.ts';
import {agreement, isAgreed, planWith} from '../../flows/plan-with.ts';
import {groupPath, lookAtMove, type MoveLook, preSalesFault, wishOf} from '../../flows/pre-sales.ts';
import {placeOfGroup} from '../../flows/similar.ts';
import {problemOf} from '../../gitlab/errors.ts';
import {type Group, type Issue, roleNames} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {Alert} from '../atoms/Alert.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {CustomerFields} from '../forms/CustomerFields.tsx';
import {WhatHappens} from '../forms/MoveForm.tsx';
import {SegmentField} from '../forms/SegmentField.tsx';
import {lastSegment} from '../preferences.ts';
import {SimilarGroups} from './SimilarGroups.tsx';
import {UseGroupBox} from './UseGroupBox.tsx';

type Plan = FlowOf<'from-pre-sales'>['plan'];

interface PreSalesFormProps {
  readonly control: FlowControl;
  readonly flow: FlowOf<'from-pre-sales'>;
  readonly store: Checklist;
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

interface SummaryProps extends PreSalesFormProps {
  readonly look: MoveLook;
  readonly onBack: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onTake: (takes: boolean, group: Group) => void;
  /** Takes a group that is there instead. */
  readonly onUse: (group: Group) => void;
}

function Summary({control, flow, store, look, onBack, onKeyDown, onTake, onUse}: SummaryProps) {
  const {plan} = flow;
  const button = useRef<HTMLButtonElement>(null);
  useOpeningFocus(() => button.current);
  // Once asked, it stays, so that it can be thought over.
  const {current: wasAsked} = useRef(!plan.takesGroup);
  const {project} = store.facts.value;
  if (project?.state !== 'known') return null;
  const {workspace} = store.sources;
  const wish = wishOf(plan, project.value, workspace);
  const {group, fault} = look.plan;
  const lacks = store.lacksRole({kind: 'change', label: '', change: {...wish, target: group ?? null}});
  // The box that asks about the group says so.
  const isUnusable = group !== undefined && groupFault(group) !== undefined;
  const isAsked = group !== undefined && (!isAgreed(plan, group) || isUnusable);
  const isBlocked = fault !== undefined || lacks !== undefined || isAsked;
  const begin = async () => {
    if (isBlocked) return;
    lastSegment.value = plan.segment;
    await store.choosePlaybook('from-pre-sales');
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

/** Asks what becomes of the open issues and where the project goes, then shows what will happen. */
export function PreSalesForm({control, flow, store}: PreSalesFormProps) {
  const {plan} = flow;
  const {workspace, gitlab} = store.sources;
  const issues = useSignal<readonly Issue[] | undefined>(undefined);
  const look = useSignal<MoveLook | 'looking' | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const see = useRef<HTMLButtonElement>(null);
  const change = (part: Partial<Plan>) => {
    const latest = control.flow.value;
    if (latest.kind !== 'from-pre-sales') return;
    control.edit({...latest, plan: planWith(latest.plan, part, next => groupPath(next, workspace))});
  };
  useOpeningFocus(() => form.current?.querySelector<HTMLElement>('input, select'));
  useEffect(() => {
    gitlab.issues(plan.projectId, 'opened').then(
      found => {
        issues.value = found;
      },
      error => {
        problem.value = problemOf(error);
      },
    );
  }, []);
  const chosen = new Set(plan.issues.map(({iid}) => iid));
  const toggle = ({iid, title}: Issue) =>
    change({issues: chosen.has(iid) ? plan.issues.filter(other => other.iid !== iid) : [...plan.issues, {iid, title}]});
  const fault = preSalesFault(plan, store.sources.workspace);
  const {project} = store.facts.value;
  const lookNow = async () => {
    const latest = control.flow.value;
    if (latest.kind !== 'from-pre-sales' || preSalesFault(latest.plan, store.sources.workspace) !== undefined) return;
    if (look.value === 'looking' || project?.state !== 'known') return;
    look.value = 'looking';
    problem.value = undefined;
    try {
      const {id} = await store.hands.pageUser();
      const found = await lookAtMove(
        gitlab,
        project.value,
        wishOf(latest.plan, project.value, workspace),
        workspace,
        id,
      );
      // What was agreed to was another group, or there is none any more.
      if (latest.plan.takesGroup && !isAgreed(latest.plan, found.plan.group)) change({takesGroup: false});
      look.value = found;
    } catch (error) {
      look.value = undefined;
      problem.value = problemOf(error);
    }
  };
  const {cancel, onKeyDown} = useQuestion(see, !control.isRunning.value, () => {
    look.value = undefined;
  });
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void lookNow();
  };
  if (look.value !== undefined && look.value !== 'looking') {
    return (
      <Summary
        control={control}
        flow={flow}
        store={store}
        look={look.value}
        onBack={cancel}
        onKeyDown={onKeyDown}
        onTake={(takes, group) => change(agreement(takes, group))}
        onUse={group => {
          change({...placeOfGroup(group, workspace), ...agreement(true, group)});
          void lookNow();
        }}
      />
    );
  }
  const open = issues.value ?? [];
  return (
    <form class="form" ref={form} aria-label="Take over from pre-sales" onSubmit={onSubmit}>
      {open.length > 0 && (
        <fieldset class="choices">
          <legend>Open issues. Choose those to remove:</legend>
          {open.map(issue => (
            <div key={issue.iid} class="choice">
              <input
                type="checkbox"
                id={`flow-issue-${issue.iid}`}
                checked={chosen.has(issue.iid)}
                onChange={() => toggle(issue)}
              />
              <label for={`flow-issue-${issue.iid}`}>
                #{issue.iid} {issue.title}
                <span class="where">
                  {issue.author}, {issue.createdAt.slice(0, 10)}
                </span>
              </label>
              <a href={issue.webUrl} target="_blank" rel="noreferrer" aria-label={`Open issue ${issue.iid}`}>
                Open
              </a>
            </div>
          ))}
          {plan.issues.length > 0 && (
            <div class="field">
              <label for="flow-action">They are</label>
              <select
                id="flow-action"
                value={plan.action}
                onChange={event => change({action: event.currentTarget.value === 'delete' ? 'delete' : 'close'})}
              >
                <option value="close">closed</option>
                <option value="delete">deleted</option>
              </select>
            </div>
          )}
        </fieldset>
      )}
      {issues.value?.length === 0 && <p class="hint">No issue is open.</p>}
      <div class="choice">
        <input type="checkbox" id="flow-agreed" checked={plan.agreed} onChange={() => change({agreed: !plan.agreed})} />
        <label for="flow-agreed">
          {open.length > plan.issues.length ? 'SA and SAE agree, also that the other issues stay' : 'SA and SAE agree'}
        </label>
      </div>
      <SegmentField
        id="flow-segment"
        workspace={workspace}
        value={plan.segment}
        onChange={segment => change({segment})}
      />
      <CustomerFields
        prefix="flow"
        name={plan.name}
        path={pathOfPlan(plan)}
        onName={name => change({name})}
        onPath={path => change({path})}
      />
      {problem.value !== undefined && (
        <Alert>
          {problem.value.words} {problem.value.advice}
        </Alert>
      )}
      <p class="hint">{fault ?? 'Nothing is done yet: first you see what will happen.'}</p>
      <button ref={see} type="submit" class="confirm" aria-disabled={fault !== undefined || look.value === 'looking'}>
        {look.value === 'looking' ? 'Looking…' : 'See what will happen'}
      </button>
    </form>
  );
}
