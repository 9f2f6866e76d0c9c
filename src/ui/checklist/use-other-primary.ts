import {useLayoutEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {formsOf} from './open-form.ts';

/** Tells a checklist's rows, as long as it is so, that the button to be pressed next stands elsewhere: there is one at a time. */
export function useOtherPrimary(checklist: Checklist | undefined, isElsewhere: boolean): void {
  useLayoutEffect(() => {
    if (!checklist) return undefined;
    const {hasOtherPrimary} = formsOf(checklist);
    hasOtherPrimary.value = isElsewhere;
    return () => {
      hasOtherPrimary.value = false;
    };
  }, [checklist, isElsewhere]);
}
