import {type Signal, useSignal} from '@preact/signals';
import type {RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';

/** What scrolls or ends around what opens: there has to be room within it. */
const holders = '.body, .beside, .portfolio';

interface Dropdown<Sheet extends HTMLElement> {
  readonly isOpen: Signal<boolean>;
  /** Holds the button and what it opens. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly button: RefObject<HTMLButtonElement | null>;
  /** What is opened. */
  readonly sheet: RefObject<Sheet | null>;
  /** Where there is no room below the button, `above`. */
  readonly place: string | undefined;
  readonly toggle: () => void;
  /** Closes it, and gives the focus back to its button. */
  readonly leave: () => void;
  /** For what holds both: Escape leads back to the button, and what loses the focus is closed. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusOut: (event: FocusEvent) => void;
}

/** What opens at a button, over what is around, and pushes nothing away; its first control gets the focus. */
export function useDropdown<Sheet extends HTMLElement>(startsOpen = false): Dropdown<Sheet> {
  const isOpen = useSignal(startsOpen);
  const isAbove = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<Sheet>(null);
  const leave = () => {
    button.current?.focus();
    isOpen.value = false;
  };
  useLayoutEffect(() => {
    if (!isOpen.value || !sheet.current || !box.current) return;
    const around = box.current.closest(holders)?.getBoundingClientRect();
    const {top, bottom} = box.current.getBoundingClientRect();
    const height = sheet.current.offsetHeight;
    isAbove.value = around !== undefined && bottom + height > around.bottom && top - height > around.top;
    sheet.current.querySelector<HTMLElement>('button, a, select, input')?.focus({preventScroll: true});
  }, [isOpen.value]);
  return {
    isOpen,
    box,
    button,
    sheet,
    place: isAbove.value ? 'above' : undefined,
    toggle() {
      isOpen.value = !isOpen.value;
    },
    leave,
    onKeyDown(event) {
      if (!isOpen.value || event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    },
    onFocusOut({relatedTarget}) {
      const stays = relatedTarget instanceof Node && box.current?.contains(relatedTarget);
      // The window itself loses the focus to a file that is stored, or to another window: it comes back.
      if (!stays && document.hasFocus()) isOpen.value = false;
    },
  };
}
