import {batch, computed, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import {sendToBackground} from '../browser/extension.ts';
import {recall} from '../browser/preferences.ts';
import {hold} from '../browser/tab-lock.ts';
import type {Checklist} from '../checklist/checklist.ts';
import type {Page} from '../checklist/page.ts';
import type {FactSheet} from '../facts/facts.ts';
import {createDetailsReader} from '../gitlab/batch/details.ts';
import {createServerClock} from '../gitlab/clock.ts';
import {problemOf} from '../gitlab/errors.ts';
import {createGitLab} from '../gitlab/gitlab.ts';
import type {User} from '../gitlab/model/model.ts';
import {endsSession, type Problem} from '../gitlab/model/problem.ts';
import {createPace} from '../gitlab/pace.ts';
import {assertSameUser} from '../gitlab/same-user.ts';
import {changeOf, type ScanChange} from './change.ts';
import {takenOver} from './from-checklist.ts';
import {inSlices} from './in-slices.ts';
import {prepareLanguage} from './language.ts';
import {createSteadyOrder} from './order.ts';
import {createWanted} from './read-again.ts';
import {readResultsOf} from './read-results.ts';
import {type CustomerResult, progressOf} from './result.ts';
import {createKeeper, type Keeper} from './results-writer.ts';
import {scan} from './scan.ts';
import {pageSlicing} from './slicing.ts';
import {isShown, segmentOf, type View, wholeView} from './view.ts';

/** Days for which what was read counts, where nothing happened in the project since; until the user says otherwise. */
const usualFreshDays = 7;
const day = 86_400_000;
/** Milliseconds for which results are gathered before the table is drawn with them. */
const showAfter = 150;

/** All customers of a group: what is known of them, what is shown, and the scan that reads them. */
export interface Portfolio {
  readonly customers: ReadonlySignal<readonly CustomerResult[]>;
  readonly shown: ReadonlySignal<readonly CustomerResult[]>;
  readonly view: Signal<View>;
  readonly selected: Signal<ReadonlySet<number>>;
  /** Whether archived projects and those scheduled for deletion are read too. */
  readonly withGone: Signal<boolean>;
  readonly isReading: ReadonlySignal<boolean>;
  /** How many of those that had to be read are read. */
  readonly progress: ReadonlySignal<{readonly done: number; readonly all: number}>;
  /** Why the group could not be read. */
  readonly problem: ReadonlySignal<Problem | undefined>;
  /** What else is to be said: that GitLab did not tell of many at once, that the browser keeps nothing, that another tab reads. */
  readonly remarks: ReadonlySignal<readonly string[]>;
  /** Seconds, counted down, that requests still wait, so that GitLab's limit is kept. */
  readonly waiting: ReadonlySignal<number | undefined>;
  /** What is otherwise than at the last reading. */
  readonly change: ReadonlySignal<ScanChange>;
  /** Days after which a customer is read again although nothing happened in it; 0 for never. */
  readonly freshDays: Signal<number>;
  /** Shows what is kept, then reads what is not fresh. */
  open(): Promise<void>;
  /** Reads again: what changed, or all. */
  read(all: boolean): Promise<void>;
  stop(): void;
  /** Forgets what is kept of the user's customers, here and below other groups. Resolves to whether the browser did. */
  forget(): Promise<boolean>;
  /** A customer's own checklist, whose requests wait their turn with the scan's. */
  checklistOf(path: string): Checklist;
  /** Takes over what a customer's own checklist says by now, if the user is still the one whose view this is. */
  update(id: number, checklist: Checklist): Promise<void>;
}

export function createPortfolio(page: Page): Portfolio {
  const {workspace} = page.checklist.sources;
  const host = new URL(workspace.host).host;
  const customers = signal<readonly CustomerResult[]>([]);
  const view = signal<View>(wholeView);
  const withGone = signal(false);
  // It is made to be opened at once.
  const isReading = signal(true);
  const progress = signal({done: 0, all: 0});
  const problem = signal<Problem | undefined>(undefined);
  const remarks = signal<readonly string[]>([]);
  const waiting = signal<number | undefined>(undefined);
  /** What was known when the last reading began. */
  const before = signal<ReadonlyMap<number, CustomerResult>>(new Map());
  const freshDays = signal(usualFreshDays);
  /** How many readings have ended. */
  const readings = signal(0);
  const clock = createServerClock(page.now, pageSlicing.clock);
  const ordered = createSteadyOrder(workspace);
  let countdown: ReturnType<typeof setInterval> | undefined;
  const gate = createPace({
    clock: pageSlicing.clock,
    wallClock: () => Date.now(),
    pause: page.checklist.hands.pause,
    onWait(until) {
      clearInterval(countdown);
      const count = () => {
        waiting.value = until === undefined ? undefined : Math.max(0, Math.ceil((until - performance.now()) / 1_000));
      };
      count();
      if (until !== undefined) countdown = setInterval(count, 1_000);
    },
  });
  const {origin} = location;
  /** For what is asked beside the scan. */
  const transport = page.pacedTransport({gate});
  const paced = createGitLab(origin, transport);
  /** Calls the reading under way off. */
  let reading = new AbortController();

  const remark = (text: string) => {
    if (!remarks.value.includes(text)) remarks.value = [...remarks.value, text];
  };

  const fail = (error: unknown) => {
    problem.value = problemOf(error);
    const {kind} = problem.value;
    if (endsSession(kind) && customers.value.length > 0)
      remark('What was read before is kept and shown. What may have been read as somebody else is not.');
  };

  let asked: Promise<User> | undefined;
  /** The user whose view this is, to its end: where the page does not name them, GitLab is asked once. */
  const owner = (): Promise<User> => {
    asked ??= page.checklist.hands.pageUser().catch(error => {
      asked = undefined;
      throw error;
    });
    return asked;
  };

  let keeper: Keeper | undefined;
  const keeperOf = async (): Promise<Keeper> => {
    const {id} = await owner();
    keeper ??= createKeeper(host, id, () =>
      remark(
        'The browser does not keep what was read: it is gone when this page is left. Perhaps this computer’s disk is full.',
      ),
    );
    return keeper;
  };

  async function scanGroup({keep, done}: Keeper, readAgainBefore: string): Promise<void> {
    const known = new Map(customers.value.map(customer => [customer.id, customer]));
    before.value = known;
    let found: CustomerResult[] = [];
    let showing: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      clearTimeout(showing);
      showing = undefined;
      const results = new Map(found.map(result => [result.id, result]));
      found = [];
      batch(() => {
        customers.value = customers.value.map(customer => results.get(customer.id) ?? customer);
        progress.value = {...progress.value, done: progress.value.done + results.size};
      });
    };
    const {signal} = reading;
    const transport = page.pacedTransport({gate, signal});
    try {
      const {refusal, partly} = await scan({
        sources: {...page.checklist.sources, gitlab: createGitLab(origin, transport), pageUser: await owner()},
        readDetails: createDetailsReader(origin, transport),
        path: page.place.path,
        known,
        readAgainBefore,
        withGone: withGone.value,
        now: clock.now,
        ...pageSlicing,
        watch: {
          onListed(rows, open) {
            batch(() => {
              customers.value = rows;
              progress.value = {done: 0, all: open};
            });
          },
          onResults(results) {
            void keep(results).then(() => {
              found.push(...results);
              showing ??= setTimeout(show, showAfter);
            });
          },
          isStopped: () => signal.aborted || !page.checkAlive(),
        },
      });
      if (refusal !== undefined) {
        remark(
          `GitLab did not tell of many customers at once, so each was read by itself, which takes longer. ${refusal}`,
        );
      }
      if (partly > 0) {
        remark(
          `GitLab did not tell everything of ${partly === 1 ? 'one customer' : `${partly} customers`}. “Read what changed” asks again.`,
        );
      }
    } finally {
      await done();
      show();
    }
  }

  async function read(all: boolean): Promise<void> {
    batch(() => {
      isReading.value = true;
      problem.value = undefined;
      remarks.value = [];
    });
    try {
      const {id} = await owner();
      const keeping = await keeperOf();
      const {path} = page.place;
      const wanted = createWanted(host, id);
      const isHere = await hold(`scan ${path}`, async held => {
        const mine = reading;
        held.addEventListener('abort', () => mine.abort());
        const transport = page.pacedTransport({gate, signal: mine.signal});
        await clock.ask(() => createGitLab(origin, transport).time());
        const now = clock.now();
        if (all) await wanted.ask(path, now);
        const days = freshDays.value;
        const old = days === 0 ? '' : new Date(Date.parse(now) - days * day).toISOString();
        const asked = (await wanted.of(path)) ?? '';
        try {
          await scanGroup(keeping, asked > old ? asked : old);
          if (!reading.signal.aborted) await wanted.done(path);
        } catch (error) {
          if (!reading.signal.aborted) fail(error);
        }
      });
      if (!isHere)
        remark('Another tab reads these customers at the moment. What it finds is there when this is opened again.');
    } catch (error) {
      fail(error);
    } finally {
      batch(() => {
        isReading.value = false;
        readings.value += 1;
      });
    }
  }

  /** @throws GitLabError where somebody else is signed in by now, or where that cannot be told */
  async function takeOver(id: number, facts: FactSheet, playbook: string | undefined): Promise<void> {
    assertSameUser(await paced.user(), await owner());
    const {keep} = await keeperOf();
    const known = customers.value.find(customer => customer.id === id);
    if (known === undefined) return;
    const after = takenOver(known, facts, playbook, workspace, clock.now());
    customers.value = customers.value.map(other => (other.id === id ? after : other));
    await keep([after]);
  }

  /** What is taken over of checklists, one after the other: the last said counts. */
  let updates: Promise<void> = Promise.resolve();
  /** The reading under way, or the last one. */
  let current: Promise<void> = Promise.resolve();

  /** Reads anew; what is being read already is called off, because it was asked for something else. */
  function start(all: boolean): Promise<void> {
    reading.abort();
    const mine = new AbortController();
    reading = mine;
    current = current.then(() => (mine.signal.aborted ? undefined : read(all)));
    return current;
  }

  return {
    customers,
    shown: computed(() =>
      ordered(customers.value, view.value, readings.value).filter(customer => isShown(customer, view.value, workspace)),
    ),
    view,
    selected: signal<ReadonlySet<number>>(new Set()),
    isReading,
    progress,
    problem,
    withGone,
    checklistOf: path =>
      page.checklistOf(path, {
        transport,
        // A customer that was moved is found again where it lies now, without leaving.
        goTo: () => void start(false),
      }),
    remarks,
    waiting,
    change: computed(() => changeOf(before.value, customers.value)),
    freshDays,

    read: start,

    async open() {
      const mine = reading;
      try {
        const {id} = await owner();
        const below = `${page.place.path.toLowerCase()}/`;
        const [kept, days] = await Promise.all([
          readResultsOf(host, id).catch(() => []),
          recall('fresh-days:1'),
          prepareLanguage(pageSlicing),
        ]);
        freshDays.value = days ?? usualFreshDays;
        const here = kept.filter(({path}) => path.toLowerCase().startsWith(below));
        // What the first drawing asks of each of them.
        await inSlices(here, pageSlicing, customer => {
          progressOf(customer);
          segmentOf(customer, workspace);
        });
        customers.value = here;
      } catch (error) {
        batch(() => {
          fail(error);
          isReading.value = false;
        });
        return;
      }
      if (!mine.signal.aborted) await start(false);
    },

    stop() {
      reading.abort();
    },

    async forget() {
      try {
        const {id} = await owner();
        await sendToBackground({type: 'forget-results', host, userId: id});
        return true;
      } catch {
        remark('The browser did not forget what was read. Try again, or remove the extension: that forgets all of it.');
        return false;
      }
    },

    update(id, checklist) {
      if (checklist.reading.value) return updates;
      const facts = checklist.facts.value;
      const playbook = checklist.playbook.value?.book.id;
      updates = updates.then(() => takeOver(id, facts, playbook)).catch(fail);
      return updates;
    },
  };
}
