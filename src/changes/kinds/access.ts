import {withUsername} from '../../gitlab/model/words.ts';
import {type Said, said} from '../../texts/said.ts';
import type {RoleChange} from '../change.ts';
import {always, type ChangeOf, type KindsOf, maintainer, never, owner} from './kind.ts';

function roleWords({name, from, to}: RoleChange): Said {
  return said('changes.roleChange', name, from, to);
}

function removalWords({mails, userIds, roles = []}: ChangeOf<'remove'>): Said {
  const gone = mails.length + userIds.length;
  if (roles.length === 0) return said('changes.takeAccess', gone);
  return gone === 0
    ? said('changes.giveRolesBack', roles.length)
    : said('changes.takeAccessAndGiveRolesBack', gone, roles.length);
}

/** Changes of who has access. */
export const access: KindsOf<'share' | 'unshare' | 'invite' | 'roles' | 'remove'> = {
  share: {
    words: ({groupName, accessLevel}) => ({
      what: said('changes.share', groupName, accessLevel),
    }),
    role: owner,
    isDelicate: always,
    isDestructive: never,
    takesBack: false,
    touches: ['project', 'inheritedTeamRole'],
  },
  unshare: {
    words: () => ({what: said('changes.unshare')}),
    role: owner,
    isDelicate: always,
    isDestructive: always,
    takesBack: true,
    touches: ['project', 'inheritedTeamRole'],
  },
  invite: {
    words({mails, users, accessLevel}) {
      const each = [...mails, ...users.map(withUsername)];
      return {what: said('changes.invite', each.length, accessLevel), each};
    },
    role: maintainer,
    isDelicate: always,
    isDestructive: never,
    takesBack: false,
    touches: ['members', 'invitations', 'colleagues'],
  },
  roles: {
    words: change => ({
      what: said('changes.changeRoles', change.people.length),
      each: change.people.map(roleWords),
    }),
    role: maintainer,
    isDelicate: always,
    isDestructive: never,
    takesBack: true,
    touches: ['members', 'invitations'],
  },
  remove: {
    words(change) {
      const {mails, userIds, names = {}, roles = []} = change;
      return {
        what: removalWords(change),
        each: [...mails, ...userIds.flatMap(id => names[id] ?? []), ...roles.map(roleWords)],
      };
    },
    role: maintainer,
    isDelicate: always,
    isDestructive: always,
    takesBack: true,
    touches: ['members', 'invitations', 'colleagues'],
  },
};
