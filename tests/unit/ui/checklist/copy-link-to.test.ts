// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {afterEach, expect, it, vi} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import {copyLinkTo} from '../../../../src/ui/checklist/copy-link-to.ts';
import {toastOf} from '../../../../src/ui/checklist/toast-state.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['copied', async () => undefined, {text: 'Link copied'}],
  [
    'shown where the browser does not allow that',
    () => Promise.reject(new Error('no')),
    {text: expect.stringContaining('Copy the link from here'), copy: 'https://gitlab.com/a/b#csm-checklist=readme'},
  ],
])('a link is %s', async (_, writeText, note) => {
  const write = vi.fn(writeText);
  vi.stubGlobal('navigator', {clipboard: {writeText: write}});
  const checklist = {address: signal('https://gitlab.com/a/b'), lastMade: signal(undefined)} as unknown as Checklist;
  await copyLinkTo(checklist, 'readme');
  expect(write).toHaveBeenCalledWith('https://gitlab.com/a/b#csm-checklist=readme');
  expect(toastOf(checklist).note.value).toEqual(note);
});
