import {sendToBackground} from '../browser/extension.ts';
import type {Whose} from '../browser/found-items.ts';
import {kindOfKey, ownerlessItem} from '../browser/item-kinds.ts';
import {onKeptChange} from '../browser/items.ts';
import {type ListedItem, listedOf} from '../browser/list-items.ts';
import {recall} from '../browser/preferences.ts';
import {openDayBook} from '../checklist/day-book.ts';
import type {OwnPlace} from '../checklist/reading.ts';
import {type PageWhose, whoseHere} from '../checklist/whose.ts';
import {followRoom} from '../kept/follow-room.ts';
import {ownerless} from '../kept/ownerless-here.ts';
import {room, roomOf} from '../kept/room.ts';
import {linkedItem} from '../place/item-link.ts';
import {userOfPage} from '../place/page.ts';
import {placeOf} from '../place/place.ts';
import {showSpot} from '../ui/checklist/show-spot.ts';
import {loadPreferences} from '../ui/preferences.ts';
import {beside} from '../ui/scripts.ts';
import {isInWorkspace} from '../workspace/locate.ts';
import {defaultWorkspace} from '../workspace/workspace.ts';
import {lookBack} from './last-look.ts';
import {hostName, mountPanel} from './mount.tsx';
import {createPage, now} from './page.ts';
import {readSpotHere} from './spot.ts';

/** How often, in milliseconds, a visible page looks whether its extension is still there. */
const aliveInterval = 3_000;

/** Looks how much room is left. Where the browser does not tell, the next page asks again. */
async function lookAtRoom({host, userId}: Whose): Promise<readonly ListedItem[]> {
  const listed = listedOf(await sendToBackground({type: 'list-kept'}).catch(() => undefined));
  const id = await userId().catch(() => undefined);
  room.value = roomOf(listed, id === undefined ? undefined : {host, userId: id});
  return listed;
}

/** Looks what is to be said of what the browser keeps. */
async function lookAtKept(whose: PageWhose): Promise<void> {
  const listed = await lookAtRoom(whose);
  // Only who used the first version has any of it.
  if (!listed.some(({key}) => ownerlessItem(key, whose.host))) return;
  const {createOwnerless} = await import('../kept/ownerless.ts');
  const found = createOwnerless(whose, now);
  await found.look(listed);
  ownerless.value = found;
}

async function start(place: OwnPlace): Promise<void> {
  const user = userOfPage(document);
  const [notificationLevel, dayBook] = await Promise.all([
    recall('notification-level:1'),
    openDayBook(user && {host: location.host, userId: async () => user.id}),
  ]);
  const page = createPage(place, {...defaultWorkspace, ...(notificationLevel && {notificationLevel})}, dayBook);
  const {checklist, flows, notebook, outdated, whose} = page;
  notebook.onChange(names => void checklist.follow(names));
  onKeptChange(keys => {
    // Whose older entries are is said by either. Changes of another tab are seen by it.
    if (keys.some(key => ['journal', 'not-mine'].includes(kindOfKey(key)?.name ?? ''))) void checklist.loadJournal();
  });
  whoseHere.value = whose;
  // A panel that this script does not know was left by the extension's version before an update.
  const orphan = document.querySelector(hostName);
  if (orphan) {
    orphan.remove();
    outdated.value = true;
  }
  const reading = checklist.refresh();
  const userId = place.kind === 'project' ? user?.id : undefined;
  const spotHere = userId === undefined ? undefined : readSpotHere(place.path, userId);
  const projectId = Number(document.body.dataset.projectId);
  const lastLook =
    userId === undefined ? undefined : lookBack(checklist, {host: location.host, userId, projectId, path: place.path});
  void reading.then(() => checklist.recallMove().catch(() => undefined));
  void flows.load();
  void lookAtKept(whose);
  followRoom(() => lookAtRoom(whose));
  await loadPreferences();
  const host = mountPanel(document, page);
  const panel = () => host.shadowRoot?.querySelector<HTMLElement>('.panel') ?? null;
  void spotHere?.then(spot => spot && showSpot(checklist, spot, panel));
  void reading.then(beside.load).then(async () => {
    const part = beside.loaded.value;
    if (typeof part !== 'object') return;
    part.standBeside(document, host, checklist);
    if (userId === undefined) return;
    void part.recallPeople(checklist);
    const spot = await spotHere;
    if (spot !== undefined && linkedItem(location.hash) === undefined) part.openAgain(checklist, spot, panel);
    part.keepSpots(checklist, userId, host);
    part.keepLooks(checklist, location.host, userId, await lastLook);
  });
  setInterval(() => {
    if (document.visibilityState === 'visible') page.checkAlive();
  }, aliveInterval);
  // A page that comes back out of the browser's memory shows what was true when it was left.
  addEventListener('pageshow', event => {
    if (event.persisted) void checklist.refresh();
  });
}

const place = placeOf(location.pathname, document.body.dataset);
if (place.kind !== 'none' && isInWorkspace(place.path, defaultWorkspace)) void start(place);
