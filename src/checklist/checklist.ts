import {computed, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import type {Means} from '../apply/means.ts';
import type {Change} from '../changes/change.ts';
import type {Journal, JournalEntry} from '../changes/journal.ts';
import type {Check, Fix} from '../customer/checks/check.ts';
import type {Sources} from '../customer/reading/gather.ts';
import type {FactName, FactSheet} from '../facts/facts.ts';
import type {Remark} from '../facts/record.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {checklistTexts} from '../texts/checklist.ts';
import {withAhead} from './ahead.ts';
import {checksOf, factsOf} from './checks-of-place.ts';
import type {Deciding} from './deciding.ts';
import {type Beside, createFindings, type Findings} from './findings.ts';
import {createFurtherProjects, type FurtherProjects} from './further-projects.ts';
import type {JournalBook} from './journal-book.ts';
import {lackingRole} from './lacking-role.ts';
import {type Made, notBegun} from './made.ts';
import {createMaking} from './making.ts';
import {createOldOnPage, type PagePart} from './old-on-page.ts';
import {type PlaybookInUse, playbookInUse} from './playbook-in-use.ts';
import {type Progress, progressOf} from './progress.ts';
import {createReading, type OwnPlace} from './reading.ts';
import type {Row} from './row.ts';
import {createRows, unread} from './rows.ts';
import {createTexts, type Texts, type TextsBook} from './texts.ts';
import type {ValuesBook} from './values.ts';
import {withValue} from './with-value.ts';

/** What a checklist works with; everything that is not pure stands here. */
export interface ChecklistOptions {
  readonly place: OwnPlace;
  readonly sources: Sources;
  readonly means: Means;
  /** @param of `project-12` or `group-34` */
  readonly journalBook: (of: string) => JournalBook;
  readonly valuesBook: ValuesBook;
  /** @param of `project-12` or `group-34` */
  readonly textsBook: (of: string) => TextsBook;
  /** Date and time (ISO). */
  readonly now: () => string;
  /** Looks whether the extension is still there: nothing is read or made without it. */
  readonly checkAlive: () => boolean;
  /** Leads on to the new address of what was moved. */
  readonly goTo: (url: string) => void;
}

/**
 * The checklist of one project or group: what is known of it, what that means, and what is done about it. It knows no page and no form.
 */
export interface Checklist extends Deciding {
  readonly place: OwnPlace;
  readonly sources: Sources;
  readonly means: Means;
  /** Date and time (ISO). */
  readonly now: () => string;
  readonly facts: ReadonlySignal<FactSheet>;
  /** Why nothing that GitLab answers is the page's user's: nobody is signed in, or somebody else. */
  readonly endedBy: ReadonlySignal<Problem | undefined>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** Address of the project's or group's page, once it was read. */
  readonly address: ReadonlySignal<string | undefined>;
  /** How far the rows of the playbook are; undefined while any is read for the first time, and once the session ended. */
  readonly progress: ReadonlySignal<Progress | undefined>;
  readonly reading: ReadonlySignal<boolean>;
  /** Where what is typed for placeholders is kept. */
  readonly valuesBook: ValuesBook;
  /** What is typed in forms, until its work is done. */
  readonly texts: Texts;
  /** Date and time (ISO) at which all of it was read last; undefined until it was. */
  readonly checkedAt: ReadonlySignal<string | undefined>;
  /** The change that was made last on this page, while it can be taken back. */
  readonly lastMade: ReadonlySignal<JournalEntry | undefined>;
  /** What GitLab's page shows as it was before it was changed. */
  readonly oldOnPage: ReadonlySignal<readonly PagePart[]>;
  /** What was done last, for screen readers. */
  readonly announcement: ReadonlySignal<string>;
  /** The playbook in use and why; undefined on group pages and while it is being guessed. */
  readonly playbook: ReadonlySignal<PlaybookInUse | undefined>;
  /** The changes made here so far; undefined until they were asked for. */
  readonly journal: ReadonlySignal<Journal | undefined>;
  /** What forms know of items beside what GitLab tells, by the check's id. */
  readonly beside: Signal<Beside>;
  /** Why the browser did not keep the journal, the playbook or a decision. */
  readonly notKept: ReadonlySignal<Problem | undefined>;
  /** Those of the group, beyond the first page. */
  readonly furtherProjects: FurtherProjects;
  /** Reads everything again. */
  refresh(): Promise<void>;
  /** Reads some facts again. */
  reread(names: ReadonlySet<FactName>): Promise<void>;
  /** The same for what was changed elsewhere: rows that are known can be used meanwhile, so that no click of a hand gets lost. */
  follow(names: ReadonlySet<FactName>): Promise<void>;
  /** Reads again what could not be read of a row. */
  retry(check: Check): Promise<void>;
  /** Makes a row's change; a second call while the first is under way does nothing. */
  make(check: Check, change: Change): Promise<Made>;
  /**
   * From now on the rows of what is changed stay in work until what this returns is called: all of it is read again once then, not each
   * by itself.
   */
  readOnce(): () => Promise<void>;
  /** Whether a row's change is being made or taken back. */
  isChanging(check: Check): boolean;
  /** Ends a change of many parts after the parts under way. */
  stop(check: Check): void;
  /** Puts away what went wrong with a row's last change: it is about something else by now. */
  forgetProblem(check: Check): void;
  /** Takes a row's last change back. */
  undo(check: Check): Promise<Made>;
  /** Takes an earlier change back, from the journal. */
  undoEntry(entry: Pick<JournalEntry, 'id' | 'check' | 'undo'>): Promise<Made>;
  /** Ticks a row off, or waives it, with a note. */
  note(check: Check, kind: 'tick' | 'waiver', note: string | undefined): Promise<Made>;
  /** The role that it takes to do something, and the user's own, where that is known to be less. */
  lacksRole(fix: Fix): {readonly needed: number; readonly own: number} | undefined;
  loadJournal(): Promise<void>;
  /** Offers to undo a move that led to this page a short while ago. */
  recallMove(): Promise<void>;
  /** Looks whether the extension is still there. */
  checkAlive(): boolean;
}

/** A checklist of which nothing is read yet. */
export function createChecklist(options: ChecklistOptions): Checklist {
  const {place, sources, means, now, checkAlive, goTo} = options;
  const checks = checksOf(place, sources.workspace);
  const wanted = factsOf(place, checks);
  const reading = createReading(place, sources);
  const {facts, read} = reading;
  const notKept = signal<Problem | undefined>(undefined);
  let times = 0;
  const furtherProjects = createFurtherProjects(place.path, sources);
  const beside = signal<Beside>(new Map());
  const ahead = () => withAhead(facts.value, [...making.ahead.value.values()]);
  const findings: Findings = createFindings(checks, sources.workspace, ahead, beside);
  const playbook =
    place.kind === 'project' ? playbookInUse(facts, sources.workspace) : signal<PlaybookInUse | undefined>(undefined);

  const userName = () => {
    const {user} = facts.value;
    return (user?.state === 'known' ? user.value.name : sources.pageUser?.name) ?? checklistTexts.unknownUser;
  };

  /** What is decided is seldom: it is loaded with the first of it. */
  const deciding = async () => (await import('./deciding.ts')).createDeciding(reading, means.notebook, notKept);

  const making = createMaking({
    means,
    reading,
    book() {
      const of = reading.keptAs();
      return of === undefined ? undefined : options.journalBook(of);
    },
    notKept,
    now,
    checkAlive,
    goTo,
    about: () => ({by: userName(), where: reading.main()?.path ?? place.path}),
    verdictOf: check => findings.value.get(check)?.verdict,
    async before(change) {
      // At the new address nothing would point to where the customer came from.
      if (change.kind === 'move') await (await deciding()).keepShown(playbook.value?.book.id);
    },
    async after({kind}) {
      if (kind !== 'restore' && kind !== 'close-merge-request') return;
      // Without it, what was undone is filled in again, and can be emptied.
      const {unlearnUndone} = await import('./undone-values.ts');
      await unlearnUndone(checklist).catch(() => undefined);
    },
  });
  const {changing, problems, leftovers, undos, make, takeBack, settleSent, recallMove} = making;
  const checkedAt = signal<string | undefined>(undefined);
  const rows = createRows(findings, reading, making, playbook);
  const lacksRole = lackingRole(facts);

  const checklist: Checklist = {
    place,
    sources,
    means,
    now,
    facts,
    endedBy: reading.endedBy,
    rows,
    address: computed(() => reading.main()?.webUrl),
    progress: computed(() => {
      const counted = rows.value.filter(({isInPlaybook}) => isInPlaybook);
      const verdicts = counted.flatMap(({check, finding}) => (finding ? [[check.id, finding.verdict] as const] : []));
      return verdicts.length < counted.length || reading.endedBy.value ? undefined : progressOf(verdicts);
    }),
    playbook,
    journal: making.journal,
    beside,
    notKept,
    reading: reading.isReading,
    valuesBook: options.valuesBook,
    texts: createTexts(() => {
      const of = reading.keptAs();
      return of === undefined ? undefined : options.textsBook(of);
    }),
    checkedAt,
    lastMade: making.lastMade,
    oldOnPage: createOldOnPage(place.kind, facts, making.dones),
    announcement: making.announcement,
    furtherProjects,
    make,
    lacksRole,
    isChanging: ({id}) => changing.value.has(id),
    reread: names => read(names),
    follow: reading.follow,

    async refresh() {
      if (!checkAlive()) return;
      const isMoving = problems.value.get('location')?.kind === 'running';
      problems.value = new Map();
      leftovers.value = new Map();
      furtherProjects.restart(undefined);
      const page = times++ === 0 ? 'remembering' : 'anew';
      await read(wanted, {keepsKnown: true, page});
      if (reading.unconfirmed.value.size === 0) checkedAt.value = now();
      await settleSent().catch(() => undefined);
      if (isMoving) await recallMove().catch(() => undefined);
      const {projects} = facts.value;
      if (projects?.state === 'known') furtherProjects.restart(projects.value.nextPage);
    },

    async retry(check) {
      if (checkAlive()) await read(new Set(unread(check, findings.value.get(check), reading)), {keepsKnown: true});
    },

    stop: making.stop,
    readOnce: making.readOnce,
    forgetProblem(check) {
      problems.value = withValue(problems.value, check.id, undefined);
    },

    async undo(check) {
      const undo = undos.value.get(check.id);
      return undo === undefined ? notBegun : takeBack(check, undo);
    },

    async undoEntry({check: id, undo, id: entryId}) {
      const check = checks.find(known => known.id === id);
      return check === undefined || undo === undefined ? notBegun : takeBack(check, {change: undo, entryId});
    },

    async note(check, kind, note) {
      const {project, record} = ahead();
      if (project?.state !== 'known' || record?.state !== 'known') return notBegun;
      const known = kind === 'tick' ? record.value.ticks : record.value.waivers;
      const to: Remark | null = note === undefined ? null : {by: userName(), at: now(), note: note.trim()};
      return make(check, {kind, projectId: project.value.id, check: check.id, from: known[check.id] ?? null, to});
    },

    loadJournal: making.loadJournal,
    recallMove,
    choosePlaybook: async id => (await deciding()).choosePlaybook(id),
    decideBrackets: async step => (await deciding()).decideBrackets(step),
    checkAlive,
  };
  return checklist;
}
