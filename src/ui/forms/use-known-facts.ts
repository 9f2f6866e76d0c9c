import {useMemo} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Fact, FactName, FactSheet} from '../../facts/facts.ts';

/** What was known last, for forms that are drawn anew meanwhile. */
const lastKnown = new WeakMap<Checklist, FactSheet>();

/**
 * What is known, and in place of what cannot be told at the moment, what was known last while a form stood open: what a form shows and
 * what was typed in it stays in sight, also after the session has ended.
 */
export function useKnownFacts(checklist: Checklist): FactSheet {
  const facts = checklist.facts.value;
  return useMemo(() => {
    const before = lastKnown.get(checklist);
    const known = ([name, fact]: [string, Fact<unknown>]) => {
      const last = before?.[name as FactName];
      return [name, fact.state !== 'known' && last?.state === 'known' ? last : fact] as const;
    };
    const now: FactSheet = Object.fromEntries(Object.entries(facts).map(known));
    lastKnown.set(checklist, now);
    return now;
  }, [checklist, facts]);
}
