import {afterEach, describe, expect, it, vi} from 'vitest';
import {fake} from '../unit/browser/fake-browser.ts';
import {type Drawn, draw, leave, undraw} from './drawn.tsx';
import {signIn} from './means.ts';
import {acme, initech, root, useSandbox} from './server.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../unit/browser/fake-browser.ts')).fakeBrowser,
}));

const server = useSandbox();
const world = () => server.sandbox.world;
const writes = () => server.sandbox.log.filter(({method}) => method !== 'GET');
const emea = `${root}/emea`;
const hooli = `${root}/apac/hooli/hooli-collaboration`;
const isDisabled = (panel: Drawn, name: string | RegExp) => panel.button(name)?.getAttribute('aria-disabled');
const says = (panel: Drawn, words: string | RegExp) => expect.poll(panel.words).toMatch(words);
const allDone = (panel: Drawn) => says(panel, /All \d+ steps done\./);
const alertOfStep = (panel: Drawn, id: string) => panel.step(id)?.querySelector('[role="alert"]')?.textContent;
/** Whether nothing can be pressed in the flow that stands open. */
const isInert = (panel: Drawn) => panel.root.querySelector<HTMLElement>('.read-only:has(.flow)')?.inert;
/** The buttons that are to be pressed next: one at a time. */
const primaries = (panel: Drawn) => [...panel.root.querySelectorAll('.confirm')].map(({textContent}) => textContent);
/** What has the focus, by what it is called. */
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
const pressEscape = () =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true, composed: true}),
  );
const pressInStep = (panel: Drawn, id: string, name: RegExp) =>
  expect
    .poll(() => {
      const button = [...(panel.step(id)?.querySelectorAll('button') ?? [])].find(element =>
        name.test(element.getAttribute('aria-label') ?? ''),
      );
      button?.click();
      return button;
    })
    .toBeDefined();

afterEach(undraw);

describe('a new customer', () => {
  const stark = `${emea}/stark-industries`;
  const project = `${stark}/customer-collaboration-project`;
  const madeProjects = () => writes().filter(({method, path}) => method === 'POST' && path === '/projects').length;
  const begin = 'Set up Stark Industries';

  /** The page of a segment with the flow open, up to its summary. */
  async function reviewed(people = 'pepper@stark.example, tony@stark.example'): Promise<Drawn> {
    const panel = await draw(server, emea, {kind: 'group'});
    await panel.press('Set up a customer');
    await panel.type('Customer’s name', 'Stark Industries');
    await panel.paste('People to invite as Developers', people);
    await says(panel, /\d+ filled automatically/);
    await panel.press('Review');
    await says(panel, 'Create private group “Stark Industries”');
    expect(focused(), 'it is read from the beginning').toBe('Summary');
    expect(primaries(panel)).toEqual([begin]);
    return panel;
  }

  /** The same, with GitLab at work on the project's files until answers are given. */
  async function begun() {
    const panel = await reviewed();
    world().imports.end = 'never';
    const answers = server.sandbox.faults.hold({path: /^\/projects\/\d+\/import$/}, 1);
    await panel.press(begin);
    await says(panel, 'GitLab is creating the project’s files');
    await expect.poll(answers.waiting).toBe(1);
    return {panel, answers};
  }

  it.each([
    [emea, /Requires the Maintainer role in this group\./],
    [root, /Requires the Maintainer role in the customer’s segment\..*start on that segment’s page\./],
  ])('is not offered in %s to who may not make its group', async (path, words) => {
    const panel = await draw(server, path, {kind: 'group', username: 'robin'});
    await says(panel, words);
    expect(isDisabled(panel, 'Set up a customer')).toBe('true');
    expect(primaries(panel)).toEqual([]);
  });

  it('has nothing that the user changed before anything was typed', async () => {
    const panel = await draw(server, emea, {kind: 'group'});
    expect(primaries(panel)).toEqual(['Set up a customer']);
    await panel.press('Set up a customer');
    await says(panel, '3 filled automatically');
    expect(panel.words()).not.toContain('changed by you');
    await panel.type('[CSM NAME]', 'Somebody Else');
    await says(panel, '2 filled automatically, 1 changed by you');
  });

  it('of which a step fails stops there with GitLab’s reason; it can be tried again or skipped, and all be taken back', async () => {
    world().imports.end = 'failed';
    const body = {message: '403 Forbidden'};
    const end = server.sandbox.faults.add({method: 'PUT', path: /notification_settings$/, status: 403, body});
    const panel = await reviewed();
    await panel.press(begin);
    await expect.poll(() => alertOfStep(panel, 'project')).toContain('The template could not be exported.');
    expect(panel.step('labels')?.dataset.state).toBe('open');
    expect(panel.step('project')?.querySelector('[aria-label^="Skip"]')).toBeNull();
    world().imports.end = 'finished';
    // The first failure has the focus.
    await expect.poll(() => document.activeElement).toBe(panel.step('project'));
    await pressInStep(panel, 'project', /^Retry/);
    await expect.poll(() => alertOfStep(panel, 'notifications')).toContain('Your role doesn’t allow this.');
    await pressInStep(panel, 'notifications', /^Skip: Turn on your notifications for new issues$/);
    await says(panel, '9 of 10 steps done. 1 skipped.');
    await expect.poll(focused).toMatch(/^Stark Industries is ready: \d+ done, 1 to fix, \d+ need you/);
    await panel.expectVerdict('notifications', 'fail');
    // What is to be fixed is listed, and gives the focus back.
    panel.button('Fix 1 item')?.dispatchEvent(new Event('pointerdown', {bubbles: true}));
    await panel.press('Fix 1 item');
    await expect.poll(focused).toBe('Fix all');
    await panel.press('Cancel');
    await expect.poll(focused).toBe('Fix 1 item');
    end();
    await panel.pressFix('notifications');
    await panel.expectVerdict('notifications', 'pass');
    await panel.press('Undo everything');
    await says(panel, 'Delete the project with everything in it.');
    await panel.press('Undo all steps');
    await expect.poll(() => panel.field('Customer’s name').value).toBe('Stark Industries');
    expect(world().findProject(project)).toBeUndefined();
    expect(world().findGroup(stark)).toBeUndefined();
  });

  const chips = (panel: Drawn) =>
    [...panel.row('members').querySelectorAll<HTMLElement>('.chip')].map(
      ({dataset, textContent}) => `${dataset.person}: ${textContent}`,
    );

  it('whose invitation is refused as a whole and skipped has everybody in the item’s field, with the reason', async () => {
    const body = {message: '403 Forbidden'};
    const end = server.sandbox.faults.add({method: 'POST', path: /\/invitations$/, status: 403, body});
    const panel = await reviewed('pepper@stark.example, tony@stark.example, rhodey@stark.example, happy@strak.example');
    await says(panel, 'Not invited: happy@strak.example.');
    await panel.press(begin);
    await expect.poll(() => alertOfStep(panel, 'members')).toContain('the top-level group may not allow invitations.');
    await pressInStep(panel, 'members', /^Skip: /);
    await says(panel, '9 of 10 steps done. 1 skipped.');
    end();
    await panel.pressFix('members');
    const refused = (mail: string) =>
      expect.stringMatching(new RegExp(`^${mail}: .*the top-level group may not allow invitations.*Retry`));
    await expect
      .poll(() => chips(panel))
      .toEqual([
        expect.stringContaining('Did you mean happy@stark.example?'),
        refused('pepper@stark.example'),
        refused('tony@stark.example'),
        refused('rhodey@stark.example'),
      ]);
    await panel.press('Retry 3 people');
    await says(panel, '3 people invited.');
  });

  it('of which GitLab takes a part of the people leaves the item to be done for the others', async () => {
    const panel = await reviewed('pepper@stark.example, x@blocked.example');
    await panel.press(begin);
    await allDone(panel);
    await panel.expectVerdict('members', 'fail');
    await panel.says('members', '1 person isn’t invited: x@blocked.example.');
    const own = () => panel.row('members').querySelector('[data-fix]')?.textContent;
    expect(own()).toBe('Invite 1 person');
    await panel.pressFix('members');
    await expect.poll(() => panel.button('Retry 1 person')).toBeDefined();
    expect(own(), 'one button says how many are invited').toBe('Invite');
  });

  it('says at its end whom it did not invite because the address may be wrong', async () => {
    const panel = await reviewed('pepper@stark.example, tony@stark.example, happy@strak.example');
    await panel.press(begin);
    await allDone(panel);
    expect(panel.step('members')?.textContent).toContain(
      'Not invited, because the address may be wrong: happy@strak.example.',
    );
  });

  it('says at its end who is not invited where it invites nobody, until the item’s form is done with them', async () => {
    const panel = await draw(server, emea, {kind: 'group'});
    await panel.press('Set up a customer');
    await panel.type('Customer’s name', 'Stark Industries');
    await panel.paste('People to invite as Developers', '@nobody.there\nAnn Other');
    // Who has been shown as somebody who can’t be invited stops nothing.
    await says(panel, 'No GitLab user has this username');
    await says(panel, /\d+ filled automatically/);
    await panel.press('Review');
    await says(panel, 'Invite no one.');
    await panel.press(begin);
    await allDone(panel);
    const result = () => panel.root.querySelector('.result')?.textContent;
    expect(panel.step('members')).toBeUndefined();
    await expect.poll(result).toContain('Not invited, because no account was found: @nobody.there.');
    expect(result()).toContain('Not invited: “Ann Other”.');
    await panel.pressFix('members');
    await panel.press('Remove @nobody.there');
    await expect.poll(result).not.toContain('@nobody.there');
    expect(result()).toContain('Ann Other');
  });

  it('uses a group that is there only after it was said that it is the customer’s', async () => {
    const panel = await reviewed();
    await expect.poll(() => isDisabled(panel, begin)).toBe('false');
    world().addGroup({path: stark, name: 'Stark Ind. (Robin)'});
    await panel.press(begin);
    await expect
      .poll(() => alertOfStep(panel, 'group'))
      .toContain('in the meantime. If the group is this customer’s, use it. If not, select');
    await panel.press('Back to the form');
    await panel.press('Review');
    await expect.poll(() => isDisabled(panel, begin)).toBe('true');
    await panel.check('This is the right customer. Use this group');
    await panel.press(begin);
    await expect.poll(() => panel.step('group')?.textContent).toContain(`Use group “Stark Ind. (Robin)” (${stark})`);
    await allDone(panel);
    expect(world().groups.filter(({path}) => path.startsWith(stark))).toHaveLength(1);
  });

  it('is stopped and gone on with; or given up, and what is done stays', async () => {
    const {panel, answers} = await begun();
    await panel.press('Stop');
    answers();
    await says(panel, '1 of 10 steps done.');
    await expect.poll(() => panel.button('Continue')).toBeDefined();
    await panel.press('Keep everything as it is');
    await says(panel, 'Keep: Create private group “Stark Industries”.');
    await panel.press('Cancel');
    world().imports.end = 'finished';
    await panel.press('Continue');
    await allDone(panel);
    expect(madeProjects()).toBe(1);
    expect(world().project(project).repository.commits).toHaveLength(2);
  });

  it('of which the session ends in the middle says so; after signing in again it goes on', async () => {
    const {panel, answers} = await begun();
    world().expireSessions();
    answers();
    await says(panel, 'You’re signed out of GitLab. Sign in to continue on this page.');
    expect(panel.root.querySelectorAll('[role="alert"]')).toHaveLength(1);
    expect(panel.words()).not.toContain('failed');
    await expect.poll(() => isInert(panel)).toBe(true);
    world().imports.end = 'finished';
    leave();
    signIn(server, 'dana');
    const again = await draw(server, emea, {kind: 'group'});
    await again.press('Resume: Set up Stark Industries');
    await again.press('Continue');
    await allDone(again);
    expect(madeProjects()).toBe(1);
  });
});

describe('a takeover from pre-sales', () => {
  const takeOver = /^Take over (?!from)/;

  /** Answers what is asked, as far as the summary. */
  async function reviewed(username = 'dana'): Promise<Drawn> {
    const panel = await draw(server, initech, {username});
    await panel.press('Take over from pre-sales');
    await panel.check(/Pricing, internal/);
    await panel.check(
      'The SA (Solutions Architect) and SAE (Strategic Account Executive) agreed to this and to keeping the other issues',
    );
    await panel.check('EMEA');
    await panel.press('Review');
    return panel;
  }

  it('whose move GitLab refuses leaves the group, says so, and all of it can be taken back', async () => {
    server.sandbox.faults.add({
      method: 'PUT',
      path: /\/transfer$/,
      status: 400,
      body: {message: 'Failed to transfer project {:new_namespace=>["Transfer is locked for now."]}'},
    });
    const panel = await reviewed();
    await panel.press(takeOver);
    await expect.poll(() => alertOfStep(panel, 'location')).toContain('Transfer is locked for now.');
    expect(panel.step('group')?.dataset.state).toBe('done');
    expect(world().findGroup(`${emea}/initech`)).toBeDefined();
    await panel.press('Undo everything');
    await says(panel, 'Delete the group, unless it has other content now.');
    await panel.press('Undo all steps');
    await expect.poll(() => panel.root.querySelector('form[aria-label="Take over from pre-sales"]')).not.toBeNull();
    expect(world().findGroup(`${emea}/initech`)).toBeUndefined();
    expect(
      world()
        .project(initech)
        .issues.every(({state}) => state === 'opened'),
    ).toBe(true);
  });

  it('is refused before anything is done to who may not move the project, or make the group', async () => {
    world().addMember(initech, 'robin', 40);
    const panel = await reviewed('robin');
    await says(panel, 'Requires the Owner role.');
    await says(panel, `Requires the Maintainer role in ${emea} to create a group`);
    expect(isDisabled(panel, takeOver)).toBe('true');
    expect(writes()).toEqual([]);
  });
});

describe('a handover', () => {
  it.each([
    ['ended', () => world().expireSessions(), 'You’re signed out of GitLab.'],
    ['is another user’s', () => signIn(server, 'robin'), 'You’re signed in as robin now.'],
  ])('that begins when the session %s does nothing, says it once, and is resumed later', async (_what, end, words) => {
    world().setNotification('dana', hooli, 'mention');
    const panel = await draw(server, hooli);
    await panel.press('Take over from another CSM');
    await expect.poll(() => panel.button(/^Take over (?!from)/)).toBeDefined();
    end();
    await panel.press(/^Take over (?!from)/);
    await says(panel, words);
    await says(panel, /0 of \d+ steps done\./);
    expect(panel.root.querySelectorAll('.flow [role="alert"]')).toHaveLength(0);
    expect(panel.root.querySelectorAll('[data-state="failed"]')).toHaveLength(0);
    await expect.poll(() => isInert(panel)).toBe(true);
    expect(writes()).toEqual([]);
    leave();
    signIn(server, 'dana');
    const elsewhere = await draw(server, acme);
    await expect.poll(() => elsewhere.link('Open project')?.className).toBe('quiet');
    leave();
    const again = await draw(server, hooli);
    await again.press(/^Resume: /);
    await again.press('Continue');
    await allDone(again);
  });

  it('that is over leads on to what needs the user, and is not offered first any more', async () => {
    world().setNotification('dana', hooli, 'mention');
    const panel = await draw(server, hooli);
    expect(primaries(panel), 'what needs no answer comes first').toEqual([expect.stringMatching(/^Fix \d+ items?$/)]);
    await panel.press('Take over from another CSM');
    await expect.poll(() => primaries(panel)).toEqual([expect.stringMatching(/^Take over (?!from)/)]);
    await panel.press(/^Take over (?!from)/);
    await allDone(panel);
    await says(panel, /is ready: \d+ done, \d+ needs? you/);
    await expect.poll(() => primaries(panel)).toEqual([expect.stringMatching(/^Next: |^Commit/)]);
    await expect.poll(() => panel.button('Next: Review members and settings')).toBeDefined();
    const overview = () => panel.row('handover-review').querySelector('.overview');
    await expect.poll(overview).not.toBeNull();
    await panel.press('Next: Review members and settings');
    await expect.poll(() => panel.button('Take over from another CSM')?.className).toBe('quiet');
    expect(primaries(panel).length).toBeLessThanOrEqual(1);
    expect(overview(), 'what it leads to stays open').not.toBeNull();
  });

  it('whose commit is refused keeps what is typed for it and commits it, forth and back', async () => {
    world().setNotification('dana', hooli, 'mention');
    const latest = () => world().project(hooli).repository.commits[0]?.message;
    const body = {message: "Commit message does not follow the pattern '^ABC-'"};
    const refuse = () =>
      server.sandbox.faults.add({method: 'POST', path: /repository\/commits$/, times: 1, status: 400, body});
    const panel = await draw(server, hooli);
    await panel.press('Take over from another CSM');
    await expect.poll(() => panel.labels()).toContain('Replace “@robin” with');
    await expect.poll(() => panel.field('Replace “@robin” with').value).toBe('@dana');
    refuse();
    await panel.press(/^Take over (?!from)/);
    await expect.poll(() => panel.button('Commit with this message')).toBeDefined();
    expect(panel.button(/^Retry: /), 'one button for one thing').toBeUndefined();
    // The other steps go on meanwhile.
    await says(panel, '1 step failed.');
    await panel.type('Commit message', 'ABC-1 Dana takes over');
    panel.field('Commit message').focus();
    pressEscape();
    await panel.press(/^Resume: /);
    await expect.poll(() => panel.field('Commit message').value).toBe('ABC-1 Dana takes over');
    await expect.poll(() => JSON.stringify(fake.all())).toContain('ABC-1 Dana takes over');
    leave();
    const again = await draw(server, hooli);
    await again.press(/^Resume: /);
    await expect.poll(() => again.field('Commit message').value).toBe('ABC-1 Dana takes over');
    await again.press('Commit with this message');
    await allDone(again);
    expect(latest()).toBe('ABC-1 Dana takes over');
    refuse();
    await again.press('Undo everything');
    await again.press('Undo all steps');
    await says(again, /isn’t undone yet\. .*does not follow the pattern/);
    // It is asked once more, with the message at hand.
    await expect.poll(again.labels).toContain('Commit message');
    await again.type('Commit message', 'ABC-2 Dana hands back');
    await again.press('Undo all steps');
    await expect.poll(() => again.root.querySelector('form[aria-label="Take over from another CSM"]')).not.toBeNull();
    expect(latest()).toBe('ABC-2 Dana hands back');
  });
});
