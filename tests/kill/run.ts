import {startSandbox} from '../../sandbox/index.ts';
import {kinds} from './kinds.ts';
import {isRight, isUndoRight, type Killed, kill, killUndo, moments} from './matrix.ts';

const sandbox = await startSandbox({isPlain: true});
let wrong = 0;

function words(isOk: boolean, {isDone, says, undo}: Killed): string {
  if (!isOk) wrong += 1;
  return `${isOk ? '' : '**wrong** '}${isDone ? 'done' : 'not done'}, journal: ${says}, undo: ${undo}`;
}

async function print(
  title: string,
  of: (kind: string, moment: string) => Promise<string>,
  which: string[],
): Promise<void> {
  console.log(`\n## ${title}\n`);
  console.log(`| | ${Object.keys(moments).join(' | ')} |`);
  console.log(`| --- |${' --- |'.repeat(Object.keys(moments).length)}`);
  for (const kind of which) {
    const cells: string[] = [];
    for (const moment of Object.keys(moments)) {
      sandbox.reset();
      cells.push(await of(kind, moment));
    }
    console.log(`| ${kind} | ${cells.join(' | ')} |`);
  }
}

const only = process.argv[2];
const all = Object.keys(kinds).filter(kind => only === undefined || kind.includes(only));
const reversible = all.filter(kind => !kinds[kind]?.isFinal);
await print(
  'A change that is cut off',
  async (kind, moment) => {
    const killed = await kill({sandbox}, kind, moment);
    return words(isRight(kind, killed), killed);
  },
  all,
);
await print(
  'What takes it back is cut off',
  async (kind, moment) => {
    const killed = await killUndo({sandbox}, kind, moment);
    return words(isUndoRight(killed), killed);
  },
  reversible,
);
const count = (all.length + reversible.length) * Object.keys(moments).length;
console.log(`\n${count} cases, ${wrong} wrong`);
await sandbox.close();
process.exit(wrong > 0 ? 1 : 0);
