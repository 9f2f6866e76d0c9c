import * as v from 'valibot';
import type {Client} from '../first/client.ts';
import {userSchema} from '../first/users.ts';
import {read} from '../lists.ts';
import type {User} from '../model/model.ts';

const mailSchema = v.object({public_email: v.nullish(v.string()), email: v.nullish(v.string())});

/** Users; source: GitLab's `lib/api/users.rb`. */
export function userRoutes({api, transport, send}: Client) {
  return {
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
  };
}
