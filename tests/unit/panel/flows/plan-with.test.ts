import {describe, expect, it} from 'vitest';
import {planWith} from '../../../../src/panel/flows/plan-with.ts';

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
