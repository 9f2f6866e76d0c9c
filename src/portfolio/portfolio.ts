import {batch, computed, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import {sendToBackground} from '../browser/extension.ts';
import {hold} from '../browser/hold.ts';
import {createDetailsReader} from '../gitlab/details.ts';
import {problemOf} from '../gitlab/errors.ts';
import {createGitLab} from '../gitlab/gitlab.ts';
import {createPace} from '../gitlab/pace.ts';
import type {Problem} from '../gitlab/problem.ts';
import type {Store} from '../panel/store.ts';
import {createSteadyOrder} from './order.ts';
import {readResultsOf} from './read-results.ts';
import type {CustomerResult} from './result.ts';
import {scan} from './scan.ts';
import {takenOver} from './taken-over.ts';
import {isShown, type View, wholeView} from './view.ts';

/** Days for which what was read counts, where nothing happened in the project since. */
const freshFor = 7;
const day = 86_400_000;
/** Milliseconds for which results are gathered before they are kept together. */
const keepAfter = 1_000;
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
  /** Rows that became right and rows that became open since they were read before. */
  readonly change: ReadonlySignal<{readonly better: number; readonly worse: number}>;
  /** Shows what is kept, then reads what is not fresh. */
  open(): Promise<void>;
  /** Reads again: what changed, or all. */
  read(all: boolean): Promise<void>;
  stop(): void;
  /** A customer's own checklist, whose requests wait their turn with the scan's. */
  storeFor(path: string): Store;
  /** Takes over what a customer's own checklist says by now. */
  update(id: number, checklist: Store): void;
}

/** Lets the page do what waits. */
const breathe = () => new Promise<void>(resolve => setTimeout(resolve));

const isRight = (verdict: string | undefined) => verdict === 'pass' || verdict === 'waived';

export function createPortfolio(page: Store): Portfolio {
  const {workspace} = page.sources;
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
  const change = signal({better: 0, worse: 0});
  /** How many readings have ended. */
  const readings = signal(0);
  const ordered = createSteadyOrder(workspace);
  let unkept: CustomerResult[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  let countdown: ReturnType<typeof setInterval> | undefined;
  const gate = createPace({
    clock: () => performance.now(),
    wallClock: () => Date.now(),
    pause: page.hands.pause,
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
  /** Calls the reading under way off. */
  let reading = new AbortController();

  const remark = (text: string) => {
    if (!remarks.value.includes(text)) remarks.value = [...remarks.value, text];
  };

  async function keepNow(userId: number): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const results = unkept;
    unkept = [];
    if (results.length === 0) return;
    await sendToBackground({type: 'write-results', host, userId, results}).catch(() =>
      remark('The browser does not keep what was read: it is gone when this page is left.'),
    );
  }

  function keepSoon(userId: number, result: CustomerResult): void {
    unkept.push(result);
    timer ??= setTimeout(() => void keepNow(userId), keepAfter);
  }

  function replace(result: CustomerResult): void {
    customers.value = customers.value.map(other => (other.id === result.id ? result : other));
  }

  function count(before: CustomerResult | undefined, after: CustomerResult): void {
    if (before?.readAt === undefined) return;
    let {better, worse} = change.value;
    for (const [id, {verdict}] of Object.entries(after.findings)) {
      const was = before.findings[id];
      if (was === undefined || isRight(was.verdict) === isRight(verdict)) continue;
      if (isRight(verdict)) better += 1;
      else worse += 1;
    }
    change.value = {better, worse};
  }

  async function readAll(userId: number, all: boolean): Promise<void> {
    const known = new Map(customers.value.map(customer => [customer.id, customer]));
    const now = page.now();
    const readAgainBefore = all ? now : new Date(Date.parse(now) - freshFor * day).toISOString();
    let found: CustomerResult[] = [];
    let showing: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      clearTimeout(showing);
      showing = undefined;
      const results = new Map(found.map(result => [result.id, result]));
      found = [];
      batch(() => {
        for (const result of results.values()) count(known.get(result.id), result);
        customers.value = customers.value.map(customer => results.get(customer.id) ?? customer);
        progress.value = {...progress.value, done: progress.value.done + results.size};
      });
    };
    const {signal} = reading;
    const transport = page.pacedTransport({gate, signal});
    const refusal = await scan({
      sources: {...page.sources, gitlab: createGitLab(origin, transport), pageUser: await page.hands.pageUser()},
      readDetails: createDetailsReader(origin, transport),
      path: page.place.path,
      known,
      readAgainBefore,
      withGone: withGone.value,
      now: page.now,
      breathe,
      watch: {
        onListed(rows, open) {
          batch(() => {
            customers.value = rows;
            progress.value = {done: 0, all: open};
          });
        },
        onResult(result) {
          found.push(result);
          showing ??= setTimeout(show, showAfter);
          keepSoon(userId, result);
        },
        isStopped: () => signal.aborted || !page.checkAlive(),
      },
    });
    show();
    if (refusal !== undefined) {
      remark(
        `GitLab did not tell of many customers at once, so each was read by itself, which takes longer. ${refusal}`,
      );
    }
  }

  async function read(all: boolean): Promise<void> {
    batch(() => {
      problem.value = undefined;
      remarks.value = [];
      change.value = {better: 0, worse: 0};
    });
    try {
      const {id} = await page.hands.pageUser();
      addEventListener('pagehide', () => void keepNow(id), {once: true});
      const isHere = await hold(`scan ${page.place.path}`, async () => {
        try {
          await readAll(id, all);
        } catch (error) {
          if (!reading.signal.aborted) problem.value = problemOf(error);
        }
        await keepNow(id);
      });
      if (!isHere)
        remark('Another tab reads these customers at the moment. What it finds is there when this is opened again.');
    } catch (error) {
      problem.value = problemOf(error);
    } finally {
      batch(() => {
        isReading.value = false;
        readings.value += 1;
      });
    }
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
    storeFor: path => page.storeFor(path, page.pacedTransport({gate})),
    remarks,
    waiting,
    change,

    async read(all) {
      if (isReading.value) return;
      isReading.value = true;
      reading = new AbortController();
      await read(all);
    },

    async open() {
      try {
        const {id} = await page.hands.pageUser();
        const below = `${page.place.path.toLowerCase()}/`;
        const kept = await readResultsOf(host, id).catch(() => []);
        customers.value = kept.filter(({path}) => path.toLowerCase().startsWith(below));
      } catch (error) {
        batch(() => {
          problem.value = problemOf(error);
          isReading.value = false;
        });
        return;
      }
      await read(false);
    },

    stop() {
      reading.abort();
    },

    update(id, checklist) {
      const before = customers.value.find(customer => customer.id === id);
      if (before === undefined || checklist.reading.value) return;
      const after = takenOver(before, checklist.facts.value, checklist.playbook.value?.book.id, workspace);
      replace(after);
      void page.hands.pageUser().then(user => keepSoon(user.id, after));
    },
  };
}
