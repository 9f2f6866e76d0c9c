import {useEffect} from 'preact/hooks';
import {notUnderstood} from '../../browser/found-items.ts';
import {withoutRoom} from '../../browser/raw-items.ts';
import {ownerless} from '../../kept/ownerless-here.ts';
import {isTight, room} from '../../kept/room.ts';
import {uiKeptTexts} from '../../texts/ui-kept.ts';
import {keptNotices} from '../scripts.ts';

/** What is to be said of what the browser keeps: mostly nothing, so that it is loaded when there is something. */
export function LazyKeptNotices() {
  const isWanted =
    ownerless.value?.isThere.value === true ||
    withoutRoom.value.size > 0 ||
    notUnderstood.value.size > 0 ||
    (room.value !== undefined && isTight(room.value));
  const loaded = keptNotices.loaded.value;
  useEffect(() => {
    if (isWanted) void keptNotices.load();
  }, [isWanted]);
  if (!isWanted || loaded === undefined) return null;
  if (loaded === 'failed') return <p class="problem">{uiKeptTexts.notLoaded}</p>;
  return <loaded.KeptNotices />;
}
