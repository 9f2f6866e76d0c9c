import * as v from 'valibot';
import type {Account} from '../model/model.ts';
import type {Transport} from '../transport.ts';
import {someText} from '../value-schemas.ts';
import {nodesOf, numberOf} from './answer.ts';

/** Usernames that GitLab takes in one request. */
const mostNames = 100;

/** Characters of the encoded list in one request, so that its address stays short enough for every proxy. */
const longestList = 4_000;

const accountsQuery = `query($usernames: [String!]) {
  users(usernames: $usernames, first: ${mostNames}) { nodes { id username name state bot } }
}`;

const userSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^gid:\/\/gitlab\/User\/[1-9]\d*$/)),
  username: someText,
  name: v.string(),
  state: someText,
  bot: v.boolean(),
});

function accountOf({id, username, name, state, bot}: v.InferOutput<typeof userSchema>): Account {
  return {id: numberOf(id), username, name: name || username, state, isBot: bot};
}

/** Usernames in as few lists as GitLab takes. */
function lists(usernames: readonly string[]): string[][] {
  const all: string[][] = [];
  let room = 0;
  for (const username of usernames) {
    const length = encodeURIComponent(JSON.stringify(username)).length + 3;
    const list = all.at(-1);
    room -= length;
    if (list === undefined || list.length === mostNames || room < 0) {
      all.push([username]);
      room = longestList - length;
    } else list.push(username);
  }
  return all;
}

/**
 * The accounts with these usernames, by username in small letters; in whatever case they were asked for. One who is missing is not
 * known to GitLab or blocked. By GraphQL, which takes many names at a time: source `users_resolver.rb`, `users_finder.rb`.
 *
 * @param host address of the GitLab host without a trailing slash
 * @throws GitLabError
 */
export async function accountsNamed(
  host: string,
  transport: Transport,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, Account>> {
  const wanted = new Set(usernames.map(username => username.toLowerCase()));
  const found = new Map<string, Account>();
  for (const list of lists([...wanted])) {
    const query = new URLSearchParams({query: accountsQuery, variables: JSON.stringify({usernames: list})});
    const {body} = await transport({method: 'GET', url: `${host}/api/graphql?${query}`});
    for (const account of nodesOf('users', userSchema, body).map(accountOf)) {
      const name = account.username.toLowerCase();
      // Nobody else is taken for somebody, whatever the answer holds.
      if (wanted.has(name)) found.set(name, account);
    }
  }
  return found;
}
