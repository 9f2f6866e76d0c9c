import type {Message} from './browser/messages.ts';
import {placeOf} from './place/place.ts';
import {isInWorkspace} from './workspace/locate.ts';
import {defaultWorkspace} from './workspace/workspace.ts';

/**
 * Runs on every GitLab page and only looks where it is. The panel comes from the background, and only where customers live,
 * so that all other pages stay as fast as they are.
 */
const place = placeOf(location.pathname, document.body.dataset);
if (place.kind !== 'none' && isInWorkspace(place.path, defaultWorkspace)) {
  const message: Message = {type: 'load', chunk: 'panel.js'};
  // The platform's own function: the polyfill is larger than this whole script may be.
  chrome.runtime.sendMessage(message).catch(() => undefined);
}
