import {useSignal} from '@preact/signals';
import {notUnderstood} from '../../browser/items.ts';
import {withoutRoom} from '../../browser/raw-items.ts';
import {type Ownerless, ownerless} from '../../kept/ownerless.ts';
import {hasKind, isOthers, localWords, room, syncedWords} from '../../kept/room.ts';
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

/** What a full storage did not keep, as sentences. */
function lossesOf(keys: ReadonlySet<string>): readonly string[] {
  const {journal, typed, decided} = uiKeptTexts.notKept;
  return [
    ...(hasKind(keys, 'journal') ? [journal] : []),
    ...(hasKind(keys, 'draft', 'texts') ? [typed] : []),
    ...(hasKind(keys, 'customer', 'people', 'brackets') ? [decided] : []),
  ];
}

/** That the storage on this computer is full, or nearly so, what that means, and the one way out. */
export function RoomNotice() {
  const now = room.value;
  const keys = withoutRoom.value;
  const little = now && localWords(now);
  const others = now && isOthers(now) ? uiKeptTexts.othersTakeIt() : undefined;
  let words: readonly string[];
  if (keys.size > 0) {
    const state = now === undefined || little ? uiKeptTexts.full : uiKeptTexts.wasFull;
    words = [state, ...lossesOf(keys), others ?? uiKeptTexts.makeRoom()];
  } else if (little === undefined) return null;
  else words = others ? [little, others] : [uiKeptTexts.littleRoom(little)];
  return (
    <Notice tone="warning">
      <p>{words.join(' ')}</p>
    </Notice>
  );
}

/** What is to be said of what the browser keeps. */
export function KeptNotices() {
  const of = ownerless.value;
  const synced = room.value && syncedWords(room.value);
  const odd = [...notUnderstood.value.values()].reduce((sum, count) => sum + count, 0);
  return (
    <>
      {of?.isThere.value && <OwnerlessNotice of={of} />}
      {synced !== undefined && (
        <Notice tone="warning">
          <p>{uiKeptTexts.littleRoom(synced)}</p>
        </Notice>
      )}
      <RoomNotice />
      {odd > 0 && (
        <Notice tone="info">
          <p>{uiKeptTexts.ofAnotherVersion(odd)}</p>
        </Notice>
      )}
    </>
  );
}
