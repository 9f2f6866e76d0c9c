import type {Account, FoundUser, Invitation, Member, User} from '../gitlab/model/model.ts';
import {developer} from '../gitlab/model/model.ts';
import type {Said} from '../texts/said.ts';
import {typedTexts} from '../texts/typed.ts';
import {type Company, isCompanyMail} from './company-mail.ts';
import {type DomainQuestion, domainQuestions} from './domain-questions.ts';
import type {Entry} from './people-entries.ts';

/** Who is a member or invited already, as far as it is known, who invites, and who are colleagues. */
interface There {
  readonly members?: readonly Member[];
  readonly invitations?: readonly Invitation[];
  readonly ownId: number | undefined;
  /** Addresses that are not invited. */
  readonly ownMails?: readonly string[];
  readonly workspace: Company;
  /** Domains that somebody said are right. */
  readonly sure?: ReadonlySet<string>;
  /** Whom GitLab did not take, and why, by the entry in small letters. */
  readonly failed?: ReadonlyMap<string, Said | string>;
}

/** What becomes of somebody. Only who is `new` is invited. */
export type InviteeState =
  | {readonly kind: 'new'; readonly isColleague: boolean}
  /** It is asked first whether the address is right. */
  | {readonly kind: 'asked'; readonly question: DomainQuestion}
  /** GitLab did not take them the last time. */
  | {readonly kind: 'failed'; readonly words: Said | string}
  | {readonly kind: 'member' | 'invited'; readonly accessLevel: number}
  | {readonly kind: 'you' | 'looking' | 'no-user' | 'bot' | 'unclear'}
  /** An account that cannot be invited, with GitLab's word for it: `blocked`. */
  | {readonly kind: 'account'; readonly state: string};

/** An entry of a field of people, and what becomes of it. */
export interface Invitee {
  readonly entry: Entry;
  readonly state: InviteeState;
  /** Who that is, where it is known. */
  readonly user: FoundUser | undefined;
}

/** An account that cannot be invited. One that is deactivated comes back by signing in. */
function accountFault({isBot, state}: Account): InviteeState | undefined {
  if (isBot) return {kind: 'bot'};
  return state === 'active' || state === 'deactivated' ? undefined : {kind: 'account', state};
}

/** What of a pasted text is shown at most, where no person was found in it: pieces, and characters of each. */
const mostIgnored = 5;
const longestIgnored = 60;

function quoted(text: string): string {
  const letters = [...text];
  const isLong = letters.length > longestIgnored;
  return typedTexts.quoted(isLong ? `${letters.slice(0, longestIgnored).join('').trim()}…` : text);
}

/** The pieces of a pasted text that no person was found in, in short. */
export function ignoredPieces(unclear: readonly string[]): string {
  const shown = unclear.slice(0, mostIgnored).map(quoted).join(', ');
  const more = unclear.length - mostIgnored;
  return more > 0 ? typedTexts.andMoreLines(shown, more) : shown;
}

/**
 * Sorts out whom to invite: who is there already would be given the role anew, down as well as up, and is not sent.
 *
 * @param accounts by username in small letters; null for one whom GitLab does not know, none for one who was not looked up
 */
export function inviteesOf(
  entries: readonly Entry[],
  accounts: ReadonlyMap<string, Account | null>,
  {members = [], invitations = [], ownId, ownMails = [], workspace, sure, failed}: There,
): readonly Invitee[] {
  const stateOfNew = ({text}: Entry): InviteeState => {
    const words = failed?.get(text.toLowerCase());
    if (words !== undefined) return {kind: 'failed', words};
    return {kind: 'new', isColleague: isCompanyMail(text.startsWith('@') ? undefined : text, workspace)};
  };
  const ofMail = (entry: Entry): Invitee => {
    const isIt = (other: string | undefined) => other?.toLowerCase() === entry.text.toLowerCase();
    if (ownMails.some(isIt)) return {entry, user: undefined, state: {kind: 'you'}};
    const member = members.find(({publicEmail}) => isIt(publicEmail));
    if (member) return {entry, user: member, state: {kind: 'member', accessLevel: member.accessLevel}};
    const invitation = invitations.find(({email}) => isIt(email));
    const state: InviteeState = invitation ? {kind: 'invited', accessLevel: invitation.accessLevel} : stateOfNew(entry);
    return {entry, user: undefined, state};
  };
  const ofUsername = (entry: Entry): Invitee => {
    const account = accounts.get(entry.text.slice(1).toLowerCase());
    if (!account) return {entry, user: undefined, state: {kind: account === null ? 'no-user' : 'looking'}};
    const member = members.find(({id}) => id === account.id);
    const state: InviteeState =
      account.id === ownId
        ? {kind: 'you'}
        : member
          ? {kind: 'member', accessLevel: member.accessLevel}
          : (accountFault(account) ?? stateOfNew(entry));
    return {entry, user: account, state};
  };
  const invitees = entries.map((entry): Invitee => {
    if (entry.kind === 'mail') return ofMail(entry);
    return entry.kind === 'username' ? ofUsername(entry) : {entry, user: undefined, state: {kind: 'unclear'}};
  });
  const mails = invitees.flatMap(({entry, state}) =>
    entry.kind === 'mail' && (state.kind === 'new' || state.kind === 'failed') ? [entry.text] : [],
  );
  const unclear = entries.filter(({kind}) => kind === 'unclear').map(({text}) => text);
  const peers = [...invitations.map(({email}) => email), ...members.flatMap(({publicEmail}) => publicEmail || [])];
  const questions = domainQuestions(mails, unclear, {peers, workspace, ...(sure ? {sure} : {})});
  return invitees.map(invitee => {
    const question = questions.get(invitee.entry.text);
    return question === undefined || invitee.state.kind === 'failed'
      ? invitee
      : {...invitee, state: {kind: 'asked', question}};
  });
}

/** Whom an invitation goes to. */
export interface Recipients {
  readonly mails: readonly string[];
  readonly users: readonly User[];
}

/**
 * Those of them whom an invitation goes to.
 *
 * @param kind `new`, or `failed` for those who are tried once more
 */
export function recipientsOf(invitees: readonly Invitee[], kind: 'new' | 'failed' = 'new'): Recipients {
  const chosen = invitees.filter(({state}) => state.kind === kind);
  return {
    mails: chosen.flatMap(({entry}) => (entry.kind === 'mail' ? [entry.text] : [])),
    users: chosen.flatMap(({entry, user}) =>
      entry.kind === 'username' && user ? [{id: user.id, name: user.name, username: user.username}] : [],
    ),
  };
}

/** Whether somebody is there already with a lower role than the one that an invitation gives. */
export function hasLowerRole(invitees: readonly Invitee[]): boolean {
  return invitees.some(({state}) => 'accessLevel' in state && state.accessLevel < developer);
}
