import {describe, expect, it} from 'vitest';
import {groupChecks, projectChecks} from '../../src/checks/index.ts';
import {casesOf} from '../mutation/cases.ts';
import {observe} from '../mutation/observe.ts';
import {oneOfEach} from '../mutation/one-of-each.ts';
import {groupedWords} from '../mutation/report.ts';
import {runAll} from '../mutation/run-all.ts';

const cases = casesOf();
const project = cases.filter(({kind}) => kind === 'project');
const group = cases.filter(({kind}) => kind === 'group');
const all = cases.filter(({kind}) => kind === 'scan');

describe('answers that are other than usual', () => {
  it('each check passes in one case and does not in another', async () => {
    const seen = new Map<string, Set<string>>();
    for (const of of [...project, ...group]) {
      for (const [key, {verdict}] of (await observe(of)).rows) {
        const check = key.split(' ')[1] ?? '';
        seen.set(check, (seen.get(check) ?? new Set()).add(verdict === 'pass' ? 'pass' : 'not'));
      }
    }
    const expected = new Set(['pass', 'not']);
    expect(seen).toEqual(new Map([...projectChecks, ...groupChecks].map(({id}) => [id, expected])));
  });

  it.each([
    ['of a project’s page', project],
    ['of a group’s page', group],
    ['of all customers', all],
  ])(
    'turn nothing %s to a pass that did not pass, and nothing to a fail that is only trouble',
    async (_of, some) => {
      const {turns, breaks, counts} = await runAll(some, {wants: oneOfEach()});
      expect(counts.size).toBeGreaterThan(10);
      expect(groupedWords(turns)).toEqual([]);
      expect(breaks.map(({of, mutation, words}) => [of.name, mutation.request, mutation.kind, words])).toEqual([]);
    },
    120_000,
  );
});
