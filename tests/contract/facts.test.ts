import {describe, expect, it} from 'vitest';
import type {Fault} from '../../sandbox/faults.ts';
import {projectChecks} from '../../src/customer/checks/index.ts';
import {gatherProject} from '../../src/customer/reading/gather.ts';
import type {Fact, FactName, FactSheet, ProjectFacts} from '../../src/facts/facts.ts';
import type {GitLab} from '../../src/gitlab/gitlab.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import {told} from '../told.ts';
import {doorOf, sourcesOf} from './means.ts';
import {acme, globex, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const timtams = 'gitlab-com/timtams';
const names = new Set(projectChecks.flatMap(check => check.facts)) as ReadonlySet<FactName & keyof ProjectFacts>;

interface Asked {
  readonly path?: string;
  readonly user?: string;
  readonly gitlab?: GitLab;
  readonly pageUser?: string;
}

async function facts({path = acme, user = 'dana', gitlab = doorOf(server, user), pageUser}: Asked = {}) {
  const own = pageUser === undefined ? undefined : world().user(pageUser);
  const gathering = gatherProject(path, {...sourcesOf(gitlab), pageUser: own && {...own}}, names);
  const entries = Object.entries(gathering).map(async ([name, reading]) => [name, await reading] as const);
  return Object.fromEntries(await Promise.all(entries)) as {[Name in keyof ProjectFacts]: Fact<ProjectFacts[Name]>};
}

/** What each check says of a project. */
async function verdicts(asked: Asked = {}): Promise<Record<string, string | undefined>> {
  const sheet = (await facts(asked)) as FactSheet;
  return Object.fromEntries(projectChecks.map(check => [check.id, check.find(sheet, defaultWorkspace)?.verdict]));
}

/** Answers as always, but without the headers that tell of pages. */
const withoutPageHeaders = (path: RegExp): Fault => ({path, headers: pageless, after: true});
const pageless = Object.fromEntries(
  ['link', 'x-next-page', 'x-page', 'x-total', 'x-total-pages', 'x-prev-page', 'x-per-page'].map(name => [name, '']),
);

describe('issue templates (V1, V2, V8, V18)', () => {
  const template = defaultWorkspace.templateProject;
  const agenda = '.gitlab/issue_templates/Meeting Agenda.md';

  function adjustAgendaOnly(): void {
    world().commitFile(acme, agenda, '# Agenda\n');
    world().commitFile(acme, '.gitlab/issue_templates/Feature Request.md', '# Request\n');
  }

  it.each([401, 403, 429, 500, 503])(
    'a template project that answers %i leaves open whether they were adjusted',
    async status => {
      adjustAgendaOnly();
      server.sandbox.faults.add({path: /templates\/customer-collaboration-project-template\/repository\/tree/, status});
      expect((await verdicts())['issue-templates']).toBe('unknown');
    },
  );

  it('a template project that is not shown leaves it open too', async () => {
    adjustAgendaOnly();
    world().project(template).visibility = 'private';
    // Kim is a member of the project alone: whoever is one of a group above both sees the template project too.
    world().addMember(acme, 'kim', 40);
    expect((await verdicts())['issue-templates']).toBe('pass');
    expect((await verdicts({user: 'kim'}))['issue-templates']).toBe('unknown');
  });

  it('all files that fit are judged', async () => {
    adjustAgendaOnly();
    expect((await verdicts())['issue-templates']).toBe('pass');
    world().commitFile(acme, '.gitlab/issue_templates/Agenda archive.md', 'With [CUSTOMER]\n');
    expect((await verdicts())['issue-templates']).toBe('fail');
  });

  it('a file in .MD is no template for GitLab (G12)', async () => {
    adjustAgendaOnly();
    world().commitFile(acme, '.gitlab/issue_templates/Agenda.MD', 'With [CUSTOMER]\n');
    expect((await verdicts())['issue-templates']).toBe('pass');
  });

  it('a symbolic link is not taken for an adjusted template', async () => {
    adjustAgendaOnly();
    world().commitFile(acme, agenda, '../../docs/agenda.md');
    world().project(acme).repository.links.add(agenda);
    expect((await verdicts())['issue-templates']).toBe('unknown');
  });

  it('a session that ends while they are read does not make them missing', async () => {
    const gitlab = doorOf(server, 'dana');
    const ending: GitLab = {
      ...gitlab,
      async folder(project, path) {
        world().expireSessions();
        return gitlab.folder(project, path);
      },
    };
    const {issueTemplates} = await facts({gitlab: ending});
    expect(issueTemplates.state).toBe('failed');
  });

  it('a folder that is not there, for certain, is no template', async () => {
    const {files} = world().project(globex).repository;
    for (const path of [...files.keys()]) if (path.startsWith('.gitlab/')) files.delete(path);
    expect(await facts({path: globex})).toMatchObject({
      issueTemplates: {state: 'known', value: [{files: []}, {files: []}]},
    });
  });
});

describe('lists (V4)', () => {
  it('labels beyond the first page count where GitLab does not tell of pages', async () => {
    const {labels: own} = world();
    for (let index = 0; index < 150; index += 1) world().addLabel(acme, `label ${index}`);
    server.sandbox.faults.add(withoutPageHeaders(/\/labels$/));
    const {labels} = await facts();
    expect(labels.state === 'known' && labels.value.length).toBeGreaterThanOrEqual(150);
    expect(own.length).toBeGreaterThan(150);
    expect((await verdicts()).labels).toBe('fail');
  });

  it('a colleague on the second page of the team group is one where GitLab does not tell of pages', async () => {
    for (let index = 0; index < 150; index += 1) {
      world().addUser({username: `colleague-${index}`, name: `Colleague ${index}`});
      world().addMember(timtams, `colleague-${index}`, 30);
    }
    world().addMember(acme, 'colleague-149', 40);
    server.sandbox.faults.add(withoutPageHeaders(/\/members\/all$/));
    const {colleagues} = await facts();
    expect(colleagues.state === 'known' && colleagues.value.has(world().user('colleague-149').id)).toBe(true);
  });

  it('a list that is shorter than GitLab counts is not known', async () => {
    server.sandbox.faults.add({
      path: /emea\/acme\/acme-collaboration\/members$/,
      status: 200,
      body: [],
      headers: {'x-total': '3'},
    });
    expect((await facts()).members.state).toBe('failed');
  });
});

describe('README (V8, V9, V10, V19)', () => {
  it('a symbolic link is not judged by the path that it holds', async () => {
    world().commitFile(acme, 'README.md', 'docs/README.md');
    world().project(acme).repository.links.add('README.md');
    expect((await verdicts()).readme).toBe('unknown');
  });

  it('one line without a line break is a README like any other', async () => {
    world().commitFile(acme, 'README.md', 'Hello Acme');
    expect((await verdicts()).readme).toBe('pass');
    world().commitFile(acme, 'README.md', 'Hello [CUSTOMER]');
    expect((await verdicts()).readme).toBe('fail');
  });

  it.each([
    ['Team\n', 'pass'],
    ['[NAME]\n', 'fail'],
    [undefined, 'fail'],
  ])('an included file counts: %j', async (text, verdict) => {
    world().commitFile(acme, 'README.md', '# Acme\n\n::include{file=docs/team.md}\n');
    if (text !== undefined) world().commitFile(acme, 'docs/team.md', text);
    expect((await verdicts()).readme).toBe(verdict);
  });

  it('the file that GitLab shows is judged, not the one of the usual name', async () => {
    world().commitFile(acme, 'README.md', '# Acme\n');
    const body = async () => (await (await doorOf(server, 'dana')).project(acme)).webUrl;
    const shown = `${await body()}/-/blob/main/INDEX.md`;
    world().commitFile(acme, 'INDEX.md', 'Ask [CSM NAME]\n');
    const gitlab = doorOf(server, 'dana');
    const {pathname} = new URL(shown);
    const showing: GitLab = {
      ...gitlab,
      project: async ref => ({...(await gitlab.project(ref)), readmePath: pathname.split('/').at(-1)}),
    };
    expect((await verdicts({gitlab: showing})).readme).toBe('fail');
    const silent: GitLab = {...gitlab, project: async ref => ({...(await gitlab.project(ref)), readmePath: undefined})};
    expect((await verdicts({gitlab: silent})).readme).toBe('unknown');
  });

  it('ISO 8859-1 is read by its bytes', async () => {
    world().commitFile(acme, 'README.md', new Uint8Array([...Buffer.from('Caf\u00e9 [OWNER]\n', 'latin1')]));
    const {readme} = await facts();
    expect(readme).toMatchObject({value: {kind: 'text', text: 'Café [OWNER]\n', isLatin1: true}});
  });
});

describe('notifications (V11)', () => {
  it('the own level reaches members of the project or of a group above, and nobody else', async () => {
    world().setNotification('dana', null, 'watch');
    for (const path of [acme, `${root}/emea/acme`, `${root}/emea`, root])
      world().setNotification('dana', path, 'global');
    for (const source of [...world().groups, ...world().projects]) {
      if (source.path !== timtams) source.members.delete(world().user('dana').id);
    }
    expect((await verdicts()).notifications).toBe('fail');
    world().addMember(root, 'dana', 30);
    expect((await verdicts()).notifications).toBe('pass');
  });
});

describe('labels and groups of a project that lies too deep (V5, V14)', () => {
  const deep = `${root}/emea/acme/rollout/plan`;

  function addDeep(): void {
    world().addGroup({path: `${root}/emea/acme/rollout`, name: 'Rollout', visibility: 'private'});
    world().addProject({path: deep, name: 'Plan', visibility: 'private'});
  }

  it('labels of all groups up to the customer’s are read', async () => {
    addDeep();
    world().addLabel(`${root}/emea/acme/rollout`, 'phase one');
    const {labels} = await facts({path: deep});
    expect(labels.state === 'known' && labels.value.map(({name}) => name)).toContain('phase one');
    expect((await verdicts({path: deep})).labels).toBe('fail');
  });

  it('a customer group around a private one counts too', async () => {
    addDeep();
    expect((await verdicts({path: deep}))['group-visibility']).toBe('pass');
    world().group(`${root}/emea/acme`).visibility = 'public';
    expect((await verdicts({path: deep}))['group-visibility']).toBe('fail');
  });
});

describe('who is signed in (V15)', () => {
  it('is asked with every reading: of somebody else’s answers nothing is known', async () => {
    const read = await facts({user: 'robin', pageUser: 'dana'});
    const ours = ['brackets', 'finder', 'sides', 'today'];
    for (const [name, fact] of Object.entries(read)) {
      expect([name, fact.state]).toEqual([name, ours.includes(name) ? 'known' : 'failed']);
    }
    const all = await verdicts({user: 'robin', pageUser: 'dana'});
    expect(new Set(Object.values(all))).toEqual(new Set(['unknown']));
    expect(told(read.notifications)).toMatchObject({
      problem: {kind: 'other-user', words: expect.stringContaining('robin')},
    });
  });
});

describe('people and groups (V6, V12, V17)', () => {
  it('a member of the workspace’s root is a colleague, though not in the team group', async () => {
    world().addUser({username: 'manager', name: 'Mona Manager'});
    world().addMember(root, 'manager', 30);
    for (const username of [...world().project(acme).members.keys()]) world().project(acme).members.delete(username);
    world().project(acme).invitations.splice(0);
    world().addMember(acme, 'manager', 30);
    expect((await verdicts()).members).toBe('fail');
  });

  it('archived labels need no subscription', async () => {
    const label = world().addLabel(acme, 'old');
    expect((await verdicts()).labels).toBe('fail');
    label.archived = true;
    expect((await verdicts()).labels).toBe('pass');
  });

  it('a team group that is not shown leaves open whether it has access', async () => {
    world().project(acme).shares.splice(0);
    for (const group of world().groups) group.shares.splice(0);
    expect((await verdicts())['team-access']).toBe('fail');
    world().group(timtams).visibility = 'private';
    world().group(timtams).members.clear();
    expect((await verdicts())['team-access']).toBe('unknown');
  });
});

describe('the own role', () => {
  const roleOf = async (username: string) => {
    const names = new Set(['role'] as const);
    const gathering = gatherProject(acme, sourcesOf(doorOf(server, username)), names);
    return told((await gathering.role) as Fact<number | undefined>);
  };
  it.each<[string, boolean, number | undefined]>([
    ['is none for somebody who may read the project and is no member', false, 0],
    ['is not needed by an administrator', true, undefined],
  ])('%s', async (_, isAdmin, role) => {
    world().addUser({username: 'visitor', name: 'Vic Visitor', isAdmin});
    world().project(acme).visibility = 'internal';
    expect(await roleOf('visitor')).toEqual({state: 'known', value: role});
  });

  it('is what GitLab says of a member', async () => {
    expect(await roleOf('dana')).toMatchObject({state: 'known', value: 50});
  });
});
