import {plural} from './plural.ts';

/** What is told of a project's place, name and settings, and of what it tells the user. */
export const settingsTexts = {
  locationTitle: 'Project is in the customer’s group',
  locationFailureTitle: 'Project is not in the customer’s group',
  locationRight: (group: string, segment: string) => `In the group “${group}” of ${segment}.`,
  locationDoomed: (group: string) => `The group “${group}” is scheduled for deletion, and the project with it.`,
  locationPreSales: (group: string) => `Still in pre-sales: ${group}.`,
  locationNoGroup: (segment: string) => `Directly in ${segment}, without a group of the customer’s own.`,
  locationTooDeep: (group: string, segment: string) =>
    `One level too deep: ${group} lies inside another group of ${segment}.`,
  locationNoSegment: (group: string) => `In ${group}, which is no segment.`,
  /** @param project its path; @param root the path of the group below which all customers are */
  locationOutside: (project: string, root: string) => `${project} is outside of ${root}.`,
  locationMove: 'Move',

  // GitLab's levels of visibility.
  'visibility private': 'Private: only members can see it.',
  'visibility internal': 'Internal: everybody who is signed in to GitLab can see it.',
  'visibility public': 'Public: anyone on the internet can see it.',

  visibilityTitle: 'Project is private',
  visibilityFailureTitle: 'Project is visible to others',
  visibilityMakePrivate: 'Make private',

  groupVisibilityTitle: 'Customer group is private',
  groupVisibilityFailureTitle: 'Customer group is not private',
  groupVisibilityNoGroup: 'The project is in no customer group yet. When it is moved, a private one is created.',
  groupVisibilityAroundInternal: (group: string) => `The group ${group} around it is internal.`,
  groupVisibilityAroundPublic: (group: string) => `The group ${group} around it is public.`,
  groupVisibilityProjectFirst: 'Make the project private first, or GitLab refuses to make the group private.',

  nameTitle: 'Name starts with the customer’s name',
  nameFailureTitle: 'Name does not start with the customer’s name',
  nameRight: (name: string) => `“${name}”.`,
  nameWithoutCustomer: (name: string) => `“${name}” does not name the customer.`,
  nameNotKnownYet: (name: string) =>
    `The customer’s name is known once the project is in the customer’s group. Until then, check “${name}” yourself.`,
  nameGroupHasNone: 'The customer’s group has no name.',
  nameWrong: (name: string, customer: string) => `“${name}” does not start with “${customer}”.`,
  nameWrongAndDoomed: (name: string, customer: string) =>
    `“${name}” does not start with “${customer}”, and the project is scheduled for deletion.`,
  nameAdd: 'Add the customer’s name',
  nameNew: (name: string) => `New name: “${name}”`,

  avatarTitle: 'Project has a logo',
  avatarFailureTitle: 'Project has no logo',
  avatarUploaded: 'A picture was uploaded.',
  avatarFromRepository: 'GitLab shows the logo file that is in the repository; no picture was uploaded.',
  avatarNone: 'No picture was uploaded.',
  avatarAdd: 'Add a logo',
  avatarChange: 'Change',
  avatarUpload: 'Upload one',

  notificationsTitle: 'You are notified of new issues',
  notificationsFailureTitle: 'You are not notified of new issues',
  /** @param level GitLab's name of it */
  notificationsLevel: (level: string) => `The level is ${level}.`,
  notificationsOwn: (level: string) => `The project’s level is Global, so your own setting applies: ${level}.`,
  notificationsGroup: (group: string, level: string) =>
    `The project’s level is Global, so that of the group ${group} applies: ${level}.`,
  notificationsOnlyMembers: 'It counts only for members, and you have access through an invited group.',
  notificationsEmailsOff:
    'Email notifications are turned off for this project or a group above it, so GitLab emails nobody.',
  notificationsEmailsNotTold: 'GitLab doesn’t say whether email notifications are turned on for this project.',
  'notificationsSet watch': 'Watch the project',
  'notificationsSet custom': 'Only new issues',

  labelsTitle: 'You are subscribed to the labels',
  labelsFailureTitle: 'You are not subscribed to all labels',
  labelsNone: 'The project has no labels of its own.',
  labelsNoneInGroup: 'Neither the project nor its group has labels of its own.',
  labelsAll: (count: number) =>
    plural(count, {
      one: 'You are subscribed to the one label.',
      other: `You are subscribed to all ${count} labels.`,
    }),
  labelsMissing: (missing: number, all: number) => `You are not subscribed to ${missing} of ${all} labels.`,
  labelsSubscribe: (count: number) => plural(count, {one: 'Subscribe', other: `Subscribe to ${count} labels`}),
  labelsOpen: 'Open labels',
};
