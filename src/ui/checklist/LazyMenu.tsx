import {useSignal} from '@preact/signals';
import type {VNode} from 'preact';
import {useLayoutEffect} from 'preact/hooks';
import {Icon} from '../atoms/Icon.tsx';
import {onPress} from '../atoms/keep-calm.ts';
import {menus} from '../scripts.ts';

interface LazyMenuProps {
  /** What its button is called. */
  readonly label: string;
  /** Draws it, open, once its script was loaded. */
  readonly draw: (loaded: typeof import('./menus.ts')) => VNode;
}

/** The button of a menu; the menu itself is loaded when one is opened for the first time. */
export function LazyMenu({label, draw}: LazyMenuProps) {
  const isWanted = useSignal(false);
  const loaded = menus.loaded.value;
  const isAwaited = isWanted.value && typeof loaded !== 'object';
  useLayoutEffect(() => {
    // Who does something else meanwhile does not want it any more; once it is there, the first key is meant for it.
    if (isAwaited)
      return onPress(document, () => {
        isWanted.value = false;
      });
  }, [isAwaited]);
  if (isWanted.value && typeof loaded === 'object') return draw(loaded);
  return (
    <div class="menu">
      <button
        type="button"
        class="plain"
        aria-label={label}
        title={label}
        aria-expanded={false}
        onClick={() => {
          isWanted.value = true;
          void menus.load();
        }}
      >
        <Icon name="more" />
      </button>
    </div>
  );
}
