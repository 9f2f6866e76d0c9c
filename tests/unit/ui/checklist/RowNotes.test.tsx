// @vitest-environment happy-dom

import {signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, expect, it, vi} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import {wasSo} from '../../../../src/checklist/making.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import type {Problem} from '../../../../src/gitlab/model/problem.ts';
import {inTurn, said} from '../../../../src/texts/said.ts';
import {Evidence, RowNotes} from '../../../../src/ui/checklist/RowNotes.tsx';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

afterEach(() => {
  document.body.replaceChildren();
});

/** What stands below a row of which this is known. */
function notesOf(row: Partial<Row>, endedBy?: Problem): HTMLElement {
  const root = document.body.appendChild(document.createElement('div'));
  const whole = {check: {title: 'Project is private'}, left: [], ...row} as Row;
  const checklist = {beside: signal(new Map()), endedBy: signal(endedBy)} as unknown as Checklist;
  render(
    <>
      <Evidence checklist={checklist} row={whole} />
      <RowNotes checklist={checklist} row={whole} open={undefined} />
    </>,
    root,
  );
  return root;
}

const asKept = (sentence: string) => said('texts.asKept', sentence);

it('says what was found, and nothing while it is being read', () => {
  const finding = {verdict: 'fail', evidence: asKept('The project is public.')} as const;
  expect(notesOf({finding}).textContent).toBe('The project is public.');
  expect(notesOf({}).textContent).toBe('');
});

it('shows every offender when it is asked for', async () => {
  const finding = {verdict: 'fail', evidence: asKept('Not subscribed to 1 label.'), details: ['agenda']} as const;
  const root = notesOf({finding});
  const button = root.querySelector('button');
  const list = root.querySelector('.details')?.parentElement;
  expect([button?.textContent, button?.getAttribute('aria-label')]).toEqual(['Details', 'Details: Project is private']);
  expect(list?.hidden).toBe(true);
  button?.click();
  await Promise.resolve();
  await Promise.resolve();
  expect(list?.hidden).toBe(false);
  expect(list?.textContent).toBe('agenda');
});

it('says what could not be read or done, and what to do about it', () => {
  const problem = {kind: 'offline', words: said('gitlab.offline'), advice: said('gitlab.offline advice')} as const;
  expect(notesOf({unconfirmed: problem}).querySelector('.problem')?.textContent).toBe(
    'Couldn’t refresh this item. Couldn’t reach GitLab.',
  );
  expect([...notesOf({problem}).querySelectorAll('.problem p')].map(({textContent}) => textContent)).toEqual([
    'Couldn’t reach GitLab.',
    'Check your connection, then try again.',
  ]);
});

it.each<[string, Row['left'], string | undefined, readonly string[]]>([
  ['something', [asKept('A label stays.')], 'Done, but note:', ['A label stays.']],
  ['nothing but that it was so', [wasSo], undefined, ['Already done. Nothing was changed.']],
  [
    'something besides that it was so',
    [asKept('A label stays.'), wasSo],
    'Done, but note:',
    ['A label stays.', 'Already done. Nothing was changed.'],
  ],
])('where %s is left, says it', (_what, left, before, lines) => {
  const root = notesOf({left, finding: {verdict: 'pass', evidence: asKept('It is private.')}});
  expect(root.querySelector('.problem > p')?.textContent).toBe(before);
  expect([...root.querySelectorAll('.problem li')].map(({textContent}) => textContent)).toEqual(lines);
});

it('does not say of an item that it is done which is not, when something is left', () => {
  const finding = {verdict: 'fail', evidence: asKept('2 labels are missing.')} as const;
  const root = notesOf({left: [asKept('A label stays.')], finding});
  expect(root.querySelector('.problem > p')?.textContent).toBe('Partly done, but note:');
});

it('what a failed change and the facts say alike of an ended session is said once', () => {
  const problem = {
    kind: 'signed-out',
    words: said('gitlab.signed-out'),
    advice: said('gitlab.signed-out advice'),
  } as const;
  const finding = {verdict: 'unknown', evidence: inTurn(problem.words, problem.advice)} as const;
  expect(notesOf({finding}).textContent).toContain('You’re signed out of GitLab.');
  const root = notesOf({finding, problem}, problem);
  expect(root.querySelectorAll('[role="alert"]')).toHaveLength(1);
  expect(root.querySelector('.evidence')).toBeNull();
});
