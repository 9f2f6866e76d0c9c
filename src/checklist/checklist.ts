import {batch, computed, type ReadonlySignal, signal} from '@preact/signals-core';
import type {Settled} from '../apply/executor.ts';
import type {MakeWatch} from '../apply/make.ts';
import type {Hands} from '../apply/means.ts';
import {StorageFull} from '../browser/storage-error.ts';
import type {Change} from '../changes/change.ts';
import {
  entryFor,
  type Journal,
  type JournalEntry,
  sentEntry,
  withEntry,
  withoutEntry,
  withSettled,
  withUndone,
  withUndoSent,
} from '../changes/journal.ts';
import {roleFor, touchedBy} from '../changes/kinds.ts';
import type {Outcome} from '../changes/outcome.ts';
import type {Check, Finding, Fix} from '../customer/checks/check.ts';
import {groupChecks, projectChecks} from '../customer/checks/index.ts';
import {type Guess, guessPlaybook} from '../customer/playbooks/guess.ts';
import type {Playbook} from '../customer/playbooks/playbook.ts';
import {playbooks} from '../customer/playbooks/playbooks.ts';
import {endOfReading, gatherGroup, gatherProject, listedProjects, type Sources} from '../customer/reading/gather.ts';
import type {Fact, FactName, FactSheet, GroupFacts, ProjectFacts} from '../facts/facts.ts';
import {emptyRecord, type Remark} from '../facts/record.ts';
import {problemOf} from '../gitlab/errors.ts';
import type {ListedProject} from '../gitlab/model/model.ts';
import {endsSession, type Problem, passes} from '../gitlab/model/problem.ts';
import type {Place} from '../place/place.ts';
import type {BracketRules} from '../placeholders/rules.ts';
import {locateGroup} from '../workspace/locate.ts';
import type {JournalBook} from './journal-book.ts';
import {judging} from './judge.ts';
import {type Made, notBegun} from './made.ts';
import {createTexts, type Texts, type TextsBook} from './texts.ts';
import type {ValuesBook} from './values.ts';

/** A place that the panel has something to say about. */
export type OwnPlace = Exclude<Place, {kind: 'none'}>;

/** What a checklist works with; everything that is not pure stands here. */
export interface ChecklistOptions {
  readonly place: OwnPlace;
  readonly sources: Sources;
  readonly hands: Hands;
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

/** How far a change of many parts is. */
interface Progress {
  readonly done: number;
  readonly all: number;
  /** What it says of itself, where that is more than the numbers. */
  readonly words: string | undefined;
}

/** A change that can be taken back: by which change, and its place in the journal. */
interface Undo {
  readonly change: Change;
  readonly entryId: string;
}

/** One row of the panel. */
export interface Row {
  readonly check: Check;
  /** Undefined until its facts were read for the first time. */
  readonly finding: Finding | undefined;
  /** Its facts are being read, or it is being changed. */
  readonly busy: boolean;
  /** How far its change is, where it has many parts. */
  readonly progress: Progress | undefined;
  /** Why its last change did not work. */
  readonly problem: Problem | undefined;
  /** Why the last reading could not confirm what it says. */
  readonly unconfirmed: Problem | undefined;
  /** Whether something of it could not be read, which another try may. */
  readonly canRetry: boolean;
  /** What of its last change did not work although the rest did. */
  readonly left: readonly string[];
  /** What its last change did, while it can be taken back. */
  readonly done: JournalEntry | undefined;
  /** What takes its last change back. */
  readonly undo: Change | undefined;
  /** Whether the playbook in use has it. */
  readonly isInPlaybook: boolean;
}

function changed<T>(map: ReadonlyMap<string, T>, key: string, value: T | undefined): ReadonlyMap<string, T> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}

/**
 * The checklist of one project or group: what is known of it, what that means, and what is done about it. It knows no page and no form.
 */
export interface Checklist {
  readonly place: OwnPlace;
  readonly sources: Sources;
  readonly hands: Hands;
  /** Date and time (ISO). */
  readonly now: () => string;
  readonly facts: ReadonlySignal<FactSheet>;
  /** Why nothing that GitLab answers is the page's user's: nobody is signed in, or somebody else. */
  readonly endedBy: ReadonlySignal<Problem | undefined>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** Address of the project's or group's page, once it was read. */
  readonly address: ReadonlySignal<string | undefined>;
  /** Rows of the playbook that are not right yet, or undefined while any is being read for the first time. */
  readonly open: ReadonlySignal<number | undefined>;
  readonly reading: ReadonlySignal<boolean>;
  /** Where what is typed for placeholders is kept. */
  readonly valuesBook: ValuesBook;
  /** What is typed in forms, until its work is done. */
  readonly texts: Texts;
  /** What was done last, for screen readers. */
  readonly announcement: ReadonlySignal<string>;
  /** The playbook in use and why; undefined on group pages and while it is being guessed. */
  readonly playbook: ReadonlySignal<{readonly book: Playbook; readonly because: string | undefined} | undefined>;
  /** The changes made here so far; undefined until they were asked for. */
  readonly journal: ReadonlySignal<Journal | undefined>;
  /** Why the browser did not keep the journal, the playbook or a decision. */
  readonly notKept: ReadonlySignal<Problem | undefined>;
  /** Further projects of the group, beyond the first page. */
  readonly moreProjects: ReadonlySignal<{
    items: readonly ListedProject[];
    nextPage: number | undefined;
    problem?: Problem;
  }>;
  /** Reads everything again. */
  refresh(): Promise<void>;
  /** Reads some facts again. */
  reread(names: ReadonlySet<FactName>): Promise<void>;
  /** The same for what was changed elsewhere: rows that are known can be used meanwhile, so that no click of a hand gets lost. */
  follow(names: ReadonlySet<FactName>): Promise<void>;
  /** Reads again what could not be read of a row. */
  retry(check: Check): Promise<void>;
  /** Decides about bracketed texts: shown at once, and kept. */
  decideBrackets(step: (rules: BracketRules) => BracketRules): Promise<void>;
  /** Makes a row's change; a second call while the first is under way does nothing. */
  make(check: Check, change: Change): Promise<Made>;
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
  /** Chooses a playbook for this customer. */
  choosePlaybook(id: Playbook['id']): Promise<void>;
  loadJournal(): Promise<void>;
  /** Offers to undo a move that led to this page a short while ago. */
  recallMove(): Promise<void>;
  loadMoreProjects(): Promise<void>;
  /** Looks whether the extension is still there. */
  checkAlive(): boolean;
}

const nothingLeft: readonly string[] = [];

/** Milliseconds for which a change that was sent may still be under way. */
const young = 10_000;

/** Milliseconds after which a move is only taken back from the journal. */
const recent = 3_600_000;

/** Why the journal was not kept, and what follows. */
function journalNotKept(error: unknown): Problem {
  const {words, ...problem} = problemOf(error);
  if (problem.kind !== 'not-kept') return {words, ...problem};
  const why =
    error instanceof StorageFull
      ? 'The journal could not be kept: the extension’s storage is full.'
      : `The journal could not be kept. ${words}`;
  return {...problem, words: `${why} What you do now can be undone only until you leave this page.`};
}

function groupOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** Trouble that says nothing of what is there, and leaves the session as it was. */
function troubleOf(fact: Fact<unknown>): Problem | undefined {
  if (fact.state !== 'failed') return undefined;
  const {problem} = fact;
  return passes(problem.kind) && !endsSession(problem.kind) ? problem : undefined;
}

export function createChecklist(options: ChecklistOptions): Checklist {
  const {place, sources, hands, checkAlive} = options;
  const checks =
    place.kind === 'project'
      ? projectChecks
      : locateGroup(place.path, sources.workspace).kind === 'customer-group'
        ? groupChecks
        : [];
  const wanted = new Set<FactName>(checks.flatMap(check => check.facts));
  wanted.add('role');
  if (place.kind === 'project') wanted.add('user').add('today').add('record');
  else wanted.add('group').add('projects');

  const facts = signal<FactSheet>({});
  /** Facts that are known from before, and why the last reading could not confirm them. */
  const unconfirmed = signal<ReadonlyMap<string, Problem>>(new Map());
  const pending = signal<ReadonlyMap<string, {readonly round: number; readonly isQuiet: boolean}>>(new Map());
  const changing = signal<ReadonlySet<string>>(new Set());
  const progress = signal<ReadonlyMap<string, Progress>>(new Map());
  const problems = signal<ReadonlyMap<string, Problem>>(new Map());
  const leftovers = signal<ReadonlyMap<string, readonly string[]>>(new Map());
  const undos = signal<ReadonlyMap<string, Undo | undefined>>(new Map());
  const dones = signal<ReadonlyMap<string, JournalEntry>>(new Map());
  const announcement = signal('');
  const journal = signal<Journal | undefined>(undefined);
  const notKept = signal<Problem | undefined>(undefined);
  const moreProjects = signal<{items: readonly ListedProject[]; nextPage: number | undefined; problem?: Problem}>({
    items: [],
    nextPage: undefined,
  });
  const stopped = new Set<string>();
  /** Ids of the journal's entries that this page is making. */
  const underWay = new Set<string>();
  let round = 0;
  let entries = 0;

  const guess = computed((): Guess | undefined =>
    place.kind === 'project' ? guessPlaybook(facts.value, sources.workspace) : undefined,
  );
  const playbook = computed(() => {
    const {record} = facts.value;
    const chosen = record?.state === 'known' ? record.value.playbook : undefined;
    const book = playbooks.find(({id}) => id === (chosen ?? guess.value?.id));
    return book && {book, because: chosen === undefined ? guess.value?.because : undefined};
  });
  const playbookRows = computed(() => new Set(playbook.value?.book.steps.flatMap(step => step.rows)));
  const judges = checks.map(check => [check, judging(check, sources.workspace)] as const);
  const findings = computed(() => judges.map(([check, judge]) => [check, judge(facts.value)] as const));
  const role = computed(() => facts.value.role);
  const endedBy = computed(
    () =>
      Object.values(facts.value).flatMap(fact =>
        fact?.state === 'failed' && endsSession(fact.problem.kind) ? [fact.problem] : [],
      )[0],
  );
  const address = computed(() => {
    const main = place.kind === 'project' ? facts.value.project : facts.value.group;
    return main?.state === 'known' ? main.value.webUrl : undefined;
  });
  /** The facts of a check that could not be confirmed, or not be read so that it is unknown: another try may get them. */
  const unread = (check: Check, finding: Finding | undefined) =>
    check.facts.filter(
      name =>
        unconfirmed.value.has(name) ||
        finding?.retry?.includes(name) ||
        (finding?.verdict === 'unknown' && facts.value[name]?.state === 'failed'),
    );
  /** Each row as it was last: one in which nothing is another stays the same object, and is not drawn again. */
  const lastRows = new Map<string, Row>();
  const rows = computed(() =>
    findings.value.map(([check, finding]): Row => {
      const row: Row = {
        check,
        finding,
        busy: changing.value.has(check.id) || check.facts.some(name => pending.value.get(name)?.isQuiet === false),
        progress: progress.value.get(check.id),
        problem: problems.value.get(check.id),
        unconfirmed: check.facts.flatMap(name => unconfirmed.value.get(name) ?? [])[0],
        canRetry: finding !== undefined && finding.verdict !== 'waived' && unread(check, finding).length > 0,
        left: leftovers.value.get(check.id) ?? nothingLeft,
        done: dones.value.get(check.id),
        undo: undos.value.get(check.id)?.change,
        isInPlaybook: playbook.value === undefined || playbookRows.value.has(check.id),
      };
      const last = lastRows.get(check.id);
      if (last && (Object.keys(row) as (keyof Row)[]).every(name => row[name] === last[name])) return last;
      lastRows.set(check.id, row);
      return row;
    }),
  );
  const open = computed(() => {
    const counted = rows.value.filter(row => row.isInPlaybook);
    if (counted.some(({finding}) => finding === undefined)) return undefined;
    return counted.filter(({finding}) => finding?.verdict !== 'pass' && finding?.verdict !== 'waived').length;
  });

  /**
   * Reads facts; where the same one is read twice at once, only the later answer counts.
   *
   * @param keepsKnown whether what is known stays where trouble that passes is in the way: not after a change, which may have made
   *   it untrue
   * @param isQuiet whether rows whose facts are known do not wait for it
   */
  async function read(
    names: ReadonlySet<FactName>,
    {keepsKnown = false, isQuiet = false}: {readonly keepsKnown?: boolean; readonly isQuiet?: boolean} = {},
  ): Promise<void> {
    round += 1;
    const mine = round;
    const {user} = facts.value;
    // The first answer tells whose page it is, where the page itself does not.
    const pageUser = sources.pageUser ?? (user?.state === 'known' ? user.value : undefined);
    const by = {...sources, pageUser};
    const gathering: Record<string, Promise<Fact<unknown>> | undefined> =
      place.kind === 'project'
        ? gatherProject(place.path, by, names as ReadonlySet<keyof ProjectFacts>)
        : gatherGroup(place.path, by, names as ReadonlySet<keyof GroupFacts>);
    batch(() => {
      for (const name of Object.keys(gathering)) {
        const isAwaited =
          pending.value.get(name)?.isQuiet === false || facts.value[name as FactName]?.state !== 'known';
        pending.value = changed(pending.value, name, {round: mine, isQuiet: isQuiet && !isAwaited});
      }
    });
    await Promise.all(
      Object.entries(gathering).map(async ([name, promise]) => {
        const fact = await promise;
        if (fact === undefined || pending.value.get(name)?.round !== mine) return;
        const kept = keepsKnown && facts.value[name as FactName]?.state === 'known' ? troubleOf(fact) : undefined;
        batch(() => {
          if (kept === undefined) facts.value = {...facts.value, [name]: fact};
          unconfirmed.value = changed(unconfirmed.value, name, kept);
          pending.value = changed(pending.value, name, undefined);
        });
      }),
    );
    // After a change nobody is asked again: who is signed in was asked before it was made.
    const problem = keepsKnown ? await endOfReading(by, facts.value) : undefined;
    if (problem === undefined) return;
    facts.value = Object.fromEntries(Object.keys(facts.value).map(name => [name, {state: 'failed', problem}]));
  }

  function userName(): string {
    const {user} = facts.value;
    return (user?.state === 'known' ? user.value.name : sources.pageUser?.name) ?? 'Unknown';
  }

  async function keepPlaybook(id: string | undefined): Promise<void> {
    const {project} = facts.value;
    if (project?.state !== 'known' || id === undefined) return;
    await hands.notebook.updateRecord(project.value.id, record => ({...record, playbook: id}));
  }

  /** The place as the journal and the notebook know it, once it was read. */
  function subject(): {readonly id: number; readonly path: string} | undefined {
    const main = place.kind === 'project' ? facts.value.project : facts.value.group;
    return main?.state === 'known' ? main.value : undefined;
  }

  /** Rows offer no undo whose entry was forgotten. One whose entry could never be kept stays until the page is left. */
  function forgetUndos(gone: ReadonlySet<string>): void {
    for (const [row, undo] of undos.value) {
      if (undo === undefined || !gone.has(undo.entryId)) continue;
      undos.value = changed(undos.value, row, undefined);
      dones.value = changed(dones.value, row, undefined);
    }
  }

  /** Keeps the journal. That it could not be kept is told, and does not make the change a failure. */
  async function keep(step: (journal: Journal) => Journal): Promise<void> {
    const of = subject();
    if (of === undefined) return;
    try {
      const kept = await options.journalBook(`${place.kind}-${of.id}`).update(step);
      const left = new Set(kept.map(({id}) => id));
      const gone = new Set(journal.value?.map(({id}) => id).filter(id => !left.has(id)));
      batch(() => {
        journal.value = kept;
        notKept.value = undefined;
        forgetUndos(gone);
      });
    } catch (error) {
      notKept.value = journalNotKept(error);
    }
  }

  /**
   * Does a row's work and reads again what it touched, however it ended: an answer can be lost. Tells what went wrong.
   *
   * @param keeping what is kept before it is sent, and taken out again where it was not done
   */
  async function work(
    check: Check,
    change: Change,
    done: (outcome: Outcome) => Promise<JournalEntry | undefined>,
    keeping: Pick<MakeWatch, 'onSending' | 'onNotMade' | 'isUndo'>,
  ): Promise<Made> {
    if (changing.value.has(check.id) || !checkAlive()) return notBegun;
    stopped.delete(check.id);
    batch(() => {
      changing.value = new Set([...changing.value, check.id]);
      problems.value = changed(problems.value, check.id, undefined);
      leftovers.value = changed(leftovers.value, check.id, undefined);
    });
    try {
      const {makeChange} = await import('../apply/make.ts');
      const outcome = await makeChange(hands, change, {
        ...keeping,
        onProgress(count, all, words) {
          progress.value = changed(progress.value, check.id, {done: count, all, words});
        },
        isStopped: () => stopped.has(check.id),
      });
      leftovers.value = changed(leftovers.value, check.id, outcome.left);
      const made: Made = {isMade: true, entry: await done(outcome), left: outcome.left ?? []};
      // What is left to be told would be lost with the page; that the project moved is told there too.
      if (outcome.goTo !== undefined && made.left.length === 0) {
        announcement.value = 'Done. The new page is being opened.';
        options.goTo(outcome.goTo);
        return made;
      }
      await read(new Set(touchedBy(change)), {isQuiet: change.kind === 'tick' || change.kind === 'waiver'});
      const verdict = findings.value.find(([{id}]) => id === check.id)?.[1]?.verdict;
      announcement.value = `${verdict === 'pass' || verdict === 'waived' ? check.title : check.failureTitle}.`;
      return made;
    } catch (error) {
      const problem = problemOf(error);
      problems.value = changed(problems.value, check.id, problem);
      await read(new Set(touchedBy(change)), {isQuiet: change.kind === 'tick' || change.kind === 'waiver'});
      return {isMade: false, problem};
    } finally {
      batch(() => {
        changing.value = new Set([...changing.value].filter(id => id !== check.id));
        progress.value = changed(progress.value, check.id, undefined);
      });
    }
  }

  async function make(check: Check, change: Change): Promise<Made> {
    // At the new address nothing would point to where the customer came from.
    if (change.kind === 'move') await keepPlaybook(playbook.value?.book.id).catch(() => undefined);
    entries += 1;
    const at = options.now();
    const about = {
      id: `${at}-${entries}`,
      at,
      by: userName(),
      where: subject()?.path ?? place.path,
      check: check.id,
    };
    underWay.add(about.id);
    return work(
      check,
      change,
      async outcome => {
        const {undo} = outcome;
        const entry = entryFor(change, outcome, about);
        batch(() => {
          undos.value = changed(undos.value, check.id, undo && {change: undo, entryId: entry.id});
          dones.value = changed(dones.value, check.id, undo && entry);
        });
        await keep(before => withEntry(before, entry));
        return undo && entry;
      },
      {
        onSending: undo => keep(before => withEntry(before, sentEntry(entryFor(change, {undo}, about), change))),
        onNotMade: () => keep(before => withoutEntry(before, about.id)),
        isUndo: false,
      },
    ).finally(() => underWay.delete(about.id));
  }

  async function takeBack(check: Check, {change, entryId}: Undo): Promise<Made> {
    const notTaken = () => keep(before => withUndoSent(before, entryId, false));
    const done = async ({left = []}: Outcome): Promise<undefined> => {
      // Where only a part came back, the rest can still be taken back, and what did is not done twice.
      const isPart = left.length > 0 && change.kind !== 'move-back';
      const back = isPart ? await whatCameBack(change) : undefined;
      if (back === 'not-made') {
        await notTaken();
        return;
      }
      if (isPart && back === undefined) return;
      if (undos.value.get(check.id)?.entryId === entryId) {
        batch(() => {
          undos.value = changed(undos.value, check.id, undefined);
          dones.value = changed(dones.value, check.id, undefined);
        });
      }
      await keep(before => withUndone(before, entryId, left));
    };
    underWay.add(entryId);
    return work(check, change, done, {
      onSending: () => keep(before => withUndoSent(before, entryId, true)),
      onNotMade: notTaken,
      isUndo: true,
    }).finally(() => underWay.delete(entryId));
  }

  /** Looks what became of what takes something back. Undefined where that cannot be told. */
  async function whatCameBack(undo: Change): Promise<Settled> {
    const {settle} = await import('../apply/make.ts');
    return settle(hands, undo, {undo: undefined, isUndo: true}).catch(() => undefined);
  }

  /** Looks what became of changes that were sent, and whose end this page or another one did not see. */
  async function settleSent(): Promise<void> {
    const of = subject();
    if (of === undefined) return;
    const known = await options.journalBook(`${place.kind}-${of.id}`).read();
    for (const {id, at, sent, undo, undoSent, isOwnerless} of known) {
      if ((sent === undefined && !undoSent) || underWay.has(id) || isOwnerless) continue;
      if (sent === undefined) {
        const back = undo && (await whatCameBack(undo));
        if (back === undefined) continue;
        await keep(before =>
          back === 'not-made' ? withUndoSent(before, id, false) : withUndone(before, id, back.left),
        );
        continue;
      }
      const {settle} = await import('../apply/make.ts');
      const settled = await settle(hands, sent, {undo, isUndo: false}).catch(() => undefined);
      if (settled === undefined) continue;
      if (settled !== 'not-made') await keep(before => withSettled(before, id, settled));
      // Right after it was sent, GitLab or another page may still be at it.
      else if (Math.abs(Date.parse(options.now()) - Date.parse(at)) > young)
        await keep(before => withoutEntry(before, id));
    }
  }

  async function recallMove(): Promise<void> {
    const of = subject();
    if (of === undefined) return;
    const known = await options.journalBook(`${place.kind}-${of.id}`).read();
    const last = known.find(({check, undone}) => check === 'location' && !undone);
    // The clock can have been set meanwhile.
    const age = Math.abs(Date.parse(options.now()) - Date.parse(last?.at ?? ''));
    if (last?.undo?.kind !== 'move-back' || last.undo.from.path !== groupOf(of.path) || age > recent) return;
    const {undo} = last;
    batch(() => {
      // Where the entry is forgotten, this goes with it.
      journal.value ??= known;
      undos.value = changed(undos.value, 'location', {change: undo, entryId: last.id});
      dones.value = changed(dones.value, 'location', last);
    });
  }

  function lacksRole(fix: Fix): {readonly needed: number; readonly own: number} | undefined {
    const known = role.value;
    if (known?.state !== 'known' || known.value === undefined) return undefined;
    if (fix.kind !== 'change' && fix.kind !== 'form') return undefined;
    const needed = fix.kind === 'change' ? roleFor(fix.change) : (fix.role ?? 0);
    return known.value < needed ? {needed, own: known.value} : undefined;
  }

  return {
    place,
    sources,
    hands,
    now: options.now,
    facts,
    endedBy,
    rows,
    address,
    open,
    playbook,
    journal,
    notKept,
    reading: computed(() => pending.value.size > 0),
    valuesBook: options.valuesBook,
    texts: createTexts(() => {
      const of = subject();
      return of && options.textsBook(`${place.kind}-${of.id}`);
    }),
    announcement,
    moreProjects,
    make,
    lacksRole,
    isChanging: ({id}) => changing.value.has(id),
    reread: names => read(names),
    follow: names => read(names, {isQuiet: true}),

    async refresh() {
      if (!checkAlive()) return;
      const isMoving = problems.value.get('location')?.kind === 'running';
      problems.value = new Map();
      moreProjects.value = {items: [], nextPage: undefined};
      await read(wanted, {keepsKnown: true});
      await settleSent().catch(() => undefined);
      if (isMoving) await recallMove().catch(() => undefined);
      const {projects} = facts.value;
      if (projects?.state === 'known') moreProjects.value = {items: [], nextPage: projects.value.nextPage};
    },

    async retry(check) {
      const finding = findings.value.find(([{id}]) => id === check.id)?.[1];
      if (checkAlive()) await read(new Set(unread(check, finding)), {keepsKnown: true});
    },

    stop(check) {
      stopped.add(check.id);
    },

    forgetProblem(check) {
      problems.value = changed(problems.value, check.id, undefined);
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
      const {project, record} = facts.value;
      if (project?.state !== 'known' || record?.state !== 'known') return notBegun;
      const known = kind === 'tick' ? record.value.ticks : record.value.waivers;
      const to: Remark | null = note === undefined ? null : {by: userName(), at: options.now(), note: note.trim()};
      return make(check, {kind, projectId: project.value.id, check: check.id, from: known[check.id] ?? null, to});
    },

    async choosePlaybook(id) {
      try {
        await keepPlaybook(id);
        await read(new Set(['record']), {isQuiet: true});
      } catch (error) {
        // What cannot be kept still counts until the page is left.
        const {record} = facts.value;
        const known = record?.state === 'known' ? record.value : emptyRecord;
        facts.value = {...facts.value, record: {state: 'known', value: {...known, playbook: id}}};
        notKept.value = problemOf(error);
      }
    },

    async loadJournal() {
      await keep(before => before);
    },

    recallMove,

    async decideBrackets(step) {
      const {brackets} = facts.value;
      if (brackets?.state === 'known') {
        facts.value = {...facts.value, brackets: {state: 'known', value: step(brackets.value)}};
      }
      const keeping = hands.notebook.updateBrackets(step);
      // Begun at once, so that an earlier reading under way cannot show for a moment what was decided before.
      const reading = read(new Set(['brackets']));
      try {
        await keeping;
        notKept.value = undefined;
      } catch (error) {
        notKept.value = problemOf(error);
      }
      await reading;
    },

    async loadMoreProjects() {
      const {items, nextPage} = moreProjects.value;
      if (nextPage === undefined) return;
      moreProjects.value = {items, nextPage: undefined};
      try {
        const page = await listedProjects(sources.gitlab, place.path, sources.workspace, nextPage);
        moreProjects.value = {items: [...items, ...page.items], nextPage: page.nextPage};
      } catch (error) {
        moreProjects.value = {items, nextPage, problem: problemOf(error)};
      }
    },

    checkAlive,
  };
}
