import {plural} from './plural.ts';

/** What a move of the project is told by, and its form. */
export const uiFormsMoveTexts = {
  form: {
    label: 'Move the project',
    chooseSegment: 'Choose a segment.',
    looking: 'Checking the target…',
    labels:
      'GitLab copies the old group’s labels that issues use, and you lose your subscriptions to them. “Subscribe to all labels” turns them on again.',
    lookAgain: 'Retry',
    move: 'Move project',
    moveTo: (target: string) => `Move to ${target}`,
    moving: 'Moving…',
  },

  whatHappens: {
    /** @param visibility what it means, as a sentence */
    groupIsUsed: (name: string, path: string, visibility: string) =>
      `Use the existing group “${name}” (${path}). ${visibility}`,
    groupIsCreated: (name: string, path: string) => `Create private group “${name}” (${path}).`,
    projectMoves: (path: string) => `Move the project to ${path}. GitLab redirects links to the old address.`,
    becomesPrivate: 'Make the project private, because the group is.',
  },

  access: {
    looking: 'Checking who loses and gains access…',
    /** @param why whole sentences */
    notRead: (why: string) => `Couldn’t check who loses and gains access. ${why}`,
    withRole: (who: string, role: string) => `${who}, ${role}`,
    withHigherRole: (who: string, role: string, now: string) => `${who}, ${role} (now ${now})`,
    keeping: (people: number) => plural(people, {one: '1 person keeps access', other: `${people} people keep access`}),
    nobodyLoses: 'No one loses access.',
    losing: (people: number, group: string) =>
      plural(people, {
        one: `1 person loses the access inherited from ${group}:`,
        other: `${people} people lose the access inherited from ${group}:`,
      }),
    nobodyGains: 'No one gains access or a higher role.',
    gaining: (people: number, group: string) =>
      plural(people, {
        one: `1 person gains access or a higher role inherited from ${group}:`,
        other: `${people} people gain access or a higher role inherited from ${group}:`,
      }),
  },
};
