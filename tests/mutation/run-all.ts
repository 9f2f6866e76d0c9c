import type {Case} from './cases.ts';
import {type Meaning, meaningOf, meanings} from './meanings.ts';
import {mutationsOf, type Wants} from './mutations.ts';
import {type Observed, observe} from './observe.ts';
import {type Break, type Turn, turnsOf} from './turns.ts';

interface RunOptions {
  /** Which mutations of a case; all by default. */
  readonly wants?: (of: Case, usual: Observed) => Promise<Wants>;
  /** Told of each case that is through: how many runs, what was wrong in them, and how long it took. */
  readonly onCase?: (
    of: Case,
    runs: number,
    wrong: {readonly turns: readonly Turn[]; readonly breaks: readonly Break[]},
    seconds: number,
  ) => void;
}

/** What came of mutating the answers of cases. */
export interface Outcome {
  /** Runs by kind. */
  readonly counts: ReadonlyMap<string, number>;
  /** Wrong ones: those that change the meaning are left out. */
  readonly turns: readonly Turn[];
  readonly breaks: readonly Break[];
  /** What is listed as a change of meaning and turned nothing. */
  readonly unused: readonly Meaning[];
}

/** Makes all wanted runs of cases, one after the other. */
export async function runAll(cases: readonly Case[], {wants, onCase}: RunOptions = {}): Promise<Outcome> {
  const counts = new Map<string, number>();
  const turns: Turn[] = [];
  const breaks: Break[] = [];
  const used = new Set<Meaning>();
  for (const of of cases) {
    const start = performance.now();
    const turnsBefore = turns.length;
    const breaksBefore = breaks.length;
    const usual = await observe(of);
    let count = 0;
    for await (const mutation of mutationsOf(of, await wants?.(of, usual))) {
      count += 1;
      const kind = mutation.field === 'user' ? `session: ${mutation.kind}` : mutation.kind;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const now = await observe(of, mutation.run);
      for (const words of now.faults) breaks.push({of, mutation, words});
      for (const turn of turnsOf(of, mutation, usual, now)) {
        const meaning = meaningOf(turn);
        if (meaning) used.add(meaning);
        else turns.push(turn);
      }
    }
    const wrong = {turns: turns.slice(turnsBefore), breaks: breaks.slice(breaksBefore)};
    onCase?.(of, count, wrong, (performance.now() - start) / 1_000);
  }
  return {counts, turns, breaks, unused: meanings.filter(meaning => !used.has(meaning))};
}
