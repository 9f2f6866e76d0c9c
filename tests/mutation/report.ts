import type {Turn} from './turns.ts';

/** Turns that are the same but for the customer, the elements and the time, in a line each, with how often and an example. */
export function groupedWords(turns: readonly Turn[]): string[] {
  const groups = new Map<string, {count: number; readonly first: Turn}>();
  for (const turn of turns) {
    const {mutation, check, from, to, of} = turn;
    const reader = of.kind === 'scan' ? 'all customers' : 'page';
    const words = `${check}: ${from} → ${to} | ${reader} | ${mutation.request} | ${mutation.field} | ${mutation.kind}`;
    const known = groups.get(words);
    if (known) known.count += 1;
    else groups.set(words, {count: 1, first: turn});
  }
  return [...groups]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([words, {count, first}]) => {
      const {of, mutation, path, evidence} = first;
      return `${words} (${count}×)\n    ${of.name}, ${mutation.where} ${mutation.asked}, ${path}: ${evidence}`;
    });
}
