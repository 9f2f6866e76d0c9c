import {describe, expect, it} from 'vitest';
import {bracketsIn, commitMessage, fieldsOf, filledFiles, proseOf} from '../../../src/panel/files.ts';
import {noRules, placeKey} from '../../../src/placeholders/index.ts';

const readme = {path: 'README.md', text: 'one\n# [NAME]\nAsk [name] and [ROLE] [sic]\nend\n', lastCommitId: 'c'};
const agenda = {path: '.gitlab/issue_templates/Agenda.md', text: 'With [NAME]\n', lastCommitId: undefined};

describe('fields', () => {
  it('are one for each text in all files, with every place and the lines around it', () => {
    const [name, role] = fieldsOf([readme, agenda], noRules);
    expect(name?.places.map(({path, index, line}) => [path, index, line])).toEqual([
      ['README.md', 0, 2],
      ['README.md', 1, 3],
      ['.gitlab/issue_templates/Agenda.md', 0, 1],
    ]);
    expect(name?.places[0]?.around).toBe('one\n# [NAME]\nAsk [name] and [ROLE] [sic]');
    expect(role?.text).toBe('ROLE');
  });

  it('leave out what is probably prose, which is listed apart', () => {
    expect(proseOf([readme, agenda], noRules)).toEqual([
      {key: 'sic', text: 'sic', line: 'Ask [name] and [ROLE] [sic]'},
    ]);
    const rules = {decisions: new Map([['sic', 'placeholder' as const]]), blanks: false};
    expect(fieldsOf([readme], rules).map(({text}) => text)).toEqual(['NAME', 'ROLE', 'sic']);
  });
});

describe('a commit', () => {
  it('has the files that change and those that are new', () => {
    expect(filledFiles([readme, agenda], new Map(), noRules)).toEqual([
      {path: agenda.path, to: agenda.text, lastCommitId: undefined},
    ]);
    expect(filledFiles([readme], new Map([['role', 'CEO']]), noRules)[0]?.to).toContain('Ask [name] and CEO');
  });

  it('takes the value of a place before that of all', () => {
    const values = new Map([
      ['name', 'Acme'],
      [placeKey('name', 'README.md', 1), 'Ann'],
    ]);
    expect(filledFiles([readme], values, noRules)[0]?.to).toBe('one\n# Acme\nAsk Ann and [ROLE] [sic]\nend\n');
  });

  it('says what it does, in few words', () => {
    const fields = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(text => ({text}));
    expect(commitMessage(['README.md', agenda.path], fields)).toBe(
      'Fill in README.md, Agenda.md: A, B, C, D, E and 2 more',
    );
    expect(commitMessage([agenda.path], [])).toBe('Fill in Agenda.md');
  });
});

describe('brackets in a typed value', () => {
  it.each([
    ['Acme [EMEA]', ['EMEA']],
    ['Acme (EMEA) [1] [docs](https://x.y)', []],
    ['one [two] [TWO] three]', ['two']],
    ['plain', []],
  ])('of %j are %j', (value, expected) => {
    expect(bracketsIn(value, noRules).map(({text}) => text)).toEqual(expected);
  });

  it('are nothing once a person said so', () => {
    expect(bracketsIn('Acme [EMEA]', {decisions: new Map([['emea', 'prose']]), blanks: false})).toEqual([]);
  });
});
