import {useSignal} from '@preact/signals';
import type {VNode} from 'preact';
import {Icon} from '../atoms/Icon.tsx';
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
