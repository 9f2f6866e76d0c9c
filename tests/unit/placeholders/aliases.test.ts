import {describe, expect, it} from 'vitest';
import {aliasLines, meaningOf, readAliases} from '../../../src/placeholders/index.ts';

describe('aliases', () => {
  it('come back as they were written', () => {
    const aliases = {TAM: 'CSM', 'ACCOUNT LEAD': 'CSM NAME'};
    expect(readAliases(aliasLines(aliases))).toEqual(aliases);
  });

  it.each([
    ['', {}],
    ['\n TAM=CSM \r\n\n', {TAM: 'CSM'}],
    ['[TAM] = [CSM NAME]', {TAM: 'CSM NAME'}],
    ['TAM', 'Couldn’t read line 1. Write it like this: TAM = CSM'],
    ['A = B\nTAM =', 'Couldn’t read line 2. Write it like this: TAM = CSM'],
    ['A = B = C', 'Couldn’t read line 1. Write it like this: TAM = CSM'],
  ])('%j is %j', (text, expected) => {
    expect(readAliases(text)).toEqual(expected);
  });

  it('make another word mean the same', () => {
    const aliases = readAliases('BUDDY = CSM NAME');
    expect(typeof aliases === 'object' && meaningOf('Buddy', aliases)).toBe('user-name');
  });
});
