import {effect} from '@preact/signals';

/** What lies over the page and has to follow it. */
interface Follower {
  /** Whether it is wanted now; signals that it reads are watched. */
  readonly isWanted: () => boolean;
  /** Looks what of the page it lies over; `isWanted` false means over nothing. */
  readonly look: (isWanted: boolean) => void;
  /** Puts it where that is in the window now. */
  readonly place: () => void;
}

/** Milliseconds of quiet after the page changed before it is looked at again. */
const quiet = 200;

/** Keeps something over the page where it belongs, also when the page changes late or scrolls. Its nodes are only looked at. */
export function followPage(page: Document, {isWanted, look, place}: Follower): void {
  let isScheduled = false;
  let isFollowing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const placeNow = () => {
    isScheduled = false;
    place();
  };
  const schedule = () => {
    if (!isScheduled) requestAnimationFrame(placeNow);
    isScheduled = true;
  };
  const lookNow = () => {
    look(isFollowing);
    schedule();
  };
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(lookNow, quiet);
  });
  effect(() => {
    observer.disconnect();
    isFollowing = isWanted();
    if (isFollowing) observer.observe(page.body, {subtree: true, childList: true, characterData: true});
    lookNow();
  });
  const placeSoon = () => {
    if (isFollowing) schedule();
  };
  page.addEventListener('scroll', placeSoon, {capture: true, passive: true});
  window.addEventListener('resize', placeSoon, {passive: true});
}

/** The part of the window in which an element can be seen: what scrolls it may cut it off. */
export function visiblePart(element: Element): {top: number; bottom: number} {
  let top = 0;
  let bottom = window.innerHeight;
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(parent).overflowY)) continue;
    const box = parent.getBoundingClientRect();
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return {top, bottom};
}
