import {plural} from './plural.ts';

/** What is said of how full a storage is, by percents. */
export const keptRoomTexts = {
  synced: (percent: number) =>
    `The browser’s synced storage is ${percent}% full. What doesn’t fit is stored on this computer only.`,
  syncedAndHere: (percent: number, items: number) =>
    plural(items, {
      one: `The browser’s synced storage is ${percent}% full. What doesn’t fit is stored on this computer only: 1 entry so far.`,
      other: `The browser’s synced storage is ${percent}% full. What doesn’t fit is stored on this computer only: ${items} entries so far.`,
    }),
  local: (percent: number) =>
    `The extension’s storage on this computer is ${percent}% full. When it’s full, nothing more is saved.`,
};
