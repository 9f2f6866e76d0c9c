import {plural} from './plural.ts';
import {segmentName} from './segment-names.ts';

/** What is told of a project's place, name and settings, and of what it tells the user. */
export const settingsTexts = {
  locationTitle: 'Project is in the customer group',
  locationFailureTitle: 'Move the project to the customer group',
  // A segment is its path below the root in all of these.
  locationRight: (group: string, segment: string) => `In the group “${group}” (${segmentName(segment)}).`,
  locationDoomed: (group: string) => `The group “${group}” is scheduled for deletion, and the project with it.`,
  locationPreSales: (group: string) => `Still in pre-sales: ${group}.`,
  locationNoGroup: (segment: string) => `Not in a customer group yet (directly in ${segmentName(segment)}).`,
  locationTooDeep: (group: string, segment: string) =>
    `One level too deep: ${group} is inside another group of ${segmentName(segment)}.`,
  locationNoSegment: (group: string) => `${group} isn’t a segment.`,
  /** @param project its path; @param root the path of the group below which all customers are */
  locationOutside: (project: string, root: string) => `${project} is outside ${root}.`,
  locationMove: 'Move project',

  // GitLab's levels of visibility.
  'visibility private': 'Private: only members can see it.',
  'visibility internal': 'Internal: everyone signed in to GitLab can see it.',
  'visibility public': 'Public: anyone on the internet can see it.',

  visibilityTitle: 'Project is private',
  visibilityFailureTitle: 'Make the project private',
  visibilityMakePrivate: 'Make private',

  groupVisibilityTitle: 'Customer group is private',
  groupVisibilityFailureTitle: 'Make the customer group private',
  groupVisibilityNoGroup: 'Created as private when you move the project.',
  groupVisibilityAroundInternal: (group: string) => `Its parent group ${group} is internal.`,
  groupVisibilityAroundPublic: (group: string) => `Its parent group ${group} is public.`,
  groupVisibilityProjectFirst: 'GitLab requires the project to be private first.',

  nameTitle: 'Project name starts with the customer’s name',
  nameFailureTitle: 'Add the customer’s name to the project name',
  nameRight: (name: string) => `“${name}”.`,
  nameWithoutCustomer: (name: string) => `“${name}” doesn’t name the customer.`,
  nameNotKnownYet: (name: string) => `“${name}” is compared with the customer group’s name when you move the project.`,
  nameGroupHasNone: 'The customer group has no name.',
  nameWrong: (name: string, customer: string) => `“${name}” doesn’t start with “${customer}”.`,
  nameWrongAndDoomed: (name: string, customer: string) =>
    `“${name}” doesn’t start with “${customer}”, and the project is scheduled for deletion.`,
  nameAdd: 'Add name',
  nameNew: (name: string) => `New name: “${name}”`,

  avatarTitle: 'Project has a logo',
  avatarFailureTitle: 'Upload the customer’s logo',
  avatarUploaded: 'Logo uploaded.',
  avatarFromRepository: 'Using the logo file in the repository. No logo uploaded.',
  avatarNone: 'No logo uploaded.',
  avatarAdd: 'Upload logo',
  avatarChange: 'Change logo',
  avatarUpload: 'Upload logo',

  notificationsTitle: 'You’re notified of new issues',
  notificationsFailureTitle: 'Turn on your notifications for new issues',
  /** @param level GitLab's name of it */
  notificationsLevel: (level: string) => `Notification level: ${level}.`,
  notificationsOwn: (level: string) => `Notification level: Global (${level}).`,
  notificationsGroup: (group: string, level: string) =>
    `Notification level: Global (${level}), set for the group ${group}.`,
  notificationsOnlyMembers: 'This level applies only to members, but you have access through an invited group.',
  notificationsEmailsOff:
    'Email notifications are turned off for this project or a parent group, so GitLab emails no one.',
  notificationsEmailsNotTold: 'GitLab doesn’t say whether email notifications are turned on for this project.',
  'notificationsSet watch': 'Watch',
  'notificationsSet custom': 'New issues only',

  labelsTitle: 'You’re subscribed to all labels',
  labelsFailureTitle: 'Subscribe to all labels',
  labelsNone: 'The project has no labels of its own.',
  labelsNoneInGroup: 'The project and its group have no labels of their own.',
  labelsAll: (count: number) =>
    plural(count, {
      one: 'Subscribed to the only label.',
      other: `Subscribed to ${count} of ${count} labels.`,
    }),
  labelsMissing: (missing: number, all: number) =>
    plural(all, {one: 'Not subscribed to the only label.', other: `Not subscribed to ${missing} of ${all} labels.`}),
  labelsSubscribe: 'Subscribe',
  labelsOpen: 'Open labels',
};
