import browser, {type Runtime} from 'webextension-polyfill';
import {pageMessageOf} from '../../browser/page-messages.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {linkedItem} from '../../place/item-link.ts';
import {uiBesideTexts} from '../../texts/ui-beside.ts';
import {openItem} from '../checklist/open-item.ts';
import {toastOf} from '../checklist/toast-state.ts';
import {PageMarks} from '../marks/PageMarks.tsx';
import {isPanelOpen, showPanel} from '../preferences.ts';
import css from './beside.css?inline';
import {followDrawers} from './follow-drawers.ts';
import {keepLooks} from './keep-looks.ts';
import {keepSpots, openAgain} from './keep-spot.ts';
import {PanelEdge} from './PanelEdge.tsx';
import {recallPeople} from './recall-people.ts';

export {css, keepLooks, keepSpots, openAgain, PageMarks, PanelEdge, recallPeople};

/**
 * Begins what the panel does as a part of the window: it makes room for GitLab's own drawers, and comes when the browser's command or an
 * address asks for it.
 *
 * @param host the element that the extension put into the page
 */
export function standBeside(page: Document, host: HTMLElement, checklist: Checklist): void {
  followDrawers(page, host);
  const panel = () => host.shadowRoot?.querySelector<HTMLElement>('.panel');
  const show = () => {
    showPanel();
    // What had the focus in it keeps it.
    queueMicrotask(() => panel()?.contains(host.shadowRoot?.activeElement ?? null) || panel()?.focus());
  };
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id === browser.runtime.id && pageMessageOf(message) !== undefined) show();
    return undefined;
  });
  const followAddress = () => {
    const linked = linkedItem(location.hash);
    if (linked === undefined) return;
    if (isPanelOpen.peek()) showPanel();
    else show();
    if (linked.item === undefined) return;
    const onNone = () => {
      toastOf(checklist).note.value = {text: uiBesideTexts.noSuchItem};
    };
    openItem(checklist, panel, linked.item, {withForm: true, onNone});
  };
  window.addEventListener('hashchange', followAddress);
  followAddress();
}
