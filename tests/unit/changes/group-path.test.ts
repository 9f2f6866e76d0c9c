import {describe, expect, it} from 'vitest';
import {groupPathFault, groupPathOf} from '../../../src/changes/group-path.ts';

describe('groupPathOf', () => {
  it.each([
    ['Acme', 'acme'],
    ['Acme Corp. (DE)', 'acme-corp.-de'],
    ['  Zoë & Söhne  ', 'zoe-sohne'],
    ['-x-', 'x'],
    ['tool.git', 'tool'],
    ['🚀', ''],
    ['株式会社', ''],
    ['...', ''],
  ])('%s: %s', (name, path) => {
    expect(groupPathOf(name)).toBe(path);
    if (path) expect(groupPathFault(path)).toBeUndefined();
  });
});

describe('groupPathFault', () => {
  it.each(['', '-a', 'a b', 'a/b', 'é', 'a.', 'a.git', 'a.ATOM', 'a'.repeat(256)])('refuses “%s”', path => {
    expect(groupPathFault(path)).toMatch(/\.$/);
  });
  it.each(['a', 'A_b-c.d', '1', '_x', '.x'])('takes “%s”', path => expect(groupPathFault(path)).toBeUndefined());
});
