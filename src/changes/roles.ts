import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {roleName} from '../gitlab/words.ts';
import type {Change, RoleChange} from './change.ts';
import {changedMeanwhile, type Hands, notDone, notSet, type Outcome, unwatched, type Watch} from './outcome.ts';
import {keyed, type Present, presentIn} from './present.ts';

/** The role that somebody has now, whose role is to be changed; undefined for one who is not there. */
export function levelOf(people: readonly Present[], person: RoleChange): number | undefined {
  return keyed(people, 'userId' in person ? person.userId : person.mail)?.accessLevel;
}

/** Sets roles one after the other, so that what is done when one is refused is known and can be undone. */
export async function setRoles(
  hands: Hands,
  change: Extract<Change, {kind: 'roles'}>,
  watch: Watch = unwatched,
): Promise<Outcome> {
  const {gitlab} = hands;
  const {projectId, people} = change;
  const now = await presentIn(gitlab, projectId);
  const open = people.filter(person => levelOf(now, person) !== person.to || person.expiresAt);
  if (open.some(person => ![person.from, person.to].includes(levelOf(now, person) ?? 0))) {
    throw changedMeanwhile('The role of somebody');
  }
  const undoOf = (some: readonly RoleChange[]): Change => ({
    kind: 'roles',
    projectId,
    people: some.map(person => ({...person, from: person.to, to: person.from, expiresAt: undefined})),
  });
  const sent: RoleChange[] = [];
  const left: string[] = [];
  if (open.length > 0) await watch.onSending(undoOf(open));
  for (const person of open) {
    const {to, expiresAt, name} = person;
    try {
      if ('userId' in person) await gitlab.setMemberRole(projectId, person.userId, to, expiresAt);
      else await gitlab.setInvitationRole(projectId, person.mail, to, expiresAt);
      sent.push(person);
    } catch (error) {
      if (sent.length === 0) throw error;
      left.push(`${name}: ${problemOf(error).words}`);
    }
  }
  let unchanged: readonly RoleChange[] = [];
  const words = await notSet(hands, async () => {
    const after = await presentIn(gitlab, projectId);
    unchanged = sent.filter(person => levelOf(after, person) === person.from && person.from !== person.to);
    const still = unchanged.map(({name, from}) => `the role of ${name} is still ${roleName(from)}`);
    return still.length > 0 ? still.join(', and ') : undefined;
  });
  if (words !== undefined) left.push(words);
  const done = words === undefined ? sent : sent.filter(person => !unchanged.includes(person));
  if (open.length > 0 && done.length === 0) throw new GitLabError('unavailable', left.join(' '));
  return {undo: done.length > 0 ? undoOf(done) : undefined, goTo: undefined, left};
}

/**
 * What came of a change of roles whose answer was lost.
 *
 * @param sent what was kept before it was sent, and whether it takes something back: then all of it must be done
 * @throws GitLabError where the people cannot be read
 */
export async function rolesNow(
  gitlab: GitLab,
  {projectId, people}: Extract<Change, {kind: 'roles'}>,
  {undo, isUndo}: {readonly undo: Change | undefined; readonly isUndo: boolean},
): Promise<Outcome | 'not-made'> {
  const now = await presentIn(gitlab, projectId);
  const done = people.filter(person => levelOf(now, person) === person.to);
  if (done.length < (isUndo ? people.length : 1)) return 'not-made';
  const left = notDone(people.filter(person => !done.includes(person)).map(({name}) => name));
  if (undo?.kind !== 'roles') return {undo: undefined, goTo: undefined, left};
  const keys = new Set(done.map(person => ('userId' in person ? person.userId : person.mail)));
  const taken = undo.people.filter(person => keys.has('userId' in person ? person.userId : person.mail));
  return {undo: {...undo, people: taken}, goTo: undefined, left};
}
