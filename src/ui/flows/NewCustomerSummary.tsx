import {useRef} from 'preact/hooks';
import {faultWords, groupFault, groupRoleFault, takenFault} from '../../apply/customer-group.ts';
import {ignoredPieces} from '../../changes/invitees.ts';
import type {FlowControl} from '../../flows/controller.ts';
import type {FlowOf} from '../../flows/flow.ts';
import type {GivenValue} from '../../flows/given-values.ts';
import {customerOf, groupPath, invitedBy, type Looked} from '../../flows/new-customer.ts';
import {isAgreed} from '../../flows/plan-with.ts';
import type {Group} from '../../gitlab/model/model.ts';
import {withUsername} from '../../gitlab/model/words.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {Alert} from '../atoms/Alert.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {CommitFields, commitFault} from '../forms/CommitFields.tsx';
import {SimilarGroups} from './SimilarGroups.tsx';
import {UseGroupBox} from './UseGroupBox.tsx';

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
  return (
    <details>
      <summary>The values that go in</summary>
      {list}
    </details>
  );
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
  const button = useRef<HTMLButtonElement>(null);
  useOpeningFocus(() => button.current);
  // Once asked, it stays, so that it can be thought over.
  const {current: wasAsked} = useRef(!plan.takesGroup);
  const customer = customerOf(plan, workspace);
  const {mails, users, nobody, unclear} = invitedBy(plan);
  const people = [...mails, ...users.map(withUsername)];
  const notInvited = [...nobody, ...(unclear.length > 0 ? [ignoredPieces(unclear)] : [])];
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
  return (
    <section class="form" aria-label="Summary" tabIndex={-1} onKeyDown={onKeyDown}>
      <SimilarGroups groups={looked.similar} onUse={onUse} />
      {looked.template !== undefined && (
        <div class="notice warning">
          <p>{looked.template} You can try it all the same.</p>
        </div>
      )}
      {looked.project !== undefined && (
        <Alert>
          The customer has a project already: <a href={looked.project.webUrl}>{looked.project.name}</a>. Its own
          checklist shows what is missing there.
        </Alert>
      )}
      {looked.taken !== undefined && <Alert>{faultWords(takenFault(looked.taken))}</Alert>}
      {group === undefined && roleFault !== undefined && <Alert>{faultWords(roleFault)}</Alert>}
      {group !== undefined && looked.project === undefined && wasAsked && (
        <UseGroupBox group={group} isTaken={plan.takesGroup} onTake={takes => onTake(takes, group)} />
      )}
      <section class="preview" aria-label="What will happen">
        <h4>What will happen</h4>
        <ul class="plan">
          <li>
            {group
              ? `The group “${group.name}” (${group.path}) is there already and is used.`
              : `The private group “${customer.name}” (${path}) is made.`}
          </li>
          {group !== undefined && group.visibility !== 'private' && (
            <li>That group is {group.visibility}: it becomes private.</li>
          )}
          <li>
            The private project “{customer.project.name}” is made in it from the template “
            {workspace.templateProject.split('/').at(-1)}”.
          </li>
          <li>{plan.logo === undefined ? 'It gets no logo: you gave none.' : 'It gets the logo.'}</li>
          <li>
            {given.length === 0
              ? 'The README stays as the template has it.'
              : `One commit fills in ${given.length === 1 ? 'one value' : `${given.length} values`} in the README and the issue templates.`}
            {open > 0 &&
              given.length > 0 &&
              ` ${open === 1 ? 'One placeholder stays' : `${open} placeholders stay`} open.`}
            {given.length > 0 && <Values given={given} />}
          </li>
          <li>
            {people.length === 0
              ? 'Nobody is invited.'
              : `Invited as ${people.length === 1 ? 'Developer' : 'Developers'}, with a mail from GitLab: ${people.join(', ')}.`}
            {notInvited.length > 0 && ` Not invited: ${notInvited.join(', ')}.`}
          </li>
          <li>
            You are notified of new issues and subscribed to all its labels; {workspace.teamGroup.name} has access.
          </li>
        </ul>
      </section>
      {given.length > 0 && <CommitFields prefix="flow" message={message} onMessage={onMessage} />}
      <div class="actions">
        <button
          ref={button}
          type="button"
          class="confirm"
          aria-disabled={isBlocked}
          onClick={() => void (isBlocked || control.goOn())}
        >
          Set up {customer.name}
        </button>
        <button type="button" onClick={onBack}>
          Change something
        </button>
      </div>
    </section>
  );
}
