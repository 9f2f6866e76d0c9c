import type {Transport} from './transport.ts';

/** The share of GitLab's limit that is left to the user, who goes on working meanwhile. */
const share = 0.7;
const minute = 60_000;

export interface PaceOptions {
  /** GitLab's limit of requests per minute. Source: GitLab.com's rate limits. */
  readonly perMinute: number;
  /** Milliseconds since any beginning. */
  readonly clock: () => number;
  /** Resolves after that many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Told how many seconds are waited, so that the limit is not reached. */
  readonly onWait?: (seconds: number) => void;
}

/** A transport that never sends more than 70 % of what GitLab allows in any minute; the rest waits its turn. */
export function withPace(transport: Transport, {perMinute, clock, pause, onWait}: PaceOptions): Transport {
  const most = Math.floor(perMinute * share);
  const sent: number[] = [];
  let turn: Promise<void> = Promise.resolve();

  async function waitForTurn(): Promise<void> {
    const now = clock();
    while (sent[0] !== undefined && now - sent[0] >= minute) sent.shift();
    const [oldest] = sent;
    if (oldest !== undefined && sent.length >= most) {
      const wait = minute - (now - oldest);
      onWait?.(Math.ceil(wait / 1_000));
      await pause(wait);
      sent.shift();
    }
    sent.push(clock());
  }

  return request => {
    const mine = turn.then(waitForTurn);
    turn = mine;
    return mine.then(() => transport(request));
  };
}
