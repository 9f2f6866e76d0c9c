import type {MoveAccess} from '../../apply/move-access.ts';
import {type Member, roleNames} from '../../gitlab/model/model.ts';

/** People that are listed at most. */
const mostPeople = 100;

/** People with their usernames, and with their roles where these are new to the project. */
function People({people, withRoles = false}: {people: readonly Member[]; withRoles?: boolean}) {
  return (
    <ul class="details">
      {people.slice(0, mostPeople).map(({id, name, username, accessLevel}) => (
        <li key={id}>
          {name} (@{username}){withRoles && `, ${roleNames[accessLevel] ?? accessLevel}`}
        </li>
      ))}
      {people.length > mostPeople && <li>And {people.length - mostPeople} more.</li>}
    </ul>
  );
}

function counted(people: readonly Member[], one: string, many: string): string {
  return people.length === 1 ? `One person ${one}` : `${people.length} people ${many}`;
}

/**
 * Who loses, keeps and gains access with a move, as items of a list.
 *
 * @param from full path of the group that the project leaves, and of the one that it moves to
 */
export function AccessAfter({access, from, to}: {access: MoveAccess; from: string; to: string}) {
  if (access.state === 'failed') return <li>Who loses and gains access could not be read. {access.problem.words}</li>;
  const {losing, keeping, gaining} = access;
  return (
    <>
      {keeping.length > 0 && (
        <li>
          <details>
            <summary>{counted(keeping, 'keeps', 'keep')} access</summary>
            <People people={keeping} />
          </details>
        </li>
      )}
      <li>
        {losing.length === 0 && 'Nobody loses access.'}
        {losing.length > 0 && `${counted(losing, 'loses', 'lose')} access, because it came from ${from}:`}
        {losing.length > 0 && <People people={losing} />}
      </li>
      <li>
        {gaining.length === 0 && 'Nobody gains access.'}
        {gaining.length > 0 && `${counted(gaining, 'gains', 'gain')} access, because it comes from ${to}:`}
        {gaining.length > 0 && <People people={gaining} withRoles />}
      </li>
    </>
  );
}
