// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, expect, it, vi} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import {Tab} from '../../../../src/ui/checklist/Tab.tsx';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

afterEach(() => render(null, document.body));

/** What the closed panel's tab says, aloud and in sight, and whether it looks done. */
function tabOf(progress?: {done: number; all: number}, ended?: string): [string | null, string, boolean] {
  const checklist = {
    progress: signal(progress),
    endedBy: signal(ended && {kind: ended}),
    rows: signal([{}]),
  } as unknown as Checklist;
  render(<Tab checklist={checklist} onOpen={() => undefined} />, document.body);
  const tab = document.querySelector('button');
  return [tab?.getAttribute('aria-label') ?? null, tab?.textContent ?? '', tab?.classList.contains('done') ?? false];
}

it.each<[string, ReturnType<typeof tabOf>, ReturnType<typeof tabOf>]>([
  ['something is left to do', tabOf({done: 2, all: 14}), ['Open CSM checklist: 2 of 14 done', '2 of 14', false]],
  ['all is done', tabOf({done: 14, all: 14}), ['Open CSM checklist: 14 of 14 done', '14 of 14', true]],
  ['it is loading', tabOf(), ['Open CSM checklist: loading', '…', false]],
  [
    'nobody is signed in',
    tabOf(undefined, 'signed-out'),
    ['Open CSM checklist: you’re signed out of GitLab', '–', false],
  ],
  [
    'someone else is signed in',
    tabOf(undefined, 'other-user'),
    ['Open CSM checklist: someone else is signed in', '–', false],
  ],
])('says how far the customer is, and looks done only if it is: %s', (_when, shown, expected) => {
  expect(shown).toEqual(expected);
});
