import {describe, expect, it} from 'vitest';
import {customerInName} from '../../src/customer/checks/customer.ts';
import {otherCsmIn} from '../../src/customer/playbooks/guess.ts';
import {filledBefore} from '../../src/flows/filled-before.ts';
import {formerOf, namings} from '../../src/flows/handover.ts';
import {wordsOf} from '../../src/gitlab/errors.ts';
import {fillPlaceholders} from '../../src/placeholders/index.ts';

const fill = (text: string) => text.repeat(Math.ceil(400_000 / text.length));
const dana = {id: 7, name: 'Dana Reyes', username: 'dana'};
const successor = {...dana, mail: undefined, valueFor: () => undefined};
const namingsIn = (text: string) =>
  namings([{path: 'README.md', text, lastCommitId: 'c'}], formerOf('Robin Okafor', []), successor, [], []);
const filled = (markdown: string, value: string) => fillPlaceholders(markdown, new Map([['a', value]]));

// A pattern that goes back over what it has read takes minutes for these; one that does not, less than a tenth of a second.
describe('a long text', {timeout: 5_000}, () => {
  it.each<[string, () => unknown, unknown]>([
    ['of blanks in a value', () => filled('[A]', `x${fill(' ')}y`).length, 400_002],
    ['of blanks in a picture’s value', () => filled('![[A]](b.png)', `x${fill(' ')}y`).length, 400_012],
    ['of blanks in an address’s value', () => filled('https://e.com/[A]', `x${fill(' ')}y`).length, 1_200_016],
    ['of ends of sentences in an address’s value', () => filled('https://e.com/[A]', `${fill('!')}y`).length, 400_015],
    [
      'of lines that are nearly the template’s',
      () => filledBefore('Ask [A], [B], [C], [D].\n', `Ask ${', '.repeat(900)}\n`.repeat(100)),
      [],
    ],
    ['of letters without a mail', () => namingsIn(fill('a')), []],
    ['of letters behind a mail’s sign', () => namingsIn(`a@${fill('a')}`), []],
    ['that is nearly a mail', () => formerOf(`a@b.${fill('c.')}!`, []).mail, undefined],
    ['of signs in a project’s name', () => customerInName(`a${fill('-')}b`).length, 400_002],
    ['of blanks in a project’s name', () => customerInName(`a${fill(' ')}b`).length, 400_002],
    ['of capitals behind the words for a CSM', () => otherCsmIn(`CSM: ${fill('A')}!`, dana), undefined],
    ['of capitals and others behind the words for a CSM', () => otherCsmIn(`CSM: ${fill('Aa')} b`, dana), undefined],
    ['of letters in GitLab’s words', () => wordsOf(`{a: "${fill('a')}`)?.length, 400_005],
  ])('%s is gone over once', (_what, run, expected) => {
    expect(run()).toEqual(expected);
  });
});
