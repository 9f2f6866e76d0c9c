// @vitest-environment happy-dom
import {render} from 'preact';
import {expect, it, vi} from 'vitest';
import {GitLabError} from '../../../../src/gitlab/errors.ts';
import {said} from '../../../../src/texts/said.ts';
import {StartFlow} from '../../../../src/ui/checklist/StartFlow.tsx';
import {eventually} from '../../../eventually.ts';

it('a flow that cannot be begun says why, until it is tried again', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const start = vi
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(new GitLabError('offline', said('texts.asKept', 'GitLab could not be reached.')))
    .mockResolvedValueOnce();
  render(
    <StartFlow class="confirm" start={start}>
      Set up a customer
    </StartFlow>,
    root,
  );
  const button = root.querySelector('button');
  expect(button?.className).toBe('confirm');
  button?.click();
  await eventually(() =>
    expect(root.querySelector('[role="alert"]')?.textContent).toMatch(/^GitLab could not be reached\. .+\.$/),
  );
  button?.click();
  await eventually(() => expect(root.querySelector('[role="alert"]')).toBeNull());
  expect(start).toHaveBeenCalledTimes(2);
});

it('a flow whose beginning is still being read waits without being away', () => {
  const root = document.body.appendChild(document.createElement('div'));
  render(<StartFlow start={undefined}>Take over from pre-sales</StartFlow>, root);
  const button = root.querySelector('button');
  expect(button?.getAttribute('aria-disabled')).toBe('true');
  button?.click();
  expect(root.querySelector('[role="alert"]')).toBeNull();
});
