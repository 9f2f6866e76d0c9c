import './document.ts';
import {signal} from '@preact/signals';
import type {Journal} from '../../src/changes/journal.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import {createJournalBook} from '../../src/checklist/journal-book.ts';
import {createNotebook} from '../../src/checklist/notebook.ts';
import type {ChecklistBy} from '../../src/checklist/page.ts';
import type {OwnPlace} from '../../src/checklist/reading.ts';
import {createSameHands, type SameHands} from '../../src/checklist/same-hands.ts';
import {createTextsBook} from '../../src/checklist/texts-book.ts';
import {createValuesBook} from '../../src/checklist/values.ts';
import {createWhose} from '../../src/checklist/whose.ts';
import type {KnownCustomers} from '../../src/customers/known-customers.ts';
import {createFlows} from '../../src/flows/flows.ts';
import {createGitLab} from '../../src/gitlab/gitlab.ts';
import type {PanelPage} from '../../src/ui/page.ts';
import {checklistOf, meansOf, pacedTransportOf, pageOf} from './means.ts';
import type {useSandbox} from './server.ts';

export interface OpenedOptions {
  readonly kind?: 'project' | 'group';
  readonly username?: string;
  /** What is stored in the journal of the page's own checklist, which is stored nowhere else then. */
  readonly journal?: {entries: Journal};
  /** Whether what is noted and typed is stored in the fake browser too, as flows and journals are, and not only on this page. */
  readonly isStored?: boolean;
  /** Done before anything is read. */
  readonly first?: (checklist: Checklist) => Promise<void>;
}

/** A page of this user, wired as in a browser, whose storage is the fake one. */
export async function openPage(
  server: ReturnType<typeof useSandbox>,
  path: string,
  {kind = 'project', username = 'dana', journal, isStored = false}: OpenedOptions,
): Promise<{readonly page: PanelPage; readonly ledTo: readonly string[]; readonly hands: SameHands}> {
  const ledTo: string[] = [];
  const pacedTransport = pacedTransportOf(server, username);
  const gitlab = createGitLab(server.sandbox.origin, pacedTransport());
  const plain = {...meansOf(server, username), gitlab};
  const user = await plain.pageUser();
  const whose = createWhose(location.host, plain.pageUser, () => gitlab.user());
  const hands = createSameHands(() => checklist.endedBy.value, whose.assertSignedIn);
  const notebook = createNotebook(whose, hands.assert);
  const means = isStored ? {...plain, notebook} : plain;
  const checklistAt = (place: OwnPlace, by?: ChecklistBy, entries?: {entries: Journal}): Checklist =>
    checklistOf(
      place.path,
      by === undefined ? means : {...means, gitlab: createGitLab(server.sandbox.origin, by.transport)},
      entries,
      undefined,
      user,
      {
        place,
        goTo: by?.goTo ?? (url => void ledTo.push(url)),
        ...(entries === undefined && {journalBook: of => createJournalBook(whose, of, () => checklist.now())}),
        ...(isStored && {
          valuesBook: createValuesBook(whose),
          textsBook: (of: string) => createTextsBook(whose, of),
        }),
      },
    );
  const checklist = checklistAt({kind, path}, undefined, journal);
  if (isStored) notebook.onChange(names => void checklist.follow(names));
  const flows = createFlows(whose, hands.assert);
  await flows.load();
  return {
    page: {
      ...pageOf(checklist),
      checklistOf: (other, by) => checklistAt({kind: 'project', path: other}, by),
      pacedTransport,
      flows,
      isWide: signal(false),
      knownCustomers: signal<KnownCustomers>(new Map()),
    },
    ledTo,
    hands,
  };
}
