import {faker} from '@faker-js/faker';
import {World} from './world.ts';

const root = 'gitlab-com/account-management';

/** A README as a new project has it: every kind of bracket that is a placeholder, and every kind that is none. */
const templateReadme = `# [CUSTOMER NAME] and GitLab

[[_TOC_]]

Welcome to the collaboration project of **[CUSTOMER NAME]** and GitLab. It is where we plan, ask and decide together.

> [!note]
> This project is shared with [CUSTOMER NAME]. Please keep it presentable.

## Who is who

| Role | Name | GitLab |
| --- | --- | --- |
| Customer Success Manager | [CSM NAME] | @[CSM USERNAME] |
| Executive sponsor | [SPONSOR NAME] | |
| Technical lead at [CUSTOMER NAME] | [TECHNICAL LEAD] | |

## Goals

1. [FIRST GOAL]
2. [SECOND GOAL]
3. Adopt merge request approvals until [TARGET DATE].

## How we work

- [x] Create this project
- [ ] Agree on the goals with [CUSTOMER NAME]
- [ ] Schedule the first call

We meet every [MEETING DAY]. The notes are kept in [issues](https://gitlab.com/help) with the label \`~"[agenda]"\`.
Ask in the channel [SLACK CHANNEL] or look into [our handbook][handbook].

\`\`\`yaml
include: [template.yml]
\`\`\`

_Last changed on [DATE] by [CSM NAME]._

[handbook]: https://handbook.gitlab.com
`;

const filledReadme = `# Acme and GitLab

Welcome to the collaboration project of **Acme** and GitLab.

- [x] Agree on the goals
- [ ] Schedule the next review

See [the handbook](https://handbook.gitlab.com).
`;

/** The group's template project has these; a customer's are to be adjusted. */
const templateIssueTemplates = {
  '.gitlab/issue_templates/Meeting Agenda.md': `# Meeting of [CUSTOMER NAME] and GitLab on [MEETING DATE]

## Topics

1. [FIRST TOPIC]
2. Open issues of last time

- [ ] Notes are taken by [NOTE TAKER]
`,
  '.gitlab/issue_templates/Feature Request.md': `## What [CUSTOMER NAME] needs

[DESCRIPTION OF THE NEED]

## Why

/label ~"feature request"
`,
};

const adjustedIssueTemplates = {
  '.gitlab/issue_templates/Meeting Agenda.md': '# Meeting of Acme and GitLab\n\n1. Open issues of last time\n',
  '.gitlab/issue_templates/Feature Request.md': '## What Acme needs\n\n## Why\n\n/label ~"feature request"\n',
};

/** A date and time (ISO). */
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const labels = ['agenda', 'feature request', 'support', '12 months'];

function addColleagues(world: World): void {
  world.addUser({username: 'dana', name: 'Dana Reyes', publicEmail: 'dana@gitlab.com'});
  world.addUser({username: 'robin', name: 'Robin Okafor', publicEmail: 'robin@gitlab.com'});
  world.addUser({username: 'sam', name: 'Sam Lindqvist', publicEmail: 'sam@gitlab.com'});
  world.addUser({username: 'kim', name: 'Kim Novak'});
  world.addGroup({path: 'gitlab-com', name: 'GitLab.com', visibility: 'public'});
  world.addGroup({path: 'gitlab-com/timtams', name: 'timtams', id: 3174702});
  world.addGroup({path: root, name: 'Account Management', visibility: 'public'});
  world.addMember(root, 'dana', 50);
  world.addMember(root, 'robin', 30);
  for (const username of ['dana', 'robin', 'sam']) world.addMember('gitlab-com/timtams', username, 30);
  world.share(root, 'gitlab-com/timtams', 40);
  world.setNotification('dana', null, 'participating');
}

function addGroups(world: World): void {
  const segments = {
    'western-north-america': 'Western North America',
    'eastern-north-america': 'Eastern North America',
    emea: 'EMEA',
    apac: 'APAC',
    commercial: 'Commercial',
    'public-sector': 'Public Sector',
    'pre-sales': 'Pre-sales',
    templates: 'Templates',
  };
  for (const [path, name] of Object.entries(segments)) {
    world.addGroup({path: `${root}/${path}`, name, visibility: path === 'pre-sales' ? 'private' : 'public'});
  }
  world.addMember(`${root}/pre-sales`, 'sam', 50);
  world.addUser({username: 'toby', name: 'Toby Ferrara'});
  world.addMember(`${root}/pre-sales`, 'toby', 20);
  world.addProject({
    path: `${root}/templates/customer-collaboration-project-template`,
    name: 'Customer Collaboration Project Template',
    visibility: 'public',
    defaultBranch: 'master',
    files: {'README.md': templateReadme, ...templateIssueTemplates},
  });
  for (const name of labels) world.addLabel(`${root}/templates/customer-collaboration-project-template`, name);
  world.addIssue(`${root}/templates/customer-collaboration-project-template`, 'Agree on the goals');
  world.addMember(`${root}/templates`, 'dana', 30);
}

/** Acme: everything is right. */
function addAcme(world: World): void {
  world.addGroup({path: `${root}/emea/acme`, name: 'Acme'});
  const path = `${root}/emea/acme/acme-collaboration`;
  world.addProject({
    path,
    name: 'Acme Collaboration Project',
    avatar: true,
    files: {'README.md': filledReadme, ...adjustedIssueTemplates},
  });
  const label = (place: string, name: string) => world.addLabel(place, name);
  for (const name of labels) {
    world.setSubscription(world.user('dana'), label(path, name), world.project(path), true);
  }
  world.setSubscription(world.user('dana'), label(`${root}/emea/acme`, 'escalation'), null, true);
  world.addUser({username: 'wile.coyote', name: 'Wile E. Coyote'});
  world.addMember(path, 'wile.coyote', 30);
  world.addInvitation(path, 'road.runner@acme.example', 30);
  world.setNotification('dana', path, 'watch');
}

/** Globex: everything but its place is wrong. */
function addGlobex(world: World): void {
  world.addGroup({path: `${root}/emea/globex`, name: 'Globex', visibility: 'public', avatar: true});
  const path = `${root}/emea/globex/collaboration-project`;
  world.addProject({
    path,
    name: 'Collaboration Project',
    visibility: 'public',
    createdAt: daysAgo(10),
    files: {'README.md': templateReadme, 'notes.md': '[NOT A README]\n', ...templateIssueTemplates},
  });
  for (const name of labels) world.addLabel(path, name);
  world.addLabel(`${root}/emea/globex`, '[EXTERNAL] "quoted" 🎉');
}

/** Hooli: taken over from Robin, who is still named in the README. */
function addHooli(world: World): void {
  world.addGroup({path: `${root}/apac/hooli`, name: 'Hooli'});
  const path = `${root}/apac/hooli/hooli-collaboration`;
  world.addProject({
    path,
    name: 'Hooli Collaboration',
    avatar: true,
    files: {
      'README.md': `${filledReadme.replaceAll('Acme', 'Hooli')}\nCustomer Success Manager: Robin Okafor (@robin)\n`,
      ...adjustedIssueTemplates,
    },
  });
  world.addUser({username: 'gavin.belson', name: 'Gavin Belson'});
  world.addMember(path, 'gavin.belson', 30);
  world.setNotification('dana', path, 'watch');
}

/** Initech: still in pre-sales. */
function addPreSales(world: World): void {
  const path = `${root}/pre-sales/initech-collaboration-project`;
  world.addProject({
    path,
    name: 'Initech collaboration project',
    avatar: true,
    createdAt: daysAgo(20),
    files: {'README.md': templateReadme},
  });
  world.addUser({username: 'peter.gibbons', name: 'Peter Gibbons'});
  world.addUser({username: 'bill.lumbergh', name: 'Bill Lumbergh'});
  world.addMember(path, 'peter.gibbons', 30);
  world.addMember(path, 'bill.lumbergh', 20);
  world.addLabel(`${root}/pre-sales`, 'internal');
  world.addLabel(path, 'pricing');
  world.addIssue(path, 'Proof of value: success criteria', 'sam');
  world.addIssue(path, 'Pricing, internal', 'sam', {labels: ['internal', 'pricing'], milestone: 'Proof of value'});
  world.addIssue(path, 'How do we connect Jira?', 'peter.gibbons');
  world.addProject({path: `${root}/pre-sales/umbrella`, name: 'Umbrella', files: {'README.md': templateReadme}});
}

/** More customers, made up the same way each time. */
function addOthers(world: World): void {
  faker.seed(3174702);
  for (const segment of ['western-north-america', 'apac', 'commercial', 'public-sector']) {
    for (let count = 0; count < 2; count += 1) {
      const name = faker.company.name().replace(/[^\p{L}\p{N} -]/gu, '');
      const path = faker.helpers.slugify(name).toLowerCase();
      world.addGroup({path: `${root}/${segment}/${path}`, name});
      world.addProject({
        path: `${root}/${segment}/${path}/collaboration-project`,
        name: `${name} Collaboration Project`,
        avatar: faker.datatype.boolean(),
        files: {'README.md': faker.datatype.boolean() ? filledReadme.replaceAll('Acme', name) : templateReadme},
      });
    }
  }
}

/**
 * The world of tests and demo. Dana is the CSM and owns the account-management group, Robin is a Developer there, Sam owns only
 * pre-sales, Kim sees only what is public.
 */
export function demoWorld(): World {
  const world = new World();
  addColleagues(world);
  addGroups(world);
  addAcme(world);
  addGlobex(world);
  addHooli(world);
  addPreSales(world);
  addOthers(world);
  return world;
}
