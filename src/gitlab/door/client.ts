import type {Ref} from '../model/model.ts';
import {createRequester} from '../requester.ts';
import type {Transport} from '../transport.ts';

/**
 * What the routes of every resource ask GitLab with.
 *
 * @param host address of the GitLab host without a trailing slash
 */
export function createClient(host: string, transport: Transport) {
  const api = `${host}/api/v4`;
  return {
    host,
    /** Address of the REST API without a trailing slash. */
    api,
    transport,
    /** What gitbeaker's classes are made with. */
    options: {host, requesterFn: createRequester(transport), rateLimits: {}, queryTimeout: null},
    projectUrl: (project: Ref) => `${api}/projects/${encodeURIComponent(project)}`,
    /** Sends what gitbeaker has no function for, or a class of which too little would be used. Resolves to the answer's body. */
    async send(method: string, url: string, body?: object): Promise<unknown> {
      const json = body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}};
      return (await transport({method, url, ...json})).body;
    },
  };
}

/** What a resource's file makes its routes of. */
export type Client = ReturnType<typeof createClient>;
