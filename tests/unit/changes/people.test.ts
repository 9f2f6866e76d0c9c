import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type People, parsePeople} from '../../../src/changes/people.ts';

/** What is to come of a text: mails, usernames, and what is not understood. */
type Case = readonly [text: string, mails?: string, usernames?: string, unclear?: readonly string[]];

function people([, mails = '', usernames = '', unclear = []]: Case): People {
  const words = (list: string) => list.split(' ').filter(Boolean);
  return {mails: words(mails), usernames: words(usernames), unclear};
}

const cases: Readonly<Record<string, readonly Case[]>> = {
  'typed lists': [
    [''],
    [' \n\t , ; \n'],
    ['a@x.example', 'a@x.example'],
    ['a@x.example, b@x.example;c@x.example\nd@x.example', 'a@x.example b@x.example c@x.example d@x.example'],
    ['a@x.example b@x.example @jane', 'a@x.example b@x.example', 'jane'],
    ['@jane\n@bob.b @C-3_po', '', 'jane bob.b C-3_po'],
    ['A@x.example a@X.example @Jane @JANE', 'A@x.example', 'Jane'],
    ['a@x.example.\nb@x.example! (c@x.example) [d@x.example]', 'a@x.example b@x.example c@x.example d@x.example'],
    ['I mean a@x.example and @jane, of course.', 'a@x.example', 'jane'],
    ['- a@x.example\n* b@x.example\n•c@x.example\n1. d@x.example', 'a@x.example b@x.example c@x.example d@x.example'],
    ['‘a@x.example’, “b@x.example”, `@jane`, **@bob**', 'a@x.example b@x.example', 'jane bob'],
    ["o’brien@x.example, o'hara@x.example", "o’brien@x.example o'hara@x.example"],
    ['jörg@müller.example, x+y@sub.x-y.example', 'jörg@müller.example x+y@sub.x-y.example'],
  ],
  'names with addresses': [
    ['Jane Doe <jane@x.example>', 'jane@x.example'],
    ['Jane Doe (jane@x.example)', 'jane@x.example'],
    ['Jane Doe (@jane)', '', 'jane'],
    ['Roe, Jane <jane.roe@x.example>', 'jane.roe@x.example'],
    ['"Roe, Jane" <jane.roe@x.example>', 'jane.roe@x.example'],
    ['"Doe, Jane" <jane@x.example>, Bob <mailto:bob@x.example>', 'jane@x.example bob@x.example'],
    ['Roe, Jane <jane@x.example>; Doe, Bob <bob@x.example>', 'jane@x.example bob@x.example'],
    ['Roe, Jane <jane@x.example>, Doe, Bob <bob@x.example>, c@x.example', 'jane@x.example bob@x.example c@x.example'],
    ['Jane Roe<jane@x.example>,Bob Doe<bob@x.example>', 'jane@x.example bob@x.example'],
    ['Jane@X <jane@x.example>', 'jane@x.example', '', ['Jane@X']],
    ['[Jane](mailto:jane@x.example?subject=Hello%20@all)', 'jane@x.example'],
    ['<a href="mailto:jane@x.example">jane@x.example</a>', 'jane@x.example'],
    ['To: Jane Doe <jane@x.example>\nCc: bob@x.example', 'jane@x.example bob@x.example'],
  ],
  'names in halves, among others': [
    [
      'Doe, Jane <jane@x.example>; Smith, John (ACME) <john.smith@acme.example>; "O\'Neil, Pat, Jr." <pat@x.example>',
      'jane@x.example john.smith@acme.example pat@x.example',
    ],
    ['"O\'Neil, Pat" <pat@x.example>, Doe, Jane <j@x.example>', 'pat@x.example j@x.example'],
    ['Doe, Jane <j@x.example>, "O\'Neil, Pat" <pat@x.example>', 'j@x.example pat@x.example'],
    ['Doe, Jane <j@x.example>, Bob Roe <bob@x.example>', 'j@x.example bob@x.example'],
    ['Bob <bob@x.example>; Doe, Jane <j@x.example>; c@x.example', 'bob@x.example j@x.example c@x.example'],
    ['van der Berg, Jan Peter <jp@x.example>; Bob Roe <b@x.example>', 'jp@x.example b@x.example'],
    ['Doe, Jane, Dr. <j@x.example>, Bob <b@x.example>', 'j@x.example b@x.example'],
    ['Smith, John (ACME, Inc.) <j@x.example>; Roe, Bob <b@x.example>', 'j@x.example b@x.example'],
    ["'Doe, Jane' <j@x.example>; 'Roe, Bob' <b@x.example>", 'j@x.example b@x.example'],
    ['Doe, Jane (j@x.example); Roe, Bob (b@x.example)', 'j@x.example b@x.example'],
    ['Doe, Jane j@x.example; Roe, Bob b@x.example', 'j@x.example b@x.example'],
    ['Doe, Jane (@jane); Roe, Bob <b@x.example>', 'b@x.example', 'jane'],
    ['Jane Doe, j@x.example; Bob Roe, b@x.example', 'j@x.example b@x.example'],
    ['j@x.example, Jane Doe; b@x.example, Bob Roe', 'j@x.example b@x.example'],
    ['Jane Doe, j@x.example, Bob Roe, b@x.example', 'j@x.example b@x.example'],
    ['Jane Doe; j@x.example; Bob Roe; b@x.example', 'j@x.example b@x.example'],
    [
      'Doe, Jane <j@x.example>\n"O\'Neil, Pat, Jr." <pat@x.example>\nBob Roe <b@x.example>\nc@x.example',
      'j@x.example pat@x.example b@x.example c@x.example',
    ],
    [
      'Doe, Jane <j@x.example>\t"O\'Neil, Pat" <pat@x.example>\tRoe, Bob <b@x.example>',
      'j@x.example pat@x.example b@x.example',
    ],
    [
      'Doe, Jane <j@x.example>,\n"O\'Neil, Pat" <pat@x.example>;\nRoe, Bob <b@x.example>',
      'j@x.example pat@x.example b@x.example',
    ],
    ['Doe, Jane <j@x.example>；Roe，Bob <b@x.example>；"A, B" <c@x.example>', 'j@x.example b@x.example c@x.example'],
    ['Doe, Jane <j@x.example>; Ann Other; "A, B" <c@x.example>', 'j@x.example c@x.example', '', ['Ann Other']],
    ['Doe, Jane <j@x.example>; ann@globex, Ann <c@x.example>', 'j@x.example c@x.example', '', ['ann@globex']],
  ],
  tables: [
    ['Jane Doe\tjane@x.example\t+49 30 123\nBob Roe\tbob@x.example\t', 'jane@x.example bob@x.example'],
    ['Name\tMail\tPhone\nJane Doe\tjane@x.example\t123', 'jane@x.example'],
    ['Name\tMail\nJane Doe\tjane@x.example\nAnn Other\t', 'jane@x.example', '', ['Ann Other']],
    ['Jane\t@jane\njane@x.example\t@jd', 'jane@x.example', 'jane jd'],
    ['First Name,Last Name,E-mail Address\nJane,Doe,jane@x.example', 'jane@x.example'],
    ['"Name";"E-Mail";"Phone"\n"Doe, Jane";"jane@x.example";"030/12"', 'jane@x.example'],
    ['Jane,jane@x.example,Globex\nBob,bob@x.example,Globex', 'jane@x.example bob@x.example'],
    [
      'Jane,jane@x.example,jane@y.example\nBob,bob@x.example,b@y.example',
      'jane@x.example jane@y.example bob@x.example b@y.example',
    ],
    ['Jane Doe,jane@x.example,"12, Main Street"', 'jane@x.example'],
    ['Email\na@x.example\nb@x.example', 'a@x.example b@x.example'],
    ['GitLab username\n@jane', '', 'jane'],
    ['| Jane | jane@x.example |\n| --- | --- |\n| Bob | @bob |', 'jane@x.example', 'bob'],
    ['Jane Doe,jane@x.example\nAnn Other,', 'jane@x.example', '', ['Ann Other,']],
  ],
  'address books and calendars': [
    ['Jane Doe\njane.doe@x.example\nBob Roe\nbroe@x.example', 'jane.doe@x.example broe@x.example'],
    ['Ann Other\njane.doe@x.example', 'jane.doe@x.example', '', ['Ann Other']],
    [
      'Required: Jane Doe <jane@x.example>; Bob Roe <bob@x.example>\nOptional: Ann Other',
      'jane@x.example bob@x.example',
      '',
      ['Optional: Ann Other'],
    ],
    [
      'BEGIN:VCALENDAR\nUID:7f@google.example\nORGANIZER;CN=Dana:mailto:dana@x.example\n' +
        'ATTENDEE;CN=jane@x.example;RSVP=TRUE:mailto:ja\n ne@x.example\nDESCRIPTION:with @all\nEND:VCALENDAR',
      'dana@x.example jane@x.example',
    ],
    [
      'BEGIN:VCARD\nFN:Jane Doe\nitem1.EMAIL;TYPE=INTERNET:jane@x.example\nTEL:123\nEND:VCARD\n' +
        'BEGIN:VCARD\nFN:Ann Other\nEND:VCARD',
      'jane@x.example',
      '',
      ['Ann Other'],
    ],
    ['From: Jane <jane@x.example>\nMessage-ID: <a1@mail.x.example>', 'jane@x.example'],
  ],
  'blanks and marks that nobody sees': [
    ['Jane\u00A0Doe\u00A0<jane@x.example>\u00A0;\u3000bob@x.example', 'jane@x.example bob@x.example'],
    ['\u202Ajane@x.example\u202C\u200B', 'jane@x.example'],
    ['jane\u00AD@x.example', 'jane@x.example'],
    ['a@x.example\r\nb@x.example\rc@x.example\u2028d@x.example', 'a@x.example b@x.example c@x.example d@x.example'],
    ['a@x.example，b@x.example；c@x.example', 'a@x.example b@x.example c@x.example'],
  ],
  'what is nobody': [
    ['Jane Doe', '', '', ['Jane Doe']],
    ['jane', '', '', ['jane']],
    ['jane\n@bob', '', 'bob', ['jane']],
    ['+49 30 123\n---\n2026-11-29'],
    ['a@x.example, b@x.example, Ann Other', 'a@x.example b@x.example', '', ['Ann Other']],
    ['Jane Roe <jane@x.example>, Ann Other, Bob <bob@x.example>', 'jane@x.example bob@x.example', '', ['Ann Other']],
    ['Ann Other, Bob Roe <bob@x.example>', 'bob@x.example', '', ['Ann Other']],
    ['ann@globex,example', '', '', ['ann@globex,example']],
    ['ann@globex;example\nbob@x.example', 'bob@x.example', '', ['ann@globex;example']],
    ['bob@x.example; ann@globex,example', 'bob@x.example', '', ['ann@globex']],
    ['ann@globex. example', '', '', ['ann@globex. example']],
    ['ann @ globex.example', '', '', ['ann @ globex.example']],
    ['ann@globex..example, a@@x.example, .a@x.example', '', '', ['ann@globex..example, a@@x.example, .a@x.example']],
    ['a@x.exampleb@x.example', '', '', ['a@x.exampleb@x.example']],
    ['a@b, <script>, a b@x.example', 'b@x.example', '', ['a@b']],
    ['ann(work)@x.example', '', '', ['ann(work)@x.example']],
    ['"Jane Doe"@x.example', '', '', ['"Jane Doe"@x.example']],
    ['https://u:p@x.example/@jane?to=a@x.example', '', '', ['https://u:p@x.example/@jane?to=a@x.example']],
    ['see https://x.example/@jane, or a@x.example', 'a@x.example'],
    ['git@gitlab.example:group/project.git', '', '', ['git@gitlab.example:group/project.git']],
    ['x=ann@x.example', '', '', ['x=ann@x.example']],
    ['@', '', '', []],
    ['jane@, @-jane, @jane/x', '', '', ['jane@, @-jane, @jane/x']],
    ['(@)jane', '', '', ['(@)jane']],
  ],
};

describe.each(Object.entries(cases))('%s', (_name, texts) => {
  it.each(texts.map(one => [one[0], one] as const))('%j', (text, one) => {
    expect(parsePeople(text)).toEqual(people(one));
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    ...['Jane', 'Roe', 'jane', 'x.example', 'globex', 'jane.roe@x.example', 'a+b@y.example', '@jane', '@bo.b', 'Mail'],
    ...['@', '@@', 'mailto:', 'https://', 'CN=', 'EMAIL:', 'ATTENDEE;', 'BEGIN:VCARD', '+49', 'müller', '\u200B', '-'],
  );
  const between = fc.constantFrom(...' ,;:<>()[]{}"\'\t\n\r|.!?=/*’“”_&#\\'.split(''), '', '\u00A0', ' <', '> ', ', ');
  const text = fc.oneof(
    fc.array(fc.oneof(word, between, fc.string({maxLength: 3}))).map(parts => parts.join('')),
    fc.string({unit: 'grapheme', maxLength: 60}),
  );
  const visible = (raw: string) => raw.replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '');
  /** Whether a word stands somewhere with nothing before and after it that would make it another one. */
  const stands = (raw: string, wanted: string, notBefore: RegExp) => {
    for (const source of [visible(raw), visible(raw).replace(/\r?\n[ \t]/g, '')]) {
      for (let at = source.indexOf(wanted); at >= 0; at = source.indexOf(wanted, at + 1)) {
        const [before, rest] = [source.slice(0, at), source.slice(at + wanted.length)];
        if (!notBefore.test(before) && !/^(?:[\p{L}\p{M}\p{N}@_%+&#=/\\-]|\.[\p{L}\p{N}])/u.test(rest)) return true;
      }
    }
    return false;
  };

  it('gives only mails that stand in it as whole words', () => {
    fc.assert(
      fc.property(text, raw => {
        for (const mail of parsePeople(raw).mails) {
          expect(stands(raw, mail, /[\p{L}\p{M}\p{N}@._%+&#=/\\)\]}][-–]*$/u), mail).toBe(true);
        }
      }),
      {numRuns: 2_000},
    );
  });

  it('gives no username that had no @, or one that is part of an address', () => {
    fc.assert(
      fc.property(text, raw => {
        for (const username of parsePeople(raw).usernames) {
          expect(stands(raw, `@${username}`, /[\p{L}\p{M}\p{N}@._%+&#=/\\)\]}>][-–]*$/u), username).toBe(true);
        }
      }),
      {numRuns: 2_000},
    );
  });

  it('forgets nobody: a line without a person is told, where it has a letter and an @', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z@ .]{1,20}$/), raw => {
        const {mails, usernames, unclear} = parsePeople(raw);
        const isTold = mails.length + usernames.length + unclear.length > 0;
        expect(isTold).toBe(/[a-z]/.test(raw));
      }),
    );
  });
});

describe('long lists', () => {
  it('of five hundred come out at once', () => {
    const list = Array.from({length: 500}, (_, index) => `Person ${index} <p${index % 400}@x.example>`).join(', ');
    expect(parsePeople(list).mails).toHaveLength(400);
  });

  it.each([
    ['blanks', ' '],
    ['letters', 'a'],
    ['dots', 'a.'],
    ['dashes', 'a-'],
    ['quotation marks', '"'],
    ['angles', '<'],
    ['at signs', '@'],
    ['addresses', 'a@x.example '],
    ['commas', 'a,'],
    ['halves of addresses', 'a@x '],
    ['slashes', 'a://'],
    ['semicolons', 'a;'],
    ['halves of names', 'a,b <a@x.example>, c '],
  ])('of nothing but %s take no longer than they are', (_name, piece) => {
    const start = performance.now();
    parsePeople(piece.repeat(100_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
