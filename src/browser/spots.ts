import browser from 'webextension-polyfill';
import type {Spot} from './spot.ts';

const keyOf = (tabId: number) => `spot:${tabId}`;

/** Keeps where somebody was in a tab, until the browser ends. */
export function keepSpot(tabId: number, spot: Spot): Promise<void> {
  return browser.storage.session.set({[keyOf(tabId)]: spot});
}

/** Gives that back; undefined where nothing is kept. */
export async function readSpot(tabId: number): Promise<unknown> {
  const key = keyOf(tabId);
  return (await browser.storage.session.get(key))[key];
}

/** Forgets it. */
export function forgetSpot(tabId: number): Promise<void> {
  return browser.storage.session.remove(keyOf(tabId));
}
