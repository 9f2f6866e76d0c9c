import type {Client} from '../first/client.ts';
import {createRequester} from '../requester.ts';

/** What the routes that come later ask GitLab with. */
export function withGitbeaker(client: Client) {
  const {host, transport} = client;
  return {
    ...client,
    /** What gitbeaker's classes are made with. */
    options: {host, requesterFn: createRequester(transport), rateLimits: {}, queryTimeout: null},
  };
}

/** What a resource's file makes its routes of. */
export type LaterClient = ReturnType<typeof withGitbeaker>;
