import {computed, effect, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import {findPlaceholders, groupKey} from '../placeholders/index.ts';
import {rulesOf} from './files.ts';
import {type RenderedPlaceholder, renderedPlaceholders, renderedReadmes} from './rendered-readme.ts';
import type {Store} from './store.ts';

/** A box over a placeholder on the page, in px of the window. */
export interface Mark {
  readonly key: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Milliseconds of quiet after the page changed before it is looked at again. */
const quiet = 200;

/** Keys of the placeholders that are left in the README; looked for again only when it or the rules are others. */
function keysIn(store: Store): ReadonlySignal<ReadonlySet<string>> {
  const readme = computed(() => store.facts.value.readme);
  const brackets = computed(() => store.facts.value.brackets);
  return computed(() => {
    const file = readme.value;
    if (file?.state !== 'known' || file.value.kind !== 'text' || brackets.value === undefined) return new Set();
    const found = findPlaceholders(file.value.text, rulesOf({brackets: brackets.value}));
    return new Set(found.filter(({kind}) => kind !== 'prose').map(({text}) => groupKey(text)));
  });
}

/** The part of the window in which an element can be seen: what scrolls it may cut it off. */
function visiblePart(element: Element): {top: number; bottom: number} {
  let top = 0;
  let bottom = window.innerHeight;
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(parent).overflowY)) continue;
    const box = parent.getBoundingClientRect();
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return {top, bottom};
}

function marksOf(container: Element, placeholders: readonly RenderedPlaceholder[]): Mark[] {
  const seen = visiblePart(container);
  return placeholders.flatMap(({key, text, range}) =>
    [...range.getClientRects()]
      .filter(box => box.width > 0 && box.bottom > seen.top && box.top < seen.bottom)
      .map(({left, top, width, height}) => ({key, text, left, top, width, height})),
  );
}

/**
 * Keeps boxes over the brackets in the README that GitLab renders, also when it renders it late or scrolls. The page's own
 * nodes are only looked at.
 *
 * @param isOn whether they are wanted
 */
export function watchMarks(page: Document, store: Store, isOn: Signal<boolean>): Signal<readonly Mark[]> {
  const marks = signal<readonly Mark[]>([]);
  let found: readonly {readonly container: Element; readonly placeholders: readonly RenderedPlaceholder[]}[] = [];
  let isScheduled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const place = () => {
    isScheduled = false;
    marks.value = found.flatMap(({container, placeholders}) => marksOf(container, placeholders));
  };
  const schedule = () => {
    if (!isScheduled) requestAnimationFrame(place);
    isScheduled = true;
  };
  const placeSoon = () => {
    if (found.length > 0) schedule();
  };
  const left = keysIn(store);
  let keys: ReadonlySet<string> = new Set();
  const look = () => {
    found =
      keys.size === 0
        ? []
        : renderedReadmes(page).map(container => ({container, placeholders: renderedPlaceholders(container, keys)}));
    schedule();
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, quiet);
  };
  const observer = new MutationObserver(lookSoon);
  effect(() => {
    observer.disconnect();
    if (page.body.dataset.page !== 'projects:show') return;
    keys = isOn.value ? left.value : new Set();
    if (keys.size > 0) observer.observe(page.body, {subtree: true, childList: true, characterData: true});
    look();
  });
  page.addEventListener('scroll', placeSoon, {capture: true, passive: true});
  window.addEventListener('resize', placeSoon, {passive: true});
  return marks;
}
