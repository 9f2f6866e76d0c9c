import {useSignal} from '@preact/signals';
import {notUnderstood} from '../../browser/items.ts';
import {type Ownerless, ownerless} from '../../kept/ownerless.ts';
import {room, roomWords} from '../../kept/room.ts';
import {uiKeptTexts} from '../../texts/ui-kept.ts';
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
      <p>{uiKeptTexts.ownerless}</p>
      <div class="actions">
        <button type="button" aria-disabled={busy.value} onClick={() => void answer(of.accept)}>
          {uiKeptTexts.mine}
        </button>
        <button type="button" aria-disabled={busy.value} onClick={() => void answer(of.decline)}>
          {uiKeptTexts.notMine}
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
            <p>{uiKeptTexts.littleRoom(words)}</p>
          </Notice>
        ))}
      {odd > 0 && (
        <Notice tone="info">
          <p>{uiKeptTexts.ofAnotherVersion(odd)}</p>
        </Notice>
      )}
    </>
  );
}
