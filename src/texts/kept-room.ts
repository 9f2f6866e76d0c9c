import {plural} from './plural.ts';

/** What is said of how full a storage is, by percents. */
export const keptRoomTexts = {
  synced: (percent: number) =>
    `The browser’s synced storage is ${percent} % full. What it has no room for is kept on this computer only.`,
  syncedAndHere: (percent: number, items: number) =>
    plural(items, {
      one: `The browser’s synced storage is ${percent} % full. What it has no room for is kept on this computer only, as one item is now.`,
      other: `The browser’s synced storage is ${percent} % full. What it has no room for is kept on this computer only, as ${items} items are now.`,
    }),
  local: (percent: number) =>
    `The extension’s storage on this computer is ${percent} % full. When it is full, nothing more is kept.`,
};
