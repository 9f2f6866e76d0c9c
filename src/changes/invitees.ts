import type {Account, Invitation, Member, User} from '../gitlab/model/model.ts';
import {developer} from '../gitlab/model/model.ts';
import {withUsername} from '../gitlab/model/words.ts';
import {typedTexts} from '../texts/typed.ts';
import {type Company, isCompanyMail} from './company-mail.ts';
import type {People} from './people.ts';

/** Who is a member or invited already, as far as it is known, who invites, and who are colleagues. */
interface There {
  readonly members?: readonly Member[];
  readonly invitations?: readonly Invitation[];
  readonly ownId: number | undefined;
  /** Addresses that are not invited. */
  readonly ownMails?: readonly string[];
  readonly workspace: Company;
}

/** What becomes of each person of a list. */
export interface Invitees {
  readonly mails: readonly string[];
  readonly users: readonly User[];
  /** Those of the mails that are colleagues'. */
  readonly colleagues: readonly string[];
  /** Who is not invited and why, one sentence each. */
  readonly notInvited: readonly string[];
  /** Usernames that no account is known for: to be corrected, or looked up again. */
  readonly open: readonly string[];
  /** Whether somebody is there already with a lower role than Developer. */
  readonly hasLower: boolean;
}

/** Why an account cannot be invited, as a sentence; undefined where it can. One that is deactivated comes back by signing in. */
function accountFault(account: Account): string | undefined {
  if (account.isBot) return typedTexts.isBot(withUsername(account));
  if (account.state === 'active' || account.state === 'deactivated') return undefined;
  return typedTexts.accountIs(withUsername(account), account.state.replaceAll('_', ' '));
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

/** That pieces of a pasted text are ignored, as one sentence; none where there are none. */
function ignoredWords(unclear: readonly string[]): string[] {
  return unclear.length === 0 ? [] : [typedTexts.ignored(ignoredPieces(unclear))];
}

/**
 * Sorts out whom to invite: who is there already would be given the role anew, down as well as up, and is not sent.
 *
 * @param accounts by username in small letters; null for one whom GitLab does not know, none for one who was not looked up
 */
export function inviteesOf(people: People, accounts: ReadonlyMap<string, Account | null>, there: There): Invitees {
  const {members = [], invitations = [], ownId, ownMails = [], workspace} = there;
  const notInvited: string[] = [];
  const open: string[] = [];
  let hasLower = false;
  const isNew = (who: string, known: Member | Invitation | undefined) => {
    if (known === undefined) return true;
    const words = 'email' in known ? typedTexts.isInvited : typedTexts.isMember;
    notInvited.push(words(who, known.accessLevel));
    hasLower ||= known.accessLevel < developer;
    return false;
  };
  const mails = people.mails.filter(mail => {
    const isIt = (other: string | undefined) => other?.toLowerCase() === mail.toLowerCase();
    if (ownMails.some(isIt)) {
      notInvited.push(typedTexts.isYourMail(mail));
      return false;
    }
    const member = members.find(({publicEmail}) => isIt(publicEmail));
    return isNew(member ? `${member.name} (${mail})` : mail, member ?? invitations.find(({email}) => isIt(email)));
  });
  const users = people.usernames.flatMap((username): User[] => {
    const account = accounts.get(username.toLowerCase());
    if (!account) {
      open.push(username);
      if (account === null) notInvited.push(typedTexts.noSuchUser(username));
      return [];
    }
    const {id, name} = account;
    const user = {id, name, username: account.username};
    if (id === ownId) {
      notInvited.push(typedTexts.isYou(user.username));
      return [];
    }
    const member = members.find(other => other.id === id);
    if (!isNew(withUsername(user), member)) return [];
    const fault = accountFault(account);
    if (fault !== undefined) notInvited.push(fault);
    return fault === undefined ? [user] : [];
  });
  notInvited.push(...ignoredWords(people.unclear));
  const colleagues = mails.filter(mail => isCompanyMail(mail, workspace));
  return {mails, users, colleagues, notInvited, open, hasLower};
}
