import * as v from 'valibot';
import {read} from '../lists.ts';
import type {SignedInUser} from '../model/model.ts';
import {id, someText, told} from '../value-schemas.ts';
import type {Client} from './client.ts';

/** A user, as far as it is the same in all answers. */
export const userSchema = v.object({id, name: someText, username: someText});

const signedInSchema = v.object({
  ...userSchema.entries,
  public_email: told(v.string()),
  email: told(v.string()),
  is_admin: told(v.boolean()),
});

/** Who is signed in; source: GitLab's `lib/api/users.rb`. */
export function signedInRoutes({host, api, transport, send}: Client) {
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

    /** What GitLab answers below its host, to parts that are loaded later. @param path with its query: `/api/graphql?…` */
    async ask(path: string): Promise<unknown> {
      return (await transport({method: 'GET', url: `${host}${path}`})).body;
    },
  };
}
