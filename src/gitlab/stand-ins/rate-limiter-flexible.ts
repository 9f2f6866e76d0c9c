/**
 * gitbeaker imports these for a limiter of its own, which is off here (`rateLimits: {}`): GitLab's limits are waited for in the
 * transport. Should gitbeaker ever make one after all, it fails loudly.
 */
export class RateLimiterMemory {
  constructor() {
    throw new Error('gitbeaker’s rate limiter is not part of the bundle');
  }
}

export class RateLimiterQueue {
  constructor() {
    throw new Error('gitbeaker’s rate limiter is not part of the bundle');
  }
}
