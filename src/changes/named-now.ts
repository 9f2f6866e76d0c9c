import type {User} from '../gitlab/model/model.ts';
import {withUsername} from '../gitlab/model/words.ts';
import type {Change} from './change.ts';

/**
 * A change with the names that its people have in GitLab now: those that were kept with it may be others', for what is kept can come from
 * a file. Who is not there any more keeps the name.
 *
 * @param members the project's direct members
 */
export function namedNow<Of extends Change>(change: Of, members: readonly User[]): Of {
  const names = new Map(members.map(member => [member.id, withUsername(member)]));
  const named = <Person extends {readonly name: string; readonly userId?: number}>(person: Person): Person => ({
    ...person,
    name: (person.userId !== undefined && names.get(person.userId)) || person.name,
  });
  if (change.kind === 'roles') return {...change, people: change.people.map(named)};
  if (change.kind !== 'remove') return change;
  return {
    ...change,
    names: {
      ...change.names,
      ...Object.fromEntries(change.userIds.flatMap(id => (names.has(id) ? [[id, names.get(id)]] : []))),
    },
    ...(change.roles && {roles: change.roles.map(named)}),
  };
}
