import browser from 'webextension-polyfill';
import type {Message} from './messages.ts';

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

/** Sends a message of ours and waits until the background has done what it asks for. Resolves to its answer; rejects where the extension is gone. */
export async function sendToBackground(message: Message): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** The extension's version, as the manifest has it. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
