import {useEffect} from 'preact/hooks';
import {Words} from '../forms/ChangeSummary.tsx';
import {madeWords} from '../scripts.ts';
import type {RowInUse, RowProps} from './use-row.ts';

/** What a row's last change did: the words for that are loaded once there is one. */
export function LastMade({row, use}: Pick<RowProps, 'row'> & {readonly use: RowInUse}) {
  const {undo, done, busy, check} = row;
  const shown = undo !== undefined && !busy && !use.isUndoing ? done : undefined;
  const isWanted = shown !== undefined;
  const loaded = madeWords.loaded.value;
  useEffect(() => {
    if (isWanted) void madeWords.load();
  }, [isWanted]);
  if (shown === undefined || typeof loaded !== 'object') return null;
  return (
    <div class="made">
      <Words words={shown} what={loaded.whatWasMade(shown.what, check.failureTitle)} />
    </div>
  );
}
