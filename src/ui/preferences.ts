import {batch, effect, type Signal, signal} from '@preact/signals';
import {recall, remember} from '../browser/preferences.ts';

/** Width in px below which the panel covers the page and so starts closed. */
const narrowWidth = 768;

/** Whether the panel is open. */
export const isPanelOpen = signal(true);
/** Width of the panel in px, until somebody makes it wider or narrower. */
export const usualWidth = 380;
export const panelWidth = signal(usualWidth);
/** Whether the open panel makes room for something that GitLab has opened in its place. */
export const isAway = signal(false);
/** Where the tab stands, in px, once it was looked what it would cover. */
export const tabSpot = signal<{readonly top: number; readonly right: number} | undefined>(undefined);
/** Whether brackets are marked on the page. */
export const marksOn = signal(true);
/** Whether customers are marked in GitLab's own lists. */
export const listMarksOn = signal(true);
/** The segment that a project was last moved to, as its path below the root. */
export const lastSegment = signal<string | undefined>(undefined);

/** Opens the panel, also over what GitLab has opened in its place. */
export function showPanel(): void {
  batch(() => {
    isAway.value = false;
    isPanelOpen.value = true;
  });
}

/** Remembers a choice from its first change on. */
function keep<T>(choice: Signal<T>, write: (value: T) => void): void {
  let isFirst = true;
  effect(() => {
    const {value} = choice;
    if (!isFirst) write(value);
    isFirst = false;
  });
}

/** Sets what the user chose before on this computer, and remembers what is chosen from now on. */
export async function loadPreferences(): Promise<void> {
  const [wasOpen, width, segment, marks, listMarks] = await Promise.all([
    recall('panel-open:1'),
    recall('panel-width:1'),
    recall('last-segment:1'),
    recall('page-marks:1'),
    recall('list-marks:1'),
  ]);
  const isNarrow = window.innerWidth < narrowWidth;
  isPanelOpen.value = !isNarrow && wasOpen !== false;
  panelWidth.value = width ?? usualWidth;
  lastSegment.value = segment;
  marksOn.value = marks ?? true;
  listMarksOn.value = listMarks ?? true;
  if (!isNarrow) keep(isPanelOpen, value => void remember('panel-open:1', value));
  keep(lastSegment, value => void (value !== undefined && remember('last-segment:1', value)));
  keep(marksOn, value => void remember('page-marks:1', value));
  keep(listMarksOn, value => void remember('list-marks:1', value));
}
