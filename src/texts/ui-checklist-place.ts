import {day} from './dates.ts';

/** “the old name”, “the old name and logo”, “the old name, logo and README” */
function together(words: readonly string[]): string {
  const [last = '', ...others] = [...words].reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
}

/** What is said of a project or group as such. */
export const uiChecklistPlaceTexts = {
  moved: (path: string) => `This project was moved to ${path}.`,
  openNewAddress: 'Open project',
  groupIsGoing: (path: string) =>
    `The group ${path} or a parent group is archived or scheduled for deletion, so most changes aren’t possible.`,
  archived: 'This project is archived, so most changes aren’t possible. To make changes, unarchive it in its settings.',
  /** @param date a date (ISO) */
  scheduledForDeletion: (date: string) => `On ${day(date)}, this project was scheduled for deletion.`,
  /** What GitLab’s page shows, by the part’s id. */
  parts: {name: 'name', visibility: 'visibility', logo: 'logo', readme: 'README'},
  /** @param parts what they are called */
  old: (parts: readonly string[]) => `This page still shows the old ${together(parts)}.`,
  notMember: 'You’re not a member of this project, so you can’t make changes here. Ask an Owner to add you.',
  notMemberOfGroup: 'You’re not a member of this group, so you can’t make changes here. Ask an Owner to add you.',
};
