import {expect, it} from 'vitest';
import {openItemsOf} from '../../../src/customers/open-items.ts';
import {acme, customer, globex, pass} from './customers.ts';

const hooli = customer(3, 'Hooli', {findings: {introduced: globex.findings.introduced ?? pass}});

it('are those that only a person can call done, or all that are open, those of most customers first', () => {
  const ids = (kind: 'tick' | 'waiver', all = [acme, globex]) =>
    openItemsOf(all, kind).map(({check, count}) => `${check.id} ${count}`);
  expect(ids('tick')).toEqual(['introduced 1']);
  expect(ids('waiver')).toEqual(['visibility 1', 'readme 1', 'introduced 1']);
  expect(ids('waiver', [globex, acme, hooli])).toEqual(['introduced 2', 'visibility 1', 'readme 1']);
  expect(ids('waiver', [acme])).toEqual([]);
});
