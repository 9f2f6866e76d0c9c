// Draws the rooms of src/ from the real imports into docs/architecture.md; a test says when that is due.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const page = path.join(root, 'docs/architecture.md');

/** A room: a folder of `src/`, or the files that stand in none. */
const roomOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : 'entries');

/** Which rooms import from which, by the imports in the files; what is loaded later too. */
function imports(): Map<string, Set<string>> {
  const source = path.join(root, 'src');
  const files = readdirSync(source, {recursive: true, encoding: 'utf8'}).filter(file => /(?<!\.d)\.tsx?$/.test(file));
  const rooms = new Map<string, Set<string>>();
  for (const file of files) {
    const from = roomOf(file);
    const all = rooms.get(from) ?? new Set();
    rooms.set(from, all);
    const text = readFileSync(path.join(source, file), 'utf8');
    for (const [, to = ''] of text.matchAll(/(?:from |import\()'(\.[^']+)'/g)) {
      const room = roomOf(path.join(path.dirname(file), to));
      if (room !== from) all.add(room);
    }
  }
  return rooms;
}

/** Whether one room leads to another by way of a third. */
function isImplied(rooms: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const reaches = (room: string): boolean =>
    rooms.get(room)?.has(to) === true || [...(rooms.get(room) ?? [])].some(reaches);
  return [...(rooms.get(from) ?? [])].some(room => room !== to && reaches(room));
}

/** The rooms as a Mermaid flowchart. An arrow that others imply is left out: who imports a room may import all behind it. */
export function roomsDrawing(): string {
  const rooms = imports();
  const arrows = [...rooms].flatMap(([from, all]) =>
    [...all].filter(to => !isImplied(rooms, from, to)).map(to => `  ${from} --> ${to}`),
  );
  return ['```mermaid', 'flowchart TD', ...arrows.sort(), '```'].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace(/```mermaid\n[\s\S]*?```/, roomsDrawing()));
}
