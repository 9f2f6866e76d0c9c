import {describe, expect, it} from 'vitest';
import {
  bracketsIn,
  commitMessage,
  fieldsOf,
  filledFiles,
  handoverMessage,
  proseOf,
} from '../../../../src/customer/filling/files.ts';
import {noRules, placeKey} from '../../../../src/placeholders/index.ts';

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

  const old = (...paths: string[]) => paths.map(path => ({path, lastCommitId: 'c'}));
  const other = {...agenda, path: '.gitlab/issue_templates/Feature Request.md'};

  it.each([
    [[readme], 12, 'Fill in the README (12 placeholders)'],
    [[readme], 1, 'Fill in the README (1 placeholder)'],
    [[readme], 0, 'Fill in the README'],
    [[readme, agenda, other], 3, 'Fill in the README and 2 issue templates (3 placeholders)'],
    [[agenda], 1, 'Fill in 1 issue template (1 placeholder)'],
    [[agenda, other], 0, 'Add 2 issue templates'],
    [
      old('docs/README.adoc', 'docs/team.md', agenda.path),
      2,
      'Fill in the README, 1 issue template and 1 other file (2 placeholders)',
    ],
    [old('_index.md', 'README.md', 'x/closes #1.md'), 2, 'Fill in the README and 2 other files (2 placeholders)'],
    [[], 2, 'Fill in files (2 placeholders)'],
  ])('says what it does in fixed words and numbers: %j with %i', (files, placeholders, expected) => {
    expect(commitMessage(files, placeholders)).toBe(expected);
  });

  it('of a handover says what it updates', () => {
    expect(handoverMessage([readme])).toBe('Update the CSM in the README');
    expect(handoverMessage([readme, agenda, other])).toBe('Update the CSM in the README and 2 issue templates');
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
