import {describe, expect, it} from 'vitest';
import {kinds} from '../kill/kinds.ts';
import {isRight, isUndoRight, type Killed, kill, killUndo, moments} from '../kill/matrix.ts';
import {useSandbox} from './server.ts';

const server = useSandbox();

describe.each(Object.keys(kinds))('of %s', kind => {
  it.each(Object.keys(moments))('%s: the journal says what GitLab’s state says, and the undo works', async moment => {
    expect(await kill(server, kind, moment)).toSatisfy((found: Killed) => isRight(kind, found));
  });
});

describe.each(Object.keys(kinds).filter(kind => !kinds[kind]?.isFinal))('of what takes %s back', kind => {
  it.each(Object.keys(moments))(
    '%s: the journal says what GitLab’s state says, and the next try works',
    async moment => {
      expect(await killUndo(server, kind, moment)).toSatisfy(isUndoRight);
    },
  );
});
