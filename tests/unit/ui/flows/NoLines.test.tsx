// @vitest-environment happy-dom
import {render} from 'preact';
import {expect, it} from 'vitest';
import type {FactSheet} from '../../../../src/facts/facts.ts';
import {errorOfKind, problemOf} from '../../../../src/gitlab/errors.ts';
import {NoLines} from '../../../../src/ui/flows/NoLines.tsx';

const problem = problemOf(errorOfKind('unavailable'));
const known: FactSheet = {
  readme: {state: 'known', value: {kind: 'missing'}},
  issueTemplates: {state: 'known', value: []},
};

it.each<[string, FactSheet, string]>([
  ['known', known, 'No file changes.'],
  ['still being read', {}, 'No file changes.'],
  [
    'of which one could not be read',
    {...known, issueTemplates: {state: 'failed', problem}},
    'Couldn’t check which files change. GitLab can’t answer right now. Try again in a moment.',
  ],
])('of files that are %s', (_what, facts, expected) => {
  const root = document.createElement('div');
  render(<NoLines facts={facts} />, root);
  expect(root.textContent).toBe(expected);
});
