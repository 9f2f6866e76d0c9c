import {describe, expect, it} from 'vitest';
import {groupChecks, projectChecks} from '../../src/customer/checks/index.ts';
import {casesOf} from '../mutation/cases.ts';
import {observe} from '../mutation/observe.ts';
import {foundIn} from '../mutation/report.ts';

const cases = casesOf().filter(({kind}) => kind !== 'scan');

describe('answers that are other than usual', () => {
  it('are asked of each check where it passes and where it does not', async () => {
    const seen = new Map<string, Set<boolean>>();
    for (const of of cases) {
      for (const [key, {verdict}] of (await observe(of)).rows) {
        const check = key.split(' ')[1] ?? '';
        seen.set(check, (seen.get(check) ?? new Set()).add(verdict === 'pass'));
      }
    }
    const checks = [...projectChecks, ...groupChecks].map(({id}) => id);
    expect(checks.filter(id => seen.get(id)?.size !== 2)).toEqual([]);
  });

  it.each([
    ['project', 2_000],
    ['group', 100],
  ] as const)(
    'turn nothing on a %s’s page to a pass that was none, and as trouble nothing to a fail',
    async (kind, least) => {
      const {runs, found} = await foundIn(cases.filter(of => of.kind === kind));
      expect(found).toEqual([]);
      expect(runs).toBeGreaterThan(least);
    },
    300_000,
  );
});
