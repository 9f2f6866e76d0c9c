import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Journal} from '../../src/changes/journal.ts';
import {typedOf} from '../../src/checklist/filling.ts';
import {recallPeople} from '../../src/ui/beside/recall-people.ts';
import {eventually} from '../eventually.ts';
import {fake} from '../unit/browser/fake-browser.ts';
import {type Drawn, draw, leave, undraw} from './drawn.tsx';
import {acme, globex, initech, root, useSandbox} from './server.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../unit/browser/fake-browser.ts')).fakeBrowser,
}));

const server = useSandbox();
const world = () => server.sandbox.world;
const group = `${root}/emea/initech`;
const target = `${group}/initech-collaboration-project`;
const text = (path: string, file: string) => new TextDecoder().decode(world().readFile(path, file));
const writes = () => server.sandbox.log.filter(({method, path}) => method !== 'GET' && path !== '/graphql');
const isDisabled = (button: Element | undefined | null) => button?.getAttribute('aria-disabled');

afterEach(undraw);

/** A page with the form open, and a segment chosen. */
async function opened(path = initech, segment = 'EMEA', journal?: {entries: Journal}): Promise<Drawn> {
  const panel = await draw(server, path, journal ? {journal} : {});
  await panel.pressFix('location');
  await panel.choose('Segment', segment);
  return panel;
}

const isLed = (panel: Drawn) => expect.poll(() => panel.ledTo).toEqual([expect.stringContaining(target)]);

describe('the form of a move', () => {
  it('uses the customer’s group where there is one, and asks again where it was made meanwhile', async () => {
    const panel = await opened();
    await panel.says('location', `Create private group “Initech” (${group}).`);
    await panel.says('location', 'No one gains access or a higher role.');
    world().addGroup({path: group, name: 'Initech Corp'});
    world().addMember(group, 'wile.coyote', 50);
    const count = world().groups.length;
    await panel.press('Move to emea/initech');
    await panel.says('location', 'in the meantime, and it’s private.');
    await panel.says('location', `Use the existing group “Initech Corp” (${group}). Private: only members can see it.`);
    expect(panel.alertOf('location')).toContain('in the meantime, and it’s private.');
    // What was refused was another target.
    await panel.type('Customer group path', 'initech-2');
    await expect.poll(() => panel.alertOf('location')).toBeUndefined();
    await panel.type('Customer group path', 'initech');
    await panel.says('location', '1 person gains access or a higher role');
    await panel.says('location', 'Wile E. Coyote (@wile.coyote), Owner');
    expect(world().findProject(initech)).toBeDefined();
    await panel.press('Move to emea/initech');
    await isLed(panel);
    expect(world().findProject(target)).toBeDefined();
    expect(world().groups).toHaveLength(count);
  });

  it('says why GitLab refuses, and goes on where it stopped with the second try', async () => {
    server.sandbox.faults.add({
      method: 'PUT',
      path: /\/transfer$/,
      times: 1,
      status: 400,
      body: {message: 'Failed to transfer project {:new_namespace=>["Transfer is locked for now."]}'},
    });
    const panel = await opened();
    await panel.press('Move to emea/initech');
    await panel.says('location', 'Failed to transfer project: Transfer is locked for now.');
    expect(panel.alertOf('location')).toContain('Transfer is locked for now.');
    const {id} = world().group(group);
    expect(world().findProject(initech)).toBeDefined();
    await panel.says('location', 'Use the existing group “Initech”');
    await panel.press('Move to emea/initech');
    await isLed(panel);
    expect(world().group(group).id).toBe(id);
  });

  it('W4: says how long GitLab has been moving it, and leads on to the new address, where it can be undone', async () => {
    world().asyncTransfers = {polls: 4};
    const journal: {entries: Journal} = {entries: []};
    const panel = await opened(initech, 'EMEA', journal);
    await panel.says('location', 'Create private group');
    let answers: (() => void) | undefined;
    server.sandbox.faults.add({
      method: 'PUT',
      path: /\/transfer$/,
      times: 1,
      meanwhile() {
        answers = server.sandbox.faults.hold({method: 'GET', path: /^\/projects\/\d+$/}, 2);
      },
    });
    await panel.press('Move to emea/initech');
    await panel.says('location', /GitLab is moving the project \(\d+ s\)/);
    expect(panel.ledTo).toEqual([]);
    expect(panel.row('location').querySelector('progress')).not.toBeNull();
    answers?.();
    await isLed(panel);
    world().asyncTransfers = undefined;
    const there = await draw(server, target, {journal});
    await there.expectVerdict('location', 'pass');
    expect(there.row('location').querySelector('[data-undo="location"]')).not.toBeNull();
  });

  it('does not move where somebody else gains access by now, names them, and shows it', async () => {
    world().addGroup({path: group, name: 'Initech'});
    world().addUser({username: 'spy', name: 'Sue Spy'});
    const panel = await opened();
    await panel.says('location', 'No one gains access or a higher role.');
    world().addMember(group, 'spy', 50);
    await panel.press('Move to emea/initech');
    await panel.says('location', 'Sue Spy (@spy) would now get access or a higher role too. Nothing was moved.');
    expect(writes()).toEqual([]);
    await panel.says('location', '1 person gains access or a higher role inherited from');
    await panel.press('Move to emea/initech');
    await isLed(panel);
  });

  it('does not move where somebody gets a higher role by now than was shown', async () => {
    world().addGroup({path: group, name: 'Initech'});
    world().addUser({username: 'spy', name: 'Sue Spy'});
    world().addMember(group, 'spy', 10);
    const panel = await opened();
    await panel.says('location', 'Sue Spy (@spy), Guest');
    world().addMember(group, 'spy', 50);
    await panel.press('Move to emea/initech');
    await panel.says('location', 'Sue Spy (@spy) would now get access or a higher role too. Nothing was moved.');
    expect(writes()).toEqual([]);
  });

  it('says whose role becomes higher who has access already', async () => {
    world().addGroup({path: group, name: 'Initech'});
    world().addUser({username: 'spy', name: 'Sue Spy'});
    world().addMember(initech, 'spy', 10);
    world().addMember(group, 'spy', 50);
    const panel = await opened();
    await panel.says('location', 'Sue Spy (@spy), Owner (now Guest)');
  });

  it('does not move before it can be told who gains access', async () => {
    const mend = server.sandbox.faults.add({path: /\/members\/all$/, status: 500});
    const panel = await opened();
    await panel.says('location', 'Couldn’t check who loses and gains access.');
    expect(panel.button('Move to emea/initech')?.getAttribute('aria-disabled')).toBe('true');
    mend();
    await panel.press('Retry');
    await panel.says('location', 'No one gains access or a higher role.');
    await panel.press('Move to emea/initech');
    await isLed(panel);
  });

  it('W13: says of a project of the same name in the target before anything is done', async () => {
    world().addGroup({path: group, name: 'Initech'});
    world().addProject({path: target, name: 'Old'});
    const panel = await opened();
    await panel.says('location', 'Rename one of the two, or choose another group.');
    const submit = panel.row('location').querySelector('button[type="submit"]');
    expect([submit?.textContent, submit?.getAttribute('aria-disabled')]).toEqual(['Move project', 'true']);
  });

  it('checks the group’s path and name before anything is sent', async () => {
    const panel = await opened(initech, 'APAC');
    await panel.type('Customer group path', '-bad path');
    await panel.says('location', 'A path can contain only letters');
    await panel.type('Customer group path', 'fine');
    await panel.type('Customer’s name', '<b>');
    await panel.says('location', 'A group name must start with');
    const submit = panel.row('location').querySelector<HTMLElement>('button[type="submit"]');
    expect([submit?.textContent, submit?.getAttribute('aria-disabled')]).toEqual(['Move project', 'true']);
    submit?.click();
    expect(writes()).toEqual([]);
  });

  it('does not move again what was moved in between, and says so until another target is chosen', async () => {
    const panel = await opened();
    await panel.says('location', 'Create private group');
    world().transfer(world().project(initech), world().group(`${root}/emea/acme`));
    await panel.press('Move to emea/initech');
    await panel.says('location', 'The project was moved in the meantime.');
    await expect
      .poll(panel.words)
      .toContain(`This project was moved to ${root}/emea/acme/initech-collaboration-project.`);
    expect(panel.alertOf('location')).toContain('The project was moved in the meantime.');
    // What was proposed for the place is another one by now: the reason stays until the user chooses another one too.
    await expect.poll(() => panel.button('Move to emea/acme')).toBeDefined();
    expect(panel.alertOf('location')).toContain('The project was moved in the meantime.');
    await panel.type('Customer’s name', 'Initrode');
    await expect.poll(() => panel.alertOf('location')).toBeUndefined();
    expect(world().findGroup(group)).toBeUndefined();
    expect(writes()).toEqual([]);
  });

  it('moves a project that has the path of its customer’s group into a group of another path', async () => {
    const path = `${root}/emea/stark`;
    world().addProject({path, name: 'Stark Collaboration'});
    const panel = await opened(path);
    await expect.poll(() => panel.field('Customer group path').value).toBe('stark-customer');
    await panel.type('Customer group path', 'stark');
    await panel.says('location', `A project already has the path ${path}, so a group can’t have it.`);
    const submit = panel.row('location').querySelector('button[type="submit"]');
    expect([submit?.textContent, submit?.getAttribute('aria-disabled')]).toEqual(['Move project', 'true']);
    await panel.type('Customer group path', 'stark-industries');
    await panel.press('Move to emea/stark-industries');
    await expect.poll(() => panel.ledTo).toEqual([`https://gitlab.com/${root}/emea/stark-industries/stark`]);
    const there = await draw(server, `${root}/emea/stark-industries/stark`);
    await there.expectVerdict('location', 'pass');
  });
});

it('the undo of a move leaves a group in which something is by now: that is said before the page is left', async () => {
  const journal: {entries: Journal} = {entries: []};
  const panel = await opened(initech, 'EMEA', journal);
  await panel.press('Move to emea/initech');
  await isLed(panel);
  const there = await draw(server, target, {journal});
  world().addProject({path: `${group}/another`});
  await there.pressUndo('location');
  await there.pressSure('location');
  await there.says('location', 'stays, because it’s no longer empty.');
  expect(there.alertOf('location')).toContain('stays, because it’s no longer empty.');
  expect(there.ledTo).toEqual([]);
  await expect.poll(() => there.link('Open project')?.href).toBe(`https://gitlab.com/${initech}`);
  expect(world().findProject(initech)).toBeDefined();
  expect(world().findGroup(group)).toBeDefined();
});

it('a name is asked for where the customer’s is not known, and comes back', async () => {
  const path = `${root}/pre-sales/umbrella`;
  const panel = await draw(server, path);
  await panel.says('name', '“Umbrella” is compared with the customer group’s name when you move the project.');
  expect(panel.words()).not.toContain('Couldn’t check');
  expect(panel.row('name').className).toContain('waiting');
  expect(panel.root.querySelector('[data-fix="name"]')).toBeNull();
  await panel.act('name', 'Add name');
  await expect.poll(() => panel.button('Rename project')).toBeDefined();
  expect(panel.field('New project name').value).toBe('Umbrella');
  expect(isDisabled(panel.button('Rename project'))).toBe('true');
  await panel.type('New project name', 'Umbrella / POC');
  await panel.says('name', 'Use only letters');
  expect(isDisabled(panel.button('Rename project'))).toBe('true');
  await panel.type('New project name', 'Umbrella POC');
  await panel.press('Rename project');
  await panel.says('name', '“Umbrella POC” is compared with');
  await panel.expectVerdict('name', 'fail');
  expect(world().project(path).name).toBe('Umbrella POC');
  await panel.pressUndo('name');
  await panel.pressSure('name');
  await panel.says('name', '“Umbrella” is compared with');
  await panel.expectVerdict('name', 'fail');
  expect(world().project(path).name).toBe('Umbrella');
});

it('one of the customer’s people is made Maintainer once that was shown, and Developer again', async () => {
  const level = () => world().project(acme).members.get(world().user('wile.coyote').id)?.level;
  const panel = await draw(server, acme);
  await panel.act('maintainers', 'Change roles');
  await panel.choose('Wile E. Coyote @wile.coyote', 'Maintainer');
  await panel.says('maintainers', 'Wile E. Coyote: Developer → Maintainer');
  expect(level()).toBe(30);
  await panel.press('Change 1 role');
  await expect.poll(() => panel.root.querySelector('[data-undo="maintainers"]')).not.toBeNull();
  expect(level()).toBe(40);
  await panel.says('members', 'Wile E. Coyote (@wile.coyote): Maintainer');
  await panel.pressUndo('maintainers');
  await panel.pressSure('maintainers');
  await expect.poll(() => panel.root.querySelector('[data-undo="maintainers"]')).toBeNull();
  expect(level()).toBe(30);
});

it('the open issues of pre-sales are listed, the chosen ones closed with undo, others deleted for sure', async () => {
  const {issues} = world().project(initech);
  const states = () => issues.map(({state}) => state);
  const allOpen = ['opened', 'opened', 'opened'];
  const panel = await draw(server, initech);
  const says = (words: string) => panel.says('issues-reviewed', words);
  await says('3 open issues.');
  await panel.act('issues-reviewed', 'Show open issues');
  await panel.check(/^#1 Proof of value: success criteria/);
  await panel.press('Close 1 issue');
  await says('Close 1 issue.');
  expect(states()).toEqual(allOpen);
  await panel.pressSure('issues-reviewed');
  await says('2 open issues.');
  expect(states()).toEqual(['closed', 'opened', 'opened']);
  await panel.pressUndo('issues-reviewed');
  await panel.pressSure('issues-reviewed');
  await says('3 open issues.');
  expect(states()).toEqual(allOpen);
  await panel.act('issues-reviewed', 'Show open issues');
  await panel.check(/^#2 Pricing, internal/);
  await panel.press('Delete 1 issue');
  await says('You can’t restore what’s deleted.');
  await panel.pressSure('issues-reviewed');
  await says('2 open issues.');
  await expect.poll(() => panel.root.querySelector('[data-undo="issues-reviewed"]')).toBeNull();
  expect(issues.map(({iid}) => iid)).toEqual([1, 3]);
});

it('who may close issues but not delete them is told so, with a message to copy', async () => {
  world().addMember(initech, 'robin', 40);
  const panel = await draw(server, initech, {username: 'robin'});
  await panel.act('issues-reviewed', 'Show open issues');
  await expect.poll(() => panel.row('issues-reviewed').querySelectorAll('fieldset input')).toHaveLength(3);
  const row = panel.row('issues-reviewed');
  row.querySelector<HTMLElement>('#issue-2')?.click();
  await panel.says('issues-reviewed', '“Delete issues” requires the Owner role. You’re a Maintainer.');
  await expect.poll(() => isDisabled(panel.button('Close 1 issue'))).toBe('false');
  expect(isDisabled(panel.button('Delete 1 issue'))).toBe('true');
  expect([...row.querySelectorAll('button')].map(({textContent}) => textContent)).toContain('Copy request');
});

it('500 pasted people with duplicates, odd ones and one’s own are sorted out before anything is sent', async () => {
  const panel = await draw(server, globex);
  await panel.pressFix('members');
  server.sandbox.faults.add({path: /^\/graphql$/, status: 500, body: {}, times: 1});
  const mails = Array.from({length: 498}, (_item, index) => `person${index % 249}@globex.example`);
  await panel.paste('Email addresses or usernames', [...mails, '@dana', 'not a mail'].join('\n'));
  await panel.says('members', 'Not an email or @username.');
  await panel.says('members', 'Couldn’t look up @dana. They won’t be invited.');
  expect(isDisabled(panel.button('Invite 249 people'))).toBe('false');
  await panel.press('Retry');
  await panel.says('members', 'that’s you');
  expect(panel.row('members').querySelector('form [role="alert"]')).toBeNull();
  expect(isDisabled(panel.button('Invite 249 people'))).toBe('false');
  expect(writes()).toEqual([]);
});

it('missing issue templates are made from the template project’s, and taken away again; a folder in their place is none', async () => {
  const folder = '.gitlab/issue_templates';
  world().commitFile(initech, `${folder}/Agenda.md/odd.txt`, 'x');
  const panel = await draw(server, initech);
  await panel.says('issue-templates', 'Agenda: the template doesn’t exist.');
  await panel.pressFix('issue-templates');
  await panel.says('issue-templates', 'from the template project’s file');
  await panel.type('[CUSTOMER NAME]', 'Initech');
  await panel.press('Commit to main');
  await expect.poll(() => panel.root.querySelector('[data-undo="issue-templates"]')).not.toBeNull();
  expect(text(initech, `${folder}/Feature Request.md`)).toContain('## What Initech needs');
  await panel.pressUndo('issue-templates');
  await panel.pressSure('issue-templates');
  await panel.says('issue-templates', 'Feature Request: the template doesn’t exist.');
  expect(world().readFile(initech, `${folder}/Feature Request.md`)).toBeUndefined();
});

it('an undo does not take somebody else’s later commit along, and says so', async () => {
  const panel = await draw(server, globex);
  await panel.pressFix('readme');
  await panel.type('[FIRST GOAL]', 'Faster');
  await panel.press('Commit to main');
  await expect.poll(() => panel.root.querySelector('[data-undo="readme"]')).not.toBeNull();
  expect(text(globex, 'README.md')).toContain('1. Faster');
  world().commitFile(globex, 'README.md', '# By somebody else\n');
  await panel.pressUndo('readme');
  await panel.pressSure('readme');
  await panel.says('readme', 'README.md was changed in the meantime.');
  expect(panel.alertOf('readme')).toContain('README.md was changed in the meantime.');
  expect(text(globex, 'README.md')).toBe('# By somebody else\n');
});

describe('what was typed in a form', () => {
  it('is discarded in no other form of files', async () => {
    const panel = await draw(server, initech);
    await panel.pressFix('readme');
    await eventually(() => panel.field('[CSM USERNAME]'));
    await panel.type('[CSM USERNAME]', 'dana-typed');
    await panel.pressFix('issue-templates');
    await eventually(() => panel.field('[MEETING DATE]'));
    expect(panel.button('Discard draft')).toBeUndefined();
    await panel.type('[MEETING DATE]', 'Monday');
    await panel.press('Discard draft');
    await panel.press('Discard for good');
    await expect.poll(() => panel.button('Discard draft')).toBeUndefined();
    await panel.pressFix('readme');
    await expect.poll(() => panel.field('[CSM USERNAME]').value).toBe('dana-typed');
  });

  it.each<[string, string, (panel: Drawn) => Promise<void>]>([
    ['of one text', 'Customer’s name', panel => panel.pressFix('location')],
    ['of files', '[CSM USERNAME]', panel => panel.pressFix('readme')],
  ])('%s is discarded after a question, and not before', async (_, label, open) => {
    const panel = await draw(server, initech);
    await open(panel);
    await eventually(() => panel.field(label));
    expect(panel.button('Discard draft')).toBeUndefined();
    const before = panel.field(label).value;
    await panel.type(label, 'dana-typed');
    await panel.press('Discard draft');
    expect(panel.field(label).value).toBe('dana-typed');
    await panel.press('Keep draft');
    await panel.press('Discard draft');
    await panel.press('Discard for good');
    await expect.poll(() => panel.field(label).value).toBe(before);
    await expect.poll(() => panel.button('Discard draft')).toBeUndefined();
    expect(writes()).toEqual([]);
  });
});

it.each([
  ['commit', 'Commit to main'],
  ['merge request', 'Create merge request'],
])('a value of a %s that was undone is offered, and not filled in again by itself', async (kind, confirm) => {
  if (kind === 'merge request') world().project(globex).repository.pushLevel = 'nobody';
  const panel = await draw(server, globex);
  const open = async () => {
    await panel.pressFix('readme');
    await eventually(() => panel.field('[SLACK CHANNEL]'));
  };
  await open();
  await panel.type('[SLACK CHANNEL]', '#csm-wrong');
  await panel.press(confirm);
  await eventually(() => expect(panel.root.querySelector('[data-undo="readme"]')).not.toBeNull());
  await panel.pressUndo('readme');
  await panel.pressSure('readme');
  await eventually(() => expect(panel.root.querySelector('[data-undo="readme"]')).toBeNull());
  await panel.expectVerdict('readme', 'fail');
  await eventually(() =>
    expect(typedOf(panel.checklist).history.value.find(({value}) => value === '#csm-wrong')?.undone).toBe(true),
  );
  await open();
  await eventually(() => expect(panel.button('Use “#csm-wrong”, used for this customer and undone')).toBeDefined());
  expect(panel.field('[SLACK CHANNEL]').value).toBe('');
  await panel.press('Use “#csm-wrong”, used for this customer and undone');
  await expect.poll(() => panel.field('[SLACK CHANNEL]').value).toBe('#csm-wrong');
});

describe('an invitation', () => {
  const people = 'Email addresses or usernames';
  const chips = (panel: Drawn) =>
    [...panel.row('members').querySelectorAll<HTMLElement>('.chip')].map(
      ({dataset, textContent}) => `${dataset.person}: ${textContent}`,
    );
  const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

  it.each<[number, string, string, string]>([
    [
      422,
      'There are not enough available seats to invite this many users.',
      'There are not enough available seats',
      'GitLab didn’t accept the request. GitLab says: There are not enough available seats to invite this many users. Check in GitLab what prevents it, then try again.',
    ],
    [
      403,
      '403 Forbidden',
      'Your role allows this, but GitLab refuses it: the top-level group may not allow invitations.',
      'Your role allows this, but GitLab refuses it: the top-level group may not allow invitations. Check in GitLab what prevents it, then try again.',
    ],
    [500, '500 Internal Server Error', 'GitLab can’t answer right now.', 'Nothing was changed. Try again in a moment.'],
  ])(
    'that is refused as a whole (%i) keeps everybody with the reason, and is tried again at once',
    async (status, message, reason, sentence) => {
      const fault = {method: 'POST', path: /\/invitations$/, status, body: {message}};
      server.sandbox.faults.add(fault);
      const panel = await draw(server, globex);
      await panel.pressFix('members');
      await panel.type(people, 'ann@globex.example, bo@globex.example ');
      await panel.press('Invite 2 people');
      await eventually(() =>
        expect(chips(panel)).toEqual([
          expect.stringMatching(new RegExp(`^ann@globex.example: .*${reason}.*Retry`)),
          expect.stringMatching(new RegExp(`^bo@globex.example: .*${reason}.*Retry`)),
        ]),
      );
      const result = panel.row('members').querySelector('section[aria-label="Result"]');
      expect(result?.textContent).toContain(sentence);
      expect(result?.textContent).not.toContain('Correct the value');
      server.sandbox.faults.clear();
      await panel.press('Retry 2 people');
      await panel.expectVerdict('members', 'pass');
      expect(world().project(globex).invitations).toHaveLength(2);
    },
  );

  it('of which GitLab took a part leaves the item to be done, everywhere, until nobody is left', async () => {
    const panel = await draw(server, globex);
    const count = () => panel.checklist.progress.value?.done;
    const before = count();
    await panel.pressFix('members');
    await panel.type(people, 'ann@globex.example, bo@globex.example, cy@globex.example, x@blocked.example ');
    await panel.press('Keep blocked.example');
    await panel.press('Invite 4 people');
    await panel.says('members', '3 of 4 people invited.');
    await panel.expectVerdict('members', 'fail');
    expect(panel.words(), 'it is said once').not.toMatch(/Change made|Invited 3 people/);
    await panel.pressFix('members');
    await panel.says('members', 'Invited 3 people as Developers.');
    await panel.expectVerdict('members', 'fail');
    await panel.says('members', '3 customer contacts. 1 person isn’t invited: x@blocked.example.');
    expect(panel.row('members').textContent).toContain('x@blocked.example, not invited: The member');
    expect(panel.row('members').textContent).not.toContain('Done, but note');
    expect(panel.row('members').closest('section')?.getAttribute('aria-label')).toBe('Needs you');
    expect(count()).toBe(before);
    await panel.checklist.refresh();
    await panel.expectVerdict('members', 'fail');
    await panel.pressFix('members');
    await panel.press('Remove x@blocked.example');
    await panel.expectVerdict('members', 'pass');
    expect(count()).toBe((before ?? 0) + 1);
  });

  it('takes in with one press who is typed, and invites nobody by a username before it was shown whose it is', async () => {
    world().addUser({username: 'frank', name: 'Frank Grimes'});
    const panel = await draw(server, globex);
    await panel.pressFix('members');
    await panel.type(people, '@frank');
    await panel.press('Invite people');
    await eventually(() => expect(panel.button('Checking…')?.getAttribute('aria-disabled')).toBe('true'));
    await panel.says('members', 'Frank Grimes');
    await panel.says('members', 'Check who was found, then send the invitation.');
    expect(writes()).toEqual([]);
    await panel.press('Invite 1 person');
    await panel.expectVerdict('members', 'pass');
    expect(world().project(globex).members.size).toBe(1);
  });

  it('invites with one press whose address is typed', async () => {
    const panel = await draw(server, globex);
    await panel.pressFix('members');
    await panel.type(people, 'ann@globex.example');
    await panel.press('Invite 1 person');
    await panel.expectVerdict('members', 'pass');
  });

  it('of whom an earlier page left in the field, the item tells after a reload, and its button opens the form', async () => {
    const stored = {isStored: true};
    const first = await draw(server, globex, stored);
    await first.pressFix('members');
    await first.type(people, 'ann@globex.example, bo@globex.example, x@blocked.example ');
    await first.press('Keep blocked.example');
    await first.press('Invite 3 people');
    await first.says('members', '2 of 3 people invited.');
    await first.paste(people, 'cy@globex.example\nSomebody Else');
    await eventually(() => expect(chips(first)).toHaveLength(3));
    // What is typed is kept a moment later.
    await eventually(() => expect(JSON.stringify(fake.all())).toContain('Somebody Else'));
    leave();
    const panel = await draw(server, globex, stored);
    await panel.expectVerdict('members', 'pass');
    await recallPeople(panel.checklist);
    await panel.expectVerdict('members', 'fail');
    await panel.says('members', '2 people aren’t invited: x@blocked.example, cy@globex.example.');
    await panel.press('Invite 2 people', 'members');
    await eventually(() => expect(chips(panel)).toHaveLength(3));
    await panel.press('Remove x@blocked.example');
    await panel.press('Remove cy@globex.example');
    await panel.expectVerdict('members', 'pass');
  });

  it('counts people alone, not what is no person', async () => {
    const panel = await draw(server, globex);
    const status = () => panel.root.querySelector('.people > [role="status"]')?.textContent;
    await panel.pressFix('members');
    await panel.paste(people, 'ann@globex.example\nSomebody Else\n@nobody-here\nbo@globex.example');
    await expect.poll(() => chips(panel).join()).toContain('No GitLab user has this username');
    expect(chips(panel)).toHaveLength(4);
    expect(status()).toBe('2 people added');
    await panel.press('Remove ann@globex.example');
    await panel.press('Remove bo@globex.example');
    await expect.poll(status).toBe('');
  });

  it('stops at whom it cannot invite, with the others still to be invited', async () => {
    const panel = await draw(server, globex);
    await panel.pressFix('members');
    await panel.type(people, 'ann@globex.example, ');
    await panel.type(people, '@nobody-here');
    await panel.press('Invite 1 person');
    await eventually(() => expect(focused()).toBe('Edit @nobody-here'));
    expect(writes()).toEqual([]);
    await panel.press('Invite 1 person');
    await eventually(() => expect(world().project(globex).invitations).toHaveLength(1));
  });
});
