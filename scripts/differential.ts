import {differences} from '../tests/differential/classes.ts';
import {agrees, compared} from '../tests/differential/compare.ts';
import {randomDocument, shrunk, specified} from '../tests/differential/documents.ts';

/** Compares the finder with GitLab's parser on many random documents: `npm run differential -- 40000 1` (how many, first seed). */
const [count = 10_000, first = 1] = process.argv.slice(2).map(Number);

const named = new Map<string, number>();

function judge(markdown: string): void {
  const smallest = shrunk(markdown, text => !agrees(text));
  const name = differences.find(({is}) => is(smallest))?.name;
  named.set(name ?? 'without a name', (named.get(name ?? 'without a name') ?? 0) + 1);
  if (name === undefined) console.log(JSON.stringify({smallest, ...compared(smallest)}));
}

const random = Array.from({length: count}, (_, index) => randomDocument(first + index));
for (const [name, documents] of Object.entries({specified, random})) {
  const differing = documents.filter(markdown => !agrees(markdown));
  console.log(`${name}: ${documents.length - differing.length} of ${documents.length} agree`);
  for (const markdown of differing) judge(markdown);
}
for (const [name, times] of [...named].sort((one, other) => other[1] - one[1])) console.log(`${times} ${name}`);
process.exitCode = named.has('without a name') ? 1 : 0;
