import type {RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';

/** Gives the focus to a summary that was just opened, with its flow's head in sight: it is read from its beginning. */
export function useSummaryFocus(): RefObject<HTMLElement | null> {
  const summary = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    summary.current?.focus({preventScroll: true});
    summary.current?.closest('.flow')?.scrollIntoView({block: 'start'});
  }, []);
  return summary;
}
