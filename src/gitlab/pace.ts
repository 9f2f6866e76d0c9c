import {errorOfPause} from './errors.ts';

/** The share of GitLab's limits that is left to the user, who goes on working meanwhile. */
const left = 0.3;
/** The share that passes: less than the rest, because the panel's own few requests do not wait and count too. */
const share = 0.68;
/** A minute, in milliseconds, and a second more: GitLab's clock is not ours. */
const minute = 61_000;
/** An hour, in milliseconds: GitLab.com announces limits for as long. */
const hour = 3_600_000;
/** Milliseconds until it is looked again whether a request under way has its answer, where only those are in the way. */
const look = 100;
/** Milliseconds of rest after a refusal that does not say how long. */
const restUntold = 15_000;
/** Milliseconds of rest after any refusal at least. */
const leastRest = 1_000;
/** The longest wait, in milliseconds, that is sat out with a countdown rather than told. */
const longestWait = 5 * 60_000;

/**
 * GitLab.com's limits of requests for a user, per minute. What carries the page's token counts as the page's own traffic, all else as
 * the API's. Source: its page on rate limits; GitLab's `lib/gitlab/rack_attack/request.rb`.
 */
const general = {api: 2_000, web: 1_000} as const;
/** What GitLab calls the limits that can be told of, by a part of the name. Source: its `lib/gitlab/rack_attack.rb`. */
const names = {_web: 'web', _files_api: 'files', _api: 'api'} as const;
/** Its lower limits of single routes, per minute, by the path. Source: the same page. */
const routes: readonly (readonly [RegExp, number])[] = [
  [/\/projects\/[^/]+$/, 400],
  [/\/groups\/[^/]+$/, 400],
  [/\/groups\/[^/]+\/projects$/, 600],
  [/\/members\/all$/, 200],
  [/\/invited_groups$/, 60],
  [/\/repository\/files\/[^/]+\/raw$/, 300],
];
/** The route of a repository's files, which can have a limit of its own. */
const files = [/\/repository\/files\/[^/]+$/, 500] as const;

/** What an answer tells of GitLab's limits, as far as it does. */
export interface LimitsTold {
  readonly url: string;
  /** Whether the request carried the page's token. */
  readonly isWeb: boolean;
  /** `RateLimit-Name`: GitLab tells only of the limit of which least is left. */
  readonly name: string | undefined;
  readonly status: number;
  /** Seconds that GitLab asks to wait; undefined where it does not say. */
  readonly retryAfter: number | undefined;
  /** `RateLimit-Limit`: requests per minute, whatever the limit's own period is. Source: GitLab's `rack_attack_headers.rb`. */
  readonly limit: number | undefined;
  /** `RateLimit-Observed`: requests so far in the limit's own period, whoever sent them. */
  readonly observed: number | undefined;
  /** `RateLimit-Remaining`: requests that are left in that period. */
  readonly remaining: number | undefined;
  /** `RateLimit-Reset`: seconds since the epoch. */
  readonly reset: number | undefined;
}

/** What requests pass one by one, so that GitLab's limits are never reached. */
export interface Gate {
  /**
   * Resolves when a request may be sent, to what is to be called once it is answered or given up: only then it is sure that GitLab
   * has counted it.
   *
   * @param isWeb whether it carries the page's token
   * @throws the signal's reason where it is aborted meanwhile
   * @throws GitLabError where GitLab asks to wait for longer than some minutes
   */
  enter(url: string, signal: AbortSignal | undefined, isWeb: boolean): Promise<() => void>;
  /** Learns from an answer. */
  learn(told: LimitsTold): void;
}

interface PaceOptions {
  /** Milliseconds since any beginning. */
  readonly clock: () => number;
  /** Milliseconds since the epoch. */
  readonly wallClock: () => number;
  /** Resolves after that many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Told until when (of {@link clock}) requests wait; undefined once none does. */
  readonly onWait: (until: number | undefined) => void;
}

/** One limit: when those of the last minute were answered, how many are under way, and until when nothing may be sent. */
interface Bucket {
  readonly answered: number[];
  underWay: number;
  most: number;
  closedUntil: number;
}

const bucketOf = (limit: number): Bucket => ({
  answered: [],
  underWay: 0,
  most: Math.max(1, Math.floor(limit * share)),
  closedUntil: Number.NEGATIVE_INFINITY,
});

/** When a bucket lets the next one through, as far as that can be told. */
function opensAt({answered, underWay, most, closedUntil}: Bucket, now: number): number {
  while (answered[0] !== undefined && now - answered[0] >= minute) answered.shift();
  const tooMany = answered.length + underWay - most;
  if (tooMany < 0) return Math.max(closedUntil, now);
  const oldest = answered[tooMany];
  return Math.max(closedUntil, oldest === undefined ? now + look : oldest + minute);
}

/** Resolves with the rest, or rejects with the signal's reason as soon as it is aborted. */
function orAborted(rest: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return rest;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, {once: true});
    void rest.then(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, reject);
  });
}

/**
 * Never lets more than 68 % of what GitLab allows through in any minute: of the limits for a user, and of those of single routes.
 * Where GitLab tells its limit, what is left of it, or that it is reached, that is what counts; of a limit for longer than a minute
 * 30 % are left to the user too. A wait of more than five minutes
 * is not sat out: until then nothing passes, and whoever comes is told.
 */
export function createPace({clock, wallClock, pause, onWait}: PaceOptions): Gate {
  const buckets = {api: bucketOf(general.api), web: bucketOf(general.web), files: bucketOf(files[1])};
  const byRoute = [
    ...routes.map(([pattern, limit]) => [pattern, bucketOf(limit)] as const),
    [files[0], buckets.files] as const,
  ];
  const waiting = new Set<symbol>();

  const routeOf = (url: string) => {
    const {pathname} = new URL(url);
    return byRoute.find(([pattern]) => pattern.test(pathname))?.[1];
  };

  /** The limit that an answer tells of; without a name it is that which the request counts for. */
  const toldOf = (name: string | undefined, isWeb: boolean) => {
    const known = Object.entries(names).find(([part]) => name?.endsWith(part))?.[1];
    return buckets[known ?? (isWeb ? 'web' : 'api')];
  };

  return {
    async enter(url, signal, isWeb) {
      const all = buckets[isWeb ? 'web' : 'api'];
      const route = routeOf(url);
      const passed = route ? [all, route] : [all];
      const me = Symbol();
      try {
        for (;;) {
          signal?.throwIfAborted();
          const now = clock();
          const until = Math.max(...passed.map(bucket => opensAt(bucket, now)));
          if (until - now > longestWait) throw errorOfPause(wallClock() + until - now, wallClock());
          if (until <= now) {
            for (const bucket of passed) bucket.underWay += 1;
            return () => {
              const then = clock();
              for (const bucket of passed) {
                bucket.underWay -= 1;
                bucket.answered.push(then);
              }
            };
          }
          waiting.add(me);
          onWait(until);
          await orAborted(pause(until - now), signal);
        }
      } finally {
        if (waiting.delete(me) && waiting.size === 0) onWait(undefined);
      }
    },

    learn({url, isWeb, name, status, retryAfter, limit, observed, remaining, reset}) {
      const now = clock();
      const all = toldOf(name, isWeb);
      const inPeriod = observed === undefined || remaining === undefined ? limit : observed + remaining;
      // One of an hour may be used up at once: only what is left of it counts.
      const isLong = limit !== undefined && inPeriod !== undefined && inPeriod > limit;
      if (limit !== undefined && limit > 0 && !isLong) all.most = Math.max(1, Math.floor(limit * share));
      if (status === 429) {
        // The limit of a single route comes without those headers.
        const reached = limit === undefined ? (routeOf(url) ?? all) : all;
        const rest = retryAfter === undefined ? restUntold : Math.max(leastRest, retryAfter * 1_000);
        reached.closedUntil = Math.max(reached.closedUntil, now + rest);
        return;
      }
      if (inPeriod === undefined || remaining === undefined) return;
      if (remaining <= inPeriod * left) {
        const untilReset = reset === undefined ? minute : Math.max(0, reset * 1_000 - wallClock());
        const rest = Math.min(isLong ? hour : minute, untilReset);
        all.closedUntil = Math.max(all.closedUntil, now + rest);
      }
    },
  };
}
