import {avatarRoutes} from './door/avatars.ts';
import {createClient} from './door/client.ts';
import {groupProjectRoutes} from './door/group-projects.ts';
import {groupRoutes} from './door/groups.ts';
import {invitationRoutes} from './door/invitations.ts';
import {issueRoutes} from './door/issues.ts';
import {labelRoutes} from './door/labels.ts';
import {markdownRoutes} from './door/markdown.ts';
import {memberRoutes} from './door/members.ts';
import {mergeRequestRoutes} from './door/merge-requests.ts';
import {notificationSettingRoutes} from './door/notification-settings.ts';
import {projectRoutes} from './door/projects.ts';
import {repositoryRoutes} from './door/repository.ts';
import {userRoutes} from './door/users.ts';
import type {Transport} from './transport.ts';

/**
 * The only door to GitLab: our words outwards, GitLab's inwards. Every function makes one request for each page of its answer
 * and throws `GitLabError`.
 *
 * @param host address of the GitLab host without a trailing slash
 */
export function createGitLab(host: string, transport: Transport) {
  const client = createClient(host, transport);
  return {
    ...userRoutes(client),
    ...projectRoutes(client),
    ...avatarRoutes(client),
    ...groupRoutes(client),
    ...groupProjectRoutes(client),
    ...memberRoutes(client),
    ...invitationRoutes(client),
    ...labelRoutes(client),
    ...issueRoutes(client),
    ...notificationSettingRoutes(client),
    ...repositoryRoutes(client),
    ...mergeRequestRoutes(client),
    ...markdownRoutes(client),
  };
}

/** What {@link createGitLab} makes; each function is told of in its resource's file. */
export type GitLab = ReturnType<typeof createGitLab>;
