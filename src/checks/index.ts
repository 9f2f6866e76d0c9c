import {avatar} from './avatar.ts';
import type {Check} from './check.ts';
import {groupVisibility} from './group-visibility.ts';
import {location} from './location.ts';
import {members} from './members.ts';
import {name} from './name.ts';
import {notifications} from './notifications.ts';
import {readme} from './readme.ts';
import {teamAccess} from './team-access.ts';
import {visibility} from './visibility.ts';

/** The rows of a project's checklist, in their order. */
export const projectChecks: readonly Check[] = [
  location,
  visibility,
  name,
  avatar,
  readme,
  members,
  teamAccess,
  notifications,
];

/** The rows of a customer group's checklist. */
export const groupChecks: readonly Check[] = [groupVisibility];
