import {beforeEach, describe, expect, it, vi} from 'vitest';
import {createBackup, readBackup, takeIn} from '../../../src/kept/backup.ts';
import {comingOf} from '../../../src/kept/coming.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const owner = {host: 'gitlab.com', userId: 7};
const whose = {host: 'gitlab.com', userId: async () => 7};
const about = {version: '0.2.0', at: '2026-11-29T10:00:00.000Z'};
const remark = (at: string) => ({by: 'Dana', at, note: ''});
const entry = {id: 'a', at: '2026-11-20', by: 'Dana', where: 'root/acme', check: 'introduced', what: '', undone: false};

const customer = 'customer:2:gitlab.com:7:12';
const all = {
  sync: {
    [customer]: {ticks: {introduced: remark('2026-11-20')}, waivers: {avatar: remark('2026-11-20'), later: remark('')}},
    'people:2:gitlab.com:7': {customer: [1, 2], colleague: [3]},
    'brackets:2:gitlab.com:7': {placeholder: ['a'], prose: ['b']},
  },
  local: {
    'journal:2:gitlab.com:7:project-12': [entry],
    'draft:2:gitlab.com:7:12': {values: [['a', 'b']], left: []},
    'texts:1:gitlab.com:7:project-12': {note: 'typed'},
    'texts:1:gitlab.com:7:group-34': {name: 'typed'},
    'filled:2:gitlab.com:7': [{project: 12, meaning: 'goal', value: 'Grow'}],
    'list-marks:1': false,
  },
};

async function exported() {
  return readBackup(JSON.stringify(await createBackup(whose, about)), owner);
}

beforeEach(() => fake.reset(all));

describe('what a file brings', () => {
  it('is nothing where all of it is here', async () => {
    expect(await comingOf(whose, await exported())).toEqual([]);
  });

  it('is listed by customer and row where nothing is here', async () => {
    const incoming = await exported();
    fake.reset();
    const coming = await comingOf(whose, incoming);
    expect(coming.map(({where}) => where).sort()).toEqual(['', 'A customer whose path isn’t stored', 'root/acme']);
    expect(coming.find(({where}) => where === 'root/acme')?.words.toSorted()).toEqual([
      '1 journal entry',
      'marked as done: “Customer is introduced to the project”',
      'not applicable: “Project has a logo”, “an item of another version”',
      'text typed but not sent',
      'values typed but not committed',
    ]);
    expect(coming.find(({where}) => where === '')?.words.toSorted()).toEqual([
      '1 committed value',
      '1 setting',
      '2 decisions about placeholders',
      '3 people sorted as customer contacts or team members',
    ]);
  });

  it('says that a tick comes back that was taken away since, and text that was sent since', async () => {
    const incoming = await exported();
    fake.areas.sync.set(customer, {ticks: {}, waivers: all.sync[customer].waivers});
    fake.areas.local.delete('texts:1:gitlab.com:7:project-12');
    const before = fake.all();
    const coming = await comingOf(whose, incoming);
    expect(coming).toEqual([
      {
        where: 'root/acme',
        words: expect.arrayContaining([
          'marked as done: “Customer is introduced to the project”',
          'text typed but not sent',
        ]),
      },
    ]);
    expect(coming[0]?.words).toHaveLength(2);
    expect(fake.all(), 'nothing is taken in yet').toEqual(before);
    await takeIn(whose, incoming);
    expect(fake.areas.sync.get(customer)).toMatchObject({ticks: {introduced: {}}});
  });

  it('says which note is replaced by a newer one', async () => {
    const incoming = await exported();
    fake.areas.sync.set(customer, {
      ticks: {introduced: remark('2026-11-19')},
      waivers: {avatar: remark('2026-11-21'), later: remark('')},
    });
    expect(await comingOf(whose, incoming)).toEqual([
      {
        where: 'root/acme',
        words: ['marked as done, replacing the note stored here: “Customer is introduced to the project”'],
      },
    ]);
  });
});

it('leaves what was decided otherwise since as it is decided here', async () => {
  const incoming = await exported();
  fake.areas.sync.set('people:2:gitlab.com:7', {customer: [3], colleague: [1]});
  fake.areas.sync.set('brackets:2:gitlab.com:7', {placeholder: ['b'], prose: []});
  expect((await comingOf(whose, incoming)).flatMap(({words}) => words).sort()).toEqual([
    '1 decision about placeholders',
    '1 person sorted as customer contact or team member',
  ]);
  await takeIn(whose, incoming);
  expect(fake.areas.sync.get('people:2:gitlab.com:7')).toEqual({customer: [3, 2], colleague: [1]});
  expect(fake.areas.sync.get('brackets:2:gitlab.com:7')).toEqual({placeholder: ['b', 'a'], prose: []});
});
