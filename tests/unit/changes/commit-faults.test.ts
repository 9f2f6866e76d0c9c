import {describe, expect, it} from 'vitest';
import {branchFault, messageFault, messageHint} from '../../../src/changes/commit-faults.ts';
import {told} from '../../told.ts';

describe('a message', () => {
  it.each([
    ['', 'Enter a commit message.'],
    [' \n\t', 'Enter a commit message.'],
    ['Fill in the README', undefined],
    ['x'.repeat(200), undefined],
    ['🚀'.repeat(200), undefined],
    [`  ${'x'.repeat(200)}\n`, undefined],
    ['x'.repeat(201), 'The message has 201 characters. Shorten it to 200 or fewer.'],
  ])('%j: %s', (message, expected) => {
    expect(told(messageFault(message))).toBe(expected);
  });
});

describe('a branch', () => {
  it.each([
    'csm-checklist-1764316800000',
    'feature/readme',
    'Ünïcode',
    '@',
    'a.b',
    'lock',
    'main',
    'HEAD-1',
    '123456789012345678901234567890123456789',
  ])('can be called %s', name => {
    expect(branchFault(name)).toBeUndefined();
  });

  it.each([
    '',
    'a b',
    'a\tb',
    'a\u0000',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[b]',
    'a\\b',
    'a..b',
    'a//b',
    'a@{b',
    '-a',
    '/a',
    'a/',
    'a.',
    '.a',
    'a/.b',
    'a.lock',
    'a.lock/b',
    'HEAD',
    'refs/heads/a',
    'refs/remotes/a',
    '0123456789abcdef0123456789abcdef01234567',
    'x'.repeat(201),
    'é'.repeat(101),
  ])('cannot be called %j', name => {
    expect(told(branchFault(name))).toMatch(/^[A-Z].*\.$/);
  });
});

describe('what GitLab does because of a message', () => {
  it.each<[string, boolean, RegExp | undefined]>([
    ['Fill in the README and 3 issue templates (12 placeholders)', true, undefined],
    ['Undo: Update the CSM in the README', true, undefined],
    ['ABC-1 Fill in', true, undefined],
    ['Closes the chapter', false, undefined],
    ['Closes #1', false, /closes issues/],
    ['[fixing: gitlab-org/gitlab#12]', false, /closes issues/],
    ['`Resolves https://gitlab.com/a/b/-/issues/1`', false, /closes issues/],
    ['Implements GL-7', false, /closes issues/],
    ['See #1 @1h30m', false, /logs time/],
    ['See !7', false, /notes the commit/],
    ['See group/project#1', false, /notes the commit/],
    ['See &3', false, /notes the commit/],
    ['See [work_item:4]', false, /notes the commit/],
    ['Fill in [skip ci]', false, /no pipeline/],
    ['Fill in [CI-SKIP]', false, /no pipeline/],
    ['Thanks @ann', false, undefined],
    ['Thanks @ann', true, /notifies/],
    ['Thanks\n@ann', true, undefined],
    ['Mail a@example.com', true, undefined],
  ])('%j (title: %s): %s', (message, isTitle, expected) => {
    const hint = messageHint(message, isTitle);
    if (expected === undefined) expect(hint).toBeUndefined();
    else expect(hint).toMatch(expected);
  });
});
