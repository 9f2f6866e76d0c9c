import {type Signal, signal} from '@preact/signals';
import {isExtensionAlive} from '../browser/extension.ts';
import {type Checklist, createChecklist} from '../checklist/checklist.ts';
import {createJournalBook} from '../checklist/journal-book.ts';
import {createNotebook} from '../checklist/notebook.ts';
import type {ChecklistBy} from '../checklist/page.ts';
import type {OwnPlace} from '../checklist/reading.ts';
import {createSameHands} from '../checklist/same-hands.ts';
import {createTextsBook} from '../checklist/texts-book.ts';
import {createValuesBook} from '../checklist/values.ts';
import {createWhose, type PageWhose} from '../checklist/whose.ts';
import type {DayBook} from '../customer/reading/day-memory.ts';
import type {KnownCustomers} from '../customers/known-customers.ts';
import {createFlows} from '../flows/flows.ts';
import {createGitLab} from '../gitlab/gitlab.ts';
import {createSessionTransport, type PacedTransport, type Transport} from '../gitlab/transport.ts';
import {csrfToken, userOfPage} from '../place/page.ts';
import type {PanelPage} from '../ui/page.ts';
import type {Workspace} from '../workspace/workspace.ts';

/** Date and time (ISO). */
export const now = (): string => new Date().toISOString();

/** A date (ISO) on the user's clock. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));

/** How requests go to GitLab from this page, with its session. @param waiting gets the seconds that GitLab asked to wait */
function transportOf(waiting: Signal<number | undefined>) {
  return (pace: Partial<Parameters<PacedTransport>[0]> = {}): Transport =>
    createSessionTransport({
      fetch: (input, init) => fetch(input, init),
      csrfToken: () => csrfToken(document),
      pause,
      random: Math.random,
      onWait(seconds) {
        waiting.value = seconds;
        void pause(seconds * 1_000).then(() => {
          waiting.value = undefined;
        });
      },
      ...pace,
    });
}

/** A page with what only its wiring needs. */
interface WiredPage extends PanelPage {
  /** Whose what is kept here is. */
  readonly whose: PageWhose;
  readonly notebook: ReturnType<typeof createNotebook>;
  readonly outdated: Signal<boolean>;
}

/** Wires what belongs to an open page of GitLab: once for all checklists, flows and views on it. */
export function createPage(place: OwnPlace, workspace: Workspace, dayBook: DayBook): WiredPage {
  const outdated = signal(false);
  const waiting = signal<number | undefined>(undefined);
  const pacedTransport = transportOf(waiting);
  const usualTransport = pacedTransport();
  const pageUser = userOfPage(document);
  const whose = createWhose(
    location.host,
    () => checklist.means.pageUser(),
    () => checklist.means.gitlab.user(),
  );
  const hands = createSameHands(() => checklist.endedBy.value, whose.assertSignedIn);
  // It comes before another tab or window can be used.
  addEventListener('blur', hands.left);
  // A page that was opened in the background never had it.
  if (!document.hasFocus()) hands.left();
  const notebook = createNotebook(whose, hands.assert);
  const valuesBook = createValuesBook(whose);
  const checkAlive = () => {
    if (!isExtensionAlive()) outdated.value = true;
    return !outdated.value;
  };
  const checklistAt = (at: OwnPlace, by?: ChecklistBy): Checklist => {
    const gitlab = createGitLab(location.origin, by?.transport ?? usualTransport);
    const made = createChecklist({
      place: at,
      sources: {gitlab, notebook, today, workspace, pageUser, dayBook, pause},
      valuesBook,
      textsBook: of => createTextsBook(whose, of),
      journalBook: of => createJournalBook(whose, of, now),
      now,
      means: {
        gitlab,
        notebook,
        pause,
        async pageUser() {
          const {user} = made.facts.value;
          return pageUser ?? (user?.state === 'known' ? user.value : gitlab.user());
        },
      },
      checkAlive,
      goTo: by?.goTo ?? (url => location.assign(url)),
    });
    return made;
  };
  const checklist = checklistAt(place);
  return {
    place,
    checklist,
    checklistOf: (path, by) => checklistAt({kind: 'project', path}, by),
    pacedTransport,
    now,
    checkAlive,
    outdated,
    waiting,
    flows: createFlows(whose, hands.assert),
    isWide: signal(false),
    knownCustomers: signal<KnownCustomers>(new Map()),
    whose,
    notebook,
  };
}
