import {useEffect} from 'preact/hooks';
import {Words} from '../forms/ChangeSummary.tsx';
import {madeWords} from '../scripts.ts';
import type {RowInUse, RowProps} from './use-row.ts';

/** What an item's own evidence says of whoever said it. */
const toldByEvidence = /\.(tick|waive)$/;

/** What a row's last change did, where nothing else says so: the words for that are loaded once there is one. */
export function LastMade({row, use}: Pick<RowProps, 'row'> & {readonly use: RowInUse}) {
  const {undo, done, busy, check} = row;
  const isTold = use.isUndoing || use.form?.form === 'invite';
  const shown = undo && !busy && !isTold ? done : undefined;
  const isWanted = shown !== undefined && !toldByEvidence.test(shown.what.text);
  const loaded = madeWords.loaded.value;
  useEffect(() => {
    if (isWanted) void madeWords.load();
  }, [isWanted]);
  if (!isWanted || typeof loaded !== 'object') return null;
  return (
    <div class="made">
      <Words words={shown} what={loaded.whatWasMade(shown.what, check.failureTitle)} />
    </div>
  );
}
