import type {ComponentChildren} from 'preact';
import {Icon} from './Icon.tsx';
import {useDropdown} from './use-dropdown.ts';

interface MenuProps {
  /** What its button is called. */
  readonly label: string;
  /** Whether it is open from the beginning. */
  readonly startsOpen?: boolean;
  /** What is seen on it; three dots by default. */
  readonly face?: ComponentChildren;
  /** List items with a button or a link each. */
  readonly children: ComponentChildren;
}

/**
 * What else can be done, behind a button; as GitLab's disclosure dropdowns: arrow keys go from entry to entry, and
 * Escape leads back to the button.
 */
export function Menu({label, face = <Icon name="more" />, startsOpen = false, children}: MenuProps) {
  const {isOpen, box, button, sheet, place, toggle, leave, onKeyDown, onFocusOut} =
    useDropdown<HTMLUListElement>(startsOpen);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches over the keys of what is in it.
    <div
      class="menu"
      ref={box}
      onKeyDown={event => {
        onKeyDown(event);
        if (!isOpen.value || event.isComposing) return;
        const all = [...(sheet.current?.querySelectorAll<HTMLElement>('button, a') ?? [])];
        const at = all.findIndex(entry => entry.matches(':focus'));
        const to: Readonly<Record<string, number>> = {
          ArrowDown: (at + 1) % all.length,
          ArrowUp: (at < 1 ? all.length : at) - 1,
          Home: 0,
          End: all.length - 1,
        };
        const next = to[event.key];
        if (next === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        all[next]?.focus();
      }}
      onFocusOut={onFocusOut}
    >
      <button
        ref={button}
        type="button"
        class="plain"
        aria-label={label}
        title={label}
        aria-expanded={isOpen.value}
        onClick={toggle}
      >
        {face}
      </button>
      {isOpen.value && (
        // What is chosen closes the menu before it does its work, so that what comes then can take the focus.
        <ul ref={sheet} class={place} onMouseDown={event => event.preventDefault()} onClickCapture={leave}>
          {children}
        </ul>
      )}
    </div>
  );
}
