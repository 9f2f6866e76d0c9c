import {chunks} from 'virtual:chunks';
import browser, {type Runtime} from 'webextension-polyfill';
import type {Area} from './browser/item-kinds.ts';
import {listKept} from './browser/list-items.ts';
import {type Message, messageOf} from './browser/messages.ts';
import type {PageMessage} from './browser/page-messages.ts';
import {forgetPictures, keepPicture, readPicture} from './browser/pictures-db.ts';
import {forgetResults, readResults, writeResults} from './browser/results-db.ts';
import {forgetSpot, keepSpot, readSpot} from './browser/spots.ts';
import {createWriter, type StorageDoor} from './browser/write-items.ts';
import {defaultWorkspace} from './workspace/workspace.ts';

/** The tab whose top frame sent the message, if the page is GitLab's and the sender is ours; undefined otherwise. */
function askingTab(sender: Runtime.MessageSender): number | undefined {
  const fromUs = sender.id === browser.runtime.id && sender.frameId === 0;
  const fromGitLab = sender.url?.startsWith(`${defaultWorkspace.host}/`) === true;
  return fromUs && fromGitLab ? sender.tab?.id : undefined;
}

/** Runs the files of a chunk of the panel's script in a tab's top frame; nothing that is none. */
async function inject(tabId: number, chunk: string): Promise<void> {
  const files = chunks.get(chunk);
  if (files === undefined) return;
  try {
    await browser.scripting.executeScript({target: {tabId, frameIds: [0]}, files: [...files]});
  } catch {
    // The tab can be gone by now, and then nobody misses the script.
  }
}

const storage: StorageDoor = {
  get: (area: Area, keys) => browser.storage[area].get(keys),
  set: (area: Area, items) => browser.storage[area].set(items),
  remove: (area: Area, key) => browser.storage[area].remove(key),
};
const write = createWriter(storage);

function answer(message: Message, tabId: number): Promise<unknown> {
  switch (message.type) {
    case 'read-results':
      return readResults(message, message.id);
    case 'write-results':
      return writeResults(message, message.results);
    case 'forget-results':
      return forgetResults(message);
    case 'write-kept':
      return write(message);
    case 'keep-picture':
      return keepPicture(message, message.id, message.base64);
    case 'read-picture':
      return readPicture(message, message.id);
    case 'forget-pictures':
      return forgetPictures(message, message.ids);
    case 'list-kept':
      return listKept(storage);
    case 'keep-spot':
      return keepSpot(tabId, message.spot);
    case 'read-spot':
      return readSpot(tabId);
    case 'load':
      return inject(tabId, message.chunk);
  }
}

browser.runtime.onMessage.addListener((value: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
  const tabId = askingTab(sender);
  const message = messageOf(value);
  return tabId === undefined || message === undefined ? undefined : answer(message, tabId);
});

browser.tabs.onRemoved.addListener(tabId => void forgetSpot(tabId));

browser.commands.onCommand.addListener((_command, tab) => {
  const message: PageMessage = {type: 'show-panel'};
  if (tab?.id === undefined) return;
  // Most pages have no panel.
  browser.tabs.sendMessage(tab.id, message, {frameId: 0}).catch(() => undefined);
});
