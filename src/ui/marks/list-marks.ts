import {type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {Page} from '../../checklist/page.ts';
import type {KnownCustomers} from '../../customers/known-customers.ts';
import {type CustomerResult, progressOf} from '../../customers/result.ts';
import {uiMarksTexts} from '../../texts/ui-marks.ts';
import {followPage, visiblePart} from './follow-page.ts';

/** How far a customer is, beside its link in a list of GitLab's; in px of the window. */
export interface ListMark {
  readonly path: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

/** The path that a link on the page leads to, in lower case and without the slash. */
function pathOf(link: HTMLAnchorElement): string {
  try {
    return decodeURIComponent(link.pathname).slice(1).toLowerCase();
  } catch {
    return '';
  }
}

/** Keeps marks beside the customers in the page's own list of a group's projects, from what was read of them before. */
export function watchListMarks(
  page: Document,
  {place}: Page,
  known: ReadonlySignal<KnownCustomers>,
  isOn: Signal<boolean>,
): Signal<readonly ListMark[]> {
  const marks = signal<readonly ListMark[]>([]);
  if (place.kind !== 'group') return marks;
  let links: readonly (readonly [HTMLAnchorElement, CustomerResult])[] = [];
  followPage(page, {
    isWanted: () => isOn.value && known.value.size > 0,
    look(isWanted) {
      const all = isWanted ? [...page.querySelectorAll<HTMLAnchorElement>('main a[href]')] : [];
      const seen = new Set<string>();
      links = all.flatMap(link => {
        const result = known.value.get(pathOf(link));
        if (result === undefined || seen.has(result.path) || link.textContent?.trim() === '') return [];
        seen.add(result.path);
        return [[link, result] as const];
      });
    },
    place() {
      marks.value = links.flatMap(([link, result]) => {
        const {right, top, bottom, width} = link.getBoundingClientRect();
        const part = visiblePart(link);
        if (width === 0 || bottom <= part.top || top >= part.bottom) return [];
        const {done, all} = progressOf(result);
        return [{path: result.path, text: uiMarksTexts.progress(done, all), left: right, top}];
      });
    },
  });
  return marks;
}
