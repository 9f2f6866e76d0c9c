// @vitest-environment happy-dom
import {type Signal, signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import {typedOf} from '../../../../src/checklist/filling.ts';
import type {Made} from '../../../../src/checklist/made.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import {type Draft, noDraft} from '../../../../src/customer/filling/draft.ts';
import type {FactSheet} from '../../../../src/facts/facts.ts';
import {errorOfKind, GitLabError, problemOf} from '../../../../src/gitlab/errors.ts';
import type {Problem} from '../../../../src/gitlab/model/problem.ts';
import {said} from '../../../../src/texts/said.ts';
import {RowNotes} from '../../../../src/ui/checklist/RowNotes.tsx';
import {FilesForm} from '../../../../src/ui/forms/FilesForm.tsx';
import {defaultWorkspace} from '../../../../src/workspace/workspace.ts';
import {eventually} from '../../../eventually.ts';
import {acme} from './acme.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

const conflict = problemOf(new GitLabError('conflict', said('gitlab.conflict')));
const project = {...acme, defaultBranch: 'main'};

/** The facts while the README is this. */
function factsWith(text: string, lastCommitId: string): FactSheet {
  return {
    project: {state: 'known', value: project},
    readme: {state: 'known', value: {kind: 'text', path: 'README.md', text, lastCommitId}},
  } as unknown as FactSheet;
}

/** The facts where none of them could be read. */
function factsWithout(problem: Problem): FactSheet {
  return {project: {state: 'failed', problem}, readme: {state: 'failed', problem}} as unknown as FactSheet;
}

/** What the browser keeps; the form of an earlier test may still keep its own. */
let kept: {draft: Draft};
let root: HTMLElement;
let checklist: Checklist;
let meanwhile: string;
/** What comes of a commit, and what is known after it. */
let problem: Problem;
let after: () => FactSheet;
let endedBy: Signal<Problem | undefined>;
let facts: Signal<FactSheet>;
const canPush = vi.fn(async () => true);

beforeEach(() => {
  const mine = {draft: {...noDraft, values: new Map([['name', 'Acme']])} as Draft};
  kept = mine;
  facts = signal(factsWith('# [NAME]\n\nGoal: [GOAL]\n', 'a'));
  endedBy = signal(undefined);
  problem = conflict;
  after = () => factsWith(meanwhile, 'b');
  canPush.mockReset().mockResolvedValue(true);
  const row = signal({check: {id: 'readme'}, busy: false, left: []} as unknown as Row);
  /** A commit that is not made. */
  const make = async (): Promise<Made> => {
    facts.value = after();
    row.value = {...row.value, problem};
    return {isMade: false, problem};
  };
  checklist = {
    facts,
    endedBy,
    beside: signal(new Map()),
    make,
    forgetProblem() {
      row.value = {...row.value, problem: undefined};
    },
    sources: {gitlab: {canPush}, workspace: defaultWorkspace},
    texts: {all: signal(new Map()), load: async () => undefined, set: () => undefined},
    valuesBook: {
      history: async () => [],
      learn: async () => undefined,
      draft: async () => ({own: mine.draft, others: noDraft}),
      async keepDraft(_project: number, _from: Draft, to: Draft) {
        mine.draft = to;
      },
      keepDraftLeaving: () => undefined,
    },
    now: () => '2026-11-29T10:00:00.000Z',
  } as unknown as Checklist;
  const Form = () => (
    <>
      <RowNotes checklist={checklist} row={row.value} open={{row: 'readme', form: 'files'}} />
      <FilesForm checklist={checklist} row={row.value} onDone={() => undefined} />
    </>
  );
  root = document.body.appendChild(document.createElement('div'));
  render(<Form />, root);
});

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

const commit = async () => {
  await eventually(() => expect(root.textContent).toContain('1 line changes'));
  root.querySelector<HTMLElement>('button[type="submit"]')?.click();
};

it('after a conflict, where the file has by now what was typed, it says so and the draft goes', async () => {
  meanwhile = '# Acme\n\nGoal: Speed\n';
  await commit();
  await eventually(() =>
    expect(root.textContent).toContain('The file already has these values. Nothing is left to commit.'),
  );
  expect(root.textContent).not.toContain('Review the changed lines');
  await eventually(() => expect(kept.draft.values.size).toBe(0));
  expect(typedOf(checklist).draft.value.values.size).toBe(0);
  expect(root.querySelector('button[type="submit"]')?.getAttribute('aria-disabled')).toBe('true');
});

it('after a conflict, where the file has something else there, it says that nothing is left; what was typed stays', async () => {
  meanwhile = '# Hooli\n\nGoal: [GOAL]\n';
  await commit();
  await eventually(() =>
    expect(root.textContent).toContain(
      'README.md changed and was loaded again.It no longer has [NAME]. Your text for it: “Acme”Nothing else you typed is left to commit.',
    ),
  );
  expect(root.textContent).not.toContain('these values. Nothing is left to commit');
  expect(kept.draft.values.get('name')).toBe('Acme');
});

it('after a conflict, where something is left to commit, it asks to look at it', async () => {
  meanwhile = '# [NAME]\n\nGoal: Speed\n';
  await commit();
  await eventually(() => expect(root.textContent).toContain('Review the changed lines, then commit again.'));
  expect(kept.draft.values.get('name')).toBe('Acme');
});

const alerts = () => [...root.querySelectorAll('[role="alert"]')].map(({textContent}) => textContent);
const submit = () => root.querySelector<HTMLElement>('button[type="submit"]');

it('of a conflict nothing is said besides what the form says', async () => {
  meanwhile = '# [NAME]\n\nGoal: Speed\n';
  await commit();
  await eventually(() =>
    expect(alerts()).toEqual([
      'README.md changed and was loaded again. What you typed is kept. Review the changed lines, then commit again.',
    ]),
  );
});

it('names what the file no longer has a place for, with what was typed for it', async () => {
  await eventually(() => expect(root.textContent).toContain('1 line changes'));
  const {draft} = typedOf(checklist);
  draft.value = {...draft.value, values: new Map([...draft.value.values, ['goal', 'Faster\npipelines']])};
  await eventually(() => expect(root.textContent).toContain('2 lines change'));
  meanwhile = '# [NAME]\n';
  submit()?.click();
  await eventually(() =>
    expect(alerts()).toEqual([
      'README.md changed and was loaded again.It no longer has [GOAL]. Your text for it: “Faster\npipelines”Review the changed lines, then commit again.',
    ]),
  );
  expect(draft.value.values.get('goal')).toBe('Faster\npipelines');
  facts.value = factsWith('# [NAME]\n\n[Goal]\n', 'c');
  await eventually(() => expect(root.textContent).not.toContain('no longer has'));
});

it('says so too where only the issue templates still have it, unless they are filled in together', async () => {
  await eventually(() => expect(root.textContent).toContain('1 line changes'));
  const content = {kind: 'text', path: '.gitlab/issue_templates/Agenda.md', text: '[NAME] [TOPIC]', lastCommitId: 't'};
  const issueTemplates = {state: 'known', value: [{name: 'Agenda', files: [{content}], original: {state: 'unknown'}}]};
  const withTemplates = (readme: FactSheet) => ({...readme, issueTemplates}) as unknown as FactSheet;
  facts.value = withTemplates(facts.value);
  await eventually(() => expect(root.querySelector('#together')).not.toBeNull());
  meanwhile = 'Goal: [GOAL]\n';
  after = () => withTemplates(factsWith(meanwhile, 'b'));
  submit()?.click();
  await eventually(() => expect(alerts()).toEqual([expect.stringContaining('It no longer has [NAME].')]));
  root.querySelector<HTMLElement>('#together')?.click();
  await eventually(() => expect(root.textContent).not.toContain('no longer has'));
  const {draft} = typedOf(checklist);
  draft.value = {...draft.value, values: new Map([...draft.value.values, ['topic', 'Speed']])};
  root.querySelector<HTMLElement>('#together')?.click();
  await eventually(() => expect(root.textContent).toContain('It no longer has [NAME].'));
  expect(root.textContent).not.toContain('[TOPIC]');
});

it('does not say so of what is no placeholder any more because a person said so', async () => {
  await eventually(() => expect(root.textContent).toContain('1 line changes'));
  const decisions = new Map([['name', 'prose']]);
  facts.value = {...facts.value, brackets: {state: 'known', value: {decisions, blanks: false}}} as unknown as FactSheet;
  await eventually(() => expect(root.querySelector('#value-name')).toBeNull());
  expect(root.textContent).not.toContain('no longer has');
});

it('after the session ended, fields and what was typed stay, and one place says what to do', async () => {
  problem = problemOf(errorOfKind('signed-out'));
  after = () => {
    endedBy.value = problem;
    return factsWithout(problem);
  };
  await eventually(() => expect(canPush).toHaveBeenCalledOnce());
  canPush.mockResolvedValue(false);
  await commit();
  await eventually(() =>
    expect(alerts()).toEqual([
      'You’re signed out of GitLab. What you typed is kept. Sign in to GitLab again, then reload this page.',
    ]),
  );
  expect(root.querySelector<HTMLTextAreaElement>('#value-name')?.value).toBe('Acme');
  expect(root.querySelector('#value-goal')).not.toBeNull();
  expect(root.textContent).toContain('1 line changes');
  expect(submit()?.textContent).toBe('Commit to main');
  expect(canPush).toHaveBeenCalledOnce();
});

it('who may push is asked again once the session is back', async () => {
  await eventually(() => expect(canPush).toHaveBeenCalledOnce());
  endedBy.value = problemOf(errorOfKind('signed-out'));
  await eventually(() => expect(root.textContent).toContain('1 line changes'));
  canPush.mockResolvedValue(false);
  endedBy.value = undefined;
  await eventually(() => expect(submit()?.textContent).toBe('Create merge request'));
});

it.each(['denied', 'rule'] as const)('after a commit that is %s, it is asked again who may push', async kind => {
  problem = problemOf(errorOfKind(kind));
  after = () => facts.value;
  await eventually(() => expect(canPush).toHaveBeenCalledOnce());
  canPush.mockResolvedValue(false);
  await commit();
  await eventually(() => expect(submit()?.textContent).toBe('Create merge request'));
});

it.each(['other-user', 'offline', 'unavailable', 'stale', 'conflict'] as const)(
  'after a commit that fails as %s, it is not',
  async kind => {
    problem = problemOf(errorOfKind(kind));
    after = () => facts.value;
    await eventually(() => expect(canPush).toHaveBeenCalledOnce());
    canPush.mockResolvedValue(false);
    await commit();
    await eventually(() => expect(alerts()).toHaveLength(1));
    expect(submit()?.textContent).toBe('Commit to main');
    expect(canPush).toHaveBeenCalledOnce();
  },
);

const part = (name: string) => root.querySelector<HTMLElement>(`.fold[data-part="${name}"]`);
const count = () => root.querySelector('.editor-bar')?.textContent;
const known = '# [CUSTOMER NAME]\n\n[NAME], [GOAL] of [CUSTOMER NAME]\n';

/** Opens the form anew on another README. */
async function openOn(text: string) {
  render(null, root);
  facts.value = factsWith(text, 'k');
  render(
    <FilesForm
      checklist={checklist}
      row={{check: {id: 'readme'}, left: []} as unknown as Row}
      onDone={() => undefined}
    />,
    root,
  );
  await eventually(() => expect(root.querySelector('[data-field]')).not.toBeNull());
}

it('fills in what is known, and folds it and what was typed before; what is asked for is in sight', async () => {
  await openOn(known);
  await eventually(() => expect(part('known')?.querySelector('button')?.textContent).toBe('1 filled automatically'));
  expect(part('known')?.querySelector('button')?.getAttribute('aria-expanded')).toBe('false');
  expect(part('known')?.querySelector('textarea')?.value).toBe('Acme');
  expect(part('known')?.textContent).toContain('Filled automatically: the customer’s name');
  expect(part('earlier')?.querySelector('button')?.textContent).toBe('1 you typed before');
  expect(part('earlier')?.querySelector('textarea')?.id).toBe('value-name');
  expect(root.querySelector('.side > .field textarea')?.id).toBe('value-goal');
  expect(count()).toContain('2 of 3 filled');
  // What goes in by itself is no draft of anybody's.
  expect([...typedOf(checklist).draft.value.values.keys()]).toEqual(['name']);
});

it('takes what was emptied for empty, and counts it so; its field stays where it is', async () => {
  await openOn(known);
  const {draft} = typedOf(checklist);
  draft.value = {...draft.value, values: new Map([...draft.value.values, ['customer name', '']])};
  await eventually(() =>
    expect(part('known')?.querySelector('button')?.textContent).toBe('0 filled automatically, 1 changed by you'),
  );
  expect(count()).toContain('1 of 3 filled');
});

it('only offers what comes to be known while it stands open', async () => {
  await openOn('[CSM NAME]\n');
  facts.value = {
    ...facts.value,
    user: {state: 'known', value: {id: 7, name: 'Dana Reyes', username: 'dana'}},
  } as unknown as FactSheet;
  await eventually(() => expect(root.textContent).toContain('Use “Dana Reyes”, your name'));
  expect(root.querySelector<HTMLTextAreaElement>('[data-field="csm name"] textarea')?.value).toBe('');
  expect(count()).toContain('0 of 1 filled');
});

it('shows in a changed line what goes and what comes', async () => {
  await openOn(known);
  await eventually(() => expect(root.querySelector('.words')).not.toBeNull());
  expect(root.querySelector('.words')?.innerHTML).toBe('# <span><del>[CUSTOMER NAME]</del><ins>Acme</ins></span>');
});

const press = (name: string) =>
  [...root.querySelectorAll('button')].find(({textContent}) => textContent === name)?.click();

it('begins anew once what was typed is discarded: it is asked for again', async () => {
  await openOn(known);
  press('Discard draft');
  await eventually(() => expect(root.textContent).toContain('Discard for good'));
  expect([...typedOf(checklist).draft.value.values.keys()]).toEqual(['name']);
  press('Discard for good');
  await eventually(() => expect(document.activeElement?.id).toBe('value-name'));
  expect(typedOf(checklist).draft.value).toEqual(noDraft);
  expect(part('earlier')).toBeNull();
  expect(part('known')?.querySelector('textarea')?.value).toBe('Acme');
  expect(root.textContent).not.toContain('Discard draft');
});
