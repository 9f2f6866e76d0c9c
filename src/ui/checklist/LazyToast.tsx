import {useEffect, useLayoutEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {toast} from '../scripts.ts';
import {toastOf} from './toast-state.ts';

interface LazyToastProps {
  readonly checklist: Checklist;
  /** Whether nothing is offered: what is under way is undone as a whole. */
  readonly isSilent?: boolean;
}

/** What was done last, once something was and its script was loaded. */
export function LazyToast({checklist, isSilent = false}: LazyToastProps) {
  const {row, note} = toastOf(checklist);
  const isWanted = note.value !== undefined || (row.value !== undefined && !isSilent);
  const loaded = toast.loaded.value;
  useLayoutEffect(() => {
    if (isSilent) row.value = undefined;
  }, [isSilent, row.value]);
  useEffect(() => {
    if (!isWanted) return;
    // Without it, what was done is undone where it is done.
    void toast.load().then(() => {
      if (toast.loaded.value === 'failed') row.value = undefined;
    });
  }, [isWanted]);
  return isWanted && typeof loaded === 'object' ? <loaded.Toast checklist={checklist} /> : null;
}
