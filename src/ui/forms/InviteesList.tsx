import type {ComponentChildren} from 'preact';
import type {Invitees} from '../../changes/invitees.ts';
import {withUsername} from '../../gitlab/model/words.ts';
import {inTurn} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {Alert} from '../atoms/Alert.tsx';
import {Details} from '../atoms/Details.tsx';
import type {Accounts} from './use-accounts.ts';

const texts = uiFormsFieldsTexts.invitees;

interface InviteesListProps {
  readonly invitees: Invitees;
  readonly accounts: Accounts;
  /** What can be done about those who are not invited. */
  readonly children?: ComponentChildren;
}

/** What becomes of each person of a list, before anybody is invited. */
export function InviteesList({invitees, accounts, children}: InviteesListProps) {
  const {mails, users, colleagues, notInvited, open} = invitees;
  const invited = [...mails, ...users.map(withUsername)];
  const {found, isLooking, problem} = accounts;
  const names = open.filter(username => !found.has(username.toLowerCase())).map(username => `@${username}`);
  return (
    <div class="preview">
      <div aria-live="polite">
        <h4>{texts.invited}</h4>
        <ul class="plan">
          {invited.length > 0 && <li>{texts.asDeveloper(invited)}</li>}
          {colleagues.length > 0 && <li>{texts.colleagues(colleagues)}</li>}
          {isLooking && <li>{texts.lookingUp(names)}</li>}
          {invited.length === 0 && !isLooking && <li>{texts.nobody}</li>}
        </ul>
        {notInvited.length > 0 && (
          <>
            <h4>{texts.notInvited}</h4>
            <Details lines={notInvited.map(say)} />
          </>
        )}
      </div>
      {problem !== undefined && (
        <>
          <Alert>{texts.notLookedUp(names, say(inTurn(problem.words, problem.advice)))}</Alert>
          <button type="button" onClick={accounts.lookAgain}>
            {texts.lookAgain}
          </button>
        </>
      )}
      {children}
    </div>
  );
}
