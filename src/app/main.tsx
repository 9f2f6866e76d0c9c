import {isExtensionAlive, sendToBackground} from '../browser/extension.ts';
import {kindOfKey} from '../browser/item-kinds.ts';
import {onKeptChange, type Whose} from '../browser/items.ts';
import {type ListedItem, listedOf} from '../browser/list-items.ts';
import {recall} from '../browser/preferences.ts';
import {createStore, type OwnPlace, type Store, type StoreBy} from '../checklist/checklist.ts';
import {createJournalBook} from '../checklist/journal-book.ts';
import {createNotebook} from '../checklist/notebook.ts';
import {createTextsBook} from '../checklist/texts-book.ts';
import {createValuesBook} from '../checklist/values.ts';
import {createWhose, whoseHere} from '../checklist/whose.ts';
import {createFlows, type Flows} from '../flows/flows.ts';
import {createGitLab} from '../gitlab/gitlab.ts';
import {createSessionTransport, type PacedTransport} from '../gitlab/transport.ts';
import {followRoom} from '../kept/follow-room.ts';
import {createOwnerless, ownerless} from '../kept/ownerless.ts';
import {room, roomOf} from '../kept/room.ts';
import {csrfToken, userOfPage} from '../place/page.ts';
import {placeOf} from '../place/place.ts';
import {isInWorkspace} from '../workspace/locate.ts';
import {defaultWorkspace} from '../workspace/workspace.ts';
import {hostName, mountPanel} from './mount.tsx';

/** How often, in milliseconds, a visible page looks whether its extension is still there. */
const aliveInterval = 3_000;
/** Width in px below which the panel covers the page and so starts closed. */
const narrowWidth = 768;

const now = () => new Date().toISOString();

/** A date (ISO) on the user's clock. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

interface Page {
  readonly notificationLevel: 'watch' | 'custom' | undefined;
  readonly flows: Flows;
  readonly notebook: ReturnType<typeof createNotebook>;
  readonly whose: Whose;
}

/** @param by in what it is otherwise than the page's own */
function createPageStore(place: OwnPlace, page: Page, by?: StoreBy): Store {
  const {notificationLevel, flows, notebook, whose} = page;
  const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));
  const transportBy = (pace: Partial<Parameters<PacedTransport>[0]>) =>
    createSessionTransport({
      fetch: (input, init) => fetch(input, init),
      csrfToken: () => csrfToken(document),
      pause,
      random: Math.random,
      onWait(seconds) {
        store.waiting.value = seconds;
        void pause(seconds * 1_000).then(() => {
          store.waiting.value = undefined;
        });
      },
      ...pace,
    });
  const gitlab = createGitLab(location.origin, by?.transport ?? transportBy({}));
  const pageUser = userOfPage(document);
  const store = createStore({
    place,
    sources: {
      gitlab,
      notebook,
      today,
      workspace: {...defaultWorkspace, ...(notificationLevel && {notificationLevel})},
      pageUser,
    },
    valuesBook: createValuesBook(whose),
    textsBook: of => createTextsBook(whose, of),
    journalBook: of => createJournalBook(whose, of, now),
    now,
    hands: {
      gitlab,
      notebook,
      pause,
      async pageUser() {
        const {user} = store.facts.value;
        return pageUser ?? (user?.state === 'known' ? user.value : gitlab.user());
      },
    },
    isExtensionAlive,
    goTo: by?.goTo ?? (url => location.assign(url)),
    flows,
    pacedTransport: transportBy,
    storeFor: (path, other) => createPageStore({kind: 'project', path}, page, other),
  });
  return store;
}

/** Looks how much room is left. Where the browser does not tell, the next page asks again. */
async function lookAtRoom(): Promise<readonly ListedItem[]> {
  const listed = listedOf(await sendToBackground({type: 'list-kept'}).catch(() => undefined));
  room.value = roomOf(listed);
  return listed;
}

/** Looks what is to be said of what the browser keeps. */
async function lookAtKept(): Promise<void> {
  await ownerless.value?.look(await lookAtRoom());
}

async function start(place: OwnPlace): Promise<void> {
  const notificationLevel = await recall('notification-level:1');
  const whose = createWhose(location.host, () => store.hands.pageUser());
  const flows = createFlows(whose);
  const notebook = createNotebook(whose);
  const store = createPageStore(place, {notificationLevel, flows, notebook, whose});
  notebook.onChange(names => void store.follow(names));
  onKeptChange(keys => {
    // Whose older entries are is said by either.
    const isJournal = keys.some(key => ['journal', 'not-mine'].includes(kindOfKey(key)?.name ?? ''));
    if (isJournal && store.journal.value !== undefined) void store.loadJournal();
  });
  whoseHere.value = whose;
  ownerless.value = createOwnerless(whose, now);
  // A panel that this script does not know was left by the extension's version before an update.
  const orphan = document.querySelector(hostName);
  if (orphan) {
    orphan.remove();
    store.outdated.value = true;
  }
  void store.refresh().then(() => store.recallMove().catch(() => undefined));
  void flows.load();
  void lookAtKept();
  followRoom(lookAtRoom);
  const [remembered, lastSegment, marksOn = true, listMarksOn = true] = await Promise.all([
    recall('panel-open:1'),
    recall('last-segment:1'),
    recall('page-marks:1'),
    recall('list-marks:1'),
  ]);
  mountPanel(document, store, {
    open: remembered ?? window.innerWidth >= narrowWidth,
    lastSegment,
    marksOn,
    listMarksOn,
  });
  setInterval(() => {
    if (document.visibilityState === 'visible') store.checkAlive();
  }, aliveInterval);
  // A page that comes back out of the browser's memory shows what was true when it was left.
  addEventListener('pageshow', event => {
    if (event.persisted) void store.refresh();
  });
}

const place = placeOf(location.pathname, document.body.dataset);
if (place.kind !== 'none' && isInWorkspace(place.path, defaultWorkspace)) void start(place);
