import * as v from 'valibot';
import type {GitLab} from '../gitlab.ts';
import {read} from '../lists.ts';
import type {Account, FoundUser} from '../model/model.ts';
import {id, someText} from '../value-schemas.ts';
import {nodesOf, numberOf} from './answer.ts';

/** Usernames that GitLab takes in one request. */
const mostNames = 100;

/** Characters of the encoded list in one request, so that its address stays short enough for every proxy. */
const longestList = 4_000;

const accountsQuery = `query($usernames: [String!]) {
  users(usernames: $usernames, first: ${mostNames}) { nodes { id username name state bot avatarUrl } }
}`;

const userSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^gid:\/\/gitlab\/User\/[1-9]\d*$/)),
  username: someText,
  name: v.string(),
  state: someText,
  bot: v.boolean(),
  avatarUrl: v.nullish(v.string()),
});

/** A picture's address as GitLab tells it, where it is the host's own path or one that is encrypted; undefined for all others. */
function pictureAt(address: string | null | undefined): string | undefined {
  return address && /^(?:https:\/\/|\/(?![/\\]))/.test(address) ? address : undefined;
}

function accountOf({id, username, name, state, bot, avatarUrl}: v.InferOutput<typeof userSchema>): Account {
  return {
    id: numberOf(id),
    username,
    name: name || username,
    state,
    isBot: bot,
    avatarUrl: pictureAt(avatarUrl),
  };
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

/** What asks GitLab. */
type Asking = Pick<GitLab, 'ask'>;

/**
 * The accounts with these usernames, by username in small letters; in whatever case they were asked for. One who is missing is not
 * known to GitLab or blocked. By GraphQL, which takes many names at a time: source `users_resolver.rb`, `users_finder.rb`.
 *
 * @throws GitLabError
 */
export async function accountsNamed(
  {ask}: Asking,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, Account>> {
  const wanted = new Set(usernames.map(username => username.toLowerCase()));
  const found = new Map<string, Account>();
  for (const list of lists([...wanted])) {
    const query = new URLSearchParams({query: accountsQuery, variables: JSON.stringify({usernames: list})});
    const body = await ask(`/api/graphql?${query}`);
    for (const account of nodesOf('users', userSchema, body).map(accountOf)) {
      const name = account.username.toLowerCase();
      // Nobody else is taken for somebody, whatever the answer holds.
      if (wanted.has(name)) found.set(name, account);
    }
  }
  return found;
}

const foundSchema = v.array(v.object({id, username: someText, name: v.string(), avatar_url: v.nullish(v.string())}));

/**
 * Active users whose name or username is like a text, or whose public address it is; twenty at most. It is what GitLab's own fields of
 * people ask while one types: source `autocomplete_controller.rb`.
 *
 * @throws GitLabError
 */
export async function usersLike({ask}: Asking, text: string): Promise<readonly FoundUser[]> {
  const users = read(foundSchema, await ask(`/-/autocomplete/users.json?${new URLSearchParams({search: text})}`));
  return users.map(({avatar_url: avatar, ...user}) => ({
    ...user,
    name: user.name || user.username,
    avatarUrl: pictureAt(avatar),
  }));
}
