import {describe, expect, it} from 'vitest';
import {parsePeople} from '../../../src/changes/people.ts';

const none = {mails: [], usernames: [], unclear: []};

describe('parsePeople', () => {
  it.each([
    ['', none],
    ['a@x.example', {...none, mails: ['a@x.example']}],
    [
      'a@x.example, b@x.example;c@x.example\nd@x.example',
      {...none, mails: ['a', 'b', 'c', 'd'].map(name => `${name}@x.example`)},
    ],
    ['a@x.example b@x.example @jane', {...none, mails: ['a@x.example', 'b@x.example'], usernames: ['jane']}],
    ['Jane Doe <jane@x.example>', {...none, mails: ['jane@x.example']}],
    ['"Doe, Jane" <jane@x.example>, Bob <mailto:bob@x.example>', {...none, mails: ['jane@x.example', 'bob@x.example']}],
    ['jane\n@bob.b', {...none, usernames: ['jane', 'bob.b']}],
    ['A@x.example a@X.example', {...none, mails: ['A@x.example']}],
    ['@jane jane', {...none, usernames: [], unclear: ['@jane jane']}],
    ['Jane Doe', {...none, unclear: ['Jane Doe']}],
    [
      'a@b, a@@x.example, <script>, a b@x.example',
      {...none, unclear: ['a@b', 'a@@x.example', 'a b@x.example'], usernames: ['script']},
    ],
  ])('%j', (text, people) => {
    expect(parsePeople(text)).toEqual(people);
  });

  it('takes five hundred at once', () => {
    const list = Array.from({length: 500}, (_, index) => `Person ${index} <p${index % 400}@x.example>`).join(', ');
    expect(parsePeople(list).mails).toHaveLength(400);
  });
});
