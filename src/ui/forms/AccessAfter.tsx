import type {Gaining, MoveAccess} from '../../apply/move-access.ts';
import type {Member} from '../../gitlab/model/model.ts';
import {withUsername} from '../../gitlab/model/words.ts';
import {roleName} from '../../texts/gitlab.ts';
import {say} from '../../texts/say.ts';
import {uiFormsTexts} from '../../texts/ui-forms.ts';
import {uiFormsMoveTexts} from '../../texts/ui-forms-move.ts';
import {Fold} from '../atoms/Fold.tsx';

const texts = uiFormsMoveTexts.access;

/** People that are listed at most. */
const mostPeople = 100;

/** Somebody who gains access, with the role that comes of it and the one they have now. */
function gainOf(person: Gaining): string {
  const {accessLevel, levelNow} = person;
  const who = withUsername(person);
  if (levelNow === undefined) return texts.withRole(who, roleName(accessLevel));
  return texts.withHigherRole(who, roleName(accessLevel), roleName(levelNow));
}

/** People as they are called: by their usernames, where nothing else is said. */
function People<Of extends Member>({
  people,
  wordsOf = withUsername,
}: {
  people: readonly Of[];
  wordsOf?: (person: Of) => string;
}) {
  return (
    <ul class="details">
      {people.slice(0, mostPeople).map(person => (
        <li key={person.id}>{wordsOf(person)}</li>
      ))}
      {people.length > mostPeople && <li>{uiFormsTexts.andMore(people.length - mostPeople)}</li>}
    </ul>
  );
}

/**
 * Who loses, keeps and gains access with a move, as items of a list.
 *
 * @param from full path of the group that the project leaves, and of the one that it moves to
 */
export function AccessAfter({access, from, to}: {access: MoveAccess; from: string; to: string}) {
  if (access.state === 'failed') return <li>{texts.notRead(say(access.problem.words))}</li>;
  const {losing, keeping, gaining} = access;
  return (
    <>
      {keeping.length > 0 && (
        <li>
          <Fold words={texts.keeping(keeping.length)}>
            <People people={keeping} />
          </Fold>
        </li>
      )}
      <li>
        {losing.length === 0 && texts.nobodyLoses}
        {losing.length > 0 && texts.losing(losing.length, from)}
        {losing.length > 0 && <People people={losing} />}
      </li>
      <li>
        {gaining.length === 0 && texts.nobodyGains}
        {gaining.length > 0 && texts.gaining(gaining.length, to)}
        {gaining.length > 0 && <People people={gaining} wordsOf={gainOf} />}
      </li>
    </>
  );
}
