import {casesOf} from './cases.ts';
import {groupedWords} from './report.ts';
import {runAll} from './run-all.ts';

const only = process.argv.slice(2).join(' ');
const cases = casesOf().filter(({kind, name}) => `${kind} ${name}`.includes(only));
const {counts, turns, breaks, unused} = await runAll(cases, {
  onCase: (of, count, seconds) => console.log(`${of.kind} ${of.name}: ${count} runs in ${seconds.toFixed(1)} s`),
});

console.log('\nRuns by kind:');
for (const [kind, count] of [...counts].sort(([, one], [, other]) => other - one)) console.log(`${count}\t${kind}`);
console.log(`\n${turns.length} wrong turns`);
for (const words of groupedWords(turns)) console.log(words);
console.log(`\n${breaks.length} broken promises`);
for (const {of, mutation, words} of breaks.slice(0, 100)) {
  console.log(`${of.kind} ${of.name}, ${mutation.request}, ${mutation.field}, ${mutation.kind}: ${words}`);
}
if (only === '')
  for (const {check, request, field} of unused) console.log(`Never needed: ${check}, ${request}, ${field}`);
process.exitCode = turns.length + breaks.length > 0 ? 1 : 0;
