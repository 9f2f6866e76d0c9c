import type {CDPSession} from '@playwright/test';

/** An event of Chromium's trace, as far as it is looked at; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** What the thread had of a processor. */
  readonly tdur?: number;
  readonly args?: {readonly name?: unknown};
}

/** Chromium's category that has each task of each thread, and little else. */
const category = 'disabled-by-default-devtools.timeline';

/**
 * Begins to trace the tasks of a Chromium's pages. What is returned ends it, and resolves to the milliseconds that the one with
 * the most of them had of a processor.
 *
 * How long a task takes by the clock has in it what it waits for a processor, which on a small machine is most of it; a page's own
 * `longtask` cannot tell.
 */
export async function traceProcessorTime(session: CDPSession): Promise<() => Promise<number>> {
  const mains = new Set<string>();
  const most = new Map<string, number>();
  session.on('Tracing.dataCollected', ({value}) => {
    for (const {name, pid, tid, tdur = 0, args} of value as unknown as readonly TraceEvent[]) {
      const thread = `${pid} ${tid}`;
      if (name === 'thread_name' && args?.name === 'CrRendererMain') mains.add(thread);
      if (name === 'RunTask') most.set(thread, Math.max(most.get(thread) ?? 0, tdur / 1_000));
    }
  });
  await session.send('Tracing.start', {transferMode: 'ReportEvents', traceConfig: {includedCategories: [category]}});
  return async () => {
    const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    const times = [...mains].flatMap(thread => most.get(thread) ?? []);
    if (times.length === 0) throw new Error('The trace has no task of a page.');
    return Math.max(...times);
  };
}
