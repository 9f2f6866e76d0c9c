import {batch, computed, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import {sendToBackground} from '../browser/extension.ts';
import {recall} from '../browser/preferences.ts';
import type {Checklist} from '../checklist/checklist.ts';
import type {Page} from '../checklist/page.ts';
import type {FactSheet} from '../facts/facts.ts';
import {createGitLab} from '../gitlab/gitlab.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {createPace} from '../gitlab/pace.ts';
import {assertSameUser} from '../gitlab/same-user.ts';
import {customersTexts} from '../texts/customers.ts';
import {changeOf, type ScanChange} from './change.ts';
import {takenOver} from './from-checklist.ts';
import {inSlices} from './in-slices.ts';
import {prepareLanguage} from './language.ts';
import {createSteadyOrder} from './order.ts';
import {readResultsOf} from './read-results.ts';
import {createReading, usualFreshDays} from './reading.ts';
import {type CustomerResult, progressOf} from './result.ts';
import {pageSlicing} from './slicing.ts';
import {firstView, isShown, segmentOf, type View} from './view.ts';

/** All customers of a group: what is known of them, what is shown, and the scan that reads them. */
export interface Portfolio {
  readonly customers: ReadonlySignal<readonly CustomerResult[]>;
  readonly shown: ReadonlySignal<readonly CustomerResult[]>;
  readonly view: Signal<View>;
  readonly selected: Signal<ReadonlySet<number>>;
  /** Whether archived projects and those scheduled for deletion are read too. */
  readonly withGone: Signal<boolean>;
  readonly isReading: ReadonlySignal<boolean>;
  /** Whether the last reading came to its end: it was not stopped, and nothing failed. */
  readonly isWhole: ReadonlySignal<boolean>;
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
  const view = signal<View>(firstView);
  const waiting = signal<number | undefined>(undefined);
  const ordered = createSteadyOrder(workspace);
  let countdown: ReturnType<typeof setInterval> | undefined;
  const gate = createPace({
    clock: pageSlicing.clock,
    wallClock: () => Date.now(),
    pause: page.checklist.means.pause,
    onWait(until) {
      clearInterval(countdown);
      const count = () => {
        waiting.value = until === undefined ? undefined : Math.max(0, Math.ceil((until - performance.now()) / 1_000));
      };
      count();
      if (until !== undefined) countdown = setInterval(count, 1_000);
    },
  });
  const reading = createReading(page, host, gate);
  const {customers, isReading, progress, problem, remarks, withGone, before, freshDays, owner, remark, fail} = reading;
  /** For what is asked beside the scan. */
  const transport = page.pacedTransport({gate});
  const paced = createGitLab(location.origin, transport);

  /** @throws GitLabError where somebody else is signed in by now, or where that cannot be told */
  async function takeOver(id: number, facts: FactSheet, playbook: string | undefined): Promise<void> {
    assertSameUser(await paced.user(), await owner());
    const {keep} = await reading.keeper();
    const known = customers.value.find(customer => customer.id === id);
    if (known === undefined) return;
    const after = takenOver(known, facts, playbook, workspace, reading.now());
    customers.value = customers.value.map(other => (other.id === id ? after : other));
    await keep([after]);
  }

  /** What is taken over of checklists, one after the other: the last said counts. */
  let updates: Promise<void> = Promise.resolve();

  return {
    customers,
    shown: computed(() =>
      ordered(customers.value, view.value, reading.count.value).filter(customer =>
        isShown(customer, view.value, workspace),
      ),
    ),
    view,
    selected: signal<ReadonlySet<number>>(new Set()),
    isReading,
    isWhole: reading.isWhole,
    progress,
    problem,
    withGone,
    checklistOf: path =>
      page.checklistOf(path, {
        transport,
        // A customer that was moved is found again where it lies now, without leaving.
        goTo: () => void reading.start(false),
      }),
    remarks,
    waiting,
    change: computed(() => changeOf(before.value, customers.value)),
    freshDays,

    read: reading.start,

    async open() {
      const calledOff = reading.calledOff();
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
      if (!calledOff.aborted) await reading.start(false);
    },

    stop: reading.stop,

    async forget() {
      try {
        const {id} = await owner();
        await sendToBackground({type: 'forget-results', host, userId: id});
        return true;
      } catch {
        remark(customersTexts.notForgotten);
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
