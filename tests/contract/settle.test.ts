import {expect, it} from 'vitest';
import {applyChange, settle} from '../../src/apply/apply.ts';
import type {Change} from '../../src/changes/change.ts';
import {kinds} from '../kill/kinds.ts';
import {told} from '../told.ts';
import {meansOf} from './means.ts';
import {useSandbox} from './server.ts';

const server = useSandbox();

/** The same change for its first part only. */
function firstOf(change: Change): Change {
  switch (change.kind) {
    case 'subscriptions':
      return {...change, labels: change.labels.slice(0, 1)};
    case 'issues':
      return {...change, issues: change.issues.slice(0, 1)};
    case 'invite':
      return {...change, mails: change.mails.slice(0, 1)};
    default:
      throw new Error(`${change.kind} has no parts.`);
  }
}

it.each([
  ['subscriptions to labels', /^Not done: .+\.$/],
  ['issues that are closed', /^Not done: #2 Two\.$/],
  ['invitations', /what became of scorpio@globex\.example cannot be seen\.$/],
])('a look at %s of which a part was done tells what was not, and takes back the part', async (kind, words) => {
  const means = meansOf(server);
  const change = await kinds[kind]?.change(server.sandbox.world, means.gitlab);
  if (change === undefined) throw new Error(`There is no ${kind}`);
  let wanted: Change | undefined;
  await applyChange(means, change, {
    onProgress: () => undefined,
    isStopped: () => false,
    async onSending(undo) {
      wanted = undo;
      throw new Error('the page is left');
    },
  }).catch(() => undefined);
  const {undo} = await applyChange(means, firstOf(change));
  const settled = await settle(means, change, {undo: wanted, isUndo: false});
  expect(told(settled)).toMatchObject({undo, left: [expect.stringMatching(words)]});
});
