import type {World} from './world.ts';

const root = 'gitlab-com/account-management';
const segments = ['western-north-america', 'eastern-north-america', 'emea', 'apac', 'commercial', 'public-sector'];

/** What can be wrong with a customer of {@link addCustomers}, by the check that says so. */
export const defects = [
  'visibility',
  'group-visibility',
  'name',
  'avatar',
  'readme',
  'issue-templates',
  'members',
  'notifications',
  'labels',
] as const;

export type Defect = (typeof defects)[number];

/** Which defects the customer of a number has: none, one, or several, always the same. */
export function defectsOf(index: number): readonly Defect[] {
  return defects.filter((_defect, bit) => ((index * 2_654_435_761) >>> (bit * 3)) & 1 && index % 4 !== 0);
}

/** The rows that are open for the customer of a number: a project is never more visible than its group. */
export function openRowsOf(index: number): readonly Defect[] {
  const has = defectsOf(index);
  return has.filter(id => id !== 'visibility' || has.includes('group-visibility'));
}

const templates = (name: string) => ({
  '.gitlab/issue_templates/Meeting Agenda.md': `# Meeting of ${name} and GitLab\n\n1. Open issues of last time\n`,
  '.gitlab/issue_templates/Feature Request.md': `## What ${name} needs\n`,
});

/** Puts many customers into a world, each with the defects of its number. @returns their projects' paths, in order */
export function addCustomers(world: World, count: number, username = 'dana'): string[] {
  const user = world.user(username);
  /** Levels as a CSM has them: set for many, left Global for the others, some of which a group above decides. */
  const setNotifications = (index: number, group: string, path: string, isOff: boolean) => {
    if (isOff && index % 2 === 1) world.setNotification(username, path, 'mention');
    if (isOff) return;
    world.setNotification(username, index % 4 === 0 ? group : path, 'watch');
  };
  return Array.from({length: count}, (_, index) => {
    const has = new Set<string>(defectsOf(index));
    const name = `Customer ${String(index).padStart(4, '0')}`;
    const segment = segments[index % segments.length];
    const group = `${root}/${segment}/customer-${index}`;
    const path = `${group}/collaboration`;
    world.addGroup({path: group, name, visibility: has.has('group-visibility') ? 'public' : 'private'});
    world.addProject({
      path,
      name: has.has('name') ? 'Collaboration' : `${name} Collaboration`,
      visibility: has.has('visibility') && has.has('group-visibility') ? 'public' : 'private',
      avatar: !has.has('avatar'),
      files: {
        'README.md': has.has('readme') ? `# [CUSTOMER NAME]\n\n${name}\n` : `# ${name} and GitLab\n`,
        ...(has.has('issue-templates') ? {} : templates(name)),
      },
    });
    const person = world.addUser({username: `person${index}`, name: `Person ${index}`});
    world.addMember(path, person.username, has.has('members') ? 10 : 30);
    setNotifications(index, group, path, has.has('notifications'));
    // Some have not come yet.
    if (index % 6 === 5 && !has.has('members')) world.addInvitation(path, `guest${index}@customer.example`, 30);
    for (const title of ['agenda', 'support']) {
      const label = world.addLabel(path, title);
      if (!has.has('labels') || title === 'agenda') world.setSubscription(user, label, world.project(path), true);
    }
    return path;
  });
}
