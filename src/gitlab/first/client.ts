import {perPage} from '../lists.ts';
import type {Ref} from '../model/model.ts';
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
    projectUrl: (project: Ref) => `${api}/projects/${encodeURIComponent(project)}`,
    groupUrl: (group: Ref) => `${api}/groups/${encodeURIComponent(group)}`,

    /** Sends what gitbeaker has no function for, or is not there yet for. Resolves to the answer's body. */
    async send(method: string, url: string, body?: object): Promise<unknown> {
      const json = body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}};
      return (await transport({method, url, ...json})).body;
    },

    /** One page of a list with what its headers tell, as gitbeaker gives it. @param query what is asked for beside the page */
    async page(url: string, page: number, query = ''): Promise<unknown> {
      const {body, headers} = await transport({
        method: 'GET',
        url: `${url}?per_page=${perPage}&page=${page}${query}`,
      });
      const number = (name: string) => Number.parseInt(headers[name] ?? '', 10);
      return {
        data: body,
        paginationInfo: {
          next: number('x-next-page') || null,
          totalPages: number('x-total-pages'),
          total: number('x-total'),
        },
      };
    },
  };
}

/** What a resource's file makes its routes of. */
export type Client = ReturnType<typeof createClient>;
