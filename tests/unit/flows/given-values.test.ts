import {describe, expect, it} from 'vitest';
import {fieldsOf} from '../../../src/customer/filling/files.ts';
import {givenValues} from '../../../src/flows/given-values.ts';
import {noRules, placeKey} from '../../../src/placeholders/index.ts';

const files = [
  {path: 'README.md', text: '# [CUSTOMER NAME]\n\nBy [CSM NAME], for [CUSTOMER NAME]\n', lastCommitId: 'c'},
  {path: '.gitlab/issue_templates/Agenda.md', text: 'Ask [CSM NAME]\n', lastCommitId: 'c'},
];
const fields = fieldsOf(files, noRules);
const given = (values: [string, string][]) =>
  givenValues(fields, new Map(values)).map(({placeholder, value}) => `${placeholder} → ${value}`);

describe('the values that go into the files', () => {
  it.each<[string, [string, string][], string[]]>([
    [
      'stand in the files’ order, each once',
      [
        ['csm name', 'Dana'],
        ['customer name', 'Stark'],
      ],
      ['[CUSTOMER NAME] → Stark', '[CSM NAME] → Dana'],
    ],
    ['are none where they are empty', [['csm name', '']], []],
    [
      'are told for each place where they are apart',
      [
        ['csm name', 'Dana'],
        [placeKey('csm name', 'README.md', 0), 'Robin'],
      ],
      ['[CSM NAME] in line 3 of README.md → Robin', '[CSM NAME] in line 1 of Agenda.md → Dana'],
    ],
    [
      'leave out a place that stays open',
      [
        [placeKey('csm name', 'README.md', 0), ''],
        [placeKey('csm name', '.gitlab/issue_templates/Agenda.md', 0), 'Dana'],
      ],
      ['[CSM NAME] in line 1 of Agenda.md → Dana'],
    ],
    ['are told too where no file asks for them', [['slack channel', '#help']], ['[slack channel] → #help']],
  ])('%s', (_title, values, expected) => {
    expect(given(values)).toEqual(expected);
  });
});
