import {useSignal} from '@preact/signals';
import type {ComponentChildren} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {Icon} from './Icon.tsx';

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
  const isOpen = useSignal(startsOpen);
  const isAbove = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('button, a') ?? [])];
  const close = () => {
    isOpen.value = false;
  };
  useLayoutEffect(() => {
    if (!isOpen.value || !list.current) return;
    const around = box.current?.closest('.body')?.getBoundingClientRect();
    const {bottom, height} = list.current.getBoundingClientRect();
    isAbove.value = around !== undefined && bottom > around.bottom && bottom - 2 * height > around.top;
    entries()[0]?.focus({preventScroll: true});
  }, [isOpen.value]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen.value || event.isComposing) return;
    const all = entries();
    const at = all.findIndex(entry => entry.matches(':focus'));
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at < 1 ? all.length : at) - 1,
      Home: 0,
      End: all.length - 1,
    };
    const next = to[event.key];
    if (next === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== undefined) return all[next]?.focus();
    close();
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches over the keys of what is in it.
    <div
      class="menu"
      ref={box}
      onKeyDown={onKeyDown}
      onFocusOut={event => {
        // What gets the focus is an element, or nothing.
        if (!box.current?.contains(event.relatedTarget as Element | null)) close();
      }}
    >
      <button
        ref={button}
        type="button"
        class="plain"
        aria-label={label}
        title={label}
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {face}
      </button>
      {isOpen.value && (
        // What is chosen closes the menu before it does its work, so that what comes then can take the focus.
        <ul
          ref={list}
          class={isAbove.value ? 'above' : undefined}
          onMouseDown={event => event.preventDefault()}
          onClickCapture={() => {
            button.current?.focus();
            close();
          }}
        >
          {children}
        </ul>
      )}
    </div>
  );
}
