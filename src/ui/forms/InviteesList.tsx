import type {ComponentChildren} from 'preact';
import type {Invitees} from '../../changes/invitees.ts';
import {withUsername} from '../../gitlab/model/words.ts';
import {Alert} from '../atoms/Alert.tsx';
import {Details} from '../atoms/Details.tsx';
import type {Accounts} from './use-accounts.ts';

interface InviteesListProps {
  readonly invitees: Invitees;
  readonly accounts: Accounts;
  /** What can be done about those who are not invited. */
  readonly children?: ComponentChildren;
}

/** What becomes of each person of a list, before anybody is invited. */
export function InviteesList({invitees, accounts, children}: InviteesListProps) {
  const {mails, users, notInvited, open} = invitees;
  const invited = [...mails, ...users.map(withUsername)];
  const {found, isLooking, problem} = accounts;
  const names = open.filter(username => !found.has(username.toLowerCase())).map(username => `@${username}`);
  return (
    <div class="preview">
      <div aria-live="polite">
        <h4>Who is invited</h4>
        <ul class="plan">
          {invited.length > 0 && <li>As Developer: {invited.join(', ')}</li>}
          {isLooking && <li>Looking up {names.join(', ')}…</li>}
          {invited.length === 0 && !isLooking && <li>Nobody</li>}
        </ul>
        {notInvited.length > 0 && (
          <>
            <h4>Who is not invited</h4>
            <Details lines={notInvited} />
          </>
        )}
      </div>
      {problem !== undefined && (
        <>
          <Alert>
            {names.join(', ')} could not be looked up, and {names.length === 1 ? 'is' : 'are'} not invited.{' '}
            {problem.words} {problem.advice}
          </Alert>
          <button type="button" onClick={accounts.lookAgain}>
            Look again
          </button>
        </>
      )}
      {children}
    </div>
  );
}
