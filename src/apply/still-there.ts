import type {ChangeOf} from '../changes/kinds/kind.ts';
import {eachOnce} from '../changes/outcome.ts';
import type {User} from '../gitlab/model/model.ts';
import {type Said, said} from '../texts/said.ts';
import {isBy, keyed, type Present, withMail} from './present.ts';

type Removal = ChangeOf<'remove'>;
type Key = Present['key'];

/** Who is there because of an invitation that is taken back. */
export interface StillThere {
  /** Those who are as it made them. */
  readonly people: readonly Present[];
  /** Of members who accepted an invitation since, the mails that it can have gone to, by user id. */
  readonly accepted: ReadonlyMap<Key, readonly string[]>;
  /** Who stays because somebody else gave another role or made it anew, one sentence each. */
  readonly changed: readonly Said[];
  /** Who else is left, and why, one sentence each. */
  readonly left: readonly Said[];
}

function isSame({madeAt}: Present, since: string | undefined): boolean {
  return since === undefined || madeAt === undefined || madeAt === since;
}

/** What became of an invitation that is not there any more. */
function acceptedNow(
  now: readonly Present[],
  mail: string,
  since: string | undefined,
  own: User,
): {readonly people: readonly Present[]; readonly left: readonly Said[]} {
  const members = now.filter(({key}) => typeof key === 'number');
  if (since === undefined) {
    const member = withMail(members, mail);
    const words = member ? said('apply.memberWithMail', member.label, mail) : said('apply.invitationGone', mail);
    return {people: [], left: [words]};
  }
  // An invitation that is accepted becomes a membership with the time that it had.
  const same = members.filter(({madeAt}) => madeAt === since);
  const others = same.filter(person => !isBy(person, own));
  return {
    people: same.filter(person => isBy(person, own)),
    left: others.map(({label}) => said('apply.seemsAccepted', label)),
  };
}

function staysWords({label}: Present, [mail, ...others]: readonly string[]): Said {
  return mail === undefined || others.length > 0
    ? said('apply.personStays', label)
    : said('apply.acceptedAndStays', mail, label);
}

/**
 * Who is there now because of an invitation that is taken back: invited still, or a member, also one who accepted it since. A
 * membership or an invitation that was made anew is somebody else's, and so is one that has another role by now.
 *
 * @param own the user, who takes it back
 * @param removed those whom GitLab has just removed
 */
export function stillThere(
  now: readonly Present[],
  {mails, userIds, accessLevel, since = {}}: Removal,
  own: User,
  removed: ReadonlySet<Key> = new Set(),
): StillThere {
  const people = new Set<Present>();
  const accepted = new Map<Key, readonly string[]>();
  const anew: Said[] = [];
  // Who was invited by account has accepted nothing.
  const others = now.filter(({key}) => typeof key === 'string' || !userIds.includes(key));
  const left: Said[] = [];
  for (const key of [...mails, ...userIds]) {
    const there = keyed(now, key);
    if (there !== undefined) {
      if (isSame(there, since[key])) people.add(there);
      else anew.push(said(typeof key === 'number' ? 'apply.memberAnew' : 'apply.invitedAnew', there.label));
    } else if (typeof key === 'string' && !removed.has(key)) {
      const found = acceptedNow(others, key, since[key], own);
      for (const person of found.people) {
        people.add(person);
        accepted.set(person.key, [...(accepted.get(person.key) ?? []), key]);
      }
      left.push(...found.left);
    }
  }
  const all = [...people];
  return {
    people: all.filter(person => person.accessLevel === accessLevel),
    accepted,
    changed: [
      ...anew,
      ...all
        .filter(person => person.accessLevel !== accessLevel)
        .map(person => staysWords(person, accepted.get(person.key) ?? [])),
    ],
    left: eachOnce(left),
  };
}

/**
 * Says of somebody who accepted an invitation what its undo does.
 *
 * @param mails those that it can have gone to: of several it cannot be told
 * @param isDone whether access is taken away already
 */
export function acceptedWords(label: string, [mail = '', ...others]: readonly string[], isDone: boolean): Said {
  if (others.length > 0) return said(isDone ? 'apply.lostAccessOfSome' : 'apply.losesAccessOfSome', label);
  return said(isDone ? 'apply.lostAccess' : 'apply.losesAccess', mail, label);
}

/** What the undo of an invitation does beyond what it names. */
interface BeforeRemoval {
  /** Who accepted and loses access, and who stays, one sentence each. */
  readonly notes: readonly Said[];
  /** Whether there is nobody left whose access it takes, and nobody who gets an earlier role. */
  readonly isIdle: boolean;
}

/** @param now who was there when it was read last */
export function beforeRemoval(now: readonly Present[], change: Removal, own: User): BeforeRemoval {
  const {people, accepted, changed, left} = stillThere(now, change, own);
  const losing = people.flatMap(({key, label}) => {
    const mails = accepted.get(key);
    return mails === undefined ? [] : [acceptedWords(label, mails, false)];
  });
  return {
    notes: [...losing, ...changed, ...left],
    isIdle: people.length === 0 && (change.roles ?? []).length === 0,
  };
}
