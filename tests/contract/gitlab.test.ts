import {describe, expect, it} from 'vitest';
import type {World} from '../../sandbox/world.ts';
import {acme, globex, initech, root, useSandbox} from './server.ts';

/** What GitLab's source says, point by point: the numbers are those of the reference data (`gitlab/facts.md`). */

const server = useSandbox();
const id = encodeURIComponent;
const world = (): World => server.sandbox.world;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function send(
  user: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${server.sandbox.origin}/api/v4${path}`, {
    method,
    headers: {'content-type': 'application/json', 'private-token': world().addToken(user), ...headers},
    redirect: 'manual',
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  });
  const text = await response.text();
  // The body of a redirect is no JSON, whatever its header says.
  return {status: response.status, body: text === '' || response.status === 301 ? text : JSON.parse(text)};
}

/** The body of an answer as an object. */
const fields = ({body}: Answer) => body as Readonly<Record<string, unknown>>;

describe('G8 a transfer', () => {
  const transfer = (namespace?: string) => send('dana', 'PUT', `/projects/${id(initech)}/transfer`, {namespace});
  const emea = `${root}/emea`;
  const placeOf = async (project: number) =>
    fields(await send('dana', 'GET', `/projects/${project}`)).path_with_namespace;

  it('is done at once', async () => {
    expect(fields(await transfer(emea)).path_with_namespace).toBe(`${emea}/initech-collaboration-project`);
  });

  it('that is a job answers with the project as it was, and is done later', async () => {
    const project = world().project(initech).id;
    world().asyncTransfers = {polls: 3};
    const {status, body} = await transfer(emea);
    expect([status, (body as {path_with_namespace: string}).path_with_namespace]).toEqual([200, initech]);
    const again = await transfer(emea);
    expect(again).toEqual({
      status: 400,
      body: {message: 'Unable to initiate transfer. The project may already have a transfer in progress.'},
    });
    expect([await placeOf(project), await placeOf(project), await placeOf(project)]).toEqual([
      initech,
      initech,
      `${emea}/initech-collaboration-project`,
    ]);
  });

  it.each<[string, () => void]>([
    ['fails', () => (world().asyncTransfers = {polls: 1, end: 'failed'})],
    [
      'finds the name taken',
      () => {
        world().asyncTransfers = {polls: 1};
        world().addProject({path: `${root}/emea/other`, name: world().project(initech).name});
      },
    ],
  ])('that is a job and %s leaves the project where it was', async (_name, arrange) => {
    const project = world().project(initech).id;
    arrange();
    expect((await transfer(emea)).status).toBe(200);
    expect(await placeOf(project)).toBe(initech);
    expect(world().project(initech).transfer).toBeNull();
  });

  const refusals: [string, () => void, string][] = [
    ['the place is the same', () => undefined, 'Project is already in this namespace.'],
    [
      'the role is too low there',
      () => {
        world().group(root).members.clear();
        world().group(root).shares.splice(0);
        world().addMember(initech, 'dana', 50);
        world().addMember(emea, 'dana', 30);
      },
      "You don't have permission to transfer projects into that namespace.",
    ],
    [
      'the name is taken',
      () => world().addProject({path: `${emea}/other`, name: world().project(initech).name}),
      'Project with same name or path in target namespace already exists',
    ],
  ];

  it.each(refusals)('is refused where %s, in Ruby’s spelling', async (_name, arrange, words) => {
    arrange();
    const {status, body} = await transfer(words.includes('already in') ? `${root}/pre-sales` : emea);
    expect([status, body]).toEqual([400, {message: `Failed to transfer project {:new_namespace=>["${words}"]}`}]);
  });

  it.each(refusals.slice(0, 2))('that is a job is refused where %s, in plain words', async (_name, arrange, words) => {
    arrange();
    world().asyncTransfers = {polls: 1};
    const {body} = await transfer(words.includes('already in') ? `${root}/pre-sales` : emea);
    expect(body).toEqual({message: words});
  });

  it('makes new labels of the old group’s that are in use, and subscriptions to them are lost', async () => {
    const dana = world().user('dana');
    const [old] = world().labelsOf(world().group(`${root}/pre-sales`), false);
    if (!old) throw new Error('The group has no label');
    world().setSubscription(dana, old, null, true);
    await transfer(emea);
    const moved = world().project(`${emea}/initech-collaboration-project`);
    const copy = world()
      .labelsOf(moved, false)
      .find(({name}) => name === old.name);
    expect(copy?.id).not.toBe(old.id);
    expect(copy && world().isSubscribed(dana, copy, moved)).toBe(false);
  });
});

describe('G1 a project from a group’s template', () => {
  const template = `${root}/templates/customer-collaboration-project-template`;
  const create = (more: object, user = 'dana') =>
    send(user, 'POST', '/projects', {
      name: 'New',
      path: 'new',
      namespace_id: world().group(`${root}/emea/acme`).id,
      use_custom_template: true,
      template_project_id: world().project(template).id,
      group_with_project_templates_id: world().group(`${root}/templates`).id,
      ...more,
    });

  it('takes the id of the group that directly holds the template', async () => {
    const {status, body} = await create({});
    expect([status, (body as {import_status: string}).import_status]).toEqual([201, 'scheduled']);
  });

  it('is made for whoever reads the code, by whatever membership', async () => {
    world().project(template).visibility = 'private';
    world().group(`${root}/templates`).members.clear();
    expect((await create({})).status, 'inherited').toBe(201);
    world().group(root).members.clear();
    world().addMember(`${root}/emea`, 'dana', 30);
    expect((await create({path: 'two', name: 'Two'})).status, 'through a group that was invited').toBe(201);
    world().group(root).shares.splice(0);
    expect(await create({})).toMatchObject({status: 400});
    world().addMember(template, 'dana', 10);
    expect(await create({}), 'Guests do not read code').toMatchObject({status: 400});
    world().addMember(template, 'dana', 15);
    expect((await create({path: 'three', name: 'Three'})).status).toBe(201);
  });

  const id = () => world().project(template).id;
  it.each<[string, () => object, () => object]>([
    [
      'the id of the parent',
      () => ({group_with_project_templates_id: world().group(`${root}/emea`).id}),
      () => ({template_project_id: [`${id()} is unknown or invalid`]}),
    ],
    [
      'a template that is not there',
      () => ({template_project_id: 1}),
      () => ({template_project_id: ['1 is unknown or invalid']}),
    ],
    [
      'a name that is not there',
      () => ({template_project_id: undefined, template_name: 'Nothing'}),
      () => ({template_name: ["'Nothing' is unknown or invalid"]}),
    ],
    [
      'another place',
      () => {
        world().addMember('gitlab-com/timtams', 'dana', 40);
        return {namespace_id: 3174702};
      },
      () => ({namespace: ['is not a descendant of the Group owning the template']}),
    ],
  ])('is refused with %s', async (_name, more, message) => {
    expect(await create(more())).toEqual({status: 400, body: {message: message()}});
  });
});

describe('G2 a project’s sharing', () => {
  const shares = () => world().project(globex).shares;
  const share = (user: string) =>
    send(user, 'POST', `/projects/${id(globex)}/share`, {group_id: 3174702, group_access: 40});
  const unshare = (user: string) => send(user, 'DELETE', `/projects/${id(globex)}/share/3174702`);
  const notFound = {status: 404, body: {message: 'Not Found'}};

  it('takes Owner, and membership of the group', async () => {
    world().addMember(globex, 'sam', 40);
    expect(await share('sam')).toEqual(notFound);
    world().addMember(globex, 'kim', 50);
    expect(await share('kim'), 'is no member of the group').toEqual(notFound);
    expect(shares()).toEqual([]);
    expect((await share('dana')).status).toBe(201);
    expect(await share('dana')).toEqual({status: 409, body: {message: 'Project already shared with this group'}});
  });

  it('can be turned off for what is in a group', async () => {
    world().group(`${root}/emea/globex`).shareLock = true;
    expect(await share('dana')).toEqual({
      status: 400,
      body: {message: 'The project sharing with group is disabled'},
    });
  });

  it('can be forbidden outside of the top-level group', async () => {
    world().group('gitlab-com').sharesOnlyInside = true;
    expect((await share('dana')).status, 'the team group is in it').toBe(201);
    const outside = world().addGroup({path: 'partners', id: 77});
    world().addMember('partners', 'dana', 30);
    const send77 = () =>
      send('dana', 'POST', `/projects/${id(globex)}/share`, {group_id: outside.id, group_access: 40});
    expect(await send77()).toEqual(notFound);
    world().group('gitlab-com').sharesOnlyInside = false;
    expect((await send77()).status).toBe(201);
  });

  it('is ended by an Owner of the project or of the group', async () => {
    world().share(globex, 'gitlab-com/timtams', 40);
    world().addMember(globex, 'sam', 40);
    expect(await unshare('robin')).toEqual({status: 403, body: {message: '403 Forbidden'}});
    expect(await unshare('sam')).toEqual({status: 403, body: {message: 'Forbidden'}});
    world().addMember('gitlab-com/timtams', 'sam', 50);
    expect((await unshare('sam')).status).toBe(204);
  });
});

describe('G3 an invitation', () => {
  const path = `/projects/${id(acme)}/invitations`;
  const invite = (more: object, user = 'dana') => send(user, 'POST', path, {access_level: 30, ...more});
  const member = (username: string) => world().project(acme).members.get(world().user(username).id);
  const success = {status: 201, body: {status: 'success'}};

  it.each([
    ['the public mail of a member', 'wile@acme.example', 10],
    ['a mail that nobody sees', 'wile.coyote@example.com', 40],
    ['it in capitals', 'Wile.Coyote@example.com', 40],
  ])('to %s sets role and expiry anew, and says nothing', async (_name, email, level) => {
    world().user('wile.coyote').publicEmail = 'wile@acme.example';
    world().addMember(acme, 'wile.coyote', 30, '2027-01-01');
    expect(await invite({email, access_level: level})).toEqual(success);
    expect(member('wile.coyote')).toEqual({level, expiresAt: null});
    expect(await invite({user_id: world().user('wile.coyote').id, expires_at: '2027-05-05'})).toEqual(success);
    expect(member('wile.coyote')).toEqual({level: 30, expiresAt: '2027-05-05'});
  });

  it('to somebody who is invited already does so too', async () => {
    const {invitations} = world().project(acme);
    expect(await invite({email: 'road.runner@acme.example', access_level: 20})).toEqual(success);
    expect(invitations).toEqual([{email: 'road.runner@acme.example', level: 20}]);
    expect((await invite({email: 'Road.Runner@acme.example'})).body).toEqual({
      status: 'error',
      message: {'Road.Runner@acme.example': 'Invite email has already been taken'},
    });
  });

  it('that is accepted becomes a membership with the time and the maker that it had', async () => {
    const list = async (what: string) =>
      (await send('dana', 'GET', `/projects/${id(acme)}/${what}`)).body as Record<string, unknown>[];
    await invite({email: 'ann@acme.example,bo@acme.example', user_id: String(world().user('kim').id)});
    const [, ann, bo] = await list('invitations');
    expect(ann).toMatchObject({invite_email: 'ann@acme.example', created_by_name: 'Dana Reyes'});
    expect(ann?.created_at).not.toBe(bo?.created_at);
    world().addUser({username: 'ann', name: 'Ann Other'});
    world().acceptInvitation(acme, 'ann@acme.example', 'ann');
    const by = {created_by: expect.objectContaining({username: 'dana'})};
    const [coyote, kim, accepted] = await list('members');
    expect(coyote).not.toHaveProperty('created_by');
    expect(kim).toMatchObject({username: 'kim', ...by});
    expect(accepted).toMatchObject({username: 'ann', created_at: ann?.created_at, ...by});
    expect(await list('invitations')).toHaveLength(2);
  });

  it.each<[string, () => object, object]>([
    [
      'below what is inherited',
      () => {
        world().addMember(`${root}/emea/acme`, 'wile.coyote', 40);
        return {email: 'wile.coyote@example.com'};
      },
      {
        'wile.coyote@example.com':
          'Access level should be greater than or equal to Maintainer inherited membership from group Acme',
      },
    ],
    ['that is no mail', () => ({email: 'nobody'}), {nobody: 'Invite email is invalid'}],
    [
      'of a bot',
      () => ({user_id: world().addUser({username: 'project_1_bot_x', name: 'Bot', bot: true}).id}),
      {project_1_bot_x: 'User project bots cannot be added to other groups / projects'},
    ],
  ])('%s is refused', async (_name, more, message) => {
    expect(await invite(more())).toEqual({status: 201, body: {status: 'error', message}});
  });

  it('as a whole is refused with a reason', async () => {
    expect((await invite({email: ' , '})).body).toMatchObject({
      message: 'Invites cannot be blank',
      reason: 'blank_invites_error',
    });
    const email = Array.from({length: 101}, (_, index) => `p${index}@acme.example`).join(',');
    expect((await invite({email})).body).toMatchObject({
      message: 'Too many users specified (limit is 100)',
      reason: 'too_many_invites_error',
    });
    world().group(`${root}/emea/acme`).membershipLock = true;
    expect(await invite({email: 'a@acme.example'})).toEqual({
      status: 201,
      body: {
        status: 'error',
        message: 'Members::CreateService::MembershipLockedError',
        reason: 'membership_locked_error',
      },
    });
  });

  it('is forbidden where the top-level group says so', async () => {
    world().group('gitlab-com').forbidsInvitations = true;
    expect(await invite({email: 'a@acme.example'})).toEqual({status: 403, body: {message: '403 Forbidden'}});
  });

  it('G10 gives no role above the own one, and Security Manager only as such', async () => {
    world().addMember(acme, 'sam', 40);
    const error = {'a@acme.example': "the member access level can't be higher than the current user's one"};
    for (const level of [50, 25]) {
      expect((await invite({email: 'a@acme.example', access_level: level}, 'sam')).body).toEqual({
        status: 'error',
        message: error,
      });
    }
    expect(await invite({email: 'a@acme.example', access_level: 25})).toEqual(success);
    const role = `/projects/${id(acme)}/members/${world().user('wile.coyote').id}`;
    expect((await send('sam', 'PUT', role, {access_level: 25})).status).toBe(403);
    expect(fields(await send('dana', 'PUT', role, {access_level: 25, expires_at: '2027-05-05'}))).toMatchObject({
      access_level: 25,
      expires_at: '2027-05-05',
    });
    expect(fields(await send('dana', 'PUT', role, {access_level: 30})).expires_at).toBe('2027-05-05');
    expect(fields(await send('dana', 'PUT', role, {access_level: 30, expires_at: ''})).expires_at).toBeNull();
  });
});

describe('G4 labels', () => {
  const ofProject = `/projects/${id(acme)}/labels`;
  const names = async (query: string) =>
    ((await send('dana', 'GET', `${ofProject}?per_page=100&${query}`)).body as {name: string}[]).map(({name}) => name);
  const escalation = () => {
    const [label] = world().labelsOf(world().group(`${root}/emea/acme`), false);
    if (!label) throw new Error('There is no label');
    return label;
  };

  it('are subscribed to in the project by a subscription of either level, in the group only by its own', async () => {
    const {id: label} = escalation();
    const told = async () => {
      const group = (await send('dana', 'GET', `/groups/${id(`${root}/emea/acme`)}/labels`)).body;
      const [first] = (group as {id: number; subscribed: boolean}[]).filter(other => other.id === label);
      return [fields(await send('dana', 'GET', `${ofProject}/${label}`)).subscribed, first?.subscribed];
    };
    expect(await told()).toEqual([true, true]);
    const route = (what: string) => send('dana', 'POST', `${ofProject}/${label}/${what}`);
    expect((await route('unsubscribe')).status, 'there is none of the project').toBe(304);
    expect((await route('subscribe')).status, 'the group’s does not count').toBe(201);
    expect(await told()).toEqual([true, false]);
    expect((await route('unsubscribe')).status).toBe(201);
    expect(await told()).toEqual([false, false]);
  });

  it('that are archived are listed unless that is asked, and never in GraphQL', async () => {
    const [label] = world().labelsOf(world().project(acme), false);
    if (!label) throw new Error('There is no label');
    label.archived = true;
    expect(await names('include_ancestor_groups=false')).toContain(label.name);
    expect(await names('archived=false')).not.toContain(label.name);
    expect(await names('archived=true')).toEqual([label.name]);
    const query = `{project(fullPath: "${acme}") {labels(first: 100) {nodes {title}}}}`;
    const response = await fetch(`${server.sandbox.origin}/api/graphql`, {
      method: 'POST',
      headers: {'content-type': 'application/json', 'private-token': world().addToken('dana')},
      body: JSON.stringify({query}),
    });
    expect(await response.text()).not.toContain(label.name);
  });
});

describe('G7 mails about new issues', () => {
  const group = `${root}/emea/acme`;
  it.each<[string, () => void, boolean]>([
    ['Watch of the project', () => undefined, true],
    ['no level of any place', () => world().notifications.clear(), false],
    [
      'Watch of a group above',
      () => {
        world().setNotification('dana', acme, 'global');
        world().setNotification('dana', root, 'watch');
      },
      true,
    ],
    [
      'the nearest level before another',
      () => {
        world().setNotification('dana', acme, 'global');
        world().setNotification('dana', group, 'mention');
        world().setNotification('dana', root, 'watch');
      },
      false,
    ],
    [
      'the own level, for a direct member',
      () => {
        world().notifications.clear();
        world().addMember(acme, 'dana', 30);
        world().setNotification('dana', null, 'watch');
      },
      true,
    ],
    [
      'the own level alone, for access through an invited group',
      () => {
        world().notifications.clear();
        world().group(root).members.delete(world().user('dana').id);
        world().setNotification('dana', null, 'watch');
      },
      false,
    ],
    ['Custom with new issues', () => world().setNotification('dana', acme, 'custom', {new_issue: true}), true],
    ['Custom without them', () => world().setNotification('dana', acme, 'custom', {new_issue: null}), false],
    ['emails that are off in a group above', () => (world().group(group).emailsDisabled = true), false],
  ])('%s', (_name, arrange, isMailed) => {
    arrange();
    expect(world().isMailedOfNewIssues('dana', acme)).toBe(isMailed);
  });

  it('are off where the project or a group above says so, and the project tells', async () => {
    const told = async () => fields(await send('dana', 'GET', `/projects/${id(acme)}`)).emails_disabled;
    expect(await told()).toBe(false);
    world().group(root).emailsDisabled = true;
    expect(await told()).toBe(true);
  });
});

describe('G9 deletion', () => {
  it('renames a project, and its old address leads to it', async () => {
    const {id: project} = world().project(globex);
    expect((await send('dana', 'DELETE', `/projects/${project}`)).status).toBe(202);
    expect(fields(await send('dana', 'GET', `/projects/${project}`))).toMatchObject({
      name: `Collaboration Project-deletion_scheduled-${project}`,
      path_with_namespace: `${globex}-deletion_scheduled-${project}`,
      marked_for_deletion_on: '2026-06-07',
    });
    expect((await send('dana', 'GET', `/projects/${id(globex)}`)).status).toBe(301);
    expect((await send('dana', 'DELETE', `/projects/${project}`)).body).toEqual({
      message: 'Project has already been marked for deletion',
    });
    world().addProject({path: globex});
    expect((await send('dana', 'GET', `/projects/${id(globex)}`)).status).toBe(200);
  });

  it('renames a group with all that is in it', async () => {
    const group = world().group(`${root}/emea/globex`);
    const {id: project} = world().project(globex);
    expect((await send('dana', 'DELETE', `/groups/${group.id}`)).status).toBe(202);
    const path = `${root}/emea/globex-deletion_scheduled-${group.id}`;
    expect(fields(await send('dana', 'GET', `/groups/${group.id}`))).toMatchObject({
      full_path: path,
      name: `Globex-deletion_scheduled-${group.id}`,
      marked_for_deletion_on: '2026-06-07',
    });
    expect((await send('dana', 'GET', `/groups/${id(`${root}/emea/globex`)}`)).status).toBe(404);
    expect(fields(await send('dana', 'GET', `/projects/${project}`))).toMatchObject({
      path_with_namespace: `${path}/collaboration-project`,
      marked_for_deletion_on: null,
    });
  });
});

describe('G11 validation', () => {
  const setGroup = (path: string, visibility: string) => send('dana', 'PUT', `/groups/${id(path)}`, {visibility});
  const refused = (...texts: string[]) => ({status: 400, body: {message: {visibility_level: texts}}});

  it('of a group’s visibility names what stands against it', async () => {
    world().project(acme).visibility = 'private';
    expect(await setGroup(`${root}/emea/globex`, 'private')).toEqual(
      refused('private is not allowed since this group contains projects with higher visibility.'),
    );
    expect(await setGroup(`${root}/apac`, 'private')).toEqual({status: 200, body: expect.anything()});
    expect(await setGroup(`${root}/apac/hooli`, 'public')).toEqual(
      refused('public is not allowed since the parent group has a private visibility.'),
    );
    expect(await setGroup(`${root}/emea`, 'private')).toEqual(
      refused('private is not allowed since there are sub-groups with higher visibility.'),
    );
  });

  it('of a project’s visibility speaks of the namespace', async () => {
    expect(await send('dana', 'PUT', `/projects/${id(acme)}`, {visibility: 'public'})).toEqual(
      refused('public is not allowed in a private namespace.'),
    );
  });

  it('of pictures refuses WebP, although its words name it', async () => {
    const form = new FormData();
    form.append('avatar', new Blob(['RIFF\0\0\0\0WEBPVP8 ']), 'logo.webp');
    const response = await fetch(`${server.sandbox.origin}/api/v4/projects/${id(acme)}`, {
      method: 'PUT',
      headers: {'private-token': world().addToken('dana')},
      body: form,
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('image/vnd.microsoft.icon');
  });
});

describe('G12 the README', () => {
  it.each([
    [['readme.txt', 'README.rst'], 'README.rst'],
    [['README.md', 'INDEX.md'], 'INDEX.md'],
    [['README.md', 'README.adoc'], 'README.adoc'],
    [['_index.md', 'README.md'], 'README.md'],
    [['readme', 'index.txt'], 'index.txt'],
    [['README.html', 'docs/README.md', 'readme.old'], null],
  ])('of %j is %s', async (files, shown) => {
    const path = `${root}/emea/acme/other`;
    world().addProject({path, files: Object.fromEntries(files.map(name => [name, 'x']))});
    const {readme_url: url} = fields(await send('dana', 'GET', `/projects/${id(path)}`));
    expect(url).toBe(shown && `https://gitlab.com/${path}/-/blob/main/${shown}`);
  });
});

describe('G17 paths of new groups and projects', () => {
  const sentence =
    "can only include non-accented letters, digits, '_', '-' and '.'. It must not start with '-', '_', or '.', nor end with '-', '_', '.', '.git', or '.atom'.";
  const parent = () => world().group(`${root}/emea`).id;

  it.each(['dr.-miller', 'a--b', '_a', 'a_', '.a', 'a.', 'a.git', 'a.atom', 'ä', 'a b'])(
    'are not like %j',
    async path => {
      expect(await send('dana', 'POST', '/groups', {name: 'x', path, parent_id: parent()})).toEqual({
        status: 400,
        body: {message: `Failed to save group {:path=>["${sentence}"]}`},
      });
      expect(await send('dana', 'POST', '/projects', {name: 'x', path, namespace_id: parent()})).toMatchObject({
        status: 400,
        body: {message: {path: [sentence]}},
      });
    },
  );

  it.each(['dr.miller', 'a-b_c.d', 'A1'])('may be like %j', async path => {
    expect((await send('dana', 'POST', '/groups', {name: 'x', path, parent_id: parent()})).status).toBe(201);
  });
});

describe('H1 and H7 issues', () => {
  const issue = (iid: number) => `/projects/${id(initech)}/issues/${iid}`;
  const close = (user: string, iid: number) => send(user, 'PUT', issue(iid), {state_event: 'close'});

  it.each([
    ['an author who is a member', 10, 200],
    ['an author who is none', 0, 404],
    ['a Guest who did not write it', 10, 403],
    ['a Planner', 15, 200],
  ])('are closed by %s: %s → %s', async (who, level, status) => {
    world().addUser({username: 'ann', name: 'Ann'});
    if (level > 0) world().addMember(initech, 'ann', level);
    const {iid} = world().addIssue(initech, 'One', who.includes('author') ? 'ann' : 'sam');
    expect((await close('ann', iid)).status).toBe(status);
  });

  it('of an open project are closed by their author, who is no member', async () => {
    world().addUser({username: 'ann', name: 'Ann'});
    const {iid} = world().addIssue(globex, 'One', 'ann');
    expect((await send('ann', 'PUT', `/projects/${id(globex)}/issues/${iid}`, {state_event: 'close'})).status).toBe(
      200,
    );
    expect((await send('ann', 'DELETE', `/projects/${id(globex)}/issues/${iid}`)).status).toBe(403);
  });

  it.each([
    ['a Planner', 15, 204],
    ['a Reporter', 20, 403],
    ['a Maintainer', 40, 403],
    ['an Owner', 50, 204],
  ])('are deleted by %s: %s → %s', async (_who, level, status) => {
    world().addUser({username: 'ann', name: 'Ann'});
    world().addMember(initech, 'ann', level);
    expect((await send('ann', 'DELETE', issue(1))).status).toBe(status);
  });

  it('are deleted by an author who is a member', async () => {
    world().addUser({username: 'ann', name: 'Ann'});
    world().addMember(initech, 'ann', 10);
    const {iid} = world().addIssue(initech, 'One', 'ann');
    expect((await send('ann', 'DELETE', issue(iid))).status).toBe(204);
  });

  it('that are not there are missing, and confidential ones forbidden', async () => {
    expect(await close('dana', 99)).toEqual({status: 404, body: {message: '404 Not found'}});
    world().addMember(initech, 'kim', 10);
    const {iid} = world().addIssue(initech, 'Secret', 'sam', {confidential: true});
    expect(await close('kim', iid)).toEqual({status: 403, body: {message: '403 Forbidden'}});
    const seen = (await send('kim', 'GET', `/projects/${id(initech)}/issues`)).body as {iid: number}[];
    expect(seen.some(other => other.iid === iid)).toBe(false);
    expect(((await send('dana', 'GET', `/projects/${id(initech)}/issues`)).body as object[]).length).toBe(
      seen.length + 1,
    );
  });
});

describe('H10 commits', () => {
  const commits = `/projects/${id(globex)}/repository/commits`;
  const head = () => world().project(globex).repository.commits[0]?.id;
  const update = (known: string | undefined, action = 'update', path = 'README.md') =>
    send('dana', 'POST', commits, {
      branch: 'main',
      commit_message: 'x',
      actions: [{action, file_path: path, content: 'x', last_commit_id: known}],
    });

  it('are made on any commit at which the file was as it is now', async () => {
    world().commitFile(globex, 'other.md', 'x');
    const before = head();
    const answer = await update(before);
    expect(answer.status).toBe(201);
    expect(fields(answer).parent_ids).toEqual([before]);
  });

  it('are refused on one at which it was another', async () => {
    const known = head();
    world().commitFile(globex, 'README.md', 'Of somebody else');
    const words = 'The file has changed since you started editing it: README.md';
    expect(await update(known)).toEqual({status: 400, body: {message: words}});
    expect(await update(known, 'delete')).toEqual({status: 400, body: {message: words}});
  });

  it('on a commit that is not known, or has no such file, are not looked at', async () => {
    const known = head();
    world().commitFile(globex, 'new.md', 'x');
    world().commitFile(globex, 'new.md', 'y');
    expect((await update(known, 'update', 'new.md')).status).toBe(201);
    expect((await update('0'.repeat(40))).status).toBe(201);
    expect(await update(known, 'create')).toMatchObject({body: {message: 'A file with this name already exists'}});
  });

  it('H19 through the files’ routes are forbidden where the branch is protected', async () => {
    world().project(globex).repository.pushLevel = 'nobody';
    const file = `/projects/${id(globex)}/repository/files/README.md`;
    expect(await send('dana', 'PUT', file, {branch: 'main', content: 'x', commit_message: 'x'})).toEqual({
      status: 403,
      body: {message: '403 Forbidden - You are not allowed to push into this branch'},
    });
  });

  it('H13 fill an empty repository, by who may push there', async () => {
    const path = `${root}/emea/acme/empty`;
    world().addProject({path});
    const first = (user: string) =>
      send(user, 'POST', `/projects/${id(path)}/repository/commits`, {
        branch: 'main',
        commit_message: 'x',
        actions: [{action: 'create', file_path: 'README.md', content: 'x'}],
      });
    expect((await first('robin')).status, 'a Developer').toBe(403);
    expect((await first('dana')).status).toBe(201);
  });
});

/** `lib/api/branches.rb`, `merge_requests.rb` and the services behind them. */
describe('C27 branches and merge requests', () => {
  const of = `/projects/${id(globex)}`;
  const branch = (name: string) => `${of}/repository/branches/${id(name)}`;
  const commit = (name: string, known?: string) =>
    send('dana', 'POST', `${of}/repository/commits`, {
      branch: name,
      start_branch: 'main',
      commit_message: 'One',
      actions: [{action: 'update', file_path: 'README.md', content: 'x', last_commit_id: known}],
    });
  const request = (more: object = {}) =>
    send('dana', 'POST', `${of}/merge_requests`, {
      source_branch: 'one',
      target_branch: 'main',
      title: 'One',
      ...more,
    });

  it('a branch has its own last commit and files, and its commit the writer’s name', async () => {
    const made = fields(await commit('one'));
    expect(made.author_name).toBe('Dana Reyes');
    expect(fields(await send('kim', 'GET', branch('one')))).toMatchObject({name: 'one', commit: {id: made.id}});
    const readme = await send('dana', 'GET', `${of}/repository/files/README.md?ref=one`);
    expect(fields(readme)).toMatchObject({content: 'eA==', last_commit_id: made.id});
  });

  it('a branch that starts from another is refused where a file was changed on that', async () => {
    const known = world().project(globex).repository.commits[0]?.id;
    world().commitFile(globex, 'README.md', 'Of somebody else');
    expect(await commit('one', known)).toMatchObject({
      status: 400,
      body: {message: expect.stringContaining('has changed since')},
    });
  });

  it.each([
    ['a b', 400, "Something went wrong when we tried to create 'a b' for you: Branch name is invalid"],
    ['main', 201, undefined],
  ])('a new branch called %j: %i', async (name, status, message) => {
    expect(await commit(name)).toMatchObject({status, ...(message ? {body: {message}} : {})});
  });

  it('a branch is not deleted where its last commit is newer than the one that is known', async () => {
    const {authored_date: at} = fields(await commit('one')) as {authored_date: string};
    const since = (milliseconds: number) => ({
      'if-unmodified-since': new Date(Date.parse(at) + milliseconds).toUTCString(),
    });
    expect(await send('dana', 'DELETE', branch('one'), undefined, since(-60_000))).toEqual({
      status: 412,
      body: {message: '412 Precondition Failed'},
    });
    expect((await send('dana', 'DELETE', branch('one'), undefined, since(0))).status).toBe(204);
    expect((await send('dana', 'DELETE', branch('one'))).status).toBe(404);
    expect(await send('dana', 'GET', branch('a..b'))).toEqual({
      status: 400,
      body: {message: 'The branch refname is invalid'},
    });
  });

  it('a merge request is found by its branch and state, and tells who made and who closed it', async () => {
    await commit('one');
    expect((await request()).status).toBe(201);
    const list = async (query: string) => (await send('dana', 'GET', `${of}/merge_requests?${query}`)).body;
    expect(await list('state=opened&source_branch=one')).toMatchObject([{iid: 1, author: {username: 'dana'}}]);
    expect(await list('state=opened&source_branch=two')).toEqual([]);
    await send('dana', 'PUT', `${of}/merge_requests/1`, {state_event: 'close'});
    expect(await list('state=opened&source_branch=one')).toEqual([]);
    expect(await list('')).toMatchObject([{state: 'closed', closed_by: {username: 'dana'}}]);
  });

  it.each<[string, object, number, unknown]>([
    ['without its branch', {source_branch: 'two'}, 400, {source_branch: ['does not exist']}],
    ['without a title', {title: ' '}, 400, {title: ["can't be blank"]}],
    ['with a long title', {title: 'x'.repeat(256)}, 400, {title: ['is too long (maximum is 255 characters)']}],
    ['into itself', {target_branch: 'one'}, 422, ["You can't use same project/branch for source and target"]],
  ])('a merge request %s is refused', async (_how, more, status, message) => {
    await commit('one');
    expect(await request(more)).toEqual({status, body: {message}});
  });

  it('a second merge request of a branch is refused', async () => {
    await commit('one');
    await request();
    const message = ['Another open merge request already exists for this source branch: !1'];
    expect(await request()).toEqual({status: 409, body: {message}});
  });
});

describe('H12 files', () => {
  const file = `/projects/${id(acme)}/repository/files/README.md?ref=HEAD`;
  it.each([
    ['Guest', 10, 403],
    ['Planner', 15, 200],
    ['Reporter', 20, 200],
  ])('of a private project: a %s', async (_role, level, status) => {
    world().addMember(acme, 'kim', level);
    expect((await send('kim', 'GET', file)).status).toBe(status);
  });

  it('H19 are not told of to Guests by the project', async () => {
    world().addMember(acme, 'kim', 10);
    const project = fields(await send('kim', 'GET', `/projects/${id(acme)}`));
    expect(['default_branch', 'readme_url'].filter(key => key in project)).toEqual([]);
  });

  it('H19 of an empty repository: the branch that it will have', async () => {
    const path = `${root}/emea/acme/empty`;
    world().addProject({path});
    const project = fields(await send('dana', 'GET', `/projects/${id(path)}`));
    expect(project).toMatchObject({default_branch: 'main', empty_repo: true, readme_url: null});
  });
});

describe('H13 a new project', () => {
  const create = (more: object = {}) =>
    send('robin', 'POST', '/projects', {
      name: 'New',
      path: 'new',
      namespace_id: world().group(`${root}/emea`).id,
      ...more,
    });

  it.each([
    ['developer', 201],
    ['maintainer', 400],
    ['owner', 400],
    ['noone', 400],
  ] as const)('by a Developer where the group lets %s make some', async (level, status) => {
    world().group(`${root}/emea`).projectCreationLevel = level;
    expect((await create()).status).toBe(status);
    const group = fields(await send('robin', 'GET', `/groups/${id(`${root}/emea`)}`));
    expect(group.project_creation_level).toBe(level);
  });

  it('has a README only where its maker may push, and a protection that the group tells', async () => {
    const readme = async (answer: Answer) => fields(answer).readme_url;
    expect(await readme(await create({initialize_with_readme: true}))).toBeNull();
    world().group(`${root}/emea`).pushLevel = 30;
    expect(await readme(await create({initialize_with_readme: true, name: 'Two', path: 'two'}))).toContain('README.md');
    const group = fields(await send('robin', 'GET', `/groups/${id(`${root}/emea`)}`));
    expect(group.default_branch_protection_defaults).toMatchObject({allowed_to_push: [{access_level: 30}]});
  });
});

describe('H17 people by username', () => {
  it('leave out who is blocked, in REST and GraphQL', async () => {
    const names = async () => {
      const query = '{users(usernames: ["KIM", "dana"]) {nodes {username}}}';
      const url = `${server.sandbox.origin}/api/graphql?query=${id(query)}`;
      const response = await fetch(url, {headers: {'private-token': world().addToken('dana')}});
      const {data} = (await response.json()) as {data: {users: {nodes: {username: string}[]}}};
      return data.users.nodes.map(({username}) => username).sort();
    };
    const found = async () => ((await send('dana', 'GET', '/users?username=Kim')).body as object[]).length;
    expect([await found(), await names()]).toEqual([1, ['dana', 'kim']]);
    world().user('kim').state = 'blocked';
    expect([await found(), await names()]).toEqual([0, ['dana']]);
    world().user('kim').state = 'deactivated';
    expect([await found(), await names()]).toEqual([1, ['dana', 'kim']]);
  });
});

describe('G15 and H9 pages of issues', () => {
  it.each(['', '/1'])('lead to work items: %j', async rest => {
    world().addIssue(globex, 'One');
    const cookie = `_gitlab_session=${world().signIn('dana').cookie}`;
    const visit = (path: string) =>
      fetch(`${server.sandbox.origin}/${globex}/-/${path}`, {headers: {cookie}, redirect: 'manual'});
    const response = await visit(`issues${rest}?state=all`);
    expect(response.headers.get('location')).toBe(`/${globex}/-/work_items${rest}?state=all`);
    const html = await (await visit(`work_items${rest}`)).text();
    expect(html).toContain(`data-page="projects:work_items:${rest === '' ? 'index' : 'show'}"`);
    expect(html).not.toContain('data-page-type-id');
  });
});
