import type {Later} from './door/later-door.ts';
import {createClient} from './first/client.ts';
import {graphqlRoutes} from './first/graphql.ts';
import {oneGroupRoutes} from './first/groups.ts';
import {openInvitationRoutes} from './first/invitations.ts';
import {ownLabelRoutes} from './first/labels.ts';
import {directMemberRoutes} from './first/members.ts';
import {notificationRoutes} from './first/notification-settings.ts';
import {oneProjectRoutes} from './first/projects.ts';
import {signedInRoutes} from './first/users.ts';
import {laterNames} from './later-names.ts';
import type {Transport} from './transport.ts';

/**
 * The functions that come later, each of which loads what carries them out. Where that cannot be loaded, nothing is sent, the call
 * rejects, and the next one tries again.
 */
function calledLater(load: () => Promise<Later>): Later {
  const call =
    (name: keyof Later) =>
    async (...args: readonly unknown[]) =>
      ((await load())[name] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
  const names = Object.keys(laterNames) as (keyof Later)[];
  // Each name with the function of that name: TypeScript cannot follow it through the list.
  return Object.fromEntries(names.map(name => [name, call(name)])) as unknown as Later;
}

/**
 * The only door to GitLab: our words outwards, GitLab's inwards. Every function makes one request for each page of its answer
 * and throws `GitLabError`. What a customer's page asks by itself is here; everything else is loaded when it is called.
 *
 * @param host address of the GitLab host without a trailing slash
 */
export function createGitLab(host: string, transport: Transport) {
  let sent = 0;
  const client = createClient(host, async request => {
    sent += 1;
    const answer = await transport(request);
    sent += (answer.tries ?? 1) - 1;
    return answer;
  });
  let loading: Promise<Later> | undefined;
  const load = async (): Promise<Later> => {
    loading ??= import('./door/later-door.ts').then(({createLater}) => createLater(client));
    try {
      return await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  return {
    ...graphqlRoutes(client),
    ...signedInRoutes(client),
    ...oneProjectRoutes(client),
    ...oneGroupRoutes(client),
    ...directMemberRoutes(client),
    ...openInvitationRoutes(client),
    ...ownLabelRoutes(client),
    ...notificationRoutes(client),
    ...calledLater(load),

    /** How many requests were sent by now; those that were sent again and answered count with each try. */
    sent: () => sent,

    /** Loads what carries out the functions that come later: before a change is begun, so that none ends half-way for lack of it. */
    async ready(): Promise<void> {
      await load();
    },
  };
}

/** What {@link createGitLab} makes; each function is told of in its resource's file. */
export type GitLab = ReturnType<typeof createGitLab>;
