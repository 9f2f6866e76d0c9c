import {expect, it} from 'vitest';
import type {Change} from '../../../../src/changes/change.ts';
import {projectChecks} from '../../../../src/customer/checks/index.ts';
import {checksWithoutAnswer} from '../../../../src/customer/checks/without-answer.ts';
import {madeWords} from '../../../../src/ui/checklist/made-words.ts';

it.each<[string, object]>([
  ['Changed the project’s visibility', {kind: 'project-visibility'}],
  ['Changed the group’s visibility', {kind: 'group-visibility'}],
  ['Changed your notification level', {kind: 'notifications'}],
  ['Shared the project with timtams', {kind: 'share', groupName: 'timtams'}],
  ['Subscribed to 1 label', {kind: 'subscriptions', labels: [{}]}],
  ['Subscribed to 3 labels', {kind: 'subscriptions', labels: [{}, {}, {}]}],
  ['Marked as done', {kind: 'tick'}],
  ['Marked as not applicable', {kind: 'waiver'}],
])('%s', (words, change) => expect(madeWords(change as Change)).toBe(words));

it('has nothing to say of what needs an answer, and each item that needs none is among those above', () => {
  expect(madeWords({kind: 'invite'} as Change)).toBeUndefined();
  expect(
    checksWithoutAnswer(projectChecks, 'many')
      .map(({id}) => id)
      .sort(),
  ).toEqual(['group-visibility', 'labels', 'notifications', 'team-access', 'visibility']);
});
