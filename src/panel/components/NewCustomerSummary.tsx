import {useEffect, useRef} from 'preact/hooks';
import {groupFault, groupRoleFault, takenFault} from '../../changes/customer-group.ts';
import {withUsername} from '../../changes/words.ts';
import type {Group} from '../../gitlab/model.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import type {FlowControl} from '../flows/control.ts';
import type {FlowOf} from '../flows/flow.ts';
import {customerOf, groupPath, invitedBy, type Looked} from '../flows/new-customer.ts';
import {Alert} from './Alert.tsx';
import {SimilarGroups} from './SimilarGroups.tsx';
import {UseGroupBox} from './UseGroupBox.tsx';

interface NewCustomerSummaryProps {
  readonly control: FlowControl;
  readonly plan: FlowOf<'new-customer'>['plan'];
  readonly workspace: Workspace;
  readonly looked: Looked;
  /** How many placeholders have no value. */
  readonly open: number;
  readonly onBack: () => void;
  readonly onTake: (takes: boolean) => void;
  /** Takes a group that is there instead. */
  readonly onUse: (group: Group) => void;
}

/** What will happen; nothing was sent before this was shown. */
export function NewCustomerSummary(props: NewCustomerSummaryProps) {
  const {control, plan, workspace, looked, open, onBack, onTake, onUse} = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  // Once asked, it stays, so that it can be thought over.
  const {current: wasAsked} = useRef(!plan.takesGroup);
  const customer = customerOf(plan, workspace);
  const {mails, users, nobody, unclear} = invitedBy(plan);
  const people = [...mails, ...users.map(withUsername)];
  const notInvited = [...nobody, ...unclear];
  const values = plan.values.filter(([, value]) => value !== '').length;
  const group = groupPath(plan, workspace);
  const roleFault = groupRoleFault(customer.segment, looked.role);
  const isAsked = looked.group !== undefined && (!plan.takesGroup || groupFault(looked.group) !== undefined);
  const isBlocked =
    isAsked ||
    looked.project !== undefined ||
    looked.taken !== undefined ||
    (looked.group === undefined && roleFault !== undefined);
  return (
    <div class="form">
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
      {looked.taken !== undefined && <Alert>{takenFault(looked.taken)}</Alert>}
      {looked.group === undefined && roleFault !== undefined && <Alert>{roleFault}</Alert>}
      {looked.group !== undefined && looked.project === undefined && wasAsked && (
        <UseGroupBox group={looked.group} isTaken={plan.takesGroup} onTake={onTake} />
      )}
      <section class="preview" aria-label="What will happen">
        <h4>What will happen</h4>
        <ul class="plan">
          <li>
            {looked.group
              ? `The group “${looked.group.name}” (${looked.group.path}) is there already and is used.`
              : `The private group “${customer.name}” (${group}) is made.`}
          </li>
          {looked.group !== undefined && looked.group.visibility !== 'private' && (
            <li>That group is {looked.group.visibility}: it becomes private.</li>
          )}
          <li>
            The private project “{customer.project.name}” is made in it from the template “
            {workspace.templateProject.split('/').at(-1)}”.
          </li>
          <li>{plan.logo === undefined ? 'It gets no logo: you gave none.' : 'It gets the logo.'}</li>
          <li>
            {values === 0
              ? 'The README stays as the template has it.'
              : `One commit fills in ${values} ${values === 1 ? 'placeholder' : 'placeholders'} in the README and the issue templates.`}
            {open > 0 && values > 0 && ` ${open} stay open.`}
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
    </div>
  );
}
