import type {Change, RoleChange} from '../changes/change.ts';
import {notDone, nothing, type Outcome} from '../changes/outcome.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import {type Means, notSet, unwatched, type Watch} from './means.ts';
import {keyed, type Present, presentIn} from './present.ts';

/** The role that somebody has now, whose role is to be changed; undefined for one who is not there. */
function levelOf(people: readonly Present[], person: RoleChange): number | undefined {
  return keyed(people, 'userId' in person ? person.userId : person.mail)?.accessLevel;
}

/** Whether somebody has the role that a change is to end. */
export function isOpen(people: readonly Present[], person: RoleChange): boolean {
  return person.from !== person.to && levelOf(people, person) === person.from;
}

/** Why somebody's role is left as it is, as a sentence: somebody else changed it. Undefined where nobody did. */
export function changedRole(people: readonly Present[], person: RoleChange): Said | undefined {
  const there = keyed(people, 'userId' in person ? person.userId : person.mail);
  if (there === undefined) {
    return said('userId' in person ? 'apply.notMember' : 'apply.notInvitedAnyMore', person.name);
  }
  if ([person.from, person.to].includes(there.accessLevel)) return undefined;
  return said('apply.roleStays', there.label, there.accessLevel);
}

/**
 * Sets roles one after the other, so that what is done when one is refused is known and can be undone. Whose role is another one than
 * was shown, that stays, and it is told.
 *
 * @throws GitLabError `conflict` where that is so of all whose roles are to be set
 */
export async function setRoles(
  means: Means,
  change: Extract<Change, {kind: 'roles'}>,
  watch: Watch = unwatched,
): Promise<Outcome> {
  const {gitlab} = means;
  const {projectId, people} = change;
  const now = await presentIn(gitlab, projectId);
  const wanted = people.filter(person => levelOf(now, person) !== person.to || person.expiresAt);
  const stay = wanted.flatMap(person => changedRole(now, person) ?? []);
  const open = wanted.filter(person => changedRole(now, person) === undefined);
  if (stay.length > 0 && open.length === 0) throw new GitLabError('conflict', inTurn(...stay));
  const undoOf = (some: readonly RoleChange[]): Change => ({
    kind: 'roles',
    projectId,
    people: some.map(person => ({...person, from: person.to, to: person.from, expiresAt: undefined})),
  });
  const sent: RoleChange[] = [];
  const left = [...stay];
  if (open.length > 0) await watch.onSending(undoOf(open));
  for (const person of open) {
    const {to, expiresAt, name} = person;
    try {
      if ('userId' in person) await gitlab.setMemberRole(projectId, person.userId, to, expiresAt);
      else await gitlab.setInvitationRole(projectId, person.mail, to, expiresAt);
      sent.push(person);
    } catch (error) {
      if (sent.length === 0) throw error;
      left.push(said('apply.failedFor', name, problemOf(error).words));
    }
  }
  let unchanged: readonly RoleChange[] = [];
  const words = await notSet(means, async () => {
    const after = await presentIn(gitlab, projectId);
    unchanged = sent.filter(person => levelOf(after, person) === person.from && person.from !== person.to);
    const still = unchanged.map(({name, from}) => said('apply.roleStill', name, from));
    return still.length > 0 ? said('apply.rolesStill', still) : undefined;
  });
  if (words !== undefined) left.push(words);
  const done = words === undefined ? sent : sent.filter(person => !unchanged.includes(person));
  if (open.length > 0 && done.length === 0) throw new GitLabError('unavailable', inTurn(...left));
  return {undo: done.length > 0 ? undoOf(done) : undefined, goTo: undefined, left};
}

/**
 * What came of a change of roles whose answer was lost.
 *
 * @param sent what was kept before it was sent, and whether it takes something back: then nothing of it may be open
 * @throws GitLabError where the people cannot be read
 */
export async function rolesNow(
  gitlab: GitLab,
  {projectId, people}: Extract<Change, {kind: 'roles'}>,
  {undo, isUndo}: {readonly undo: Change | undefined; readonly isUndo: boolean},
): Promise<Outcome | 'not-made'> {
  const now = await presentIn(gitlab, projectId);
  const done = people.filter(person => levelOf(now, person) === person.to);
  if (done.length === 0 || (isUndo && people.some(person => isOpen(now, person)))) return 'not-made';
  if (isUndo) return {...nothing, left: people.flatMap(person => changedRole(now, person) ?? [])};
  const left = notDone(people.filter(person => !done.includes(person)).map(({name}) => name));
  if (undo?.kind !== 'roles') return {undo: undefined, goTo: undefined, left};
  const keys = new Set(done.map(person => ('userId' in person ? person.userId : person.mail)));
  const taken = undo.people.filter(person => keys.has('userId' in person ? person.userId : person.mail));
  return {undo: {...undo, people: taken}, goTo: undefined, left};
}
