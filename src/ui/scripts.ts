import {computed, type Signal, signal} from '@preact/signals';

/** A part of the panel that most pages do without: what its module exports once it was loaded; `failed` where it could not be. */
interface Script<T> {
  readonly loaded: Signal<T | 'failed' | undefined>;
  /** Loads it, once. */
  readonly load: () => Promise<void>;
}

const parts: Signal<unknown>[] = [];

/** The style sheets that the loaded parts bring as `css`, each once. */
export const sheetsOfParts = computed(() => [
  ...new Set(parts.flatMap(({value}) => (value as {readonly css?: string} | undefined)?.css ?? [])),
]);

/** @param bring imports the module */
export function script<T extends object>(bring: () => Promise<T>): Script<T> {
  const loaded = signal<T | 'failed' | undefined>(undefined);
  parts.push(loaded);
  return {
    loaded,
    async load() {
      if (typeof loaded.value === 'object') return;
      try {
        loaded.value = await bring();
      } catch {
        loaded.value = 'failed';
      }
    },
  };
}

/** What the panel does as a part of the window. */
export const beside = script(() => import('./beside/beside.ts'));

/** The forms. */
export const forms = script(() => import('./forms/index.ts'));

/** “Fix all”. */
export const fixAll = script(() => import('./checklist/FixAll.tsx'));

/** The journal's entries. */
export const journal = script(() => import('./checklist/JournalEntries.tsx'));

/** How it is said what a change did. */
export const madeWords = script(() => import('../changes/made-words.ts'));

/** The panel's menus. */
export const menus = script(() => import('./checklist/menus.ts'));

/** What is opened from the panel's menu. */
export const sheets = script(() => import('./checklist/SheetView.tsx'));

/** What is to be said of the project or group itself. */
export const placeNotices = script(() => import('./checklist/PlaceNotices.tsx'));

/** What was done last, and the way back. */
export const toast = script(() => import('./checklist/Toast.tsx'));

/** The guided flows. */
export const flows = script(() => import('./flows/index.ts'));

/** What is to be said of what the browser keeps. */
export const keptNotices = script(() => import('./kept/KeptNotices.tsx'));

/** What the browser keeps. */
export const keptBox = script(() => import('./kept/KeptBox.tsx'));

/** The projects in a group. */
export const projectList = script(() => import('./checklist/ProjectList.tsx'));

/** The wide view of all customers. */
export const portfolio = script(() => import('./customers/Portfolio.tsx'));
