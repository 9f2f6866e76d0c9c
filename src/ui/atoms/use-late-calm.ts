import type {RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {keepCalm, onPress} from './keep-calm.ts';

/**
 * Lets what was asked for and comes late take no focus, if anything was pressed since: in the panel, or on GitLab's page, where somebody
 * may be typing by then.
 *
 * @param isLoading whether it has not come yet
 * @returns for what stands in its place until then
 */
export function useLateCalm(isLoading: boolean): RefObject<HTMLParagraphElement | null> {
  const place = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const around = place.current?.closest<HTMLElement>('li, .panel');
    if (!around) return;
    const stop = onPress(document, () => {
      around.dataset.calm = '';
    });
    return () => {
      stop();
      // Where its place is still there, it was closed before it came.
      if (place.current) delete around.dataset.calm;
      else if (around.dataset.calm === '') keepCalm(around);
    };
  }, [isLoading]);
  return place;
}
