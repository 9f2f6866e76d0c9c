import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {recall, remember} from '../../browser/preferences.ts';

/** Width in px of a window from which on a form opens wide, where the user left it so. */
const wideWindow = 1_100;

/** Whether a form lies over the page. */
export interface WideEditor {
  readonly isWide: boolean;
  /** Whether it is known how the user left it. */
  readonly isKnown: boolean;
  readonly set: (isWide: boolean) => void;
}

/** @param isKept whether the form opens the next time as the user left it; otherwise it opens narrow */
export function useWideEditor(isKept: boolean): WideEditor {
  const isWide = useSignal(false);
  const isKnown = useSignal(!isKept);
  useEffect(() => {
    if (!isKept) return;
    void recall('wide-editor:1').then(wasWide => {
      isWide.value = wasWide === true && window.innerWidth >= wideWindow;
      isKnown.value = true;
    });
  }, []);
  return {
    isWide: isWide.value,
    isKnown: isKnown.value,
    set(next) {
      isWide.value = next;
      if (isKept) void remember('wide-editor:1', next);
    },
  };
}
