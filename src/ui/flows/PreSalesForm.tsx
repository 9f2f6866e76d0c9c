import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import {pathOfPlan} from '../../changes/group-path.ts';
import {agreement} from '../../flows/agreement.ts';
import type {FlowOf} from '../../flows/flow.ts';
import {isAgreed, planWith} from '../../flows/plan-with.ts';
import {groupPath, lookAtMove, type MoveLook, preSalesFault, wishOf} from '../../flows/pre-sales.ts';
import {placeOfGroup} from '../../flows/similar.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {Issue} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {day} from '../../texts/dates.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {ProblemAlert} from '../atoms/Alert.tsx';
import {Choice} from '../atoms/Choice.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {CustomerFields} from '../forms/CustomerFields.tsx';
import {type PreSalesFormProps, PreSalesSummary} from './PreSalesSummary.tsx';
import {SegmentChoice} from './SegmentChoice.tsx';

type Plan = FlowOf<'from-pre-sales'>['plan'];

/** Asks what becomes of the open issues and where the project goes, then shows what will happen. */
export function PreSalesForm({control, flow, checklist}: PreSalesFormProps) {
  const {plan} = flow;
  const {workspace, gitlab} = checklist.sources;
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
  const fault = preSalesFault(plan, checklist.sources.workspace);
  const {project} = checklist.facts.value;
  const lookNow = async () => {
    const latest = control.flow.value;
    if (latest.kind !== 'from-pre-sales' || preSalesFault(latest.plan, checklist.sources.workspace) !== undefined)
      return;
    if (control.isEnded.value || look.value === 'looking' || project?.state !== 'known') return;
    look.value = 'looking';
    problem.value = undefined;
    try {
      const {id} = await checklist.means.pageUser();
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
      <PreSalesSummary
        control={control}
        flow={flow}
        checklist={checklist}
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
    <form class="form" ref={form} aria-label={uiFlowsTexts.preSales.label} onSubmit={onSubmit}>
      {open.length > 0 && (
        <fieldset class="choices">
          <legend>{uiFlowsTexts.preSales.openIssues}</legend>
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
                  {issue.author}, {day(issue.createdAt)}
                </span>
              </label>
              <a
                href={issue.webUrl}
                target="_blank"
                rel="noreferrer"
                aria-label={uiFlowsTexts.preSales.openIssue(issue.iid)}
              >
                {uiFlowsTexts.preSales.open}
              </a>
            </div>
          ))}
          {plan.issues.length > 0 && (
            <div class="field">
              <label for="flow-action">{uiFlowsTexts.preSales.theyAre}</label>
              <select
                id="flow-action"
                value={plan.action}
                onChange={event => change({action: event.currentTarget.value === 'delete' ? 'delete' : 'close'})}
              >
                <option value="close">{uiFlowsTexts.preSales.closed}</option>
                <option value="delete">{uiFlowsTexts.preSales.deleted}</option>
              </select>
            </div>
          )}
        </fieldset>
      )}
      {issues.value?.length === 0 && <p class="hint">{uiFlowsTexts.preSales.noIssue}</p>}
      <Choice id="flow-agreed" checked={plan.agreed} onChange={agreed => change({agreed})}>
        {open.length > plan.issues.length ? uiFlowsTexts.preSales.agreedOnOthers : uiFlowsTexts.preSales.agreed}
      </Choice>
      <SegmentChoice
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
      <ProblemAlert problem={problem.value} />
      <p class="hint">{fault ?? uiFlowsTexts.plan.nothingYet}</p>
      <button
        ref={see}
        type="submit"
        class="confirm"
        aria-disabled={fault !== undefined || look.value === 'looking' || control.isEnded.value}
      >
        {look.value === 'looking' ? uiFlowsTexts.plan.looking : uiFlowsTexts.plan.see}
      </button>
    </form>
  );
}
