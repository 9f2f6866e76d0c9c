import {describe, expect, it} from 'vitest';
import {mailAddress, newIssueAddress} from '../../../../src/ui/forms/introduction-links.ts';

describe('the address for an email program', () => {
  it.each<[string, readonly string[], string, string]>([
    ['one', ['ann@acme.example'], 'Hi', 'mailto:ann@acme.example?subject=Our%20project&body=Hi'],
    [
      'two',
      ['ann@acme.example', 'bo@acme.example'],
      '',
      'mailto:ann@acme.example,bo@acme.example?subject=Our%20project&body=',
    ],
    [
      'lines',
      ['ann@acme.example'],
      'Hi\n\nDana',
      'mailto:ann@acme.example?subject=Our%20project&body=Hi%0D%0A%0D%0ADana',
    ],
    [
      'what would begin another field',
      ['ann&bcc=eve@acme.example'],
      'a&cc=eve@x.example?#',
      'mailto:ann%26bcc%3Deve@acme.example?subject=Our%20project&body=a%26cc%3Deve%40x.example%3F%23',
    ],
    [
      'what would be another address',
      ['ann,eve%2C?x@acme.example'],
      'Hi',
      'mailto:ann%2Ceve%252C%3Fx@acme.example?subject=Our%20project&body=Hi',
    ],
  ])('%s', (_what, mails, text, expected) => {
    expect(mailAddress(mails, 'Our project', text)).toBe(expected);
  });

  it('is none where it would be too long, counted as it is sent', () => {
    const addressOf = (text: string) => mailAddress(['ann@acme.example'], 'S', text);
    const {length} = addressOf('') ?? '';
    expect(addressOf('a'.repeat(2_000 - length))).toHaveLength(2_000);
    expect(addressOf('a'.repeat(2_001 - length))).toBeUndefined();
    expect(addressOf('ü'.repeat(400))).toBeUndefined();
  });
});

describe('the address of GitLab’s page for a new issue', () => {
  const project = 'https://gitlab.com/acme/project';

  it.each<[string, readonly string[], string, string]>([
    ['mentions come first', ['ann', 'bo.b'], 'Hi team', '@ann @bo.b\n\nHi team'],
    ['without any', [], 'Hi & bye\n#1', 'Hi & bye\n#1'],
  ])('%s', (_what, usernames, text, description) => {
    const address = newIssueAddress(project, 'Welcome & hello', usernames, text) ?? '';
    expect(address).toMatch(/^https:\/\/gitlab\.com\/acme\/project\/-\/issues\/new\?issue\[title\]=/);
    const {searchParams, hash} = new URL(address);
    expect([...searchParams]).toEqual([
      ['issue[title]', 'Welcome & hello'],
      ['issue[description]', description],
    ]);
    expect(hash).toBe('');
  });

  it('is none where it would be too long', () => {
    expect(newIssueAddress(project, 'Hi', [], 'a'.repeat(5_000))).toBeDefined();
    expect(newIssueAddress(project, 'Hi', [], 'a'.repeat(6_000))).toBeUndefined();
    expect(newIssueAddress(project, 'Hi', [], 'ü'.repeat(1_100))).toBeUndefined();
  });
});
