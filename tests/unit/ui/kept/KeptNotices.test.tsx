// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {expect, it, vi} from 'vitest';
import {ownerless} from '../../../../src/kept/ownerless-here.ts';
import {KeptNotices} from '../../../../src/ui/kept/KeptNotices.tsx';
import {eventually} from '../../../eventually.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

it('asks once whose it is that was kept before users were told apart', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const isThere = signal(true);
  const accept = vi.fn(async () => {
    isThere.value = false;
  });
  ownerless.value = {isThere, problem: signal(undefined), look: vi.fn(), accept, decline: vi.fn()};
  render(<KeptNotices />, root);
  expect(root.textContent).toContain(
    'Some marks, notes, values and journal entries were saved by version 0.1, which didn’t keep users apart.',
  );
  const [mine, other] = root.querySelectorAll('button');
  expect([mine?.textContent, other?.textContent]).toEqual(['They’re mine', 'Not mine']);
  mine?.click();
  mine?.click();
  await eventually(() => expect(root.textContent).toBe(''));
  expect(accept).toHaveBeenCalledTimes(1);
});
