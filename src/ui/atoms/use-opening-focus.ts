import {useLayoutEffect} from 'preact/hooks';

/**
 * Gives the focus to what has just opened, before it is painted. An effect comes later: a key pressed in between would go to what is
 * around it, and Escape would close that.
 *
 * @param find what gets the focus; nothing if nothing should
 * @param inputs as of an effect: it is done again when one of them changes
 */
export function useOpeningFocus(find: () => HTMLElement | null | undefined, inputs: readonly unknown[] = []): void {
  useLayoutEffect(() => {
    const found = find();
    // What opened by itself takes it from nobody.
    if (!found?.closest('[data-calm]')) found?.focus();
  }, inputs);
}
