import {batch, effect, type Signal, signal} from '@preact/signals';
import {type Preference, type PreferenceKey, recall, remember} from '../browser/preferences.ts';

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

/** Sets a choice as the user made it before, and remembers it from its next change on. */
async function keep<K extends PreferenceKey>(key: K, choice: Signal<Preference<K> | undefined>): Promise<void> {
  const before = await recall(key);
  if (before !== undefined) choice.value = before;
  let isFirst = true;
  effect(() => {
    const {value} = choice;
    if (!isFirst && value !== undefined) void remember(key, value);
    isFirst = false;
  });
}

/** Sets what the user chose before on this computer, and remembers what is chosen from now on. */
export async function loadPreferences(): Promise<void> {
  isPanelOpen.value = window.innerWidth >= narrowWidth;
  const [width] = await Promise.all([
    recall('panel-width:1'),
    isPanelOpen.value && keep('panel-open:1', isPanelOpen),
    keep('last-segment:1', lastSegment),
    keep('page-marks:1', marksOn),
    keep('list-marks:1', listMarksOn),
  ]);
  panelWidth.value = width ?? usualWidth;
}
