import type {ComponentChildren} from 'preact';
import {useDropdown} from '../atoms/use-dropdown.ts';

interface PopoverProps {
  /** What its button is called. */
  readonly label: string;
  /** What is seen on the button. */
  readonly face: ComponentChildren;
  /** Stays in the page while it is closed: what is typed in it is not lost. */
  readonly children: ComponentChildren;
}

/** Controls behind a button: what a menu is for entries. */
export function Popover({label, face, children}: PopoverProps) {
  const {isOpen, box, button, sheet, toggle, onKeyDown, onFocusOut} = useDropdown<HTMLElement>();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches over the keys and the focus of what is in it.
    <div class="popover" ref={box} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button ref={button} type="button" aria-label={label} title={label} aria-expanded={isOpen.value} onClick={toggle}>
        {face}
      </button>
      <section ref={sheet} class="sheet-over" aria-label={label} tabIndex={-1} hidden={!isOpen.value}>
        {children}
      </section>
    </div>
  );
}
