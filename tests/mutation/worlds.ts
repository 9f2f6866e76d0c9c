import {demoWorld} from '../../sandbox/demo.ts';
import type {World} from '../../sandbox/world.ts';

/** Full paths. */
export const root = 'gitlab-com/account-management';
export const segment = `${root}/emea`;
const team = 'gitlab-com/timtams';
const template = `${root}/templates/customer-collaboration-project-template`;
const agenda = '.gitlab/issue_templates/Meeting Agenda.md';
const request = '.gitlab/issue_templates/Feature Request.md';

/** Customers of {@link mutationWorld}, by what is special about them. */
export const customers = {
  right: `${segment}/acme/acme-collaboration`,
  rightByGroup: `${segment}/bluth/collaboration`,
  wrong: `${segment}/duff/the-project`,
  unplaced: `${segment}/stray-collaboration`,
  preSales: `${root}/pre-sales/initech-collaboration-project`,
  tooDeep: `${segment}/massive/dynamic/collaboration`,
  unchangedTemplates: `${segment}/oscorp/collaboration`,
  byRules: `${segment}/pied-piper/collaboration`,
  unreadable: `${segment}/stark/collaboration`,
  otherFormat: `${segment}/soylent/collaboration`,
  colleagues: `${segment}/tyrell/collaboration`,
  useless: `${segment}/umbrella/collaboration`,
  manyLabels: `${segment}/vandelay/collaboration`,
  manyMembers: `${segment}/wonka/collaboration`,
  inherited: `${segment}/wayne/collaboration`,
  empty: `${segment}/zorg/collaboration`,
  included: `${segment}/aperture/collaboration`,
  silent: `${segment}/cyberdyne/collaboration`,
  linked: `${segment}/black-mesa/collaboration`,
  awaiting: `${segment}/hooli/collaboration`,
  converted: `${segment}/nakatomi/collaboration`,
} as const;

const templates = (name: string) => ({
  [agenda]: `# Meeting of ${name} and GitLab\n\n1. Open issues of last time\n`,
  [request]: `## What ${name} needs\n`,
});

const readmeOf = (name: string) => ({
  'README.md': `# ${name} and GitLab\n\nSee [the handbook](https://handbook.gitlab.com).\n`,
});

interface CustomerOptions {
  readonly customer: string;
  readonly name?: string;
  readonly visibility?: 'private' | 'public';
  readonly groupVisibility?: 'private' | 'public';
  readonly avatar?: boolean;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** A customer of whom all is right but that nobody is a member, the user is told of nothing, and the team has no access. */
function addCustomer(world: World, path: string, options: CustomerOptions): void {
  const {customer, groupVisibility = 'private'} = options;
  const group = path.slice(0, path.lastIndexOf('/'));
  if (!world.findGroup(group)) world.addGroup({path: group, name: customer, visibility: groupVisibility});
  world.addProject({
    path,
    name: options.name ?? `${customer} Collaboration`,
    visibility: options.visibility ?? 'private',
    avatar: options.avatar ?? true,
    files: options.files ?? {...readmeOf(customer), ...templates(customer)},
  });
  // Whoever signs in meanwhile has all that the user lacks.
  world.setNotification('robin', path, 'watch');
}

function addMember(world: World, path: string, username: string, level: number, more: {expiresAt?: string} = {}): void {
  if (!world.findUser(username)) world.addUser({username, name: `${username} Doe`});
  world.addMember(path, username, level, more.expiresAt ?? null);
}

/** Labels of a project or group; robin is subscribed to all of them, dana to those of the first `subscribed`. */
function addLabels(world: World, place: string, project: string, count: number, subscribed: number): void {
  const ofGroup = place !== project;
  for (let index = 0; index < count; index += 1) {
    const label = world.addLabel(place, `${ofGroup ? 'group' : 'label'} ${String(index).padStart(3, '0')}`);
    world.setSubscription(world.user('robin'), label, world.project(project), true);
    if (index < subscribed) world.setSubscription(world.user('dana'), label, world.project(project), true);
  }
}

function addColleagues(world: World): void {
  world.addUser({username: 'mia', name: 'Mia Wong'});
  world.addMember(segment, 'mia', 40);
  world.addMember(team, 'mia', 30);
  // Only their mail and their own session say of these that they are colleagues.
  world.addUser({username: 'noor', name: 'Noor Haddad', publicEmail: 'noor@gitlab.com'});
  world.addUser({username: 'ola', name: 'Ola Berg'});
  world.addMember(segment, 'ola', 50);
  world.addUser({username: 'pia', name: 'Pia Novak'});
  world.addMember(root, 'pia', 20);
}

function addRight(world: World): void {
  addLabels(world, `${segment}/acme`, customers.right, 2, 2);
  world.share(customers.right, team, 40);
  addCustomer(world, customers.rightByGroup, {customer: 'Bluth'});
  world.share(`${segment}/bluth`, team, 40);
  // Sam has access by the team group only, so that his own level does not reach it.
  world.setNotification('sam', null, 'watch');
  world.addInvitation(customers.rightByGroup, 'gob@bluth.example', 40);
  world.setNotification('dana', `${segment}/bluth`, 'custom', {new_issue: true});
}

function addWrong(world: World): void {
  addCustomer(world, customers.wrong, {
    customer: 'Duff',
    name: 'The Project',
    visibility: 'public',
    groupVisibility: 'public',
    avatar: false,
    files: {
      'README.md': '# [CUSTOMER NAME] and GitLab\n\nCSM: [CSM NAME]\n',
      [agenda]: '# Agenda with [CUSTOMER NAME]\n',
      [request]: '## What [CUSTOMER NAME] needs\n',
    },
  });
  addMember(world, customers.wrong, 'duffman', 10);
  addMember(world, customers.wrong, 'homer', 30);
  addMember(world, customers.wrong, 'barney', 20);
  world.addInvitation(customers.wrong, 'moe@duff.example', 10);
  world.addInvitation(customers.wrong, 'apu@duff.example', 30);
  world.setNotification('dana', customers.wrong, 'custom', {new_issue: false});
  addLabels(world, customers.wrong, customers.wrong, 3, 0);
  addLabels(world, `${segment}/duff`, customers.wrong, 3, 1);
}

function addMisplaced(world: World): void {
  addCustomer(world, customers.unplaced, {
    customer: 'EMEA',
    name: 'Collaboration Project',
    visibility: 'public',
    avatar: false,
    files: {'notes.md': '# Notes\n', '.gitlab/issue_templates/Other.md': '# Other\n'},
  });
  world.addInvitation(customers.unplaced, 'pat@gitlab.com', 30);
  addLabels(world, customers.unplaced, customers.unplaced, 2, 1);
  world.addGroup({path: `${segment}/massive`, name: 'Massive', visibility: 'public'});
  addCustomer(world, customers.tooDeep, {customer: 'Dynamic', groupVisibility: 'public', visibility: 'public'});
  addMember(world, customers.tooDeep, 'nina', 10);
}

/** Customers of whom one thing is wrong in a way of its own. */
function addSpecial(world: World): void {
  const original = (path: string) => new TextDecoder().decode(world.readFile(template, path));
  addCustomer(world, customers.unchangedTemplates, {
    customer: 'Oscorp',
    files: {...readmeOf('Oscorp'), [agenda]: original(agenda), [request]: original(request)},
  });
  addCustomer(world, customers.byRules, {
    customer: 'Pied Piper',
    files: {
      'README.md': '# Pied Piper\n\nTODO: goals\n\n[to be agreed]\n',
      [agenda]: '# Pied Piper\n\nTODO\n',
      [request]: '# Pied Piper\n\n[to be agreed]\n',
    },
  });
  const lfs = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 3\n`;
  addCustomer(world, customers.unreadable, {
    customer: 'Stark',
    files: {'README.md': new Uint8Array([0xff, 0xfe, 0x5b, 0x41]), [agenda]: lfs, [request]: ''},
  });
  // Of no encoding that could be told; GraphQL gives a text all the same.
  addCustomer(world, customers.converted, {
    customer: 'Nakatomi',
    files: {
      ...templates('Nakatomi'),
      'README.md': new Uint8Array([...new TextEncoder().encode('# Nakatomi '), 0x83, 0x0a]),
    },
  });
  addCustomer(world, customers.otherFormat, {
    customer: 'Soylent',
    files: {
      'README.rst': '[CUSTOMER NAME]\n',
      [agenda.replace('Meeting ', '')]: '[CUSTOMER]\n',
      [request]: '# Soylent\n',
    },
  });
  addCustomer(world, customers.included, {
    customer: 'Aperture',
    files: {
      'README.md': '# Aperture\n\n::include{file=docs/team.md}\n',
      'docs/team.md': 'CSM: [CSM NAME]\n',
      ...templates('Aperture'),
      [agenda.replace('Meeting Agenda', 'Agenda archive')]: '# Agenda of [YEAR]\n',
    },
  });
  addCustomer(world, customers.linked, {
    customer: 'Black Mesa',
    files: {
      'README.md': 'docs/team.md',
      'docs/team.md': 'CSM: [CSM NAME]\n',
      [agenda]: '../../agenda.md',
      [request]: '# Needs\n',
    },
  });
  for (const link of ['README.md', agenda]) world.project(customers.linked).repository.links.add(link);
  addCustomer(world, customers.empty, {customer: 'Zorg', files: {}});
  addCustomer(world, customers.silent, {customer: 'Cyberdyne'});
  world.project(customers.silent).emailsDisabled = true;
  world.setNotification('dana', customers.silent, 'watch');
  addCustomer(world, customers.inherited, {customer: 'Wayne', files: {...templates('Wayne'), 'README.md': ''}});
  world.setNotification('dana', `${segment}/wayne`, 'mention');
}

function addPeople(world: World): void {
  addCustomer(world, customers.colleagues, {customer: 'Tyrell'});
  // Known as colleagues by the team group, by the mail, as the user, by the root, and by a person's decision.
  for (const username of ['mia', 'noor', 'ola', 'pia', 'rachael']) addMember(world, customers.colleagues, username, 30);
  addCustomer(world, customers.useless, {customer: 'Umbrella'});
  const ended = `${customers.useless}`;
  addMember(world, ended, 'albert', 30, {expiresAt: '2026-01-31'});
  addMember(world, ended, 'alice', 40, {expiresAt: '2026-11-20'});
  const project = world.project(ended);
  addMember(world, ended, `project_${project.id}_bot_1f2e3d`, 40);
  world.addUser({username: 'jill', name: 'Jill Doe', state: 'blocked'});
  addMember(world, ended, 'jill', 30);
  world.addInvitation(ended, 'leon@umbrella.example', 30, '2026-10-01');
  addCustomer(world, customers.awaiting, {customer: 'Hooli'});
  addMember(world, customers.awaiting, 'gavin', 30);
  for (const row of world.project(customers.awaiting).members.values()) row.isAwaiting = true;
  // As GitLab does it where a group has a limit of users.
  world.group('gitlab-com').sharesOnlyInside = true;
}

function addMany(world: World): void {
  addCustomer(world, customers.manyLabels, {customer: 'Vandelay'});
  addLabels(world, customers.manyLabels, customers.manyLabels, 130, 100);
  addLabels(world, `${segment}/vandelay`, customers.manyLabels, 2, 2);
  addCustomer(world, customers.manyMembers, {customer: 'Wonka'});
  for (let index = 0; index < 110; index += 1)
    addMember(world, customers.manyMembers, `oompa${index}`, index < 100 ? 30 : 10);
}

/**
 * A world of customers each of whom is wrong in another way. The root is not shared with the team group.
 *
 * @param hasLargeTeam the team group has so many members that those who matter are on its second page
 */
export function mutationWorld({hasLargeTeam = false} = {}): World {
  const world = demoWorld();
  world.group(root).shares.length = 0;
  // All may see who is in the team group; only some are.
  world.group(team).visibility = 'internal';
  // The templates' own brackets are filled in: only the comparison tells that a customer's are not adjusted.
  world.commitFile(template, agenda, '# Agenda\n\n1. Open issues of last time\n');
  world.commitFile(template, request, '## What is needed\n');
  if (hasLargeTeam) {
    const members = [...world.group(team).members];
    world.group(team).members.clear();
    for (let index = 0; index < 100; index += 1) addMember(world, team, `colleague${index}`, 30);
    for (const [id, row] of members) world.group(team).members.set(id, row);
  }
  addColleagues(world);
  addRight(world);
  addWrong(world);
  addMisplaced(world);
  addSpecial(world);
  addPeople(world);
  addMany(world);
  return world;
}
