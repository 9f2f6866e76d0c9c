import {afterEach, describe, expect, it, vi} from 'vitest';
import {type Drawn, draw, leave, nameOf, undraw} from './drawn.tsx';
import {acme, globex, root, useSandbox} from './server.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../unit/browser/fake-browser.ts')).fakeBrowser,
}));

const server = useSandbox();
const world = () => server.sandbox.world;
const project = () => world().project(globex);
const writes = () => server.sandbox.log.filter(({method, path}) => method !== 'GET' && path !== '/graphql');
const has = (panel: Drawn, mark: 'fix' | 'undo', id: string) =>
  panel.root.querySelector(`[data-${mark}="${id}"]`) !== null;
const fixOf = (panel: Drawn, id: string) => panel.root.querySelector<HTMLElement>(`[data-fix="${id}"]`);

afterEach(undraw);

it('makes the project private with one click, and undoes it', async () => {
  const panel = await draw(server, globex);
  await panel.pressFix('visibility');
  await panel.expectVerdict('visibility', 'pass');
  expect(project().visibility).toBe('private');
  await panel.pressUndo('visibility');
  await panel.pressSure('visibility');
  await panel.expectVerdict('visibility', 'fail');
  expect(project().visibility).toBe('public');
  expect(has(panel, 'undo', 'visibility')).toBe(false);
});

it('sets the notification level with one click, and undoes it', async () => {
  const level = () => world().notification(world().user('dana'), project()).level;
  const panel = await draw(server, globex);
  await panel.pressFix('notifications');
  await panel.expectVerdict('notifications', 'pass');
  expect(level()).toBe('watch');
  await panel.pressUndo('notifications');
  await panel.expectVerdict('notifications', 'fail');
  expect(level()).toBe('global');
});

it('puts the customer’s name before the project’s, and undoes it', async () => {
  const panel = await draw(server, globex);
  await panel.says('name', 'New name: “Globex Collaboration Project”');
  await panel.pressFix('name');
  await panel.says('name', 'Rename the project.');
  expect(writes(), 'nothing is sent before the second click').toEqual([]);
  await panel.pressSure('name');
  await panel.expectVerdict('name', 'pass');
  expect(project().name).toBe('Globex Collaboration Project');
  await panel.pressUndo('name');
  await panel.pressSure('name');
  await panel.expectVerdict('name', 'fail');
  expect(project().name).toBe('Collaboration Project');
});

it('shares the project with the team group where none above is, and undoes it', async () => {
  world().group(root).shares.length = 0;
  const panel = await draw(server, globex);
  await panel.expectVerdict('team-access', 'fail');
  await panel.pressFix('team-access');
  await panel.pressSure('team-access');
  await panel.expectVerdict('team-access', 'pass');
  expect(project().shares).toEqual([{groupId: 3174702, level: 40}]);
  await panel.pressUndo('team-access');
  await panel.pressSure('team-access');
  await panel.expectVerdict('team-access', 'fail');
  expect(project().shares).toEqual([]);
});

it('turns green only because GitLab says so afterwards', async () => {
  server.sandbox.faults.add({method: 'PUT', path: /^\/projects\/\d+$/, status: 200, body: {}});
  const panel = await draw(server, globex);
  await panel.pressFix('visibility');
  await panel.says('visibility', 'GitLab reported no error, but the visibility is still public.');
  expect(panel.alertOf('visibility')).toContain('GitLab reported no error');
  await panel.expectVerdict('visibility', 'fail');
  expect(has(panel, 'undo', 'visibility')).toBe(false);
});

it('changes nothing that was changed meanwhile, and shows what is there now', async () => {
  const panel = await draw(server, globex);
  project().visibility = 'internal';
  await panel.pressFix('visibility');
  await panel.says('visibility', 'The visibility was changed in the meantime.');
  await panel.says('visibility', 'Internal: everyone signed in');
  expect(project().visibility).toBe('internal');
  await panel.pressFix('visibility');
  await panel.expectVerdict('visibility', 'pass');
});

describe('what the role does not allow', () => {
  it('is said before the click, with a message for somebody who may', async () => {
    const panel = await draw(server, globex, {username: 'robin'});
    expect(fixOf(panel, 'visibility')?.getAttribute('aria-disabled')).toBe('true');
    await panel.says('visibility', 'Requires the Owner role. You’re a Developer.');
    fixOf(panel, 'visibility')?.click();
    expect(panel.row('notifications').textContent).not.toContain('Requires the');
    // What a browser does that does not allow it.
    Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true});
    await panel.press('Copy request', 'visibility');
    const shown = () => panel.row('visibility').querySelector<HTMLTextAreaElement>('[aria-label="Copy it from here"]');
    await expect.poll(() => shown()?.value).toContain('Owner');
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(writes()).toEqual([]);
  });

  it('is said of what cannot be read either', async () => {
    const panel = await draw(server, acme, {username: 'robin'});
    await panel.expectVerdict('members', 'unknown');
    await panel.says('members', '1 customer contact. Couldn’t check invitations.');
    await panel.says('members', '“Invite more people” requires the Maintainer role. You’re a Developer.');
  });

  it('is said of a role that was lost meanwhile, and nothing is half done', async () => {
    const panel = await draw(server, globex);
    world().group(root).members.delete(world().user('dana').id);
    world().addMember(globex, 'dana', 30);
    await panel.pressFix('visibility');
    await panel.says('visibility', 'Ask someone with a higher role');
    expect(panel.alertOf('visibility')).toContain('Your role doesn’t allow this.');
    expect(panel.alertOf('visibility')).toContain('Ask someone with a higher role');
    expect(project().visibility).toBe('public');
  });

  it('is told once to who is no member, who can read all and change nothing', async () => {
    world().addUser({username: 'vic', name: 'Vic Visitor'});
    project().visibility = 'internal';
    const panel = await draw(server, globex, {username: 'vic'});
    await expect.poll(() => panel.words().split('You’re not a member of this project')).toHaveLength(2);
    panel.row('members').querySelector<HTMLElement>('.menu > button')?.click();
    await expect.poll(() => panel.link('Handbook: Customer contacts are members')).toBeDefined();
    // What is left reads: it unfolds, asks GitLab again, or copies a link.
    const live = [...panel.root.querySelectorAll('.body button')].filter(
      button =>
        button.getAttribute('aria-disabled') !== 'true' &&
        (button.closest('.menu > ul') || !button.hasAttribute('aria-expanded')),
    );
    expect(new Set(live.map(nameOf).map(name => name.replace(/:.*/, '')))).toEqual(new Set(['Copy link', 'Retry']));
    expect(panel.link('Open members')).toBeUndefined();
    await panel.press('Details: README is filled in');
    const details = panel.row('readme').querySelector('.details');
    expect(details?.textContent).toContain('[CSM NAME]');
    expect(details?.closest('[hidden], [inert]')).toBeNull();
    for (const {check} of panel.checklist.rows.value)
      panel.root.querySelector<HTMLElement>(`[data-fix="${check.id}"]`)?.click();
    expect(panel.root.querySelector('[data-check] form')).toBeNull();
    expect(writes()).toEqual([]);
    expect(panel.button('Copy request')).toBeUndefined();
  });
});

describe('roles', () => {
  const levels = () => [...project().members.values()].map(({level}) => level);

  it('of those who have less than Developer are raised, and lowered again', async () => {
    world().addMember(globex, 'peter.gibbons', 20);
    world().addInvitation(globex, 'ann@globex.example', 10);
    const roles = () => [...levels(), project().invitations[0]?.level];
    const panel = await draw(server, globex);
    await panel.expectVerdict('members', 'fail');
    await panel.says('members', 'Peter Gibbons (@peter.gibbons): Reporter');
    expect(fixOf(panel, 'members')?.textContent).toBe('Make 2 people Developers');
    await panel.pressFix('members');
    await panel.pressSure('members');
    await panel.expectVerdict('members', 'pass');
    expect(roles()).toEqual([30, 30]);
    await panel.pressUndo('members');
    await panel.pressSure('members');
    await panel.expectVerdict('members', 'fail');
    expect(roles()).toEqual([20, 10]);
  });

  it('that are refused in the middle: what is done is said and can be undone', async () => {
    world().addMember(globex, 'peter.gibbons', 20);
    world().addMember(globex, 'bill.lumbergh', 20);
    const {id} = world().user('bill.lumbergh');
    const body = {message: '403 Forbidden'};
    server.sandbox.faults.add({method: 'PUT', path: new RegExp(`/members/${id}$`), status: 403, body});
    const panel = await draw(server, globex);
    await panel.pressFix('members');
    await panel.pressSure('members');
    await panel.says('members', 'Bill Lumbergh: Your role doesn’t allow this.');
    expect(panel.alertOf('members')).toContain('Bill Lumbergh: Your role doesn’t allow this.');
    await panel.says('members', 'Bill Lumbergh (@bill.lumbergh): Reporter');
    await panel.pressUndo('members');
    await panel.pressSure('members');
    await expect.poll(() => has(panel, 'undo', 'members')).toBe(false);
    expect(levels()).toEqual([20, 20]);
  });
});

it('any item can be waived with a reason, counts as right then, and is taken back', async () => {
  const panel = await draw(server, globex, {isStored: true});
  await expect.poll(panel.words).toContain('2 of 14 done');
  await panel.act('avatar', /^Mark as not applicable/);
  const reason = 'Why isn’t this applicable?';
  await expect.poll(panel.labels).toContain(reason);
  await expect.poll(() => document.activeElement).toBe(panel.field(reason));
  const waive = () => panel.row('avatar').querySelector<HTMLElement>('form button[type="submit"]');
  expect(waive()?.textContent).toBe('Mark as not applicable');
  waive()?.click();
  await panel.expectVerdict('avatar', 'fail');
  await panel.type(reason, 'Their brand rules forbid it');
  await panel.press('Mark as not applicable', 'avatar');
  await panel.expectVerdict('avatar', 'waived');
  await panel.says('avatar', 'Their brand rules forbid it.');
  // It has none, and that is not said of it.
  expect(panel.row('avatar').querySelector('h4')?.textContent).toContain('Upload the customer’s logo');
  expect(panel.row('avatar').textContent).not.toContain('Project has a logo');
  await expect.poll(panel.words).toContain('3 of 14 done');
  leave();
  const again = await draw(server, globex, {isStored: true});
  await again.expectVerdict('avatar', 'waived');
  await again.act('avatar', 'Mark as applicable');
  await again.expectVerdict('avatar', 'fail');
});

it('whose a person is, is decided once and remembered for all customers; what role they have, for this one', async () => {
  const wile = 'Wile E. Coyote @wile.coyote';
  server.sandbox.faults.add({path: /\/groups\/3174702\//, status: 404, body: {message: '404 Group Not Found'}});
  world().graphql.isOn = false;
  world().addMember(globex, 'wile.coyote', 30);
  const panel = await draw(server, acme, {isStored: true});
  await panel.expectVerdict('members', 'unknown');
  await panel.pressFix('members');
  await panel.choose(wile, 'Customer contact');
  await panel.expectVerdict('members', 'pass');
  await panel.act('maintainers', 'Change roles');
  await panel.choose(wile, 'Maintainer');
  await panel.press('Change 1 role');
  await expect.poll(() => has(panel, 'undo', 'maintainers')).toBe(true);
  expect(world().project(acme).members.get(world().user('wile.coyote').id)?.level).toBe(40);
  leave();
  const other = await draw(server, globex, {isStored: true});
  await other.expectVerdict('members', 'pass');
  await other.act('members', 'Sort members');
  await other.choose(wile, 'Team member');
  await other.expectVerdict('members', 'fail');
  leave();
  const again = await draw(server, acme, {isStored: true});
  expect(again.row('members').textContent).not.toContain('Wile');
});

it('who has less than Developer leads from the invitation to the roles', async () => {
  world().addMember(globex, 'peter.gibbons', 20);
  const panel = await draw(server, globex);
  await panel.expectVerdict('members', 'fail');
  await panel.says('members', 'Peter Gibbons (@peter.gibbons): Reporter');
  await panel.act('members', 'Invite more people');
  await panel.type('Email addresses or usernames', '@peter.gibbons ');
  await panel.says('members', 'Peter Gibbons @peter.gibbons · already Reporter');
  await panel.press('Change roles', 'members');
  await expect.poll(() => panel.labels()).toContain('Peter Gibbons @peter.gibbons');
  await expect.poll(() => document.activeElement).toBe(panel.field('Peter Gibbons @peter.gibbons'));
});
