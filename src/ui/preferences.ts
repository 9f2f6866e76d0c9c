import {effect, type Signal, signal} from '@preact/signals';
import {recall, remember} from '../browser/preferences.ts';

/** Width in px below which the panel covers the page and so starts closed. */
const narrowWidth = 768;

/** Whether the panel is open. */
export const isPanelOpen = signal(true);
/** Whether brackets are marked on the page. */
export const marksOn = signal(true);
/** Whether customers are marked in GitLab's own lists. */
export const listMarksOn = signal(true);
/** The segment that a project was last moved to, as its path below the root. */
export const lastSegment = signal<string | undefined>(undefined);

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
  const [wasOpen, segment, marks, listMarks] = await Promise.all([
    recall('panel-open:1'),
    recall('last-segment:1'),
    recall('page-marks:1'),
    recall('list-marks:1'),
  ]);
  isPanelOpen.value = wasOpen ?? window.innerWidth >= narrowWidth;
  lastSegment.value = segment;
  marksOn.value = marks ?? true;
  listMarksOn.value = listMarks ?? true;
  keep(isPanelOpen, value => void remember('panel-open:1', value));
  keep(lastSegment, value => void (value !== undefined && remember('last-segment:1', value)));
  keep(marksOn, value => void remember('page-marks:1', value));
  keep(listMarksOn, value => void remember('list-marks:1', value));
}
