import browser from 'webextension-polyfill';

/**
 * Whether the extension that put this script on the page is still there. After an update or removal the script goes on, but
 * the browser takes its connection to the extension away.
 */
export function isExtensionAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
