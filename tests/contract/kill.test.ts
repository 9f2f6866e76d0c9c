import {describe, expect, it} from 'vitest';
import {isDelicate} from '../../src/changes/kinds.ts';
import {kinds} from '../kill/kinds.ts';
import {isRight, isUndoRight, type Killed, kill, killUndo, moments, mutedBefore} from '../kill/matrix.ts';
import {doorOf} from './means.ts';
import {useSandbox} from './server.ts';

const server = useSandbox();

/** One of each sort, but for a move no failing looks, of which it takes hundreds; `npm run kill-matrix` goes through all. */
const some = Object.keys(moments).filter((_name, index) => [0, 1, 4, 5, 7, 9].includes(index));
const someOf = (kind: string) => some.filter(name => !kind.startsWith('a move') || moments[name]?.isDeaf !== true);

describe.each(Object.keys(kinds))('of %s', kind => {
  it.each(someOf(kind))('%s: the journal says what GitLab’s state says, and the undo works', async moment => {
    expect(await kill(server, kind, moment)).toSatisfy((found: Killed) => isRight(kind, found));
  });
});

it.each(Object.entries(kinds))(
  'of %s: what is asked for twice is not sent where it cannot be kept',
  async (name, kind) => {
    const isAskedTwice = isDelicate(await kind.change(server.sandbox.world, doorOf(server, 'dana')));
    server.sandbox.reset();
    const {isDone, says} = await kill(server, name, mutedBefore);
    expect({isDone, says}).toEqual({isDone: !isAskedTwice, says: 'nothing'});
  },
);

describe.each(Object.keys(kinds).filter(kind => !kinds[kind]?.isFinal))('of what takes %s back', kind => {
  it.each(someOf(kind))('%s: the journal says what GitLab’s state says, and the next try works', async moment => {
    expect(await killUndo(server, kind, moment)).toSatisfy(isUndoRight);
  });
});
