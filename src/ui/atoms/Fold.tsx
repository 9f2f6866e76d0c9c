import {type Signal, useSignal} from '@preact/signals';
import type {ComponentChildren} from 'preact';
import {useLayoutEffect} from 'preact/hooks';
import {Icon} from './Icon.tsx';

interface FoldProps {
  /** What stands on its button. */
  readonly words: string;
  /** What the button is called where that says too little. */
  readonly label?: string | undefined;
  /** Whether it is open until somebody closes it; when this changes, it opens or closes. */
  readonly startsOpen?: boolean;
  readonly class?: string;
  /** For tests: which one of several it is. */
  readonly part?: string;
  /** They stay in the page while they are folded away: what is typed in them is not lost. */
  readonly children: ComponentChildren;
}

const folds = new WeakMap<Element, Signal<boolean>>();

/** What is folded away behind a button, as GitLab's collapsible parts. */
export function Fold({words, label, startsOpen = false, class: more = '', part, children}: FoldProps) {
  const isOpen = useSignal(startsOpen);
  useLayoutEffect(() => {
    isOpen.value = startsOpen;
  }, [startsOpen]);
  return (
    <div class={`fold ${more}`} data-part={part}>
      <button
        type="button"
        class="quiet"
        aria-label={label}
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name={isOpen.value ? 'down' : 'right'} />
        {words}
      </button>
      <div class="folded" hidden={!isOpen.value} ref={element => void (element && folds.set(element, isOpen))}>
        {children}
      </div>
    </div>
  );
}

/** Whether an element is folded away. */
export function isFolded(element: Element): boolean {
  return element.closest('.folded[hidden]') !== null;
}

/** Unfolds what an element is folded away in, at once: it can have the focus then. */
export function unfold(element: Element | null): void {
  const folded = element?.closest<HTMLElement>('.folded');
  if (!folded) return;
  folded.hidden = false;
  const isOpen = folds.get(folded);
  if (isOpen) isOpen.value = true;
  unfold(folded.parentElement);
}
