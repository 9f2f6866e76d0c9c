import {describe, expect, it} from 'vitest';
import {NotKept} from '../../../src/browser/storage-error.ts';
import {errorOfAnswer, errorOfNoAnswer, errorOfPause, problemOf, wordsOf} from '../../../src/gitlab/errors.ts';
import {said} from '../../../src/texts/said.ts';
import {told} from '../../told.ts';

describe('errorOfAnswer', () => {
  it.each([
    [401, '{"message":"401 Unauthorized"}', 'signed-out', 'You’re signed out of GitLab.'],
    [401, '{"error":"invalid_token","error_description":"Token was revoked."}', 'signed-out', 'Token was revoked.'],
    [403, '{"message":"403 Forbidden"}', 'denied', 'Your role doesn’t allow this.'],
    [403, '{"message":"403 Forbidden - You are not allowed to push"}', 'denied', 'You are not allowed to push.'],
    [404, '{"message":"404 Project Not Found"}', 'missing', 'Not found: GitLab doesn’t have this'],
    [404, '{"error":"404 Not Found"}', 'missing', 'Not found: GitLab doesn’t have this'],
    [405, '{"message":"Non GET methods are not allowed for moved projects"}', 'moved', 'moved to another address'],
    [409, '{"message":"409 Conflict: Resource lock"}', 'busy', 'Resource lock'],
    [
      400,
      '{"message":"You are attempting to update a file that has changed since you started editing it."}',
      'conflict',
      'has changed',
    ],
    [400, '{"message":"Could not update refs/heads/main. Please refresh and try again."}', 'conflict', 'refresh'],
    [400, '{"message":"You are not allowed to push into this branch"}', 'denied', 'push into this branch.'],
    [400, '{"error":"ref is missing"}', 'invalid', 'ref is missing.'],
    [400, '{"message":{"name":["has already been taken"]}}', 'taken', 'name has already been taken.'],
    [400, '{"message":{"base":["Not now"]}}', 'invalid', 'GitLab says: Not now.'],
    [400, '{"message":["one","two"]}', 'invalid', 'one; two.'],
    [
      400,
      '{"message":"Failed to save group {:path=>[\\"has already been taken\\"]}"}',
      'taken',
      'Failed to save group: path has already been taken.',
    ],
    [
      400,
      '{"message":"Failed to save group {path: [\\"is bad\\", \\"is long\\"]}"}',
      'invalid',
      'path is bad, is long.',
    ],
    [422, '{"message":"422 Unprocessable Entity"}', 'invalid', 'GitLab didn’t accept the request.'],
    [429, 'Retry later\n', 'limited', 'You reached GitLab’s rate limit.'],
    [
      429,
      '{"message":{"error":"This endpoint has been requested too many times. Try again later."}}',
      'limited',
      'too many times',
    ],
    [500, '{"message":"500 Internal Server Error"}', 'unavailable', 'GitLab can’t answer right now.'],
    [502, '<html><h1>Bad gateway</h1></html>', 'unavailable', 'GitLab can’t answer right now.'],
    [503, '{"message":"GitLab Maintenance: system is in maintenance mode"}', 'read-only', 'maintenance mode.'],
    [503, '', 'unavailable', 'GitLab can’t answer right now.'],
  ])('%i %s', (status, text, kind, words) => {
    const error = errorOfAnswer(status, text);
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/[<{]/);
  });

  it.each([
    [502, 'error code: 502', 'GitLab can’t answer right now.'],
    [503, 'upstream connect error', 'GitLab can’t answer right now.'],
    [500, '{"message":"Gitaly is down"}', 'GitLab can’t answer right now. GitLab says: Gitaly is down.'],
    [409, 'Not while it is locked', 'Someone else changed this at the same time. GitLab says: Not while it is locked.'],
  ])('%i %s: of trouble at the server, only words in GitLab’s own shape are quoted', (status, text, words) => {
    expect(errorOfAnswer(status, text).message).toBe(words);
  });

  it('keeps the seconds that GitLab asks to wait', () => {
    expect(errorOfAnswer(429, 'Retry later\n', 30).retryAfter).toBe(30);
  });
});

describe('errorOfNoAnswer', () => {
  it('tells no connection from no answer in time', () => {
    expect(errorOfNoAnswer(new TypeError('Failed to fetch')).kind).toBe('offline');
    expect(errorOfNoAnswer({name: 'TimeoutError'}).kind).toBe('unavailable');
  });

  it('blames no connection for what was called off', () => {
    expect(told(problemOf(errorOfNoAnswer({name: 'AbortError'})))).toMatchObject({
      words: 'Stopped.',
      advice: 'Select “Refresh” to continue.',
    });
  });
});

describe('errorOfPause', () => {
  const now = new Date(2026, 10, 29, 14, 0, 0).getTime();

  it.each([
    ['the full minute', 1_800_000, '14:30'],
    ['the next one where seconds are left', 1_741_000, '14:30'],
  ])('says until when, to %s', (_what, wait, time) => {
    const {words, advice} = told(problemOf(errorOfPause(now + wait, now)));
    const [hours, minutes] = time.split(':').map(Number);
    const written = new Date(2026, 10, 29, hours, minutes).toLocaleTimeString('en', {timeStyle: 'short'});
    expect(words).toBe(`GitLab limits requests, so nothing more is sent until ${written}.`);
    expect(advice).toBe('Wait until then, and try again.');
  });

  it('says which day, where it is another one', () => {
    const day = new Date(2026, 11, 29).toLocaleDateString('en', {dateStyle: 'medium'});
    expect(errorOfPause(now + 30 * 86_400_000, now).message).toContain(day);
  });
});

describe('problemOf', () => {
  it('has advice for each, and shows nothing of an unexpected error', () => {
    const full = new NotKept(said('texts.asKept', 'It is full.'));
    const gone = new NotKept(said('texts.asKept', 'It is gone.'), said('texts.asKept', 'Reload this page.'));
    expect(told(problemOf(errorOfAnswer(403, ''))).advice).toMatch(/role/);
    expect(told(problemOf(new Error('secret'))).words).not.toContain('secret');
    expect(told(problemOf(full)).advice).toMatch(/settings/);
    expect(told(problemOf(gone)).advice).toBe('Reload this page.');
  });
});

describe('wordsOf', () => {
  it.each([[null], [undefined], [''], [7], [{}], [[]]])('of %o are none', value => {
    expect(wordsOf(value)).toBeUndefined();
  });
});
