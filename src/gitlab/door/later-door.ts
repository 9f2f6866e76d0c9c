import type {Client} from '../first/client.ts';
import {avatarRoutes} from './avatars.ts';
import {withGitbeaker} from './client.ts';
import {groupProjectRoutes} from './group-projects.ts';
import {groupRoutes} from './groups.ts';
import {invitationRoutes} from './invitations.ts';
import {issueRoutes} from './issues.ts';
import {labelRoutes} from './labels.ts';
import {markdownRoutes} from './markdown.ts';
import {memberRoutes} from './members.ts';
import {mergeRequestRoutes} from './merge-requests.ts';
import {notificationSettingRoutes} from './notification-settings.ts';
import {projectRoutes} from './projects.ts';
import {repositoryRoutes} from './repository.ts';
import {userRoutes} from './users.ts';

/** The part of the door that is loaded when it is asked for: all that writes, and what a customer's page does not ask by itself. */
export function createLater(client: Client) {
  const later = withGitbeaker(client);
  return {
    ...userRoutes(client),
    ...projectRoutes(later),
    ...avatarRoutes(later),
    ...groupRoutes(later),
    ...groupProjectRoutes(later),
    ...memberRoutes(later),
    ...invitationRoutes(later),
    ...labelRoutes(later),
    ...issueRoutes(client),
    ...notificationSettingRoutes(later),
    ...repositoryRoutes(later),
    ...mergeRequestRoutes(client),
    ...markdownRoutes(later),
  };
}

/** What {@link createLater} makes. */
export type Later = ReturnType<typeof createLater>;
