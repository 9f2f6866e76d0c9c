import {fillPlaceholders, findPlaceholders, groupPlaceholders} from '../src/placeholders/index.ts';
import {median} from './median.ts';

/** One measured act. */
interface PlaceholderTime {
  readonly name: string;
  /** Median of several runs, in milliseconds. */
  readonly ms: number;
  /** The most that is good, in milliseconds. */
  readonly goal: number;
}

const runs = 7;

/** A section of a README as customer projects have it: prose, a table, tasks, links, code, and a few placeholders. */
function section(number: number): string {
  return `## ${number}. Working with [CUSTOMER NAME]

Hello **[FIRST NAME]**, this project is where we *plan, ask and answer*. See [the docs](https://docs.example/page-${number} "Docs")
and \`config[${number}]\` for more, or write to <team@example.com>. It was last reviewed on [DATE] [^${number}].

| Role | Who | Handle |
| --- | :-: | --- |
| Manager | [CSM NAME] | @[CSM HANDLE] |
| Architect | Some One | \`@someone\` |

- [ ] Invite [SPONSOR]
- [x] Agree on the cadence
  1. Weekly at first
  2. Monthly from the third month on

> [!note]
> Reports are sent to the [list][list-${number}].

\`\`\`yaml
labels: [a, b, c]
\`\`\`

[^${number}]: By the team.
[list-${number}]: https://lists.example/${number}

`;
}

function readme(length: number): string {
  let text = '';
  for (let number = 1; text.length < length; number += 1) text += section(number);
  return text;
}

/** Milliseconds that something takes. */
function timeOf(act: () => unknown): number {
  const times = Array.from({length: runs + 1}, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  // The first run warms up.
  return median(times.slice(1));
}

/** How long finding and filling take, on a realistic text and on hostile ones. */
export function benchPlaceholders(): PlaceholderTime[] {
  const large = readme(100_000);
  const values = new Map(groupPlaceholders(findPlaceholders(large)).map(({key}) => [key, 'Acme'] as const));
  const megabyte = (text: string) => text.repeat(1_000_000 / text.length);
  const hostile = ['[', '![', '[a](', '`', '*[', '<'].map(text => [`find in 1 MB of ${text}`, megabyte(text)] as const);
  return [
    {
      name: 'find in 1 MB of blanks and brackets, with other blanks than brackets',
      ms: timeOf(() => findPlaceholders(megabyte('TODO [x y] {{z}} '), {decisions: new Map(), blanks: true})),
      goal: 1_000,
    },
    {name: 'find in a README of 100 KB', ms: timeOf(() => findPlaceholders(large)), goal: 50},
    {name: 'fill a README of 100 KB', ms: timeOf(() => fillPlaceholders(large, values)), goal: 100},
    ...hostile.map(([name, text]) => ({name, ms: timeOf(() => findPlaceholders(text)), goal: 1_000})),
    {
      name: 'find in 5,000 brackets in brackets',
      ms: timeOf(() => findPlaceholders('['.repeat(5_000) + ']'.repeat(5_000))),
      goal: 50,
    },
    {
      name: 'find in 1 MB of brackets in brackets',
      ms: timeOf(() => findPlaceholders('['.repeat(500_000) + ']'.repeat(500_000))),
      goal: 1_000,
    },
  ];
}
