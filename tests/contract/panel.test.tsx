import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Fault} from '../../sandbox/faults.ts';
import {eventually} from '../eventually.ts';
import {type Drawn, draw, leave, undraw} from './drawn.tsx';
import {signIn} from './means.ts';
import {acme, globex, initech, root, useSandbox} from './server.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../unit/browser/fake-browser.ts')).fakeBrowser,
}));

const server = useSandbox();
const world = () => server.sandbox.world;
const emea = `${root}/emea`;
const globexGroup = `${emea}/globex`;
const alerts = ({root: panel}: Drawn) =>
  [...panel.querySelectorAll('[role="alert"]')].map(({textContent}) => textContent);
const posts = () => server.sandbox.log.filter(({method}) => method === 'POST');
const hasFix = ({root: panel}: Drawn, id: string) => panel.querySelector(`[data-fix="${id}"]`) !== null;
/** How often the panel says something. */
const timesOf = (panel: Drawn, words: string) => panel.words().split(words).length - 1;

afterEach(undraw);

describe('a project’s page', () => {
  it('says that it is archived, scheduled for deletion, and gone meanwhile', async () => {
    const project = world().project(acme);
    project.archived = true;
    project.markedForDeletionOn = '2026-11-01';
    const panel = await draw(server, acme);
    await expect.poll(panel.words).toContain('This project is archived');
    await expect.poll(panel.words).toContain('On Nov 1, 2026, this project was scheduled for deletion');
    world().projects.splice(world().projects.indexOf(project), 1);
    await panel.press('Refresh');
    await expect
      .poll(() => alerts(panel)[0])
      .toContain('Not found: GitLab doesn’t have this, or doesn’t show it to you.');
    await panel.expectVerdict('location', 'unknown');
  });

  it('names the playbook that is suggested, and why', async () => {
    const panel = await draw(server, initech);
    expect(panel.field('Playbook').value).toBe('from-pre-sales');
    await expect.poll(panel.words).toContain('Suggested, because the project is in pre-sales.');
    expect(server.sandbox.log.every(({method}) => method === 'GET')).toBe(true);
  });
});

describe('while nobody is signed in', () => {
  it('one notice says why, the items are quiet, and nothing is counted', async () => {
    const panel = await draw(server, globex);
    const header = () => panel.root.querySelector('header')?.textContent;
    expect(header()).toMatch(/\d+ of \d+ done/);
    await panel.pressFix('readme');
    await expect.poll(panel.labels).toContain('[CSM NAME]');
    world().expireSessions();
    await panel.press('Refresh');
    await expect.poll(() => alerts(panel)).toEqual([expect.stringContaining('You’re signed out of GitLab.')]);
    expect(timesOf(panel, 'signed out')).toBe(1);
    expect(header()).not.toMatch(/\d/);
    expect([...panel.root.querySelectorAll('.group-head h3')].map(({textContent}) => textContent)).toEqual([
      'Couldn’t check 14',
    ]);
    expect(panel.root.querySelectorAll('.row .evidence, .row [data-retry], .row .menu')).toHaveLength(0);
    // What stood open stays in sight with what was typed.
    expect(panel.labels()).toContain('[CSM NAME]');
  });

  it('a group’s page says so once, and shows no projects', async () => {
    const panel = await draw(server, emea, {kind: 'group'});
    await expect.poll(() => panel.link('Acme Collaboration Project')).toBeDefined();
    world().expireSessions();
    await panel.press('Refresh');
    await expect.poll(() => alerts(panel)).toEqual([expect.stringContaining('You’re signed out of GitLab.')]);
    expect(timesOf(panel, 'signed out')).toBe(1);
    expect(panel.link('Sign in')?.getAttribute('href')).toBe('/users/sign_in?redirect_to_referer=yes');
    expect(panel.link('Acme Collaboration Project')).toBeUndefined();
    const live = [...panel.root.querySelectorAll('.body button')].filter(button => button.closest('[inert]') === null);
    expect(live).toEqual([]);
  });
});

it('the playbook that is chosen instead of the suggested one stays', async () => {
  const hooli = `${root}/apac/hooli/hooli-collaboration`;
  const panel = await draw(server, hooli, {isStored: true});
  await expect.poll(() => panel.field('Playbook').value).toBe('from-another-csm');
  await expect.poll(panel.words).toContain('because the README names @robin as the CSM.');
  await panel.choose('Playbook', 'New customer');
  const needsYou = (drawn: Drawn) => drawn.root.querySelector('section[aria-label="Needs you"]');
  await expect.poll(() => needsYou(panel)?.querySelector('[data-check="handover-review"]')).toBeNull();
  leave();
  const again = await draw(server, hooli, {isStored: true});
  await expect.poll(() => again.field('Playbook').value).toBe('new-customer');
  expect(again.words()).not.toContain('Suggested');
  expect(needsYou(again)?.querySelectorAll('li [data-fix]')).toHaveLength(3);
  expect(server.sandbox.log.every(({method}) => method === 'GET')).toBe(true);
});

describe('what GitLab’s page shows as it was', () => {
  it('is said below the items, as long as it is so', async () => {
    document.body.dataset.page = 'projects:show';
    const panel = await draw(server, globex);
    const line = () => panel.root.querySelector('.old-on-page')?.textContent;
    await panel.pressFix('visibility');
    await expect.poll(line).toBe('This page still shows the old visibility.Reload page');
    await panel.pressFix('name');
    await panel.pressSure('name');
    await expect.poll(line).toBe('This page still shows the old name and visibility.Reload page');
    await panel.pressUndo('name');
    await panel.pressSure('name');
    await expect.poll(line).toBe('This page still shows the old visibility.Reload page');
    // No other page of the project shows it.
    document.body.dataset.page = 'projects:issues:index';
    await panel.press('Refresh');
    await panel.pressFix('name');
    await panel.pressSure('name');
    await expect.poll(line).toBe('This page still shows the old name.Reload page');
    delete document.body.dataset.page;
  });
});

describe('an archived group', () => {
  const words = `The group ${globexGroup} or a parent group is archived or scheduled for deletion`;

  it.each([
    ['its project’s', globex, 'project'],
    ['its own', globexGroup, 'group'],
  ] as const)('is said of on %s page, and nothing is offered that GitLab refuses', async (_whose, path, kind) => {
    world().group(globexGroup).archived = true;
    const panel = await draw(server, path, {kind});
    await expect.poll(panel.words).toContain(words);
    await panel.expectVerdict('group-visibility', 'fail');
    expect(hasFix(panel, 'group-visibility')).toBe(false);
    if (kind === 'group') return;
    expect([hasFix(panel, 'readme'), hasFix(panel, 'visibility')]).toEqual([false, true]);
  });
});

describe('a group’s page', () => {
  it('says once who else is signed in', async () => {
    const panel = await draw(server, emea, {kind: 'group'});
    await expect
      .poll(() => [...panel.root.querySelectorAll('h3')].map(({textContent}) => textContent))
      .toContain('Projects');
    signIn(server, 'robin');
    await panel.press('Refresh');
    await expect.poll(() => alerts(panel)).toEqual([expect.stringContaining('You’re signed in as robin now')]);
    expect(timesOf(panel, 'You’re signed in as robin now')).toBe(1);
  });

  it('says once what GitLab does not show', async () => {
    server.sandbox.faults.add({path: /^\/groups\//, status: 404, body: {message: '404 Group Not Found'}});
    const panel = await draw(server, emea, {kind: 'group'});
    await expect.poll(() => alerts(panel)).toEqual([expect.stringContaining('Not found: GitLab doesn’t have this')]);
    expect(timesOf(panel, 'Not found: GitLab doesn’t have this')).toBe(1);
    await expect.poll(panel.words).not.toContain('Loading projects');
  });

  it('of a customer has the group’s own item, and the list of its projects', async () => {
    const panel = await draw(server, globexGroup, {kind: 'group'});
    await panel.expectVerdict('group-visibility', 'fail');
    await expect.poll(() => panel.link('Collaboration Project')?.href).toBe(`https://gitlab.com/${globex}`);
    await panel.pressFix('group-visibility');
    await panel.says('group-visibility', 'Change the visibility of what GitLab names first, then try again.');
    expect(panel.alertOf('group-visibility')).toContain('Change the visibility of what GitLab names first');
  });

  it('above customers has the list of projects alone', async () => {
    const panel = await draw(server, root, {kind: 'group'});
    await expect.poll(() => panel.link('Acme Collaboration Project')?.href).toBe(`https://gitlab.com/${acme}`);
    expect(panel.root.querySelector('[data-check]')).toBeNull();
  });

  it('lists projects beyond the first hundred when it is asked for', async () => {
    for (let index = 0; index < 130; index += 1) {
      world().addProject({path: `${emea}/acme/project-${index}`, name: `Project ${index}`});
    }
    const panel = await draw(server, `${emea}/acme`, {kind: 'group'});
    const items = () => panel.root.querySelectorAll('.projects > li').length;
    await expect.poll(items).toBe(100);
    await panel.press('Show more');
    await expect.poll(items).toBe(131);
  });
});

describe('all that needs no answer', () => {
  it('is shown first, made in order, each with its result, and taken back as a whole', async () => {
    const ids = ['visibility', 'group-visibility', 'name', 'notifications', 'labels'];
    const panel = await draw(server, globex);
    const box = () => panel.root.querySelector('[aria-label="Fix all"]');
    await panel.press('Fix 5 items');
    await expect.poll(() => box()?.textContent).toContain('Change the project’s visibility.');
    expect(box()?.textContent).toContain('Collaboration Project → Globex Collaboration Project');
    expect(server.sandbox.log.every(({method}) => method === 'GET')).toBe(true);
    await panel.press('Make 5 changes');
    // Nothing is left to be read.
    await expect.poll(box).toBeNull();
    await expect.poll(panel.words).toContain('5 changes made');
    for (const id of ids) {
      await panel.expectVerdict(id, 'pass');
      expect(panel.root.querySelectorAll(`[data-undo="${id}"]`)).toHaveLength(1);
    }
    await panel.press('Undo all');
    await panel.press('Undo changes (2 become public)');
    await expect.poll(() => panel.button(/^Undo changes/)).toBeUndefined();
    for (const id of ids) await panel.expectVerdict(id, 'fail');
    await panel.press('Fix 5 items');
    await expect.poll(() => panel.button('Make 5 changes')).toBeDefined();
  });

  it('one that fails leaves the others alone, Escape does nothing meanwhile, and a stop is a stop', async () => {
    const {faults} = server.sandbox;
    faults.add({method: 'PUT', path: /notification_settings$/, status: 403, body: {message: '403 Forbidden'}});
    const panel = await draw(server, globex);
    // The project is made private and renamed; what rests on neither goes on beside them.
    const answers = faults.hold({method: 'PUT', path: /^\/projects\/\d+$/});
    await panel.press('Fix 5 items');
    await panel.press('Make 5 changes');
    await expect.poll(answers.arrived).toBe(2);
    const box = () => panel.root.querySelector('[aria-label="Fix all"]');
    box()?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}));
    await expect
      .poll(() => box()?.querySelector('[data-result="failed"]')?.textContent)
      .toContain('Your role doesn’t allow this.');
    await panel.press('Stop');
    answers();
    await expect.poll(() => box()?.textContent).toContain('Results');
    const spans = [...(box()?.querySelectorAll('li span') ?? [])];
    expect(
      spans.filter(({textContent}) => textContent === 'Not done.'),
      'the group waited',
    ).toHaveLength(1);
    await panel.press('Close');
    await panel.expectVerdict('name', 'pass');
    await panel.expectVerdict('visibility', 'pass');
    await panel.expectVerdict('labels', 'pass');
    await panel.expectVerdict('notifications', 'fail');
    await panel.expectVerdict('group-visibility', 'fail');
  });

  it('an end that is out of sight is said at the foot, with a button that leads there', async () => {
    server.sandbox.faults.add({method: 'PUT', path: /notification_settings$/, status: 403, body: {message: '403'}});
    const panel = await draw(server, globex);
    await panel.press('Fix 5 items');
    const box = () => panel.root.querySelector<HTMLElement>('[aria-label="Fix all"]');
    await expect.poll(() => panel.button('Make 5 changes')).toBeDefined();
    const status = box()?.querySelector('[role="status"]');
    if (status) status.getBoundingClientRect = () => new DOMRect(0, -500, 300, 20);
    let isShown = false;
    const element = box();
    if (element)
      element.scrollIntoView = () => {
        isShown = true;
      };
    await panel.press('Make 5 changes');
    const toast = () => panel.root.querySelector('.toast')?.textContent;
    await expect.poll(toast).toBe('4 changes made. 1 failed.Show results');
    expect(isShown, 'nothing moves by itself').toBe(false);
    await panel.press('Show results');
    expect(isShown).toBe(true);
    await expect.poll(() => document.activeElement).toBe(box());
    await expect.poll(toast).toBeUndefined();
  });

  it('Escape closes its results as Close does, and gives the focus back', async () => {
    server.sandbox.faults.add({method: 'PUT', path: /notification_settings$/, status: 403, body: {message: '403'}});
    const panel = await draw(server, globex);
    await panel.press('Fix 5 items');
    await panel.press('Make 5 changes');
    const box = () => panel.root.querySelector('[aria-label="Fix all"]');
    await expect.poll(() => box()?.querySelector('[role="status"]')?.textContent).toBe('4 changes made. 1 failed.');
    const pressEscape = () =>
      box()?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}));
    // A question that stands open there goes first.
    await panel.press('Undo all changes');
    await expect.poll(() => panel.button(/^Undo (changes|and)/)).toBeDefined();
    pressEscape();
    await expect.poll(() => panel.button(/^Undo (changes|and)/)).toBeUndefined();
    expect(box()?.textContent).toContain('Results');
    pressEscape();
    await expect.poll(box).toBeNull();
    await expect.poll(() => document.activeElement?.textContent).toBe('Fix 1 item');
    await panel.expectVerdict('visibility', 'pass');
  });

  it('what failed is tried again in its line, where the focus stays, and counts anew', async () => {
    const refused = {method: 'PUT', path: /notification_settings$/, status: 403, body: {message: '403 Forbidden'}};
    server.sandbox.faults.add({...refused, times: 2});
    const panel = await draw(server, globex);
    await panel.press('Fix 5 items');
    await panel.press('Make 5 changes');
    const box = () => panel.root.querySelector('[aria-label="Fix all"]');
    const status = () => box()?.querySelector('[role="status"]')?.textContent;
    const line = () => box()?.querySelector<HTMLElement>('[data-fix="notifications"]');
    const retry = 'Retry: Turn on your notifications for new issues';
    await expect.poll(status).toBe('4 changes made. 1 failed.');
    await panel.press(retry);
    await expect.poll(() => document.activeElement).toBe(line());
    await eventually(() => expect(panel.button(retry)).toBeDefined());
    expect(status()).toBe('4 changes made. 1 failed.');
    await expect.poll(() => document.activeElement).toBe(line());
    await panel.press(retry);
    await expect.poll(status).toBe('5 changes made.');
    expect(line()?.dataset.result).toBe('done');
    await expect.poll(() => document.activeElement).toBe(line());
    expect(panel.button(/^Retry/)).toBeUndefined();
    await panel.expectVerdict('notifications', 'pass');
  });
});

describe('labels', () => {
  const labels = () => world().labelsOf(world().project(globex), true);
  const subscribed = () =>
    labels().map(label => world().isSubscribed(world().user('dana'), label, world().project(globex)));

  it('those that are missing are subscribed to, whatever their titles, and undo takes back exactly those', async () => {
    const [, agenda] = labels();
    if (agenda) world().setSubscription(world().user('dana'), agenda, world().project(globex), true);
    const panel = await draw(server, globex);
    await panel.expectVerdict('labels', 'fail');
    await panel.says('labels', 'Not subscribed to 4 of 5 labels.');
    await panel.says('labels', '[EXTERNAL] "quoted" 🎉');
    await panel.pressFix('labels');
    await panel.expectVerdict('labels', 'pass');
    expect(subscribed()).toEqual([true, true, true, true, true]);
    expect(posts()).toHaveLength(4);
    await panel.pressUndo('labels');
    await panel.expectVerdict('labels', 'fail');
    expect(labels().filter((_label, index) => subscribed()[index])).toEqual([agenda]);
  });

  it('many have a progress and a stop, and what was done can be undone', async () => {
    for (let index = 0; index < 40; index += 1) world().addLabel(globex, `label ${String(index).padStart(2, '0')}`);
    const count = () => subscribed().filter(Boolean).length;
    const panel = await draw(server, globex);
    const answers = server.sandbox.faults.hold({method: 'POST', path: /\/subscribe$/}, 4);
    await panel.pressFix('labels');
    // Four are answered, and four are under way: as many as are asked for at the same time.
    await expect.poll(answers.arrived).toBe(4);
    expect(panel.row('labels').querySelector('progress')).not.toBeNull();
    await panel.press('Stop', 'labels');
    answers();
    await panel.says('labels', 'Stopped before the last 37.');
    expect(count()).toBe(8);
    await panel.pressUndo('labels');
    await expect.poll(() => panel.root.querySelector('[data-undo="labels"]')).toBeNull();
    expect(count()).toBe(0);
  });

  it('an undo that is stopped in the middle can be finished', async () => {
    for (let index = 0; index < 30; index += 1) world().addLabel(globex, `label ${String(index).padStart(2, '0')}`);
    const count = () => subscribed().filter(Boolean).length;
    const panel = await draw(server, globex);
    await panel.pressFix('labels');
    await panel.expectVerdict('labels', 'pass');
    const all = count();
    expect(all).toBe(labels().length);
    const answers = server.sandbox.faults.hold({method: 'POST', path: /\/unsubscribe$/}, 4);
    await panel.pressUndo('labels');
    // Four are answered, and four are under way: as many as are asked for at the same time.
    await expect.poll(answers.arrived).toBe(4);
    expect(panel.row('labels').querySelector('progress')).not.toBeNull();
    await panel.press('Stop');
    answers();
    await panel.says('labels', /Stopped before the last \d+\./);
    expect(count()).toBe(all - 8);
    await panel.pressUndo('labels');
    await expect.poll(() => panel.root.querySelector('[data-undo="labels"]')).toBeNull();
    expect(count()).toBe(0);
  });

  it('one that is deleted in between is no failure', async () => {
    const panel = await draw(server, globex);
    const [first] = world().labelsOf(world().project(globex), false);
    if (first) world().removeLabel(first);
    await panel.pressFix('labels');
    await panel.expectVerdict('labels', 'pass');
    expect(panel.alertOf('labels')).toBeUndefined();
  });
});

it('a notification level of a group above counts, and is named', async () => {
  world().setNotification('dana', root, 'watch');
  const panel = await draw(server, globex);
  await panel.expectVerdict('notifications', 'pass');
  await panel.says('notifications', `Notification level: Global (Watch), set for the group ${root}.`);
});

it('the customer group is made private after its project, and public again', async () => {
  const panel = await draw(server, globex);
  await panel.says('group-visibility', 'GitLab requires the project to be private first.');
  expect(hasFix(panel, 'group-visibility')).toBe(false);
  await panel.pressFix('visibility');
  await panel.expectVerdict('visibility', 'pass');
  await panel.pressFix('group-visibility');
  await panel.expectVerdict('group-visibility', 'pass');
  expect(world().group(globexGroup).visibility).toBe('private');
  await panel.pressUndo('group-visibility');
  await panel.pressSure('group-visibility');
  await panel.expectVerdict('group-visibility', 'fail');
  expect(world().group(globexGroup).visibility).toBe('public');
});

it('where all is well, all items are done once a person said the rest', async () => {
  const panel = await draw(server, acme);
  // The first page of a day; see page-road.test.ts.
  expect(server.sandbox.log).toHaveLength(12);
  // Nobody is asked of the beginning of an old project.
  const needsYou = panel.root.querySelector('section[aria-label="Needs you"]');
  expect(
    [...(needsYou?.querySelectorAll<HTMLElement>('[data-check]') ?? [])].map(({dataset}) => dataset.check),
  ).toEqual(['maintainers', 'introduced']);
  for (const id of ['maintainers', 'introduced']) {
    await panel.pressFix(id);
    await panel.expectVerdict(id, 'pass');
  }
  await expect.poll(panel.words).toContain('13 of 13 done');
  await panel.says('members', 'Wile E. Coyote (@wile.coyote): Developer');
  await panel.says('members', 'road.runner@acme.example, invited: Developer');
});

it.each([globex, acme])('each item leads to its sentence in the handbook: %s', async path => {
  const panel = await draw(server, path);
  for (const {check} of panel.checklist.rows.value) {
    const more = panel.row(check.id).querySelector<HTMLElement>('.menu > button');
    more?.click();
    const name = `Handbook: ${check.title}`;
    await expect
      .poll(() => panel.link(name)?.href)
      .toMatch(/^https:\/\/handbook\.gitlab\.com\/.*customer-collaboration-project\/#:~:text=./);
    if (check.id === 'visibility')
      expect(panel.link(name)?.href).toContain('#:~:text=Projects%20should%20be%20created');
    more?.click();
  }
});

describe('what cannot be read', () => {
  const fail = (fault: Fault) => server.sandbox.faults.add(fault);

  it('where it is denied, leaves its item unknown with the reason, and the others alone', async () => {
    fail({path: /\/notification_settings$/, status: 403, body: {message: '403 Forbidden'}});
    fail({path: /\/groups\/3174702\//, status: 404, body: {message: '404 Group Not Found'}});
    world().graphql.isOn = false;
    const panel = await draw(server, acme);
    await panel.expectVerdict('notifications', 'unknown');
    await panel.says('notifications', 'Your role doesn’t allow this.');
    await panel.expectVerdict('members', 'unknown');
    await panel.says('members', 'because timtams can’t be read');
    for (const id of ['location', 'visibility', 'name', 'avatar', 'readme', 'team-access']) {
      await panel.expectVerdict(id, 'pass');
    }
  });

  it('is asked for again where the server is down for a moment; where it stays down, the reason is left', async () => {
    fail({path: /\/members$/, times: 1, drop: true});
    fail({path: /\/invitations$/, times: 1, status: 503, text: '<html>down</html>'});
    const end = fail({path: /notification_settings$/, status: 502, text: '<html>bad gateway</html>'});
    const panel = await draw(server, acme);
    await panel.expectVerdict('notifications', 'unknown');
    await panel.says('notifications', 'GitLab can’t answer right now. Try again in a moment.');
    await panel.expectVerdict('members', 'pass');
    end();
    await panel.press('Refresh');
    await panel.expectVerdict('notifications', 'pass');
  });

  it('half an answer is no verdict', async () => {
    fail({path: /^\/projects\/[^/]+\/[^/]+\/[^/]+\/[^/]+\/[^/]+$/, status: 200, body: {id: 1, name: 'Half'}});
    fail({path: /collaboration\/members$/, status: 200, text: '[{"id":'});
    const panel = await draw(server, acme);
    await panel.says('visibility', 'GitLab’s response has an unexpected format.');
    await panel.expectVerdict('visibility', 'unknown');
    await panel.says('members', 'Couldn’t read GitLab’s response.');
    await panel.expectVerdict('members', 'unknown');
  });
});
