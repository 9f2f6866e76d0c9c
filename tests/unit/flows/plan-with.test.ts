import {describe, expect, it} from 'vitest';
import {agreement} from '../../../src/flows/agreement.ts';
import {groupStepTitle, isAgreed, planWith, takenGroup} from '../../../src/flows/plan-with.ts';
import type {Group} from '../../../src/gitlab/model/model.ts';

interface Plan {
  readonly name: string;
  readonly path: string;
  readonly takesGroup: boolean;
}

const plan: Plan = {name: 'Acme', path: 'acme', takesGroup: true};

describe('a plan that is changed', () => {
  it.each<[string, Partial<Plan>, Plan]>([
    ['keeps what was agreed to for the same group', {name: 'Acme Inc.'}, {...plan, name: 'Acme Inc.'}],
    ['does not carry it over to another group', {path: 'acme-2'}, {...plan, path: 'acme-2', takesGroup: false}],
    ['takes it with the other group', {path: 'acme-2', takesGroup: true}, {...plan, path: 'acme-2'}],
    ['takes it back', {takesGroup: false}, {...plan, takesGroup: false}],
  ])('%s', (_title, part, expected) => {
    expect(planWith(plan, part, ({path}) => path)).toEqual(expected);
  });
});

describe('the agreement to take a group', () => {
  const group = {id: 7, name: 'Acme (Robin)', path: 'r/emea/acme', visibility: 'private'} as Group;
  const agreed = {...plan, ...agreement(true, group)};

  it('is about just that group, as it was shown', () => {
    expect(takenGroup(agreed)).toEqual({id: 7, visibility: 'private'});
    expect(takenGroup({...agreed, takesGroup: false})).toBeUndefined();
    expect(takenGroup(plan), 'kept before it was known which').toBeUndefined();
  });

  it.each([
    ['calls it as it is called', agreed, 'Use group “Acme (Robin)” (r/emea/acme)'],
    ['that was kept without its name calls it as the plan does', plan, 'Use group “Acme” (r/emea/acme)'],
    ['that is none makes one', {...agreed, takesGroup: false}, 'Create private group “Acme”'],
  ])('in a step, %s', (_title, has, words) => {
    expect(groupStepTitle(has, {name: 'Acme', segment: 'r/emea', path: 'acme'})).toBe(words);
  });

  it.each<[string, object, Group | undefined, boolean]>([
    ['the same group', agreed, group, true],
    ['another group', agreed, {...group, id: 8}, false],
    ['the group with another visibility', agreed, {...group, visibility: 'public'}, false],
    ['no group', agreed, undefined, false],
    ['a group that was not agreed to', {...agreed, takesGroup: false}, group, false],
    ['a group of which it is not known', plan, group, false],
  ])('%s', (_title, has, there, expected) => {
    expect(isAgreed(has as typeof agreed, there)).toBe(expected);
  });
});
