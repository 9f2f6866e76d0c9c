import {batch, signal} from '@preact/signals-core';
import {hold} from '../browser/tab-lock.ts';
import type {Page} from '../checklist/page.ts';
import {createDetailsReader} from '../gitlab/batch/details.ts';
import {createWaitingReader} from '../gitlab/batch/waiting.ts';
import {createServerClock} from '../gitlab/clock.ts';
import {problemOf} from '../gitlab/errors.ts';
import {createGitLab} from '../gitlab/gitlab.ts';
import type {User} from '../gitlab/model/model.ts';
import {endsSession, type Problem} from '../gitlab/model/problem.ts';
import type {Gate} from '../gitlab/pace.ts';
import {customersTexts} from '../texts/customers.ts';
import {createWanted} from './read-again.ts';
import type {CustomerResult} from './result.ts';
import {createKeeper, type Keeper} from './results-writer.ts';
import {scan} from './scan.ts';
import {pageSlicing} from './slicing.ts';

/** Days for which what was read counts, where nothing happened in the project since; until the user says otherwise. */
export const usualFreshDays = 7;
const day = 86_400_000;
/** Milliseconds for which results are gathered before the table is drawn with them. */
const showAfter = 150;

/**
 * The readings of all customers of a page's group: what they found, how far they are, and what is to be said of them.
 *
 * @param host the GitLab host's name
 * @param gate what the requests of all readings wait at
 */
export function createReading(page: Page, host: string, gate: Gate) {
  const customers = signal<readonly CustomerResult[]>([]);
  const withGone = signal(false);
  // It is made to be opened at once.
  const isReading = signal(true);
  /** Whether the last one came to its end: it was not stopped, and nothing failed. */
  const isWhole = signal(false);
  const progress = signal({done: 0, all: 0});
  const problem = signal<Problem | undefined>(undefined);
  const remarks = signal<readonly string[]>([]);
  /** What was known when the last reading began. */
  const before = signal<ReadonlyMap<number, CustomerResult>>(new Map());
  const freshDays = signal(usualFreshDays);
  /** How many have ended. */
  const count = signal(0);
  const clock = createServerClock(page.now, pageSlicing.clock);
  const {origin} = location;
  /** Calls the reading under way off. */
  let underWay = new AbortController();

  /** Says something, once. */
  const remark = (text: string) => {
    if (!remarks.value.includes(text)) remarks.value = [...remarks.value, text];
  };

  /** Says why a reading, or what goes with it, came to its end. */
  const fail = (error: unknown) => {
    problem.value = problemOf(error);
    const {kind} = problem.value;
    if (endsSession(kind) && customers.value.length > 0) remark(customersTexts.shownAsBefore);
  };

  let asked: Promise<User> | undefined;
  /** The user whose view this is, to its end: where the page does not name them, GitLab is asked once. */
  const owner = (): Promise<User> => {
    asked ??= page.checklist.means.pageUser().catch(error => {
      asked = undefined;
      throw error;
    });
    return asked;
  };

  let kept: Keeper | undefined;
  /** What keeps the results. */
  const keeper = async (): Promise<Keeper> => {
    const {id} = await owner();
    kept ??= createKeeper(host, id, () => remark(customersTexts.resultsNotKept));
    return kept;
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
    const {signal} = underWay;
    const transport = page.pacedTransport({gate, signal});
    try {
      const {refusal, partly} = await scan({
        sources: {...page.checklist.sources, gitlab: createGitLab(origin, transport), pageUser: await owner()},
        readDetails: createDetailsReader(origin, transport),
        readWaiting: createWaitingReader(origin, transport),
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
      if (refusal !== undefined) remark(customersTexts.readOneByOne(refusal));
      if (partly > 0) remark(customersTexts.notAllTold(partly));
    } finally {
      await done();
      show();
    }
  }

  async function read(all: boolean): Promise<void> {
    const mine = underWay;
    let isElsewhere = false;
    batch(() => {
      isReading.value = true;
      isWhole.value = false;
      problem.value = undefined;
      remarks.value = [];
    });
    try {
      const {id} = await owner();
      const keeping = await keeper();
      const {path} = page.place;
      const wanted = createWanted(host, id);
      const isHere = await hold(`scan ${path}`, async held => {
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
          if (mine.signal.aborted) return;
          await wanted.done(path);
          isWhole.value = true;
        } catch (error) {
          if (!mine.signal.aborted) fail(error);
        }
      });
      isElsewhere = !isHere;
      if (isElsewhere) remark(customersTexts.readElsewhere);
    } catch (error) {
      if (!mine.signal.aborted) fail(error);
    } finally {
      batch(() => {
        // One that another one follows is not stopped.
        if (mine.signal.aborted && mine === underWay && !isElsewhere) remark(customersTexts.stopped);
        isReading.value = false;
        count.value += 1;
      });
    }
  }

  /** The reading under way, or the last one. */
  let current: Promise<void> = Promise.resolve();

  /** Reads anew; what is being read already is called off, because it was asked for something else. */
  function start(all: boolean): Promise<void> {
    underWay.abort();
    const mine = new AbortController();
    underWay = mine;
    current = current.then(() => (mine.signal.aborted ? undefined : read(all)));
    return current;
  }

  return {
    customers,
    isReading,
    isWhole,
    progress,
    problem,
    remarks,
    withGone,
    before,
    freshDays,
    count,
    owner,
    keeper,
    remark,
    fail,
    start,
    /** Date and time (ISO) on GitLab's clock. */
    now: clock.now,
    /** Aborted where the reading that is under way, or the next one, is called off. */
    calledOff: () => underWay.signal,
    stop: () => underWay.abort(),
  };
}
