import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';

/**
 * Where a pressed control takes itself away, the focus stays near it: in the field that the control stood in, or on the nearest thing
 * around it that can have the focus without being pressed. Without this the keys, Escape too, would go to GitLab's page. A focus that
 * the user gave away is left alone.
 *
 * @param frame holds all that the extension shows
 */
export function useFocusInPanel(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    const root = element?.getRootNode();
    if (!element || !(root instanceof ShadowRoot)) return;
    let focused: readonly Element[] = [];
    const onFocus = (event: FocusEvent) => {
      focused = event.composedPath().filter(target => target instanceof Element);
    };
    const onPress = (event: PointerEvent) => {
      if (!event.composedPath().includes(element)) focused = [];
    };
    const observer = new MutationObserver(() => {
      if (focused[0]?.isConnected !== false) return;
      const left = focused.filter(target => element.contains(target));
      focused = [];
      if (root.activeElement || document.activeElement !== document.body) return;
      const field = left.find(target => target.matches('.form .field'));
      const place = left.find(target => target.matches('.form, [tabindex="-1"]'));
      // A row has a next button to look for first.
      if (place?.matches('.row')) return;
      const next = field?.querySelector<HTMLElement>('textarea, input, button') ?? place;
      if (!(next instanceof HTMLElement)) return;
      if (next === place) next.tabIndex = -1;
      next.focus({preventScroll: true});
    });
    element.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPress, true);
    observer.observe(element, {childList: true, subtree: true});
    return () => {
      element.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPress, true);
      observer.disconnect();
    };
  }, []);
}
