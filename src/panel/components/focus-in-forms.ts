import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';

/**
 * Where a pressed button of a form takes itself away, the focus stays in the form: in the field that the button stood in, or on
 * the form. Without this the keys, Escape too, would go to GitLab's page. A focus that the user gave away is left alone.
 *
 * @param frame holds all forms
 */
export function useFocusInForms(frame: RefObject<HTMLElement | null>): void {
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
      const left = focused.filter(target => target.isConnected);
      focused = [];
      if (root.activeElement || document.activeElement !== document.body) return;
      const form = left.find(target => target.matches('.form'));
      const field = left.find(target => target.matches('.form .field'));
      const next = field?.querySelector<HTMLElement>('textarea, input, button') ?? form;
      if (!(next instanceof HTMLElement)) return;
      if (next === form) next.tabIndex = -1;
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
