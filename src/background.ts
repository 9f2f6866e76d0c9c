import browser, {type Runtime} from 'webextension-polyfill';
import {isMessage} from './browser/messages.ts';
import {defaultWorkspace} from './workspace/workspace.ts';

/** The panel's script in the build; see vite.config.ts. */
const panelScript = 'panel.js';

/** The tab whose top frame sent the message, if the message is ours and the page is GitLab's; undefined otherwise. */
function askingTab(message: unknown, sender: Runtime.MessageSender): number | undefined {
  const fromUs = isMessage(message) && sender.id === browser.runtime.id && sender.frameId === 0;
  const fromGitLab = sender.url?.startsWith(`${defaultWorkspace.host}/`) === true;
  return fromUs && fromGitLab ? sender.tab?.id : undefined;
}

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender): undefined => {
  const tabId = askingTab(message, sender);
  if (tabId === undefined) return;
  // The tab can be gone by now, and then nobody misses the panel.
  browser.scripting.executeScript({target: {tabId, frameIds: [0]}, files: [panelScript]}).catch(() => undefined);
});
