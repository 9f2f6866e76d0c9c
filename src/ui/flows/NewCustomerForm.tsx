import {useSignal} from '@preact/signals';
import {dequal} from 'dequal/lite';
import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';
import {recipientsOf} from '../../changes/invitees.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {typedOf} from '../../checklist/filling.ts';
import {commitMessage, filledFiles} from '../../customer/filling/files.ts';
import {isGiven} from '../../customer/filling/filled-fields.ts';
import {agreement} from '../../flows/agreement.ts';
import type {FlowControl} from '../../flows/controller.ts';
import type {FlowOf} from '../../flows/flow.ts';
import {givenValues} from '../../flows/given-values.ts';
import {customerOf, groupPath, type Looked, look, planFault} from '../../flows/new-customer.ts';
import {isAgreed, planWith} from '../../flows/plan-with.ts';
import {placeOfGroup} from '../../flows/similar.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {User} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {flowTitles} from '../../texts/flow-titles.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {Alert, ProblemAlert} from '../atoms/Alert.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {CustomerFields} from '../forms/CustomerFields.tsx';
import {PeopleField} from '../forms/PeopleField.tsx';
import {PictureField} from '../forms/PictureField.tsx';
import {SegmentField} from '../forms/SegmentField.tsx';
import {usePeople} from '../forms/use-people.ts';
import {usePeoplePress} from '../forms/use-people-press.ts';
import {NewCustomerSummary} from './NewCustomerSummary.tsx';
import {TemplateFields} from './TemplateFields.tsx';
import {useTemplateFields} from './use-template-fields.ts';

type Plan = FlowOf<'new-customer'>['plan'];

interface NewCustomerFormProps {
  readonly control: FlowControl;
  readonly flow: FlowOf<'new-customer'>;
  readonly checklist: Checklist;
}

/** Asks for all that a new customer needs, then shows what will happen before anything is done. */
export function NewCustomerForm({control, flow, checklist}: NewCustomerFormProps) {
  const {workspace, gitlab} = checklist.sources;
  const {plan} = flow;
  const form = useRef<HTMLFormElement>(null);
  const see = useRef<HTMLButtonElement>(null);
  const looked = useSignal<Looked | 'looking' | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const user = useSignal<User | undefined>(undefined);
  const isRead = useSignal(false);
  // A picture can be ready long after it was chosen: what was typed since then is in the latest plan only.
  const change = (part: Partial<Plan>) => {
    const latest = control.flow.value;
    if (latest.kind !== 'new-customer') return;
    control.edit({...latest, plan: planWith(latest.plan, part, next => groupPath(next, workspace))});
  };
  useOpeningFocus(() => form.current?.querySelector('input'));
  useEffect(() => {
    const me = checklist.means.pageUser().then(found => {
      user.value = found;
    });
    // Without the user only their own values are not filled in.
    void Promise.allSettled([typedOf(checklist).load(), me]).then(() => {
      isRead.value = true;
    });
  }, []);
  const template = useTemplateFields(checklist, plan, user.value, isRead.value);
  const {files, rules, fields, filling} = template;
  const set = (entries: Iterable<readonly [string, string | undefined]>) => {
    const latest = control.flow.value;
    if (latest.kind !== 'new-customer') return;
    const next = new Map(latest.plan.values);
    for (const [key, value] of entries) {
      if (value === undefined) next.delete(key);
      else next.set(key, value);
    }
    change({values: [...next]});
  };
  const fault = planFault(plan, workspace);
  const invited = usePeople({
    gitlab,
    text: plan.people,
    type: people => change({people}),
    sure: plan.sure ?? [],
    onSure: domains => change({sure: [...domains]}),
    there: {ownId: user.value?.id, workspace},
  });
  const {accounts} = invited;
  const go = useRef(() => {});
  const {isWaiting, stopped, press} = usePeoplePress(invited, () => go.current(), true);
  const isLooking = looked.value === 'looking' || isWaiting;
  const isBlocked = fault !== undefined || isLooking || control.isEnded.value;
  const customer = customerOf(plan, workspace);
  const lookNow = async () => {
    const latest = control.flow.value;
    if (latest.kind !== 'new-customer' || planFault(latest.plan, workspace) !== undefined) return;
    if (control.isEnded.value || looked.value === 'looking' || accounts.isLooking) return;
    const asked = invited.all.flatMap(({entry, state}) => (state.kind === 'asked' ? [entry.text] : []));
    // Those who were shown, whoever has these usernames when they are invited.
    change({users: [...recipientsOf(invited.all).users], asked});
    looked.value = 'looking';
    problem.value = undefined;
    try {
      const {id} = await checklist.means.pageUser();
      const found = await look(gitlab, latest.plan, workspace, id);
      // What was agreed to was another group, or there is none any more.
      if (latest.plan.takesGroup && !isAgreed(latest.plan, found.group)) change({takesGroup: false});
      looked.value = found;
    } catch (error) {
      looked.value = undefined;
      problem.value = problemOf(error);
    }
  };

  const {cancel, onKeyDown} = useQuestion(see, !control.isRunning.value, () => {
    looked.value = undefined;
  });
  go.current = () => void lookNow();
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!isBlocked) press();
  };
  const isReviewed = looked.value !== undefined && looked.value !== 'looking';
  useLayoutEffect(() => {
    // What goes in is what the summary shows.
    const known = [...filling.automatic].map(([key, {value}]): [string, string] => [key, value]);
    if (isReviewed && !dequal(known, plan.known)) change({known});
  }, [isReviewed, filling.automatic]);
  if (looked.value !== undefined && looked.value !== 'looking') {
    const {values} = filling;
    return (
      <NewCustomerSummary
        control={control}
        plan={plan}
        workspace={workspace}
        looked={looked.value}
        proposedMessage={commitMessage(
          filledFiles(files, values, rules),
          fields.filter(({key}) => values.get(key)).length,
        )}
        onMessage={message => change({commit: {...plan.commit, message}})}
        given={givenValues(fields, values)}
        open={fields.filter(({key}) => !isGiven(key, values)).length}
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
  return (
    <form class="form" ref={form} aria-label={flowTitles.setUpCustomer} onSubmit={onSubmit}>
      <CustomerFields
        prefix="flow"
        name={plan.name}
        path={customer.path}
        onName={name => change({name})}
        onPath={path => change({path})}
      />
      <SegmentField
        id="flow-segment"
        workspace={workspace}
        value={plan.segment}
        onChange={segment => change({segment})}
      />
      <PictureField
        gitlab={gitlab}
        groupPicture={undefined}
        kept={plan.logo}
        focus={false}
        onPicture={picture => change({logo: picture?.base64})}
      />
      <PeopleField
        id="flow-people"
        label={uiFlowsTexts.newCustomer.people}
        hint={uiFlowsTexts.newCustomer.peopleHint}
        gitlab={gitlab}
        use={invited}
        stopped={stopped}
      />
      {template.problem && <Alert>{uiFlowsTexts.newCustomer.templateNotRead(say(template.problem.words))}</Alert>}
      {isRead.value && fields.length > 0 && (
        <TemplateFields gitlab={gitlab} project={workspace.templateProject} template={template} set={set}>
          {fault !== undefined && <p class="hint">{fault}</p>}
          <button type="submit" class="confirm" aria-disabled={isBlocked}>
            {isLooking ? uiFlowsTexts.plan.looking : uiFlowsTexts.plan.see}
          </button>
        </TemplateFields>
      )}
      <ProblemAlert problem={problem.value} />
      <p class="hint">{fault ?? uiFlowsTexts.plan.nothingYet}</p>
      <button ref={see} type="submit" class="confirm" aria-disabled={isBlocked}>
        {isLooking ? uiFlowsTexts.plan.looking : uiFlowsTexts.plan.see}
      </button>
    </form>
  );
}
