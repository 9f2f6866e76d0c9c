import {afterEach, describe, expect, it, vi} from 'vitest';
import {type Drawn, draw, leave, nameOf, press, undraw} from './drawn.tsx';
import {globex, initech, root, useSandbox} from './server.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../unit/browser/fake-browser.ts')).fakeBrowser,
}));

const server = useSandbox();
const world = () => server.sandbox.world;
const repository = (path = globex) => world().project(path).repository;
const text = () => new TextDecoder('utf-8', {ignoreBOM: true}).decode(world().readFile(globex, 'README.md'));
const isUndoable = ({root: panel}: Drawn, id = 'readme') =>
  expect.poll(() => panel.querySelector(`[data-undo="${id}"]`)).not.toBeNull();
const isUndone = ({root: panel}: Drawn, id = 'readme') =>
  expect.poll(() => panel.querySelector(`[data-undo="${id}"]`)).toBeNull();
const commit = (panel: Drawn) => panel.press('Commit to main');
afterEach(undraw);

/** A customer's page with the form of its README open. */
async function opened(path = globex): Promise<Drawn> {
  const panel = await draw(server, path, {isStored: true});
  await panel.pressFix('readme');
  // Once it is known what was typed before.
  await expect.poll(() => panel.labels().find(label => label.startsWith('['))).toBeDefined();
  return panel;
}

it('when somebody changed the file, nothing is overwritten and what was typed is kept', async () => {
  const panel = await opened();
  await panel.type('[FIRST GOAL]', 'Faster pipelines');
  world().commitFile(globex, 'README.md', '# Meanwhile\n\n[FIRST GOAL] and [NEW BRACKET]\n');
  await commit(panel);
  await panel.says('readme', 'What you typed is kept');
  expect(panel.alertOf('readme')).toContain('What you typed is kept');
  expect(text()).toContain('# Meanwhile');
  expect(panel.field('[FIRST GOAL]').value).toBe('Faster pipelines');
  await expect.poll(() => panel.field('[NEW BRACKET]')).toBeDefined();
  await commit(panel);
  await isUndoable(panel);
  expect(text()).toBe('# Meanwhile\n\nFaster pipelines and [NEW BRACKET]\n');
});

it('changes nothing but the brackets, byte for byte', async () => {
  world().commitFile(globex, 'README.md', '\ufeff# [NAME]\r\n\r\ntrailing  \r\n| a | [NAME] |\r\nno end');
  const panel = await opened();
  await panel.type('[NAME]', 'Zoë');
  await commit(panel);
  await panel.expectVerdict('readme', 'pass');
  expect(text()).toBe('\ufeff# Zoë\r\n\r\ntrailing  \r\n| a | Zoë |\r\nno end');
});

it('a commit whose answer is lost is not made twice', async () => {
  const panel = await opened();
  await panel.type('[FIRST GOAL]', 'Once');
  server.sandbox.faults.add({method: 'POST', path: /\/repository\/commits$/, times: 1, after: true, drop: true});
  await commit(panel);
  await isUndoable(panel);
  expect(repository().commits).toHaveLength(2);
});

describe('a protected branch', () => {
  it('that is protected in between is said so, and what was typed stays', async () => {
    const panel = await opened();
    await panel.type('[FIRST GOAL]', 'Kept');
    await expect.poll(() => panel.button('Commit to main')).toBeDefined();
    repository().pushLevel = 'nobody';
    await commit(panel);
    await panel.says('readme', 'You are not allowed to push into this branch.');
    expect(panel.alertOf('readme')).toContain('You are not allowed to push into this branch.');
    expect(panel.field('[FIRST GOAL]').value).toBe('Kept');
    await expect.poll(() => panel.button('Create merge request')).toBeDefined();
  });

  it('has a merge request instead, for which the item waits; undo closes it', async () => {
    repository().pushLevel = 'nobody';
    const panel = await opened();
    const {mergeRequests} = world().project(globex);
    const isOff = () => panel.button('Create merge request')?.getAttribute('aria-disabled');
    const branch = 'Branch of the merge request';
    const described = (label: string) => {
      const ids = panel.field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
      return ids.map(id => document.getElementById(id)?.textContent).join(' ');
    };
    await panel.type('[FIRST GOAL]', 'Kept');
    await expect.poll(() => panel.field('Commit message').value).toBe('Fill in the README (5 placeholders)');
    await panel.type('Commit message', 'x'.repeat(201));
    await expect.poll(() => described('Commit message')).toContain('Shorten it to 200');
    await expect.poll(isOff).toBe('true');
    await panel.type('Commit message', 'Our goal, closes #1\n\nAgreed by phone.');
    await expect.poll(() => described('Commit message')).toContain('GitLab closes issues');
    await panel.type(branch, 'our goal');
    await expect.poll(() => described(branch)).toContain('can’t contain spaces');
    await expect.poll(isOff).toBe('true');
    await panel.type(branch, 'main');
    const exists = (name: string) => `The branch “${name}” already exists. Choose another branch name.`;
    await expect.poll(() => described(branch)).toBe(exists('main'));
    await expect.poll(isOff).toBe('true');
    await panel.type(branch, 'taken');
    repository().commitToBranch('taken', 'Mine', 'sam', []);
    await panel.press('Create merge request');
    await expect.poll(() => described(branch)).toBe(exists('taken'));
    await expect.poll(() => document.activeElement).toBe(panel.field(branch));
    await panel.type(branch, 'our-goal');
    // What was typed is there again when the form is.
    await panel.pressFix('readme');
    await expect.poll(() => panel.button('Create merge request')).toBeUndefined();
    await panel.pressFix('readme');
    await expect.poll(() => panel.labels()).toContain(branch);
    await expect.poll(() => panel.field(branch).value).toBe('our-goal');
    await panel.press('Create merge request');
    await panel.says('readme', 'Merge request !1 fills in placeholders and waits to be merged.');
    expect(mergeRequests).toMatchObject([{title: 'Our goal, closes #1', source: 'our-goal', state: 'opened'}]);
    expect(text()).toContain('[FIRST GOAL]');
    await panel.pressUndo('readme');
    await panel.pressSure('readme');
    await expect.poll(() => panel.row('readme').textContent).not.toContain('waits to be merged');
    expect(mergeRequests).toMatchObject([{state: 'closed'}]);
    expect([...repository().branches.keys()]).toEqual(['taken']);
    await panel.pressFix('readme');
    await panel.press('Use “Kept”, used for this customer and undone');
    await panel.press('Create merge request');
    await panel.says('readme', 'Merge request !2');
    world().merge(globex, 2);
    leave();
    const again = await draw(server, globex, {isStored: true});
    expect(again.row('readme').textContent).not.toContain('waits to be merged');
    expect(text()).toContain('1. Kept');
  });
});

it('fills in the README: known values are filled in and folded, changed words shown, one commit, undo', async () => {
  const before = text();
  const panel = await opened();
  const row = () => panel.row('readme');
  await expect.poll(() => document.activeElement).toBe(panel.field('[SPONSOR NAME]'));
  await panel.says('readme', '4 of 11 filled');
  expect(panel.field('[CUSTOMER NAME]').closest('.folded[hidden]')).not.toBeNull();
  expect(panel.field('[CUSTOMER NAME]').value).toBe('Globex');
  await panel.says('readme', '×5, first in line 1');
  await panel.type('[CUSTOMER NAME]', '');
  await panel.says('readme', '3 filled automatically, 1 changed by you');
  await panel.press('Use “Globex”, the customer’s name');
  await expect.poll(() => panel.field('[CUSTOMER NAME]').value).toBe('Globex');
  expect(panel.field('[CSM NAME]').value).toBe('Dana Reyes');
  expect(panel.field('[CSM USERNAME]').value).toBe('dana');
  expect(panel.field('[DATE]').value).not.toBe('');
  for (const label of panel.labels().filter(name => name.startsWith('['))) {
    if (panel.field(label).value === '') await panel.type(label, `the ${label.slice(1, -1).toLowerCase()}`);
  }
  await panel.says('readme', '11 of 11 filled');
  const line = () => row().querySelector('[aria-label="Changed lines"] li');
  expect(line()?.querySelector('del')?.textContent).toBe('[CUSTOMER NAME]');
  expect(line()?.querySelector('ins')?.textContent).toBe('Globex');
  await commit(panel);
  await panel.expectVerdict('readme', 'pass');
  const {commits} = repository();
  expect(commits).toHaveLength(2);
  expect(commits[0]?.message).toMatch(/^Fill in the README \(\d+ placeholders\)$/);
  const after = text();
  expect(after).toContain('| Customer Success Manager | Dana Reyes | @dana |');
  expect(after).toContain('- [ ] Agree on the goals with Globex');
  expect(after).toContain('include: [template.yml]');
  await panel.pressUndo('readme');
  await panel.pressSure('readme');
  await panel.expectVerdict('readme', 'fail');
  expect(text()).toBe(before);
});

it('W8: a commit that a push rule refuses can have another message, its undo too', async () => {
  const body = {message: "Commit message does not follow the pattern '^ABC-'"};
  const refuse = () =>
    server.sandbox.faults.add({method: 'POST', path: /\/repository\/commits$/, times: 1, status: 400, body});
  const lastMessage = () => repository().commits[0]?.message;
  const message = 'Commit message';
  const panel = await opened();
  await panel.type('[FIRST GOAL]', 'Ruled');
  expect(panel.field(message).closest('.folded[hidden]')).not.toBeNull();
  refuse();
  await commit(panel);
  await panel.says('readme', 'A push rule of the project rejects this commit.');
  await expect.poll(() => document.activeElement).toBe(panel.field(message));
  expect(panel.field(message).value).toBe('Fill in the README (5 placeholders)');
  await panel.type(message, 'ABC-1 Fill in');
  await commit(panel);
  await isUndoable(panel);
  expect(lastMessage()).toBe('ABC-1 Fill in');
  refuse();
  await panel.pressUndo('readme');
  await panel.pressSure('readme');
  await expect.poll(() => panel.labels()).toContain(message);
  await expect.poll(() => panel.field(message).value).toBe('Undo: ABC-1 Fill in');
  await panel.type(message, 'ABC-1 Undo');
  await panel.pressSure('readme');
  await isUndone(panel);
  expect(lastMessage()).toBe('ABC-1 Undo');
});

it('W10: issue templates are made in an empty repository, with its first commit', async () => {
  const path = `${root}/emea/globex/empty`;
  world().addProject({path, name: 'Globex Empty'});
  const panel = await draw(server, path);
  await panel.pressFix('issue-templates');
  await commit(panel);
  await isUndoable(panel, 'issue-templates');
  expect(repository(path).commits).toHaveLength(1);
});

it('what was entered for one customer is offered for the next, with where it comes from', async () => {
  const panel = await opened();
  await panel.type('[SLACK CHANNEL]', '#csm-help');
  await panel.type('[CSM NAME]', 'Dana R.');
  await commit(panel);
  await isUndoable(panel);
  await panel.pressUndo('readme');
  await panel.pressSure('readme');
  await isUndone(panel);
  await panel.pressFix('readme');
  // What was undone is offered, and not filled in by itself.
  await expect.poll(() => panel.button('Use “Dana R.”, used for this customer and undone')).toBeDefined();
  expect(panel.field('[CSM NAME]').value).toBe('Dana Reyes');
  await panel.press('Use “#csm-help”, used for this customer and undone');
  await commit(panel);
  await expect.poll(panel.labels).not.toContain('[SLACK CHANNEL]');
  leave();
  const next = await opened(initech);
  await expect.poll(() => next.button('Use “#csm-help”, used for Globex')).toBeDefined();
  expect(next.field('[CUSTOMER NAME]').value).toBe('Initech');
  expect(next.field('[SLACK CHANNEL]').value).toBe('');
  await next.press('Use “#csm-help”, used for Globex');
  await expect.poll(() => next.field('[SLACK CHANNEL]').value).toBe('#csm-help');
});

it('what is a placeholder is decided once for all customers, either way', async () => {
  for (const path of [globex, initech]) {
    world().commitFile(path, 'README.md', '# [NAME]\n\nAs they say [sic], {{customer}}.\n');
  }
  const panel = await draw(server, globex, {isStored: true});
  await panel.says('readme', '1 placeholder left');
  await panel.pressFix('readme');
  await panel.says('readme', '1 other bracketed text');
  await panel.press('Treat [sic] as placeholder');
  await expect.poll(() => panel.field('[sic]')).toBeDefined();
  await panel.press('Not a placeholder');
  await expect.poll(() => panel.labels()).not.toContain('[NAME]');
  await panel.check(/Also find .*customer/);
  await expect.poll(() => panel.field('[customer]').value).toBe('Globex');
  leave();
  const next = await draw(server, initech, {isStored: true});
  await next.says('readme', '2 placeholders left');
  await next.says('readme', '[sic], line 3');
});

it('values for single places find them again when somebody added one in front', async () => {
  const before = '# Team\n\n- Lead: [NAME]\n- Deputy: [NAME]\n';
  world().commitFile(globex, 'README.md', before);
  const panel = await opened();
  await panel.press('Different value per place');
  await panel.type('[NAME] in line 3', 'Ann');
  await panel.type('[NAME] in line 4', 'Ben');
  world().commitFile(globex, 'README.md', `# Team\n\n- Sponsor: [NAME]\n${before.slice(8)}`);
  await commit(panel);
  await panel.says('readme', 'What you typed is kept');
  const inLine = (line: number) => panel.field(`[NAME] in line ${line}`).value;
  await expect.poll(() => [3, 4, 5].map(inLine)).toEqual(['', 'Ann', 'Ben']);
  world().commitFile(globex, 'README.md', '# Team\n\n- Deputy: [NAME]\n');
  await commit(panel);
  await panel.says('readme', 'the places of these values no longer exist: “Ann”');
  await commit(panel);
  await panel.expectVerdict('readme', 'pass');
  expect(text()).toBe('# Team\n\n- Deputy: Ben\n');
});

it('brackets in a value are shown as typed, said before, and no placeholder once a person says so', async () => {
  world().commitFile(globex, 'README.md', '# For [NAME]\n');
  const panel = await opened();
  await panel.type('[NAME]', 'Globex [EMEA]');
  await panel.says('readme', '[EMEA] will appear with brackets');
  await panel.press('[EMEA] isn’t a placeholder');
  await expect.poll(() => panel.row('readme').textContent).not.toContain('will appear with brackets');
  await commit(panel);
  await panel.expectVerdict('readme', 'pass');
  expect(text()).toBe('# For Globex \\[EMEA\\]\n');
});

it('another word for a known one is learned for all customers', async () => {
  world().commitFile(globex, 'README.md', '# Ask [BUDDY]\n');
  const panel = await opened();
  const offer = 'Use “Dana Reyes”, your name';
  const label = 'Other names for the same placeholder, for all customers';
  const say = async (words: string) => {
    await panel.type(label, words);
    panel.field(label).dispatchEvent(new Event('change', {bubbles: true}));
    panel.field(label).dispatchEvent(new FocusEvent('blur'));
  };
  await panel.says('readme', 'What counts as a placeholder');
  expect(panel.button(offer)).toBeUndefined();
  await expect.poll(() => panel.field(label).value).toMatch(/^TAM = CSM\n/);
  await say('BUDDY');
  await panel.says('readme', 'Couldn’t read line 1.');
  expect(panel.alertOf('readme')).toContain('Couldn’t read line 1.');
  expect(panel.field(label).value).toBe('BUDDY');
  await say('BUDDY = CSM NAME');
  await panel.press(offer);
  await expect.poll(() => panel.field('[BUDDY]').value).toBe('Dana Reyes');
  leave();
  const again = await opened();
  await expect.poll(() => again.field(label).value).toBe('BUDDY = CSM NAME');
});

describe('a typed value', () => {
  /** A form in which this is typed, by the fields’ labels. */
  async function typed(values: Readonly<Record<string, string>>): Promise<Drawn> {
    world().commitFile(globex, 'README.md', '# [NAME]\n\n[GOAL] and [NAME], by [CSM NAME]\n');
    const panel = await opened();
    for (const [label, value] of Object.entries(values)) {
      await panel.type(label, value);
      await expect.poll(() => panel.field(label).value).toBe(value);
    }
    return panel;
  }

  it.each([
    ['its own brackets', {'[NAME]': 'Ann [NAME]'}, '[NAME] isn’t a placeholder', '[NAME]', 'Ann [NAME]'],
    ['another’s brackets', {'[GOAL]': 'Fast', '[NAME]': 'Ann [goal]'}, '[goal] isn’t a placeholder', '[GOAL]', 'Fast'],
    ['its name', {'[GOAL]': 'Fast'}, 'Not a placeholder', '[GOAL]', 'Fast'],
    ['a suggestion', {'[CSM NAME]': 'Ann'}, 'Use “Dana Reyes”, your name', '[CSM NAME]', 'Ann'],
  ])('is not taken away by a press for %s before that is asked', async (_for, values, button, label, value) => {
    const panel = await typed(values);
    const box = () => panel.field(label).closest('.field');
    const pressIt = () => press(() => [...panel.root.querySelectorAll('button')].find(each => isIt(each)));
    const isIt = (each: HTMLElement) =>
      nameOf(each) === button && (button !== 'Not a placeholder' || box()?.contains(each) === true);
    await pressIt();
    await panel.says('readme', `This discards “${value}”.`);
    expect(panel.field(label).value).toBe(value);
    await panel.press('Keep value');
    await expect.poll(panel.words).not.toContain('This discards');
    expect(panel.field(label).value).toBe(value);
    await pressIt();
    await panel.press('Discard value');
    await expect.poll(() => panel.labels().includes(label) && panel.field(label).value === value).toBe(false);
  });

  it('of single places is not taken away by one for all before that is asked', async () => {
    const panel = await typed({'[NAME]': 'Ann'});
    await panel.press('Different value per place');
    await expect.poll(() => panel.field('[NAME] in line 3').value).toBe('Ann');
    await panel.type('[NAME] in line 3', 'Bo');
    await expect.poll(() => panel.field('[NAME] in line 3').value).toBe('Bo');
    await panel.press('Same value everywhere');
    await panel.says('readme', 'This discards “Bo”.');
    await panel.press('Keep value');
    expect(panel.field('[NAME] in line 3').value).toBe('Bo');
    await panel.press('Same value everywhere');
    await panel.press('Discard value');
    await expect.poll(() => panel.labels().includes('[NAME] in line 3')).toBe(false);
    expect(panel.field('[NAME]').value).toBe('Ann');
  });

  it('that is known goes without a question, because it is offered again', async () => {
    const panel = await typed({'[CSM NAME]': ''});
    await panel.press('Use “Dana Reyes”, your name');
    await expect.poll(() => panel.field('[CSM NAME]').value).toBe('Dana Reyes');
    expect(panel.words()).not.toContain('This discards');
  });
});
