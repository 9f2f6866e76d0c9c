// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import {typedOf} from '../../../../src/checklist/filling.ts';
import type {Made} from '../../../../src/checklist/made.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import {type Draft, noDraft} from '../../../../src/customer/filling/draft.ts';
import type {FactSheet} from '../../../../src/facts/facts.ts';
import {GitLabError, problemOf} from '../../../../src/gitlab/errors.ts';
import {said} from '../../../../src/texts/said.ts';
import {FilesForm} from '../../../../src/ui/forms/FilesForm.tsx';
import {defaultWorkspace} from '../../../../src/workspace/workspace.ts';
import {eventually} from '../../../eventually.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

const conflict = problemOf(new GitLabError('conflict', said('gitlab.conflict')));
const project = {
  id: 1,
  name: 'Acme',
  path: 'gitlab-com/account-management/emea/acme/acme',
  webUrl: 'https://gitlab.com/acme',
  group: {path: 'gitlab-com/account-management/emea/acme', name: 'Acme'},
  defaultBranch: 'main',
};

/** The facts while the README is this. */
function factsWith(text: string, lastCommitId: string): FactSheet {
  return {
    project: {state: 'known', value: project},
    readme: {state: 'known', value: {kind: 'text', path: 'README.md', text, lastCommitId}},
  } as unknown as FactSheet;
}

let kept: Draft;
let root: HTMLElement;
let checklist: Checklist;
let meanwhile: string;

beforeEach(() => {
  kept = {...noDraft, values: new Map([['name', 'Acme']])};
  const facts = signal(factsWith('# [NAME]\n\nGoal: [GOAL]\n', 'a'));
  const row = signal({check: {id: 'readme'}, busy: false} as Row);
  /** A commit that comes after somebody else's. */
  const make = async (): Promise<Made> => {
    facts.value = factsWith(meanwhile, 'b');
    row.value = {...row.value, problem: conflict};
    return {isMade: false, problem: conflict};
  };
  checklist = {
    facts,
    make,
    forgetProblem() {
      row.value = {...row.value, problem: undefined};
    },
    sources: {gitlab: {canPush: async () => true}, workspace: defaultWorkspace},
    texts: {all: signal(new Map()), load: async () => undefined, set: () => undefined},
    valuesBook: {
      history: async () => [],
      learn: async () => undefined,
      draft: async () => ({own: kept, others: noDraft}),
      async keepDraft(_project: number, _from: Draft, to: Draft) {
        kept = to;
      },
      keepDraftLeaving: () => undefined,
    },
    now: () => '2026-11-29T10:00:00.000Z',
  } as unknown as Checklist;
  const Form = () => <FilesForm checklist={checklist} row={row.value} onDone={() => undefined} />;
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
  await eventually(() => expect(kept.values.size).toBe(0));
  expect(typedOf(checklist).draft.value.values.size).toBe(0);
  expect(root.querySelector('button[type="submit"]')?.getAttribute('aria-disabled')).toBe('true');
});

it('after a conflict, where the file has something else there, it says that nothing is left; what was typed stays', async () => {
  meanwhile = '# Hooli\n\nGoal: [GOAL]\n';
  await commit();
  await eventually(() =>
    expect(root.textContent).toContain('README.md changed and was loaded again. Nothing you typed is left to commit.'),
  );
  expect(root.textContent).not.toContain('these values. Nothing is left to commit');
  expect(kept.values.get('name')).toBe('Acme');
});

it('after a conflict, where something is left to commit, it asks to look at it', async () => {
  meanwhile = '# [NAME]\n\nGoal: Speed\n';
  await commit();
  await eventually(() => expect(root.textContent).toContain('Review the changed lines, then commit again.'));
  expect(kept.values.get('name')).toBe('Acme');
});
