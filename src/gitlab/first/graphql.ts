import type {Client} from './client.ts';

/** Characters of an address that every proxy takes. */
const longestAddress = 6_000;

/** GitLab's GraphQL, for queries only; source: GitLab's `app/controllers/graphql_controller.rb`. */
export function graphqlRoutes({host, transport}: Client) {
  const url = `${host}/api/graphql`;
  return {
    /**
     * What GitLab answers to a query. By GET, as long as the address is not too long: it counts as the user's then, and a POST only with
     * the page's token (`rack_attack/request.rb`).
     */
    async query(query: string): Promise<unknown> {
      const address = `${url}?${new URLSearchParams({query})}`;
      const headers = {'content-type': 'application/json'};
      const {body} = await transport(
        address.length < longestAddress
          ? {method: 'GET', url: address}
          : {method: 'POST', url, headers, body: JSON.stringify({query})},
      );
      return body;
    },
  };
}
