import {avatar} from './avatar.ts';
import type {Check} from './check.ts';
import {groupVisibility, ownGroupVisibility} from './group-visibility.ts';
import {handoverReview} from './handover-review.ts';
import {introduced} from './introduced.ts';
import {issueTemplates} from './issue-templates.ts';
import {issuesReviewed} from './issues-reviewed.ts';
import {labels} from './labels.ts';
import {location} from './location.ts';
import {maintainers} from './maintainers.ts';
import {members} from './members.ts';
import {name} from './name.ts';
import {notifications} from './notifications.ts';
import {preSales} from './pre-sales.ts';
import {readme} from './readme.ts';
import {teamAccess} from './team-access.ts';
import {visibility} from './visibility.ts';

/** The rows of a project's checklist, in the handbook's order. */
export const projectChecks: readonly Check[] = [
  preSales,
  issuesReviewed,
  location,
  visibility,
  groupVisibility,
  name,
  avatar,
  readme,
  issueTemplates,
  members,
  maintainers,
  teamAccess,
  notifications,
  labels,
  handoverReview,
  introduced,
];

/** The rows of a customer group's checklist. */
export const groupChecks: readonly Check[] = [ownGroupVisibility];
