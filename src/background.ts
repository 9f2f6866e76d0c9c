import browser, {type Runtime} from 'webextension-polyfill';
import {isMessage, type Message} from './browser/messages.ts';
import {defaultWorkspace} from './workspace/workspace.ts';

/** The script in the build that each message asks for; see vite.config.ts. */
const scripts: Readonly<Record<Message['type'], string>> = {'show-panel': 'panel.js', 'load-forms': 'forms.js'};

/** The tab whose top frame sent the message, if the page is GitLab's and the sender is ours; undefined otherwise. */
function askingTab(sender: Runtime.MessageSender): number | undefined {
  const fromUs = sender.id === browser.runtime.id && sender.frameId === 0;
  const fromGitLab = sender.url?.startsWith(`${defaultWorkspace.host}/`) === true;
  return fromUs && fromGitLab ? sender.tab?.id : undefined;
}

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender): Promise<void> | undefined => {
  const tabId = askingTab(sender);
  if (tabId === undefined || !isMessage(message)) return undefined;
  const target = {tabId, frameIds: [0]};
  // The tab can be gone by now, and then nobody misses the script.
  const injected = browser.scripting.executeScript({target, files: [scripts[message.type]]});
  return injected.then(
    () => undefined,
    () => undefined,
  );
});
