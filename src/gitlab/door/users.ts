import * as v from 'valibot';
import {read} from '../lists.ts';
import type {SignedInUser, User} from '../model/model.ts';
import {id, someText, told} from '../value-schemas.ts';
import type {Client} from './client.ts';

const userSchema = v.object({id, name: someText, username: someText});

const mailSchema = v.object({public_email: v.nullish(v.string()), email: v.nullish(v.string())});

const signedInSchema = v.object({
  ...userSchema.entries,
  public_email: told(v.string()),
  email: told(v.string()),
  is_admin: told(v.boolean()),
});

/** Users; source: GitLab's `lib/api/users.rb`. */
export function userRoutes({host, api, transport, send}: Client) {
  return {
    /** The signed-in user. Only administrators are told whether they are one (`lib/api/users.rb`: `UserWithAdmin`). */
    async user(): Promise<SignedInUser> {
      const {
        public_email: shown,
        email,
        is_admin: isAdmin,
        ...user
      } = read(signedInSchema, await send('GET', `${api}/user`));
      return {...user, mails: [...new Set([shown, email])].flatMap(mail => mail || []), ...(isAdmin ? {isAdmin} : {})};
    },

    /** The time (ISO, to the second) on GitLab's own clock; undefined where it does not say. */
    async time(): Promise<string | undefined> {
      const {headers} = await transport({method: 'GET', url: `${api}/user`});
      const time = Date.parse(headers.date ?? '');
      return Number.isNaN(time) ? undefined : new Date(time).toISOString();
    },

    /** The signed-in user's mail address: the public one, where there is one. */
    async ownMail(): Promise<string | undefined> {
      const {public_email: shown, email} = read(mailSchema, await send('GET', `${api}/user`));
      return shown || email || undefined;
    },

    /** The user with exactly this username, in any case; undefined where there is none. */
    async userNamed(username: string): Promise<User | undefined> {
      const url = `${api}/users?username=${encodeURIComponent(username)}`;
      const found = read(v.array(userSchema), await send('GET', url));
      return found.find(user => user.username.toLowerCase() === username.toLowerCase());
    },

    /** What GitLab answers below its host, to parts that are loaded later. @param path with its query: `/api/graphql?…` */
    async ask(path: string): Promise<unknown> {
      return (await transport({method: 'GET', url: `${host}${path}`})).body;
    },
  };
}
