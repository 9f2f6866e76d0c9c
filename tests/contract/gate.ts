/**
 * Lets requests through in rounds: all that wait when nothing else goes on. So it is counted how many answers have to be waited for one
 * after the other, without a clock.
 */
export interface Gate {
  /** Waits until the next round. */
  pass(): Promise<void>;
  /**
   * Lets everything through until work has ended.
   *
   * @param onRound told before each round
   * @returns how many rounds it took
   */
  through(work: Promise<unknown>, onRound?: () => void): Promise<number>;
}

/** Turns of the event loop in which nothing new may come, until nothing is thought to go on. */
const quiet = 8;

/** A gate that is shut. */
export function createGate(): Gate {
  let waiting: (() => void)[] = [];
  const turn = () => new Promise(resolve => setImmediate(resolve));
  return {
    pass: () => new Promise<void>(resolve => void waiting.push(resolve)),
    async through(work, onRound = () => undefined) {
      let isOver = false;
      void work.finally(() => {
        isOver = true;
      });
      let rounds = 0;
      for (let calm = 0, before = 0; !isOver; ) {
        await turn();
        calm = waiting.length === before ? calm + 1 : 0;
        before = waiting.length;
        if (calm < quiet || waiting.length === 0) continue;
        rounds += 1;
        onRound();
        const now = waiting;
        waiting = [];
        for (const go of now) go();
        calm = 0;
        before = 0;
      }
      await work;
      return rounds;
    },
  };
}
