import {effect} from '@preact/signals';
import {isAway, isPanelOpen, panelWidth, tabSpot} from '../preferences.ts';
import {coveringElement, liesOver} from './covering.ts';
import {freeSpot, isFreeOf, spotsIn} from './tab-spot.ts';

/** Milliseconds after a press at which is looked what it opened: some of it has to be loaded first. */
const looks = [0, 150, 500, 1_500];

/**
 * Slides the panel away while GitLab has opened something where it lies, and keeps the tab off the page's actions. It looks after a
 * click, a key or a change of size; GitLab's tree is not watched. What the user opens over it stays.
 *
 * @param host the element that the extension put into the page
 */
export function followDrawers(page: Document, host: HTMLElement): void {
  const cover = () => coveringElement(page, page.documentElement.clientWidth - panelWidth.peek());
  /** What the user wants the panel to lie over. */
  let allowed: Element | undefined;
  let isLooking = false;
  let timers: ReturnType<typeof setTimeout>[] = [];

  function placeTab(): void {
    const tab = host.shadowRoot?.querySelector('.tab');
    if (!tab) return;
    const {width, height} = tab.getBoundingClientRect();
    const at = cover()?.getBoundingClientRect().left;
    const edge = at === undefined ? 0 : page.documentElement.clientWidth - at;
    const isRoom = at !== undefined && at >= width;
    const spots = spotsIn(window.innerHeight, isRoom ? edge : 0);
    const spot = freeSpot(spots, tabSpot.peek(), one => isFreeOf(page, one, {width, height}, host));
    const {top, right} = tabSpot.peek() ?? {};
    if (spot?.top !== top || spot?.right !== right) tabSpot.value = spot;
  }

  function look(): void {
    const covering = cover();
    const panel = host.shadowRoot?.querySelector('.panel:not(.away)');
    // The panel is of no use below it.
    if (covering === undefined || (panel && liesOver(page, covering, panel))) allowed = undefined;
    const hadFocus = host.shadowRoot?.activeElement?.closest('.panel');
    isLooking = true;
    isAway.value = covering !== undefined && covering !== allowed;
    isLooking = false;
    const isTaken = isAway.value && hadFocus;
    // Once it is drawn.
    requestAnimationFrame(() => {
      if (isTaken) host.shadowRoot?.querySelector<HTMLElement>('.tab')?.focus();
      placeTab();
    });
  }

  function lookSoon(): void {
    for (const timer of timers) clearTimeout(timer);
    timers = looks.map(delay => setTimeout(look, delay));
  }

  const isOurs = (event: Event) => event.composedPath().includes(host);
  for (const type of ['click', 'keyup']) {
    page.addEventListener(type, event => isOurs(event) || lookSoon(), {capture: true, passive: true});
  }
  page.addEventListener('scrollend', () => requestAnimationFrame(placeTab), {capture: true, passive: true});
  for (const type of ['resize', 'popstate']) window.addEventListener(type, lookSoon, {passive: true});
  effect(() => {
    const isShown = isPanelOpen.value && !isAway.value;
    if (isShown && !isLooking) allowed = cover();
    if (!isShown) requestAnimationFrame(placeTab);
  });
  allowed = page.querySelector('#ai-panel-portal') ?? undefined;
  look();
}
