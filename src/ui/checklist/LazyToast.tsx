import {useEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {toast} from '../scripts.ts';
import {toastOf} from './toast-state.ts';

/** What was done last, once something was and its script was loaded. */
export function LazyToast({checklist}: {checklist: Checklist}) {
  const {row} = toastOf(checklist);
  const isWanted = row.value !== undefined;
  const loaded = toast.loaded.value;
  useEffect(() => {
    if (!isWanted) return;
    // Without it, what was done is undone where it is done.
    void toast.load().then(() => {
      if (toast.loaded.value === 'failed') row.value = undefined;
    });
  }, [isWanted]);
  return isWanted && typeof loaded === 'object' ? <loaded.Toast checklist={checklist} /> : null;
}
