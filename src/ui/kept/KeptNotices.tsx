import {useSignal} from '@preact/signals';
import {notUnderstood} from '../../browser/found-items.ts';
import {withoutRoom} from '../../browser/raw-items.ts';
import type {Ownerless} from '../../kept/ownerless.ts';
import {ownerless} from '../../kept/ownerless-here.ts';
import {room} from '../../kept/room.ts';
import {hasKind, isOthers, localWords, syncedWords} from '../../kept/room-words.ts';
import {uiKeptNoticesTexts as texts} from '../../texts/ui-kept-notices.ts';
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
      <p>{texts.ownerless}</p>
      <div class="actions">
        <button type="button" aria-disabled={busy.value} onClick={() => void answer(of.accept)}>
          {texts.mine}
        </button>
        <button type="button" aria-disabled={busy.value} onClick={() => void answer(of.decline)}>
          {texts.notMine}
        </button>
      </div>
      <ProblemAlert problem={problem} />
    </Notice>
  );
}

/** What a full storage did not keep, as sentences. */
function lossesOf(keys: ReadonlySet<string>): readonly string[] {
  const {journal, typed, decided} = texts.notKept;
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
  const others = now && isOthers(now) ? texts.othersTakeIt() : undefined;
  let words: readonly string[];
  if (keys.size > 0) {
    const state = now === undefined || little ? texts.full : texts.wasFull;
    words = [state, ...lossesOf(keys), others ?? texts.makeRoom()];
  } else if (little === undefined) return null;
  else words = others ? [little, others] : [texts.littleRoom(little)];
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
          <p>{texts.littleRoom(synced)}</p>
        </Notice>
      )}
      <RoomNotice />
      {odd > 0 && (
        <Notice tone="info">
          <p>{texts.ofAnotherVersion(odd)}</p>
        </Notice>
      )}
    </>
  );
}
