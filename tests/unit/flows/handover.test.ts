import {describe, expect, it} from 'vitest';
import {formerOf, namings, renamed} from '../../../src/flows/handover.ts';
import type {Member} from '../../../src/gitlab/model/model.ts';

const robin: Member = {
  id: 7,
  name: 'Robin Okafor',
  username: 'robin',
  accessLevel: 40,
  state: 'active',
  publicEmail: 'robin@gitlab.com',
  expiresAt: undefined,
};
const dana = {
  id: 8,
  name: 'Dana Reyes',
  username: 'dana',
  mail: 'dana@gitlab.com',
  valueFor: (placeholder: string) => (placeholder === 'CSM CALENDAR' ? 'https://cal.example/dana' : undefined),
};
const file = (text: string, path = 'README.md') => ({path, text, lastCommitId: 'c'});

describe('the former CSM', () => {
  it.each(['@robin', 'robin', 'Robin Okafor', '@ROBIN', 'robin@gitlab.com'])('%s is found among the members', named => {
    expect(formerOf(named, [robin])).toEqual({name: 'Robin Okafor', username: 'robin', mail: 'robin@gitlab.com'});
  });

  it('who is no member any more is what was given', () => {
    expect(formerOf('@gone', [robin])).toEqual({name: undefined, username: 'gone', mail: undefined});
    expect(formerOf('Gone Girl', [robin])).toEqual({name: 'Gone Girl', username: undefined, mail: undefined});
    expect(formerOf('gone@x.example', [robin])).toEqual({name: undefined, username: undefined, mail: 'gone@x.example'});
  });
});

describe('mails that are the former CSM’s', () => {
  it.each([
    ['Write to robin@gitlab.com.', ['robin@gitlab.com']],
    ['robin.okafor@x.example,robinokafor@y.example', ['robin.okafor@x.example', 'robinokafor@y.example']],
    ['a@b.example,+robin@c.example', ['+robin@c.example']],
    ['robin@example', []],
    ['robin@@c.example', []],
  ])('%s', (text, expected) => {
    const former = {name: 'Robin Okafor', username: 'robin', mail: 'robin@gitlab.com'};
    const found = namings([file(text)], former, dana, [], []).filter(({what}) => what === 'mail');
    expect(found.map(({text: mail}) => mail)).toEqual(expected);
  });
});

describe('texts that name the former CSM', () => {
  const former = formerOf('@robin', [robin]);
  it('are name, username and mail, each with its lines, and what was filled in before', () => {
    const files = [
      file('CSM: Robin Okafor (@robin)\nMail robin@gitlab.com or Bobby\n'),
      file('With @robin\n', '.gitlab/issue_templates/Agenda.md'),
    ];
    const found = namings(files, former, dana, [], [{project: 1, meaning: 'user-name', value: 'Bobby'}]);
    expect(found.map(({what, text, proposal, lines}) => [what, text, proposal, lines.map(({line}) => line)])).toEqual([
      ['mail', 'robin@gitlab.com', 'dana@gitlab.com', [2]],
      ['username', '@robin', '@dana', [1, 1]],
      ['name', 'Robin Okafor', 'Dana Reyes', [1]],
      ['value', 'Bobby', 'Dana Reyes', [2]],
    ]);
  });

  it.each<[string, string | undefined, readonly string[]]>([
    ['robin.okafor@gitlab.com and rokafor@x.example', undefined, ['robin.okafor@gitlab.com', 'rokafor@x.example']],
    ['Robin_Okafor@gitlab.com', undefined, ['Robin_Okafor@gitlab.com']],
    ['okafor@gitlab.com, robin@acme.example.', undefined, ['robin@acme.example']],
    ['kim@gitlab.com, support@acme.example', undefined, []],
    ['x@y.example', 'x@y.example', ['x@y.example']],
  ])('%j: mails made of the name are the former CSM’s', (text, mail, expected) => {
    const found = namings([file(text)], {name: 'Robin Okafor', username: 'robin', mail}, dana, [], []);
    expect(found.filter(({what}) => what === 'mail').map(({text: address}) => address)).toEqual(expected);
  });

  it('are what the template’s placeholders about the CSM were filled with, not those about the customer', () => {
    const filled = [
      {placeholder: 'CSM NAME', value: 'Robin Okafor'},
      {placeholder: 'CSM CALENDAR', value: 'https://cal.example/robin'},
      {placeholder: 'CSM PHONE', value: '+1 555'},
      {placeholder: 'CUSTOMER NAME', value: 'Hooli'},
    ];
    const text = 'Robin Okafor, https://cal.example/robin, +1 555, for Hooli';
    expect(namings([file(text)], former, dana, filled, []).map(({text: old, proposal}) => [old, proposal])).toEqual([
      ['Robin Okafor', 'Dana Reyes'],
      ['https://cal.example/robin', 'https://cal.example/dana'],
      ['+1 555', ''],
    ]);
  });

  it('are never the new CSM’s own', () => {
    expect(namings([file('dana@gitlab.com, Dana Reyes')], {...former, mail: 'dana@gitlab.com'}, dana, [], [])).toEqual(
      [],
    );
  });

  it.each(['Robinson Crusoe', '@robin.s writes', '@robinson', 'x@robin.example', 'robin alone', 'Robin Okaforde'])(
    'are not in %j',
    text => {
      expect(namings([file(text)], former, dana, [], [])).toEqual([]);
    },
  );
});

describe('replacing', () => {
  it.each<[string, [string, string][], string]>([
    ['Ask @robin. Or @Robin!', [['@robin', '@dana']], 'Ask @dana. Or @dana!'],
    [
      'Robin Okafor, Robin',
      [
        ['Robin', 'Dana'],
        ['Robin Okafor', 'Dana Reyes'],
      ],
      'Dana Reyes, Dana',
    ],
    [
      'A and B',
      [
        ['A', 'B'],
        ['B', 'A'],
      ],
      'B and A',
    ],
    ['@robin', [['@robin', '']], '@robin'],
    ['a (b) [c](d)', [['(b)', '$&']], 'a $& [c](d)'],
    ['nothing', [], 'nothing'],
  ])('%j with %j is %j', (text, replacements, expected) => {
    expect(renamed(text, replacements)).toBe(expected);
  });
});
