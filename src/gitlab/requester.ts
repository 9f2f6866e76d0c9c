import {createRequesterFn, type RequesterType, type ResourceOptions} from '@gitbeaker/requester-utils';
import type {Transport} from './transport.ts';

/**
 * The requester that gitbeaker's resource classes ask for, over a transport of ours. The ready-made one of `@gitbeaker/rest`
 * leaves no hold on credentials and repeats writes.
 */
export function createRequester(transport: Transport): (options: ResourceOptions) => RequesterType {
  return createRequesterFn(
    async (_resource, request) => request,
    async (endpoint, options = {}) => {
      const {method, prefixUrl, searchParams, headers, body} = options as {
        method: string;
        prefixUrl: string;
        searchParams?: string;
        headers?: Record<string, string>;
        body?: string | FormData;
      };
      const answer = await transport({
        method,
        url: `${prefixUrl.replace(/\/$/, '')}/${endpoint}${searchParams ? `?${searchParams}` : ''}`,
        ...(headers === undefined ? {} : {headers}),
        ...(body === undefined ? {} : {body}),
      });
      return {status: answer.status, headers: {...answer.headers}, body: answer.body as Record<string, unknown>};
    },
  );
}
