import type {CDPSession} from '@playwright/test';

/** What the tasks of a page's main thread took, in milliseconds. */
export interface TaskTimes {
  /** By the clock: the longest from its beginning to its end. What it waited for a processor is in it. */
  readonly longest: number;
  /** What the longest had of a processor. */
  readonly longestProcessor: number;
  /** The most that any of them had of a processor. */
  readonly mostProcessor: number;
}

/** An event of Chromium's trace, as far as it is looked at; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** What the thread had of a processor. */
  readonly tdur?: number;
  readonly args?: {readonly name?: unknown};
}

/** Chromium's category that has each task of each thread, and little else. */
const category = 'disabled-by-default-devtools.timeline';

/** The worst of several. */
export function worstOf(times: readonly TaskTimes[]): TaskTimes {
  const [longest] = [...times].sort((one, other) => other.longest - one.longest);
  if (longest === undefined) throw new Error('There is no task of a page.');
  return {...longest, mostProcessor: Math.max(...times.map(({mostProcessor}) => mostProcessor))};
}

/**
 * Begins to trace the tasks of a Chromium's pages; what is returned ends it. A page's own `longtask` cannot tell what a task had of
 * a processor, and counts what a thread waits between two tasks.
 */
export async function traceTasks(session: CDPSession): Promise<() => Promise<TaskTimes>> {
  const mains = new Set<string>();
  const byThread = new Map<string, TaskTimes>();
  session.on('Tracing.dataCollected', ({value}) => {
    for (const {name, pid, tid, dur = 0, tdur = 0, args} of value as unknown as readonly TraceEvent[]) {
      const thread = `${pid} ${tid}`;
      if (name === 'thread_name' && args?.name === 'CrRendererMain') mains.add(thread);
      if (name !== 'RunTask') continue;
      const task = {longest: dur / 1_000, longestProcessor: tdur / 1_000, mostProcessor: tdur / 1_000};
      const before = byThread.get(thread);
      byThread.set(thread, before === undefined ? task : worstOf([before, task]));
    }
  });
  await session.send('Tracing.start', {transferMode: 'ReportEvents', traceConfig: {includedCategories: [category]}});
  return async () => {
    const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    return worstOf([...mains].flatMap(thread => byThread.get(thread) ?? []));
  };
}
