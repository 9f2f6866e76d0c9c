import {useMemo, useRef} from 'preact/hooks';
import {type Invitees, inviteesOf} from '../../changes/invitees.ts';
import {type People, parsePeople} from '../../changes/people.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {FactSheet} from '../../facts/facts.ts';
import {developer} from '../../gitlab/model/model.ts';
import {uiFormsPeopleTexts} from '../../texts/ui-forms-people.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {formsOf} from '../checklist/open-form.ts';
import type {FormProps} from './form.ts';
import {InviteesList} from './InviteesList.tsx';
import {type Accounts, useAccounts} from './use-accounts.ts';
import {useKnownFacts} from './use-known-facts.ts';
import {useText} from './use-text.ts';

const texts = uiFormsPeopleTexts.invite;

/** What becomes of each of the people, by what is known of the project. */
function sortOut(people: People, {found}: Accounts, {sources}: Checklist, facts: FactSheet): Invitees {
  const {members, invitations, user} = facts;
  const own = user?.state === 'known' ? user.value : undefined;
  return inviteesOf(people, found, {
    members: members?.state === 'known' ? members.value : [],
    invitations: invitations?.state === 'known' ? invitations.value : [],
    ownId: own?.id,
    ownMails: own?.mails ?? [],
    workspace: sources.workspace,
  });
}

/** The form that invites the customer's people: a pasted list, and what becomes of each. */
export function InviteForm({checklist, row, onDone}: FormProps) {
  const {text, type, forget} = useText(checklist, 'people', '');
  const form = useRef<HTMLFormElement>(null);
  useOpeningFocus(() => form.current?.querySelector('textarea'));
  const people = useMemo(() => parsePeople(text), [text]);
  const accounts = useAccounts(checklist.sources.gitlab, people.usernames);
  const facts = useKnownFacts(checklist);
  if (facts.project?.state !== 'known') return null;
  const projectId = facts.project.value.id;
  const invitees = sortOut(people, accounts, checklist, facts);
  const {mails, users, open, hasLower} = invitees;
  const count = mails.length + users.length;
  const isReady = count > 0 && !accounts.isLooking && !row.busy;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    const made = await checklist.make(row.check, {kind: 'invite', projectId, mails, users, accessLevel: developer});
    if (!made.isMade) return;
    const hasLeft = checklist.rows.value.some(({check, left}) => check === row.check && left.length > 0);
    // Whom GitLab did not take can be invited again.
    const rest = hasLeft ? sortOut(people, accounts, checklist, checklist.facts.value) : {mails: [], users: []};
    const usernames = [...open, ...rest.users.map(({username}) => username)].map(username => `@${username}`);
    const left = [...rest.mails, ...usernames, ...people.unclear];
    if (left.length > 0) type(left.join('\n'));
    else forget();
    formsOf(checklist).open.value = undefined;
    onDone();
  };

  return (
    <form class="form" ref={form} aria-label={texts.form} onSubmit={event => void submit(event)}>
      <div class="field">
        <label for="invite-people">{texts.label}</label>
        <p class="hint" id="invite-hint">
          {texts.hint}
        </p>
        <textarea
          id="invite-people"
          rows={4}
          aria-describedby="invite-hint"
          value={text}
          onInput={event => type(event.currentTarget.value)}
        />
      </div>
      {text.trim() !== '' && (
        <InviteesList invitees={invitees} accounts={accounts}>
          {hasLower && (
            <>
              <p class="hint">{texts.changesNoRole}</p>
              <button
                type="button"
                onClick={() => {
                  formsOf(checklist).open.value = {row: row.check.id, form: 'roles'};
                }}
              >
                {texts.changeRoles}
              </button>
            </>
          )}
        </InviteesList>
      )}
      <p class="hint">{texts.getMail}</p>
      <button type="submit" class="confirm" aria-disabled={!isReady}>
        {row.busy ? texts.inviting : accounts.isLooking ? texts.looking : texts.send(count)}
      </button>
    </form>
  );
}
