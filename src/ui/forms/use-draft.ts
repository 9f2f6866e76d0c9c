import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {typedOf} from '../../checklist/filling.ts';
import type {EditedFile, Field} from '../../customer/filling/files.ts';

/** Milliseconds of quiet after typing before the draft is kept. */
const quiet = 400;

/**
 * Reads what was typed for a customer's placeholders, keeps it as long as the form stands open, and brings it to where its places are.
 *
 * @param isBusy whether a commit is under way
 */
export function useDraft(
  checklist: Checklist,
  edited: readonly EditedFile[],
  fields: readonly Field[],
  isBusy: boolean,
) {
  const kept = typedOf(checklist);
  /** Values whose place is gone, because somebody changed the file. */
  const lost = useSignal<readonly string[]>([]);
  const {values: typed, left} = kept.draft.value;
  /** Whether it is known what was typed before, or that this cannot be known. */
  const isRead = useSignal(false);
  useEffect(() => {
    void kept.load().then(() => {
      isRead.value = true;
    });
  }, []);
  useEffect(() => {
    // While a commit is under way its own values are about to leave the draft.
    if (isBusy) return;
    const gone = kept.place(edited, fields);
    if (gone.length > 0) lost.value = [...lost.value, ...gone];
  }, [fields, typed, isBusy]);
  useEffect(() => {
    const timer = setTimeout(() => void kept.keep(), quiet);
    return () => {
      clearTimeout(timer);
      void kept.keep();
    };
  }, [typed, left]);
  useEffect(() => {
    addEventListener('pagehide', kept.keepLeaving);
    return () => removeEventListener('pagehide', kept.keepLeaving);
  }, []);

  /** Enters values by their keys; undefined takes one away. */
  const set = (entries: Iterable<readonly [string, string | undefined]>) => {
    const next = new Map(kept.draft.value.values);
    for (const [key, value] of entries) {
      if (value === undefined) next.delete(key);
      else next.set(key, value);
    }
    kept.draft.value = {...kept.draft.value, values: next};
  };
  /** Says whether a placeholder is to stay as it is. */
  const leave = (key: string, isLeft: boolean) => {
    const next = new Set(kept.draft.value.left);
    if (isLeft) next.add(key);
    else next.delete(key);
    kept.draft.value = {...kept.draft.value, left: next};
  };
  /** What was typed is gone, and so is what was said of it. */
  const forgetLost = () => {
    lost.value = [];
  };
  return {lost: lost.value, forgetLost, isRead: isRead.value, set, leave};
}
