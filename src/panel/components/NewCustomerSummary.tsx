import {useEffect, useRef} from 'preact/hooks';
import {parsePeople} from '../../changes/people.ts';
import type {Group} from '../../gitlab/model.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import type {FlowControl} from '../flows/control.ts';
import type {FlowOf} from '../flows/flow.ts';
import {customerOf, type Looked} from '../flows/new-customer.ts';
import {SimilarGroups} from './SimilarGroups.tsx';

interface NewCustomerSummaryProps {
  readonly control: FlowControl;
  readonly plan: FlowOf<'new-customer'>['plan'];
  readonly workspace: Workspace;
  readonly looked: Looked;
  /** How many placeholders have no value. */
  readonly open: number;
  readonly onBack: () => void;
  /** Takes a group that is there instead. */
  readonly onUse: (group: Group) => void;
}

/** What stands in the way, as sentences. */
function faults({looked, plan, workspace}: NewCustomerSummaryProps): readonly string[] {
  const {segment} = customerOf(plan, workspace);
  const maintainer = 40;
  return [
    ...(looked.project === undefined ? [] : [`There is a project ${looked.project.path} already.`]),
    ...(looked.group === undefined && (looked.role ?? 0) < maintainer
      ? [
          `It takes the role Maintainer in ${segment} to make a group there. Ask one of its owners to make it, or for the role.`,
        ]
      : []),
  ];
}

/** What will happen; nothing was sent before this was shown. */
export function NewCustomerSummary(props: NewCustomerSummaryProps) {
  const {control, plan, workspace, looked, open, onBack, onUse} = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const customer = customerOf(plan, workspace);
  const {mails, usernames} = parsePeople(plan.people);
  const people = [...mails, ...usernames.map(username => `@${username}`)];
  const values = plan.values.filter(([, value]) => value !== '').length;
  const blocking = faults(props);
  const group = `${customer.segment}/${customer.path}`;
  return (
    <div class="form">
      <SimilarGroups groups={looked.similar} onUse={onUse} />
      {looked.template !== undefined && (
        <div class="notice warning">
          <p>{looked.template} You can try it all the same.</p>
        </div>
      )}
      {blocking.map(sentence => (
        <div key={sentence} class="problem" role="alert">
          <p>{sentence}</p>
        </div>
      ))}
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
          aria-disabled={blocking.length > 0}
          onClick={() => void (blocking.length > 0 || control.goOn())}
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
