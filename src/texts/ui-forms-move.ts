import {plural} from './plural.ts';

/** What a move of the project is told by, and its form. */
export const uiFormsMoveTexts = {
  form: {
    label: 'Move the project',
    chooseSegment: 'Choose a segment.',
    looking: 'Looking at the target…',
    labels:
      'GitLab copies the old groups’ labels that issues use. Your subscriptions to those labels end: the item on labels subscribes you again.',
    move: 'Move',
    moveTo: (target: string) => `Move to ${target}`,
    moving: 'Moving…',
  },

  whatHappens: {
    /** @param visibility what it means, as a sentence */
    groupIsUsed: (name: string, path: string, visibility: string) =>
      `The group “${name}” (${path}) is there already and is used. ${visibility}`,
    groupIsCreated: (name: string, path: string) => `The private group “${name}” (${path}) is created.`,
    projectMoves: (path: string) => `The project moves to ${path}. Links to its old address lead to the new one.`,
    becomesPrivate: 'The project becomes private, because the group is.',
  },

  access: {
    looking: 'Looking who loses and gains access…',
    /** @param why whole sentences */
    notRead: (why: string) => `Who loses and gains access could not be read. ${why}`,
    withRole: (who: string, role: string) => `${who}, ${role}`,
    keeping: (people: number) =>
      plural(people, {one: 'One person keeps access', other: `${people} people keep access`}),
    nobodyLoses: 'Nobody loses access.',
    losing: (people: number, group: string) =>
      plural(people, {
        one: `One person loses access, because it came from ${group}:`,
        other: `${people} people lose access, because it came from ${group}:`,
      }),
    nobodyGains: 'Nobody gains access.',
    gaining: (people: number, group: string) =>
      plural(people, {
        one: `One person gains access, because it comes from ${group}:`,
        other: `${people} people gain access, because it comes from ${group}:`,
      }),
  },
};
