import type {Case} from './cases.ts';
import {oneOfEach} from './one-of-each.ts';
import {runAll} from './run-all.ts';
import type {Break, Turn} from './turns.ts';

/** Turns that are the same but for the customer, the kind and the time, in a line each, with how often, the kinds, and an example. */
export function groupedWords(turns: readonly Turn[]): string[] {
  const groups = new Map<string, {count: number; readonly kinds: Set<string>; readonly first: Turn}>();
  for (const turn of turns) {
    const {mutation, check, from, to, of} = turn;
    const reader = of.kind === 'scan' ? 'all customers' : 'page';
    const words = `${check}: ${from} → ${to} | ${reader} | ${mutation.request} | ${mutation.field}`;
    const group = groups.get(words) ?? {count: 0, kinds: new Set(), first: turn};
    groups.set(words, group);
    group.count += 1;
    group.kinds.add(mutation.kind);
  }
  return [...groups]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([words, {count, kinds, first}]) => {
      const {of, mutation, path, evidence} = first;
      return `${words} | ${[...kinds].join(', ')} (${count}×)\n    ${of.name}, ${mutation.where}, ${mutation.asked || path}: ${evidence}`;
    });
}

export function breakWords({of, mutation, words}: Break): string {
  return `${of.kind} ${of.name} | ${mutation.request} | ${mutation.field} | ${mutation.kind}: ${words}`;
}

/** What one of each mutation of these cases finds, in words, and how many runs that took. */
export async function foundIn(cases: readonly Case[]): Promise<{readonly runs: number; readonly found: string[]}> {
  const {counts, turns, breaks} = await runAll(cases, {wants: oneOfEach()});
  const runs = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {runs, found: [...groupedWords(turns), ...breaks.map(breakWords)]};
}
