import {computed, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import {groupKey, noRules} from '../../placeholders/index.ts';
import {followPage, visiblePart} from './follow-page.ts';
import {type RenderedPlaceholder, renderedPlaceholders, renderedReadmes} from './rendered-readme.ts';

/** A box over a placeholder on the page, in px of the window. */
export interface Mark {
  readonly key: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Keys of the placeholders that are left in the README; looked for again only when it, the rules or the finder is another. */
function keysIn(checklist: Checklist): ReadonlySignal<ReadonlySet<string>> {
  const readme = computed(() => checklist.facts.value.readme);
  const brackets = computed(() => checklist.facts.value.brackets);
  const finder = computed(() => checklist.facts.value.finder);
  return computed(() => {
    const file = readme.value;
    if (
      file?.state !== 'known' ||
      file.value.kind !== 'text' ||
      brackets.value === undefined ||
      finder.value?.state !== 'known'
    )
      return new Set();
    const rules = brackets.value.state === 'known' ? brackets.value.value : noRules;
    const found = finder.value.value(file.value.text, rules);
    return new Set(found.filter(({kind}) => kind !== 'prose').map(({text}) => groupKey(text)));
  });
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
export function watchMarks(page: Document, checklist: Checklist, isOn: Signal<boolean>): Signal<readonly Mark[]> {
  const marks = signal<readonly Mark[]>([]);
  let found: readonly {readonly container: Element; readonly placeholders: readonly RenderedPlaceholder[]}[] = [];
  const left = keysIn(checklist);
  followPage(page, {
    isWanted: () => page.body.dataset.page === 'projects:show' && isOn.value && left.value.size > 0,
    look(isWanted) {
      found = isWanted
        ? renderedReadmes(page).map(container => ({
            container,
            placeholders: renderedPlaceholders(container, left.value),
          }))
        : [];
    },
    place() {
      marks.value = found.flatMap(({container, placeholders}) => marksOf(container, placeholders));
    },
  });
  return marks;
}
