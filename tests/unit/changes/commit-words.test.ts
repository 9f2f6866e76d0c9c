import {describe, expect, it} from 'vitest';
import {messageFault} from '../../../src/changes/commit-faults.ts';
import {longestMessage, titleOf, undoMessage} from '../../../src/changes/commit-words.ts';

describe('a message', () => {
  it.each([
    ['Fill in', 'Fill in'],
    ['\n\n Title \nbody', 'Title '],
    ['Title\r\nbody', 'Title'],
  ])('%j has the title %j', (message, title) => {
    expect(titleOf(message)).toBe(title);
  });
});

describe('an undo', () => {
  it('says what it undoes', () => {
    expect(undoMessage(' Fill in the README\n')).toBe('Undo: Fill in the README');
  });

  it.each([
    ['a '.repeat(100), /^Undo:( a)+…$/],
    [`${'a'.repeat(185)} closes group/project#1234`, /^Undo: a+ closes…$/],
    [`${'a'.repeat(190)}#1234 and more`, /^Undo a commit$/],
    ['x'.repeat(200), /^Undo a commit$/],
    ['🚀'.repeat(199), /^Undo a commit$/],
  ])('keeps within the limit and cuts no word: %j', (message, expected) => {
    expect(undoMessage(message)).toMatch(expected);
    expect(messageFault(undoMessage(message))).toBeUndefined();
  });

  it('is never too long', () => {
    for (let length = 0; length <= 2 * longestMessage; length += 1) {
      expect(messageFault(undoMessage('ab '.repeat(length).slice(0, length)))).toBeUndefined();
    }
  });
});
