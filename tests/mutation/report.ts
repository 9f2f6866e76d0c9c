import type {Turn} from './turns.ts';

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
