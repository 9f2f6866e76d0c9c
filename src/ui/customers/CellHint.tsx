import {useSignal} from '@preact/signals';
import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';

/** What is said of a cell. */
export interface HintWords {
  readonly title: string;
  readonly lines: readonly string[];
}

interface Shown {
  readonly target: HTMLElement;
  readonly words: HintWords;
}

/** Milliseconds for which the pointer rests on a cell before something lies over its neighbours. */
const rest = 150;
/** Pixels between it and what it is about, and the window's edge. */
const apart = 6;

/** Puts an element below another one, or above it where there is no room. */
function put(element: HTMLElement, target: HTMLElement): void {
  const {left, width, top, bottom} = target.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const isBelow = bottom + apart + own.height <= innerHeight;
  const middle = left + width / 2 - own.width / 2;
  element.style.left = `${Math.max(apart, Math.min(middle, innerWidth - own.width - apart))}px`;
  element.style.top = `${isBelow ? bottom + apart : Math.max(apart, top - apart - own.height)}px`;
}

/**
 * Says what there is to say of the cell that the pointer rests on, or that has the focus, beside it.
 *
 * @param selector of cells
 * @param wordsOf undefined where there is nothing to say of one
 * @returns what watches over what holds the cells, and what is to be drawn beside it
 */
export function useCellHint(selector: string, wordsOf: (cell: HTMLElement) => HintWords | undefined) {
  const shown = useSignal<Shown | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const show = (target: HTMLElement) => {
    const words = wordsOf(target);
    shown.value = words && {target, words};
  };
  const hide = () => {
    clearTimeout(timer.current);
    shown.value = undefined;
  };
  const cellOf = ({target}: Event) => (target instanceof Element ? target.closest<HTMLElement>(selector) : null);
  useEffect(() => hide, []);
  useLayoutEffect(() => {
    const now = shown.value;
    if (now === undefined || box.current === null) return undefined;
    put(box.current, now.target);
    now.target.setAttribute('aria-describedby', 'cell-hint');
    return () => now.target.removeAttribute('aria-describedby');
  }, [shown.value]);
  const watch = {
    onPointerOver(event: PointerEvent) {
      const cell = cellOf(event);
      if (cell !== null && cell === shown.value?.target) return;
      clearTimeout(timer.current);
      if (cell === null) hide();
      else timer.current = setTimeout(() => show(cell), rest);
    },
    onPointerLeave: hide,
    onFocusOut: hide,
    onScroll() {
      // What got the focus may have been scrolled into sight by that.
      if (shown.value && box.current) put(box.current, shown.value.target);
    },
  };
  return {
    watch,
    hide,
    /** For what gets the focus: at once. */
    showFocused(event: Event) {
      const cell = cellOf(event);
      if (cell !== null) show(cell);
    },
    hint: shown.value && (
      <div ref={box} id="cell-hint" class="cell-hint" role="tooltip">
        <strong>{shown.value.words.title}</strong>
        {shown.value.words.lines.map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
    ),
  };
}
