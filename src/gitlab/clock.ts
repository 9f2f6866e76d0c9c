/** The time on GitLab's own clock. */
export interface ServerClock {
  /** Asks GitLab. Until then, and where GitLab does not say, the computer's clock counts. @throws what asking throws */
  ask(time: () => Promise<string | undefined>): Promise<void>;
  /** Date and time (ISO), counted on since it was asked. */
  now(): string;
}

/**
 * What is compared with dates of GitLab's is told by its clock: the computer's can be wrong, and can be set meanwhile.
 *
 * @param computer date and time (ISO) on the computer's clock
 * @param running milliseconds that only ever grow
 */
export function createServerClock(computer: () => string, running: () => number): ServerClock {
  let asked: {readonly time: number; readonly at: number} | undefined;
  return {
    async ask(time) {
      const told = await time();
      asked = told === undefined ? undefined : {time: Date.parse(told), at: running()};
    },
    now: () => (asked === undefined ? computer() : new Date(asked.time + running() - asked.at).toISOString()),
  };
}
