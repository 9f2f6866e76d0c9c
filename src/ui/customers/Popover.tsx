import {useSignal} from '@preact/signals';
import type {ComponentChildren} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';

interface PopoverProps {
  /** What its button is called. */
  readonly label: string;
  /** What is seen on the button. */
  readonly face: ComponentChildren;
  /** Stays in the page while it is closed: what is typed in it is not lost. */
  readonly children: ComponentChildren;
}

/**
 * Controls behind a button, which lie over what is below and push nothing away. It closes with Escape, which leads back to the button,
 * and when the focus leaves it.
 */
export function Popover({label, face, children}: PopoverProps) {
  const isOpen = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const close = () => {
    isOpen.value = false;
  };
  useLayoutEffect(() => {
    if (isOpen.value) sheet.current?.querySelector<HTMLElement>('select, input, button')?.focus({preventScroll: true});
  }, [isOpen.value]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches over the keys and the focus of what is in it.
    <div
      class="popover"
      ref={box}
      onKeyDown={event => {
        if (!isOpen.value || event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        close();
        button.current?.focus();
      }}
      onFocusOut={({relatedTarget}) => {
        const stays = relatedTarget instanceof Node && box.current?.contains(relatedTarget);
        // The window itself loses the focus to a file that is stored, or to another window: it comes back.
        if (!stays && document.hasFocus()) close();
      }}
    >
      <button
        ref={button}
        type="button"
        class="popover-button"
        aria-label={label}
        title={label}
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {face}
      </button>
      <section ref={sheet} class="sheet-over" aria-label={label} tabIndex={-1} hidden={!isOpen.value}>
        {children}
      </section>
    </div>
  );
}
