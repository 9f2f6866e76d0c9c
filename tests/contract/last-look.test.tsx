import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {lookBack} from '../../src/app/last-look.ts';
import {inTurn} from '../../src/browser/serial.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import {keepLooks} from '../../src/ui/beside/keep-looks.ts';
import {formsOf} from '../../src/ui/checklist/open-form.ts';
import {fake} from '../unit/browser/fake-browser.ts';
import {type Drawn, draw, leave, undraw} from './drawn.tsx';
import {meansOf, signIn} from './means.ts';
import type {OpenedOptions} from './opened.ts';
import {acme, globex, initech, useSandbox} from './server.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../unit/browser/fake-browser.ts')).fakeBrowser,
}));

const server = useSandbox();
const world = () => server.sandbox.world;
const host = 'gitlab.com';

const ends: (() => void)[] = [];

/** Leaves all pages, once nothing is being kept any more. */
async function leaveAll(): Promise<void> {
  for (const end of ends.splice(0)) end();
  await inTurn('last-look', async () => undefined);
  leave();
}

/** Looks back as the page of a user does. */
const lookingBack =
  (path: string, username = 'dana') =>
  async (checklist: Checklist): Promise<void> => {
    const {id: userId} = await meansOf(server, username).pageUser();
    const kept = await lookBack(checklist, {host, userId, projectId: world().project(path).id, path});
    ends.push(keepLooks(checklist, host, userId, kept));
  };

/** Each item as it stands: in which group, what it says, and what its button is called. */
const items = ({root}: Drawn) =>
  [...root.querySelectorAll<HTMLElement>('.row-group [data-check]')].map(row => [
    row.closest('section')?.getAttribute('aria-label'),
    row.dataset.check,
    row.querySelector('h4')?.lastChild?.textContent ?? row.querySelector('h4')?.textContent,
    row.querySelector('.evidence')?.textContent,
    [...row.querySelectorAll('.act > button')].map(({textContent}) => textContent),
  ]);
/** The same without what is heard before a title. */
const inSight = (panel: Drawn) =>
  JSON.parse(
    JSON.stringify(items(panel)).replaceAll(/(Done|Not done|Needs you|Not applicable)( at the last check)?: /g, ''),
  );

/** Looks at a customer, and leaves the page. */
async function look(path: string, options: OpenedOptions = {}): Promise<unknown> {
  const panel = await draw(server, path, {isStored: true, ...options});
  await lookingBack(path)(panel.checklist);
  const {id} = await meansOf(server, 'dana').pageUser();
  await expect.poll(() => fake.results.has(`${host} ${id} ${world().project(path).id}`)).toBe(true);
  const seen = inSight(panel);
  await leaveAll();
  return seen;
}

/** Comes to a customer's page again, whose answers are held. */
async function again(path: string, username = 'dana'): Promise<{panel: Drawn; answer: () => void}> {
  const answer = server.sandbox.faults.hold({path: /^\/(projects|groups|graphql|notification_settings|user)/});
  const panel = await draw(server, path, {isStored: true, username, first: lookingBack(path, username)});
  return {panel, answer};
}

const verdicts = ({root}: Drawn) => root.querySelectorAll('[data-verdict]').length;
const settled = (panel: Drawn) =>
  expect
    .poll(() => panel.root.querySelectorAll('[data-check]:is([aria-busy="true"], :not([data-verdict]))').length)
    .toBe(0);

beforeEach(() => {
  document.body.dataset.page = 'projects:show';
});

afterEach(async () => {
  server.sandbox.faults.clear();
  await leaveAll();
  delete document.body.dataset.page;
  undraw();
});

describe('before GitLab answers', () => {
  it.each([globex, acme, initech])('%s shows what it showed at the last look, without any verdict', async path => {
    const seen = await look(path);
    const {panel, answer} = await again(path);
    expect(inSight(panel)).toEqual(seen);
    expect(verdicts(panel)).toBe(0);
    expect(panel.words()).toContain('Checked just now, checking…');
    expect(panel.words()).not.toMatch(/\d+ of \d+ done/);
    expect(panel.checklist.progress.value).toBeUndefined();
    answer();
    await settled(panel);
    expect(inSight(panel)).toEqual(seen);
    expect(panel.words()).toMatch(/\d+ of \d+ done/);
  });

  it('shows nothing where nothing is kept, where it is somebody else’s, and where the project was moved meanwhile', async () => {
    await look(globex);
    const kept = fake.results;
    const [[key, result] = ['', {}]] = kept;
    const isEmpty = async (username?: string) => {
      const {panel, answer} = await again(globex, username);
      expect(panel.root.querySelectorAll('.row-group')).toHaveLength(0);
      answer();
      await settled(panel);
      await leaveAll();
    };
    await isEmpty('sam');
    kept.clear();
    kept.set(key, {...(result as object), path: `${globex}-old`});
    await isEmpty();
    kept.clear();
    kept.set(key, 'nothing that this version knows');
    await isEmpty();
    kept.clear();
    await isEmpty();
    fake.background = 'gone';
    await isEmpty();
  });

  it('shows nothing more of it once somebody else is signed in', async () => {
    await look(globex);
    const {panel, answer} = await again(globex);
    expect(panel.words()).toContain('Globex');
    signIn(server, 'sam');
    answer();
    await expect.poll(panel.words).toContain('signed in');
    expect(panel.root.querySelectorAll('[data-check]')).toHaveLength(0);
  });
});

describe('what is other than at the last look', () => {
  it('changes in one drawing', async () => {
    await look(globex);
    const project = world().project(globex);
    project.visibility = 'private';
    const {panel, answer} = await again(globex);
    expect(panel.words()).toContain('Public: anyone on the internet can see it.');
    const drawn = new Set([JSON.stringify(inSight(panel))]);
    const watch = new MutationObserver(() => drawn.add(JSON.stringify(inSight(panel))));
    watch.observe(panel.root, {subtree: true, childList: true, characterData: true});
    answer();
    await settled(panel);
    watch.disconnect();
    expect(drawn.size).toBe(2);
    await panel.expectVerdict('visibility', 'pass');
  });

  it('is what each item says as soon as it is answered where GitLab lets one of them wait for long', async () => {
    await look(globex);
    const held = server.sandbox.faults.hold({path: /invitations/});
    const {panel, answer} = await again(globex);
    answer();
    await expect.poll(() => panel.row('visibility').dataset.verdict, {timeout: 5_000}).toBe('fail');
    expect(panel.row('members').dataset.verdict).toBeUndefined();
    expect(panel.row('members').textContent).toContain('Invite');
    held();
    await settled(panel);
  });
});

describe('a button that is pressed before GitLab answers', () => {
  const pressed = (panel: Drawn, id: string) => panel.row(id).querySelector('.act > button');

  it('opens its form, or does what it says, after it', async () => {
    await look(globex);
    const {panel, answer} = await again(globex);
    await panel.press('Make private', 'visibility');
    await panel.press('Fill in', 'readme');
    expect(pressed(panel, 'visibility')?.getAttribute('aria-pressed')).toBe('true');
    expect(server.sandbox.log.every(({method}) => method === 'GET')).toBe(true);
    answer();
    await panel.expectVerdict('visibility', 'pass');
    await expect.poll(() => panel.row('readme').querySelector('form')).not.toBeNull();
    expect(world().project(globex).visibility).toBe('private');
  });

  it('is let go by a second press', async () => {
    await look(globex);
    const {panel, answer} = await again(globex);
    await panel.press('Make private', 'visibility');
    await panel.press('Make private', 'visibility');
    expect(pressed(panel, 'visibility')?.getAttribute('aria-pressed')).toBe('false');
    answer();
    await settled(panel);
    expect(world().project(globex).visibility).toBe('public');
  });

  it('does nothing where that is done meanwhile, or is something else, and says so', async () => {
    await look(globex);
    const project = world().project(globex);
    project.visibility = 'private';
    project.name = 'Something else';
    const {panel, answer} = await again(globex);
    await panel.press('Make private', 'visibility');
    await panel.press('Add name', 'name');
    answer();
    await settled(panel);
    await panel.says('visibility', 'This was done in the meantime, so nothing was started.');
    await panel.says('name', 'Nothing was started, because this isn’t as it was at the last check.');
    expect(panel.row('name').querySelector('form')).toBeNull();
    await panel.press('Refresh');
    await expect.poll(() => panel.words()).not.toContain('nothing was started');
    expect(server.sandbox.log.every(({method}) => method === 'GET')).toBe(true);
  });

  it('lists what “Fix all” would fix, and begins nothing by itself', async () => {
    await look(globex);
    const {panel, answer} = await again(globex);
    const plan = () => panel.root.querySelector('section[aria-label="Fix all"]');
    await panel.press(/^Fix \d+ items$/);
    expect(plan()).toBeNull();
    answer();
    await expect.poll(() => plan()?.textContent).toContain('Make 5 changes');
    await settled(panel);
    expect(server.sandbox.log.every(({method}) => method === 'GET')).toBe(true);
  });

  it('opens the last form that was asked for, as is seen before', async () => {
    await look(globex);
    const {panel, answer} = await again(globex);
    await panel.press('Fill in', 'readme');
    await panel.press('Invite', 'members');
    expect(pressed(panel, 'readme')?.getAttribute('aria-pressed')).toBe('false');
    answer();
    await expect.poll(() => panel.row('members').querySelector('form')).not.toBeNull();
    expect(panel.row('readme').querySelector('form')).toBeNull();
  });

  it('is one press with a double click', async () => {
    await look(globex);
    const {panel, answer} = await again(globex);
    for (const detail of [1, 2])
      pressed(panel, 'visibility')?.dispatchEvent(new MouseEvent('click', {detail, bubbles: true}));
    answer();
    await panel.expectVerdict('visibility', 'pass');
  });

  it('does its work although the panel is closed by then, and has its form open when it is opened', async () => {
    await look(globex);
    const {panel, answer} = await again(globex);
    await panel.press('Make private', 'visibility');
    await panel.press('Fill in', 'readme');
    await panel.press('Close CSM checklist');
    answer();
    await expect.poll(() => world().project(globex).visibility).toBe('private');
    await expect.poll(() => formsOf(panel.checklist).open.value).toEqual({row: 'readme', form: 'files'});
  });

  it('is let go where somebody else is signed in by then: whoever comes back presses anew', async () => {
    await look(globex);
    const {panel, answer} = await again(globex);
    await panel.press('Make private', 'visibility');
    signIn(server, 'sam');
    answer();
    await expect.poll(panel.words).toContain('signed in');
    signIn(server, 'dana');
    await panel.press('Refresh');
    await panel.expectVerdict('visibility', 'fail');
    expect(world().project(globex).visibility).toBe('public');
  });

  it('marks as done what is ticked', async () => {
    await look(globex);
    const {panel, answer} = await again(globex);
    await panel.press('Mark as done', 'maintainers');
    answer();
    await panel.expectVerdict('maintainers', 'pass');
  });
});
