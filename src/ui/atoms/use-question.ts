import type {RefObject} from 'preact';

/** How an open question is closed without an answer. */
interface Question {
  /** Closes it, and gives the focus back to what opened it. */
  readonly cancel: () => void;
  /** For what stands around it: Escape in there cancels it, and nothing else; while the answer is being carried out, nothing. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * A question that stands open until it is answered.
 *
 * @param opener what opened it; it may be away as long as the question is there
 * @param isUnderWay whether its answer is being carried out
 */
export function useQuestion(
  opener: RefObject<HTMLElement | null>,
  isOpen: boolean,
  close: () => void,
  isUnderWay = false,
): Question {
  const cancel = () => {
    close();
    queueMicrotask(() => opener.current?.focus());
  };
  return {
    cancel,
    onKeyDown(event) {
      if (!isOpen || event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      // The browser would cancel the dialog around it.
      event.preventDefault();
      if (!isUnderWay) cancel();
    },
  };
}
