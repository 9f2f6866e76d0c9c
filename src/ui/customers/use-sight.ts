import {batch, type ReadonlySignal, useSignal} from '@preact/signals';
import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';
import {afterPaint} from './after-paint.ts';

/** Height of a row in px, which the style sheet has too: only rows in sight are there. */
export const rowHeight = 40;
/** Rows beyond the sight, so that scrolling shows no gap. */
const beyond = 8;

/** Which rows of a table that scrolls are in sight. */
interface Sight {
  readonly first: ReadonlySignal<number>;
  /** The one after the last. */
  readonly end: ReadonlySignal<number>;
  /** Rows beyond the sight that are in the page: none after a leap, until those in sight were painted. */
  readonly around: ReadonlySignal<number>;
  /** Height in px of what is seen of the rows. */
  seenHeight(): number;
}

/** Watches which rows are in sight. @param head stays at the top of what scrolls */
export function useSight(scroller: RefObject<HTMLElement | null>, head: RefObject<HTMLElement | null>): Sight {
  const first = useSignal(0);
  // How many are in sight is measured once the head is there.
  const end = useSignal(0);
  const around = useSignal(0);
  const seenHeight = () => (scroller.current?.clientHeight ?? 0) - (head.current?.offsetHeight ?? 0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => {
      const row = Math.floor(element.scrollTop / rowHeight);
      batch(() => {
        if (Math.abs(row - first.value) > beyond) around.value = 0;
        first.value = row;
        end.value = Math.ceil((element.scrollTop + seenHeight()) / rowHeight);
      });
      // What gets the focus is not to be scrolled below the head.
      element.style.scrollPaddingTop = `${head.current?.offsetHeight ?? 0}px`;
    };
    look();
    element.addEventListener('scroll', look, {passive: true});
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    if (end.value === 0 || around.value === beyond) return undefined;
    return afterPaint(() => {
      around.value = beyond;
    });
  }, [end.value, around.value]);
  return {first, end, around, seenHeight};
}
