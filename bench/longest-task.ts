import type {CDPSession} from '@playwright/test';

/** A task of a page's main thread, in milliseconds. */
export interface Task {
  /** From its beginning to its end, with what it waited for one of the machine's processors. */
  readonly wall: number;
  /** What it had of a processor. */
  readonly processor: number;
}

/** An event of Chromium's trace, as far as it is looked at; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {readonly name?: unknown};
}

/** Chromium's category that has each task of each thread, and little else. */
const category = 'disabled-by-default-devtools.timeline';

/**
 * Begins to trace the tasks of a Chromium's pages. What is returned ends it, and resolves to the longest task.
 *
 * The page's own `longtask` tells of none below 50 ms, and of none how much of it was work.
 */
export async function traceTasks(session: CDPSession): Promise<() => Promise<Task>> {
  const mains = new Set<string>();
  const longest = new Map<string, Task>();
  session.on('Tracing.dataCollected', ({value}) => {
    for (const {name, pid, tid, dur = 0, tdur = 0, args} of value as unknown as readonly TraceEvent[]) {
      const thread = `${pid} ${tid}`;
      if (name === 'thread_name' && args?.name === 'CrRendererMain') mains.add(thread);
      if (name !== 'RunTask' || dur / 1_000 <= (longest.get(thread)?.wall ?? 0)) continue;
      longest.set(thread, {wall: dur / 1_000, processor: tdur / 1_000});
    }
  });
  await session.send('Tracing.start', {transferMode: 'ReportEvents', traceConfig: {includedCategories: [category]}});
  return async () => {
    const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    const tasks = [...mains].flatMap(thread => longest.get(thread) ?? []).sort((one, other) => other.wall - one.wall);
    const [task] = tasks;
    if (task === undefined) throw new Error('The trace has no task of a page.');
    return task;
  };
}
