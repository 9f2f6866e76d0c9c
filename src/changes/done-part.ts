import type {User} from '../gitlab/model/model.ts';
import type {Change} from './change.ts';

/** Somebody by how they are named: `Jane Doe (@jane)`. */
function userOf(id: number, label = ''): User | undefined {
  const [, name, username] = /^(.*) \(@([^()]+)\)$/.exec(label) ?? [];
  return name === undefined || username === undefined ? undefined : {id, name, username};
}

/**
 * The part of a change that was done, as far as what takes it back tells: that has only what was done.
 *
 * @param undo undefined where nothing takes it back; then all of the change stays
 */
export function donePart(change: Change, undo: Change | undefined): Change {
  if (change.kind === 'roles' && undo?.kind === 'roles') {
    const keys = new Set(undo.people.map(person => ('userId' in person ? person.userId : person.mail)));
    return {...change, people: change.people.filter(one => keys.has('userId' in one ? one.userId : one.mail))};
  }
  if (change.kind === 'invite' && undo?.kind === 'remove') {
    const mails = new Set(undo.mails.map(mail => mail.toLowerCase()));
    const ids = new Set(undo.userIds);
    // The address of somebody who has an account makes a member at once.
    const atOnce = undo.userIds.filter(id => !change.users.some(user => user.id === id));
    return {
      ...change,
      mails: change.mails.filter(mail => mails.has(mail.toLowerCase())),
      users: [
        ...change.users.filter(({id}) => ids.has(id)),
        ...atOnce.flatMap(id => userOf(id, undo.names?.[id]) ?? []),
      ],
    };
  }
  return change;
}
