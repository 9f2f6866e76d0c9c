import {useRef} from 'preact/hooks';
import {faultWords, groupFault, groupRoleFault, takenFault} from '../../apply/customer-group.ts';
import {ignoredPieces} from '../../changes/invitees.ts';
import type {FlowControl} from '../../flows/controller.ts';
import type {FlowOf} from '../../flows/flow.ts';
import type {GivenValue} from '../../flows/given-values.ts';
import {invitedBy} from '../../flows/invitation.ts';
import {customerOf, groupPath, type Looked} from '../../flows/new-customer.ts';
import {isAgreed} from '../../flows/plan-with.ts';
import type {Group} from '../../gitlab/model/model.ts';
import {withUsername} from '../../gitlab/model/words.ts';
import {flowTitles} from '../../texts/flow-titles.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {Alert} from '../atoms/Alert.tsx';
import {onConfirmKey} from '../atoms/confirm-key.ts';
import {Fold} from '../atoms/Fold.tsx';
import {CommitFields, commitFault} from '../forms/CommitFields.tsx';
import {SimilarGroups} from './SimilarGroups.tsx';
import {UseGroupBox} from './UseGroupBox.tsx';
import {useSummaryFocus} from './use-summary-focus.ts';

/** Values that are shown without a click. */
const fewValues = 8;

/** Which value goes in for which placeholder. */
function Values({given}: {given: readonly GivenValue[]}) {
  const list = (
    <ul class="details">
      {given.map(({key, placeholder, value}) => (
        <li key={key}>
          {placeholder} → {value}
        </li>
      ))}
    </ul>
  );
  if (given.length <= fewValues) return list;
  return <Fold words={uiFlowsTexts.newCustomer.values}>{list}</Fold>;
}

interface NewCustomerSummaryProps {
  readonly control: FlowControl;
  readonly plan: FlowOf<'new-customer'>['plan'];
  readonly workspace: Workspace;
  readonly looked: Looked;
  /** The values that go into the README and the issue templates. */
  readonly given: readonly GivenValue[];
  /** How many placeholders have no value. */
  readonly open: number;
  /** What the commit says unless the user wants it otherwise. */
  readonly proposedMessage: string;
  readonly onMessage: (message: string) => void;
  readonly onBack: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onTake: (takes: boolean, group: Group) => void;
  /** Takes a group that is there instead. */
  readonly onUse: (group: Group) => void;
}

/** What will happen; nothing was sent before this was shown. */
export function NewCustomerSummary(props: NewCustomerSummaryProps) {
  const {control, plan, workspace, looked, given, open, proposedMessage, onMessage, onBack, onKeyDown, onTake, onUse} =
    props;
  const summary = useSummaryFocus();
  // Once asked, it stays, so that it can be thought over.
  const {current: wasAsked} = useRef(!plan.takesGroup);
  const customer = customerOf(plan, workspace);
  const {mails, users, asked, nobody, unclear} = invitedBy(plan);
  const people = [...mails, ...users.map(withUsername)];
  const notInvited = [...asked, ...nobody, ...(unclear.length > 0 ? [ignoredPieces(unclear)] : [])];
  const path = groupPath(plan, workspace);
  const {group} = looked;
  const roleFault = groupRoleFault(customer.segment, looked.role);
  const isAsked = group !== undefined && (!isAgreed(plan, group) || groupFault(group) !== undefined);
  const message = plan.commit?.message ?? proposedMessage;
  const isBlocked =
    control.isEnded.value ||
    isAsked ||
    (given.length > 0 && commitFault({message}) !== undefined) ||
    looked.project !== undefined ||
    looked.taken !== undefined ||
    (group === undefined && roleFault !== undefined);
  const start = () => void (isBlocked || control.goOn());
  const confirm = onConfirmKey(start);
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
      <SimilarGroups groups={looked.similar} onUse={onUse} />
      {looked.template !== undefined && (
        <div class="notice warning">
          <p>{uiFlowsTexts.newCustomer.tryAllTheSame(say(looked.template))}</p>
        </div>
      )}
      {looked.project !== undefined && (
        <Alert>
          {uiFlowsTexts.newCustomer.projectThere.before}
          <a href={looked.project.webUrl}>{looked.project.name}</a>
          {uiFlowsTexts.newCustomer.projectThere.after}
        </Alert>
      )}
      {looked.taken !== undefined && <Alert>{say(faultWords(takenFault(looked.taken)))}</Alert>}
      {group === undefined && roleFault !== undefined && <Alert>{say(faultWords(roleFault))}</Alert>}
      {group !== undefined && looked.project === undefined && wasAsked && (
        <UseGroupBox group={group} isTaken={plan.takesGroup} onTake={takes => onTake(takes, group)} />
      )}
      <section class="preview" aria-label={uiFlowsTexts.whatWillHappen}>
        <h4>{uiFlowsTexts.whatWillHappen}</h4>
        <ul class="plan">
          <li>
            {group
              ? uiFlowsTexts.newCustomer.groupUsed(group.name, group.path)
              : uiFlowsTexts.newCustomer.groupMade(customer.name, path)}
          </li>
          {group !== undefined && group.visibility !== 'private' && (
            <li>{uiFlowsTexts.newCustomer.groupBecomesPrivate(group.visibility)}</li>
          )}
          <li>
            {uiFlowsTexts.newCustomer.projectMade(
              customer.project.name,
              workspace.templateProject.split('/').at(-1) ?? workspace.templateProject,
            )}
          </li>
          <li>{plan.logo === undefined ? uiFlowsTexts.newCustomer.noLogo : uiFlowsTexts.newCustomer.logo}</li>
          <li>
            {given.length === 0 ? uiFlowsTexts.newCustomer.readmeStays : uiFlowsTexts.newCustomer.fillsIn(given.length)}
            {open > 0 && given.length > 0 && ` ${uiFlowsTexts.newCustomer.staysOpen(open)}`}
            {given.length > 0 && <Values given={given} />}
          </li>
          <li>
            {people.length === 0 ? uiFlowsTexts.newCustomer.nobodyInvited : uiFlowsTexts.newCustomer.invited(people)}
            {notInvited.length > 0 && ` ${uiFlowsTexts.newCustomer.notInvited(notInvited)}`}
          </li>
          {uiFlowsTexts.newCustomer.settings(workspace.teamGroup.name).map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
      {given.length > 0 && <CommitFields prefix="flow" message={message} onMessage={onMessage} />}
      <div class="actions">
        <button type="button" class="confirm" aria-disabled={isBlocked} onClick={start}>
          {flowTitles.setUp(customer.name)}
        </button>
        <button type="button" onClick={onBack}>
          {uiFlowsTexts.plan.change}
        </button>
      </div>
    </section>
  );
}
