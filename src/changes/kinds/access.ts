import {roleName, withUsername} from '../../gitlab/model/words.ts';
import type {RoleChange} from '../change.ts';
import {always, count, type KindsOf, maintainer, never, owner} from './kind.ts';

function roleWords({name, from, to}: RoleChange): string {
  return `${name}: ${roleName(from)} → ${roleName(to)}`;
}

const people = (number: number) => count(number, 'person', 'people');

/** Changes of who has access. */
export const access: KindsOf<'share' | 'unshare' | 'invite' | 'roles' | 'remove'> = {
  share: {
    words: ({groupName, accessLevel}) => ({
      what: `Share the project with ${groupName}: its members get access, as ${roleName(accessLevel)} at most`,
    }),
    role: owner,
    isDelicate: always,
    isDestructive: never,
    touches: ['project', 'inheritedTeamRole'],
  },
  unshare: {
    words: () => ({what: 'Take the group’s access to the project away'}),
    role: owner,
    isDelicate: always,
    isDestructive: always,
    touches: ['project', 'inheritedTeamRole'],
  },
  invite: {
    words({mails, users, accessLevel}) {
      const each = [...mails, ...users.map(withUsername)];
      return {what: `Invite ${people(each.length)} as ${roleName(accessLevel)}`, each};
    },
    role: maintainer,
    isDelicate: always,
    isDestructive: never,
    touches: ['members', 'invitations', 'colleagues'],
  },
  roles: {
    words: change => ({
      what: `Change the role of ${people(change.people.length)}`,
      each: change.people.map(roleWords),
    }),
    role: maintainer,
    isDelicate: always,
    isDestructive: never,
    touches: ['members', 'invitations'],
  },
  remove: {
    words({mails, userIds, names = {}, roles = []}) {
      const gone = mails.length + userIds.length;
      return {
        what: [
          ...(gone > 0 || roles.length === 0 ? [`Take access from ${people(gone)}`] : []),
          ...(roles.length > 0 ? [`Give ${people(roles.length)} the earlier role again`] : []),
        ].join('. '),
        each: [...mails, ...userIds.flatMap(id => names[id] ?? []), ...roles.map(roleWords)],
      };
    },
    role: maintainer,
    isDelicate: always,
    isDestructive: always,
    touches: ['members', 'invitations', 'colleagues'],
  },
};
