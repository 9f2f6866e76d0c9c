import {useSignal} from '@preact/signals';
import {notUnderstood} from '../../browser/items.ts';
import {type Ownerless, ownerless} from '../../kept/ownerless.ts';
import {room, roomWords} from '../../kept/room.ts';
import {ProblemAlert} from '../atoms/Alert.tsx';
import {Notice} from '../atoms/Notice.tsx';

function OwnerlessNotice({of}: {of: Ownerless}) {
  const busy = useSignal(false);
  const problem = of.problem.value;
  const answer = async (give: () => Promise<void>) => {
    if (busy.value) return;
    busy.value = true;
    await give();
    busy.value = false;
  };
  return (
    <Notice tone="info">
      <p>
        Kept before users were told apart: these ticks, notes, values and journal entries may be yours. Until you say
        so, they can be neither changed nor undone.
      </p>
      <div class="actions">
        <button type="button" aria-disabled={busy.value} onClick={() => void answer(of.accept)}>
          They are mine
        </button>
        <button type="button" aria-disabled={busy.value} onClick={() => void answer(of.decline)}>
          Not mine
        </button>
      </div>
      <ProblemAlert problem={problem} />
    </Notice>
  );
}

/** What is to be said of what the browser keeps. */
export function KeptNotices() {
  const of = ownerless.value;
  const odd = [...notUnderstood.value.values()].reduce((sum, count) => sum + count, 0);
  return (
    <>
      {of?.isThere.value && <OwnerlessNotice of={of} />}
      {room.value &&
        roomWords(room.value).map(words => (
          <Notice key={words} tone="warning">
            <p>{words} “Kept in this browser”, at the end of the panel, shows what takes the room.</p>
          </Notice>
        ))}
      {odd > 0 && (
        <Notice tone="info">
          <p>
            {odd === 1 ? 'One entry that is' : `${odd} entries that are`} kept here {odd === 1 ? 'was' : 'were'} written
            by another version of CSM Checklist.{' '}
            {odd === 1 ? 'It is not shown and stays as it is.' : 'They are not shown and stay as they are.'}
          </p>
        </Notice>
      )}
    </>
  );
}
