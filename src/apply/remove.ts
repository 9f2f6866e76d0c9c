import type {ChangeOf} from '../changes/kinds/kind.ts';
import {nothing, type Outcome} from '../changes/outcome.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {fewAtATime} from '../gitlab/pool.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import type {Settled} from './executor.ts';
import {type Means, unwatched, type Watch} from './means.ts';
import {keyed, type Present, presentIn} from './present.ts';
import {changedRole, isOpen, setRoles} from './roles.ts';
import {acceptedWords, type StillThere, stillThere} from './still-there.ts';

type Removal = ChangeOf<'remove'>;

/** Milliseconds until who is there is looked at once more: what is read may lag behind. */
const lag = 1_000;

/** How many are removed at a time. */
const few = 4;

/** Takes access away from each; one who is gone already is as good as removed. Tells who was removed, and who could not be. */
async function takeAway(
  gitlab: GitLab,
  projectId: number,
  people: readonly Present[],
): Promise<{readonly removed: ReadonlySet<Present['key']>; readonly failed: ReadonlyMap<Present['key'], unknown>}> {
  const removed = new Set<Present['key']>();
  const failed = new Map<Present['key'], unknown>();
  await fewAtATime(people, few, async ({key}) => {
    try {
      if (typeof key === 'string') await gitlab.takeInvitationBack(projectId, key);
      else await gitlab.removeMember(projectId, key);
      removed.add(key);
    } catch (error) {
      if (!(error instanceof GitLabError) || error.kind !== 'missing') failed.set(key, error);
    }
  });
  return {removed, failed};
}

/** Nothing of it can be taken back: what is there is somebody else’s work by now. */
function allChanged(words: readonly Said[]): GitLabError {
  return new GitLabError('conflict', inTurn(...words), 0, {advice: said('apply.allChanged advice')});
}

/**
 * Takes invitations and memberships back, also of those who accepted since, which is told; one that is gone already is as good as
 * taken back. Who may be somebody else's or has another role by now is left and told, and so is who still has access.
 *
 * @throws GitLabError `conflict` where all that is there is somebody else's by now
 */
export async function remove(means: Means, change: Removal, watch: Watch = unwatched): Promise<Outcome> {
  const {gitlab, pause} = means;
  const {projectId, roles = []} = change;
  const [own, now] = await Promise.all([means.pageUser(), presentIn(gitlab, projectId)]);
  let found = stillThere(now, change, own);
  const otherRoles = roles.flatMap(person => changedRole(now, person) ?? []);
  const openRoles = roles.filter(person => changedRole(now, person) === undefined);
  const stay = [...found.changed, ...otherRoles];
  if (stay.length > 0 && found.people.length + openRoles.length === 0) throw allChanged(stay);
  await watch.onSending(undefined);
  const first = await takeAway(gitlab, projectId, found.people);
  const [error] = first.failed.values();
  if (first.failed.size > 0 && first.failed.size === found.people.length) throw error;
  const failed = new Map(first.failed);
  const removed = new Set(first.removed);
  const accepted = new Map<Present['key'], Said>();
  const noteAccepted = ({people, accepted: mailsOf}: StillThere) => {
    for (const {key, label} of people) {
      const mails = mailsOf.get(key);
      if (mails !== undefined) accepted.set(key, acceptedWords(label, mails, true));
    }
  };
  noteAccepted(found);
  // An invitation that was not found may have been accepted in that moment.
  const look = async () => {
    found = stillThere(await presentIn(gitlab, projectId), change, own, removed);
    noteAccepted(found);
    return found.people.filter(({key}) => !failed.has(key));
  };
  const left: Said[] = [];
  try {
    if ((await look()).length > 0) {
      await pause(lag);
      const again = await look();
      const second = await takeAway(gitlab, projectId, again);
      for (const key of second.removed) removed.add(key);
      for (const [key, trouble] of second.failed) failed.set(key, trouble);
      if (again.length > 0) await pause(lag);
      const rest = await look();
      left.push(
        ...rest.map(({key, label}) =>
          said(typeof key === 'number' ? 'apply.stillMember' : 'apply.stillInvited', label),
        ),
      );
    }
  } catch (trouble) {
    left.push(said('apply.removalNotSeen', problemOf(trouble).words));
  }
  left.unshift(
    ...[...accepted].flatMap(([key, words]) => (removed.has(key) ? [words] : [])),
    ...found.changed,
    ...found.left,
    ...[...failed].map(([key, trouble]) =>
      said('apply.failedFor', keyed(now, key)?.label ?? String(key), problemOf(trouble).words),
    ),
  );
  left.push(...otherRoles);
  if (openRoles.length === 0) return left.length > 0 ? {...nothing, left} : nothing;
  try {
    const {left: notBack = []} = await setRoles(means, {kind: 'roles', projectId, people: openRoles});
    return {...nothing, left: [...left, ...notBack]};
  } catch (trouble) {
    if (removed.size + failed.size === 0) throw trouble;
    const {words} = problemOf(trouble);
    return {...nothing, left: [...left, ...openRoles.map(({name}) => said('apply.failedFor', name, words))]};
  }
}

/**
 * Looks whether all is taken back that a removal can take back. What is left to others by then is told.
 *
 * @throws GitLabError where the people cannot be read
 */
export async function removedNow({gitlab, pageUser}: Means, change: Removal): Promise<Settled> {
  const [own, now] = await Promise.all([pageUser(), presentIn(gitlab, change.projectId)]);
  const {people, changed, left} = stillThere(now, change, own);
  const {roles = []} = change;
  if (people.length > 0 || roles.some(person => isOpen(now, person))) return 'not-made';
  return {...nothing, left: [...changed, ...left, ...roles.flatMap(person => changedRole(now, person) ?? [])]};
}
