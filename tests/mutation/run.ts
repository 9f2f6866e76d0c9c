import {casesOf} from './cases.ts';
import {oneOfEach} from './one-of-each.ts';
import {breakWords, groupedWords} from './report.ts';
import {runAll} from './run-all.ts';

const words = process.argv.slice(2);
const isBrief = words[0] === '--one-of-each';
const only = words.filter(word => !word.startsWith('--')).join(' ');
const cases = casesOf().filter(of => `${of.kind} ${of.name}`.startsWith(only) && (!isBrief || of.isSmall));
const {counts, turns, breaks, unused} = await runAll(cases, {
  ...(isBrief ? {wants: oneOfEach()} : {}),
  onCase: (of, runs, {turns, breaks}, seconds) => {
    console.log(
      `${of.kind} ${of.name}: ${runs} runs, ${turns.length + breaks.length} wrong, in ${seconds.toFixed(1)} s`,
    );
    // A whole run takes long: what is wrong is said at once, also for a run that is stopped.
    for (const line of [...groupedWords(turns), ...breaks.map(breakWords)]) console.log(line);
  },
});

console.log('\nRuns by kind:');
for (const [kind, count] of [...counts].sort(([, one], [, other]) => other - one)) console.log(`${count}\t${kind}`);
console.log(`\n${turns.length} wrong turns`);
for (const line of groupedWords(turns)) console.log(line);
console.log(`\n${breaks.length} broken promises`);
for (const line of new Set(breaks.map(breakWords))) console.log(line);
if (only === '')
  for (const {check, request, field} of unused) console.log(`Never needed: ${check}, ${request}, ${field}`);
process.exitCode = turns.length + breaks.length > 0 ? 1 : 0;
