import type {Change, RoleChange} from '../changes/change.ts';
import type {ChangeOf} from '../changes/kinds/kind.ts';
import {nothing, type Outcome} from '../changes/outcome.ts';
import {correctValue, errorOfChange, GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {User} from '../gitlab/model/model.ts';
import {withUsername} from '../gitlab/model/words.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import {cameOf} from './invited.ts';
import {assertSignedIn, isUnclear, type Means, unwatched, type Watch} from './means.ts';
import {hasRole} from './own-role.ts';
import {isBy, keyed, type Present, presentIn, withMail} from './present.ts';
import {setRoles} from './roles.ts';

/** As many mails and user ids as GitLab takes in one request. */
const mostAtOnce = 100;

/** Somebody who is to be invited: a mail, or an account. */
type Invitee = string | User;

const mailsIn = (people: readonly Invitee[]) => people.filter(person => typeof person === 'string');
const usersIn = (people: readonly Invitee[]) => people.filter(person => typeof person !== 'string');
const labelOf = (person: Invitee) => (typeof person === 'string' ? person : withUsername(person));

/** How far a list of people was sent. */
interface Sent {
  /** Those to whom an invitation went out, without those whom GitLab named as refused. */
  readonly reached: readonly Invitee[];
  /** Those of a request whose answer was lost. */
  readonly unclear: readonly Invitee[];
  readonly unsent: readonly Invitee[];
  /** What GitLab said of those whom it refused, one sentence each. */
  readonly refused: readonly Said[];
  /** What ended it, where something did. */
  readonly error?: unknown;
}

/** What GitLab says of somebody whom it refuses, or of all of a request, ended as a sentence. */
function refusalWords({who, words}: {readonly who: string | undefined; readonly words: string}): Said {
  const sentence = /[.!?]$/.test(words) ? words : `${words}.`;
  if (words.endsWith('MembershipLockedError')) return said('apply.inGitLabsWords', said('apply.membershipLocked'));
  return who === undefined ? said('apply.inGitLabsWords', sentence) : said('apply.failedFor', who, sentence);
}

/** Sends invitations in as many requests as it takes, one after the other; one that fails ends it. */
async function send(gitlab: GitLab, projectId: number, accessLevel: number, people: readonly Invitee[]): Promise<Sent> {
  const reached: Invitee[] = [];
  const refused: Said[] = [];
  for (let start = 0; start < people.length; start += mostAtOnce) {
    const part = people.slice(start, start + mostAtOnce);
    try {
      const userIds = usersIn(part).map(({id}) => id);
      const notInvited = await gitlab.invite(projectId, accessLevel, {mails: mailsIn(part), userIds});
      refused.push(...notInvited.map(refusalWords));
      if (notInvited.some(({who}) => who === undefined)) continue;
      const names = new Set(notInvited.map(({who}) => who?.toLowerCase()));
      reached.push(
        ...part.filter(person => !names.has((typeof person === 'string' ? person : person.username).toLowerCase())),
      );
    } catch (error) {
      const isLost = isUnclear(error);
      const rest = people.slice(isLost ? start + mostAtOnce : start);
      return {reached, unclear: isLost ? part : [], unsent: rest, refused, error};
    }
  }
  return {reached, unclear: [], unsent: [], refused};
}

/** What takes back what an invitation made. */
function removalOf(
  {projectId, accessLevel}: Extract<Change, {kind: 'invite'}>,
  made: readonly Present[],
  roles: readonly RoleChange[] = [],
): Change | undefined {
  if (made.length + roles.length === 0) return undefined;
  const keys = made.map(({key}) => key);
  return {
    kind: 'remove',
    projectId,
    accessLevel,
    mails: keys.filter(key => typeof key === 'string'),
    userIds: keys.filter(key => typeof key === 'number'),
    names: Object.fromEntries(made.flatMap(({key, label}) => (typeof key === 'number' ? [[key, label]] : []))),
    since: Object.fromEntries(made.flatMap(({key, madeAt}) => (madeAt === undefined ? [] : [[key, madeAt]]))),
    ...(roles.length > 0 ? {roles} : {}),
  };
}

/** The same where who is there could not be looked up. */
function removalUnseen(change: Extract<Change, {kind: 'invite'}>, people: readonly Invitee[]): Change {
  const users = usersIn(people);
  return {
    kind: 'remove',
    projectId: change.projectId,
    accessLevel: change.accessLevel,
    // As GitLab keeps them.
    mails: mailsIn(people).map(mail => mail.toLowerCase()),
    userIds: users.map(({id}) => id),
    names: Object.fromEntries(users.map(user => [user.id, withUsername(user)])),
  };
}

/** What ended an invitation. GitLab forbids it, without a word, to those without the role, and to all where the top-level group does so. */
async function reasonOf(means: Means, change: ChangeOf<'invite'>, error: unknown): Promise<unknown> {
  if (!(error instanceof GitLabError) || error.words.text !== 'gitlab.denied') return error;
  if (!(await hasRole(means, change))) return error;
  return new GitLabError('invalid', said('apply.invitationsForbidden'), error.status);
}

function notInvited(people: readonly Invitee[], error: unknown): Said[] {
  return people.length === 0 ? [] : [said('apply.notInvited', people.map(labelOf), problemOf(error).words)];
}

/**
 * Invites people. Who is a direct member or invited already is left as is: GitLab would give them the role anew, down as well as
 * up, and end the date on which it ends. Where that happened all the same, because an account does not show its mail, it is put
 * back at once; what cannot be is said, and undone with the rest. The undo touches only what the invitation made. Where one of
 * several requests fails, or an answer is lost, what went out is looked for and told.
 */
export async function invite(
  means: Means,
  change: Extract<Change, {kind: 'invite'}>,
  watch: Watch = unwatched,
): Promise<Outcome> {
  const {gitlab} = means;
  const {projectId, accessLevel} = change;
  const before = await presentIn(gitlab, projectId);
  const left: Said[] = [];
  let isAsWanted = true;
  const isNew = (who: string, there: Present | undefined) => {
    if (there === undefined) return true;
    isAsWanted &&= there.accessLevel === accessLevel;
    const isMember = typeof there.key === 'number';
    left.push(said(isMember ? 'apply.memberNotChanged' : 'apply.invitedNotChanged', who, there.accessLevel));
    return false;
  };
  const people: Invitee[] = [
    ...change.mails.filter(mail => isNew(mail, withMail(before, mail))),
    ...change.users.filter(user => isNew(withUsername(user), keyed(before, user.id))),
  ];
  if (people.length === 0) {
    if (isAsWanted) return nothing;
    throw nobodyInvited(left);
  }
  await watch.onSending(removalUnseen(change, people));
  const {reached, unclear, unsent, refused, error: trouble} = await send(gitlab, projectId, accessLevel, people);
  const error = await reasonOf(means, change, trouble);
  left.push(...refused);
  if (error !== undefined && reached.length + unclear.length === 0) {
    if (refused.length === 0) throw error;
    throw nobodyTaken([...left, ...notInvited(unsent, error)]);
  }
  const sent = [...reached, ...unclear];
  let after: readonly Present[];
  try {
    after = await presentIn(gitlab, projectId);
    // Whom the user cannot see is no sight of somebody else's, who signed in meanwhile.
    if (after.length < before.length + reached.length) await assertSignedIn(means);
  } catch (notRead) {
    // Roles that it changed are seen only beside those from before.
    if (reached.length === 0) throw errorOfChange(error ?? notRead, 'unseen');
    left.push(said('apply.membersNotRead', problemOf(notRead).words));
    return {
      undo: removalUnseen(change, sent),
      goTo: undefined,
      left: [...left, ...lost(unclear), ...notInvited(unsent, error)],
    };
  }
  const asked = {mails: mailsIn(sent), userIds: usersIn(sent).map(({id}) => id), accessLevel};
  const {made, changed, unsure} = cameOf(before, after, asked, await means.pageUser());
  left.push(...unsure);
  // One request does all or nothing, but for those whom GitLab refuses.
  const isSeen = (person: Invitee) =>
    made.some(({key, mail}) =>
      typeof person === 'string' ? mail?.toLowerCase() === person.toLowerCase() : key === person.id,
    );
  const wentOut = unclear.some(isSeen);
  if (error !== undefined && made.length + changed.length === 0) throw error;
  left.push(
    ...(wentOut ? lost(unclear.filter(person => !isSeen(person))) : []),
    ...notInvited([...(wentOut ? [] : unclear), ...unsent], error),
  );
  // The mail of somebody who has an account makes a member at once, so only a look tells whose role it changed.
  const roles: RoleChange[] = [];
  for (const {key, name, accessLevel: to, expiresAt} of changed) {
    if (typeof key !== 'number') continue;
    const role: RoleChange = {userId: key, name, from: accessLevel, to, expiresAt};
    const trouble = await putBack(means, projectId, role);
    if (trouble !== undefined) roles.push(role);
    left.push(trouble === undefined ? givenBack(role) : notGivenBack(role, problemOf(trouble).words));
  }
  const undo = removalOf(change, made, roles);
  if (undo === undefined && left.length > unsure.length) {
    throw refused.length > 0 ? nobodyTaken(left) : nobodyInvited(left);
  }
  return {undo, goTo: undefined, left};
}

function lost(people: readonly Invitee[]): Said[] {
  return people.length === 0 ? [] : [said('apply.answerLost', people.map(labelOf))];
}

/** That a member's role, which an invitation changed, is as it was again. */
function givenBack({name, to: was, from: became, expiresAt}: RoleChange): Said {
  return expiresAt === undefined
    ? said('apply.roleGivenBack', name, was, became)
    : said('apply.roleGivenBackUntil', name, was, expiresAt, became);
}

/** That it is not, and why. */
function notGivenBack({name, to: was, from: became, expiresAt}: RoleChange, words: Said): Said {
  return expiresAt === undefined
    ? said('apply.roleNotGivenBack', name, was, became, words)
    : said('apply.roleNotGivenBackUntil', name, was, expiresAt, became, words);
}

/** That GitLab refused those whom the user named; where it named nobody itself, no other value would have been taken. */
function nobodyTaken(left: readonly Said[]): GitLabError {
  const isOfAll = left.some(({text}) => text === 'apply.inGitLabsWords');
  return new GitLabError('invalid', inTurn(...left), 0, isOfAll ? {} : {advice: correctValue});
}

/** That all were members or invited before: there is no value to correct. */
function nobodyInvited(left: readonly Said[]): GitLabError {
  return new GitLabError('invalid', inTurn(...left), 0, {advice: said('apply.nobodyInvited advice')});
}

/** Gives somebody the role back that an invitation changed. Resolves to why that did not work, or undefined. */
function putBack(means: Means, projectId: number, role: RoleChange): Promise<unknown> {
  return setRoles(means, {kind: 'roles', projectId, people: [role]}).then(
    () => undefined,
    error => error,
  );
}

/**
 * What came of an invitation whose answer was lost: of those to whom it was sent, who is there by now because of this user.
 *
 * @param undo what was kept before it was sent
 * @throws GitLabError where the people cannot be read
 */
export async function invitedNow(
  {gitlab, pageUser}: Means,
  change: Extract<Change, {kind: 'invite'}>,
  undo: Change | undefined,
): Promise<Outcome | 'not-made' | undefined> {
  if (undo?.kind !== 'remove') return undefined;
  const [own, now] = await Promise.all([pageUser(), presentIn(gitlab, change.projectId)]);
  const found = (wanted: number | string) => {
    const person = typeof wanted === 'number' ? keyed(now, wanted) : withMail(now, wanted);
    return person !== undefined && isBy(person, own) !== false ? person : undefined;
  };
  const sent = [...undo.mails, ...undo.userIds];
  const made = sent.flatMap(wanted => found(wanted) ?? []);
  if (made.length === 0) return 'not-made';
  const missing = sent.filter(wanted => found(wanted) === undefined);
  const names = missing.map(wanted => (typeof wanted === 'number' ? (undo.names?.[wanted] ?? String(wanted)) : wanted));
  return {undo: removalOf(change, made), goTo: undefined, left: lost(names)};
}
