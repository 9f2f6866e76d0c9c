import {fewAtATime} from '../facts/pool.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {User} from '../gitlab/model.ts';
import type {Change} from './change.ts';
import {changedMeanwhile, type Hands, nothing, type Outcome, unwatched, type Watch} from './outcome.ts';
import {isBy, keyed, type Present, presentIn, withMail} from './present.ts';
import {levelOf, setRoles} from './roles.ts';

type Removal = Extract<Change, {kind: 'remove'}>;

const byHand = 'If that is not wanted, remove the account on the project’s page “Members”';

function isSame({madeAt}: Present, since: string | undefined): boolean {
  return since === undefined || madeAt === undefined || madeAt === since;
}

/** What became of an invitation that is not there any more. */
function accepted(
  now: readonly Present[],
  mail: string,
  since: string | undefined,
  own: User,
): {readonly people: readonly Present[]; readonly left: readonly string[]} {
  const members = now.filter(({key}) => typeof key === 'number');
  if (since === undefined) {
    const member = withMail(members, mail);
    const words = member
      ? `${member.label} is a member with the mail ${mail}, and stays one. ${byHand}.`
      : `The invitation of ${mail} is gone. Whether it was accepted cannot be told: look who is a member.`;
    return {people: [], left: [words]};
  }
  // An invitation that is accepted becomes a membership with the time that it had.
  const same = members.filter(({madeAt}) => madeAt === since);
  const others = same.filter(person => !isBy(person, own));
  return {
    people: same.filter(person => isBy(person, own)),
    left: others.map(({label}) => `${label} seems to have accepted the invitation and is still a member. ${byHand}.`),
  };
}

/**
 * Who is there now because of an invitation that is taken back: invited still, or a member, also one who accepted it since. A
 * membership or an invitation that was made anew is somebody else's.
 *
 * @param removed those whom GitLab has just removed
 */
function stillThere(
  now: readonly Present[],
  {mails, userIds, since = {}}: Removal,
  own: User,
  removed: ReadonlySet<Present['key']> = new Set(),
): {readonly people: readonly Present[]; readonly left: readonly string[]} {
  const people = new Set<Present>();
  const left = new Set<string>();
  for (const key of [...mails, ...userIds]) {
    const there = keyed(now, key);
    if (there !== undefined) {
      if (isSame(there, since[key])) people.add(there);
      else {
        const what = typeof key === 'number' ? 'made a member' : 'invited';
        left.add(`${there.label} was ${what} anew by somebody else. That is left as it is.`);
      }
    } else if (typeof key === 'string' && !removed.has(key)) {
      const found = accepted(now, key, since[key], own);
      for (const person of found.people) people.add(person);
      for (const words of found.left) left.add(words);
    }
  }
  return {people: [...people], left: [...left]};
}

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

/**
 * Takes invitations and memberships back, also of those who accepted since; one that is gone already is as good as taken back. Who
 * may be somebody else's is left and told, and so is who still has access. Where somebody was given another role in the
 * meantime, nobody is removed.
 */
export async function remove(hands: Hands, change: Removal, watch: Watch = unwatched): Promise<Outcome> {
  const {gitlab, pause} = hands;
  const {projectId, mails, userIds, accessLevel, roles = []} = change;
  const [own, now] = await Promise.all([hands.pageUser(), presentIn(gitlab, projectId)]);
  let found = stillThere(now, change, own);
  const known = [...mails, ...userIds].flatMap(key => keyed(now, key) ?? []);
  const hasOther = [...known, ...found.people].some(person => person.accessLevel !== accessLevel);
  if (hasOther || roles.some(person => levelOf(now, person) !== person.from)) {
    throw changedMeanwhile('The role of somebody');
  }
  await watch.onSending(undefined);
  const first = await takeAway(gitlab, projectId, found.people);
  const [error] = first.failed.values();
  if (first.failed.size > 0 && first.failed.size === found.people.length) throw error;
  const failed = new Map(first.failed);
  const removed = new Set(first.removed);
  // An invitation that was not found may have been accepted in that moment.
  const look = async () => {
    found = stillThere(await presentIn(gitlab, projectId), change, own, removed);
    return found.people.filter(({key}) => !failed.has(key));
  };
  const left: string[] = [];
  try {
    if ((await look()).length > 0) {
      await pause(lag);
      const again = (await look()).filter(person => person.accessLevel === accessLevel);
      const second = await takeAway(gitlab, projectId, again);
      for (const key of second.removed) removed.add(key);
      for (const [key, trouble] of second.failed) failed.set(key, trouble);
      if (again.length > 0) await pause(lag);
      const rest = await look();
      left.push(
        ...rest.map(({key, label}) => `${label} is still ${typeof key === 'number' ? 'a member' : 'invited'}.`),
      );
    }
  } catch (trouble) {
    left.push(`Whether all of it is gone could not be looked up. ${problemOf(trouble).words}`);
  }
  left.unshift(
    ...found.left,
    ...[...failed].map(([key, trouble]) => `${keyed(now, key)?.label ?? key}: ${problemOf(trouble).words}`),
  );
  if (roles.length === 0) return left.length > 0 ? {...nothing, left} : nothing;
  try {
    const {left: notBack = []} = await setRoles(hands, {kind: 'roles', projectId, people: roles});
    return {...nothing, left: [...left, ...notBack]};
  } catch (trouble) {
    if (known.length + found.people.length === 0) throw trouble;
    return {...nothing, left: [...left, ...roles.map(({name}) => `${name}: ${problemOf(trouble).words}`)]};
  }
}

/** Whether nobody whom a removal takes access from has it any more. Throws GitLabError where the people cannot be read. */
export async function isRemoved({gitlab, pageUser}: Hands, change: Removal): Promise<boolean> {
  const [own, now] = await Promise.all([pageUser(), presentIn(gitlab, change.projectId)]);
  const isBack = (change.roles ?? []).every(person => levelOf(now, person) === person.to);
  return isBack && stillThere(now, change, own).people.length === 0;
}
