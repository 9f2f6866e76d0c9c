import {describe, expect, it} from 'vitest';
import {problemOf} from '../../../src/gitlab/errors.ts';
import {type ProblemKind, passes} from '../../../src/gitlab/model/problem.ts';
import {createSessionTransport} from '../../../src/gitlab/transport.ts';
import {say} from '../../../src/texts/say.ts';

const api = 'https://gitlab.com/api/v4';
const page = '<!DOCTYPE html><html><body>Checking your browser</body></html>';
const json = (message: unknown) => JSON.stringify({message});
const transfer = (words: string) => json(`Failed to transfer project {:new_namespace=>["${words}"]}`);

interface Told {
  readonly kind: ProblemKind;
  readonly words: string | RegExp;
  readonly advice: RegExp;
  /** How often the request is sent: once where it is not tried again. */
  readonly sent: number;
}

/**
 * What is told where an answer comes again and again.
 *
 * @param isSignedIn what GitLab says to a read of the same session
 */
async function tell(
  method: string,
  path: string,
  answer: () => Response | Promise<Response>,
  isSignedIn = false,
): Promise<Told> {
  let sent = 0;
  const transport = createSessionTransport({
    async fetch(input, init) {
      if (init?.method === 'GET' && method !== 'GET') {
        return isSignedIn ? new Response('{"id":1}') : new Response(json('401 Unauthorized'), {status: 401});
      }
      expect(String(input)).toBe(api + path);
      sent += 1;
      return answer();
    },
    csrfToken: () => 'csrf',
    pause: async () => undefined,
    random: () => 0,
  });
  const error: unknown = await transport({method, url: api + path}).then(
    () => undefined,
    thrown => thrown,
  );
  const {kind, words, advice} = problemOf(error);
  return {kind, words: say(words), advice: new RegExp(say(advice)), sent};
}

type Row = [
  what: string,
  method: string,
  status: number,
  body: string,
  kind: ProblemKind,
  words: RegExp,
  advice: RegExp,
  sent: number,
];

const read = '/projects/1';
const edit = '/projects/1';
const once = '/projects/1/repository/commits';

const table: readonly Row[] = [
  // What passes, and is never a matter of the role.
  ['signed out', 'GET', 401, json('401 Unauthorized'), 'signed-out', /signed out/, /Sign in/, 1],
  ['W7 a browser check', 'GET', 403, page, 'barred', /browser check/, /Reload this page/, 1],
  ['W7 a browser check', 'PUT', 403, page, 'barred', /browser check/, /Reload this page/, 1],
  ['W7 a sign-in of the organization', 'GET', 401, page, 'barred', /a sign-in/, /Reload this page/, 1],
  ['W13 a blocked IP', 'GET', 403, 'Forbidden\n', 'barred', /a block/, /Reload this page/, 1],
  [
    'W13 a blocked account',
    'GET',
    403,
    json('403 Forbidden - Your account has been blocked.'),
    'barred',
    /blocked\.$/,
    /Reload/,
    1,
  ],
  [
    'terms that are not accepted',
    'POST',
    403,
    json('403 Forbidden - You (@dana) must accept the Terms of Service in order to perform this action.'),
    'barred',
    /Terms of Service/,
    /Reload/,
    1,
  ],
  ['a proxy that wants a sign-in', 'GET', 407, page, 'barred', /a sign-in/, /Reload/, 1],
  [
    'W13 a read-only instance',
    'PUT',
    403,
    json('You cannot perform write operations on a read-only instance'),
    'read-only',
    /doesn’t accept changes.*read-only instance/,
    /Nothing was changed/,
    1,
  ],
  [
    'W13 maintenance',
    'PUT',
    503,
    json('GitLab Maintenance: system is in maintenance mode'),
    'read-only',
    /maintenance mode/,
    /Try again later/,
    1,
  ],
  [
    'a repository that is being moved',
    'POST',
    403,
    json('The repository is temporarily read-only. Please try again later.'),
    'read-only',
    /temporarily read-only/,
    /Try again later/,
    1,
  ],
  ['W5 a lock', 'PUT', 409, json('409 Conflict: Resource lock'), 'busy', /busy/, /Nothing was changed. Try again/, 4],
  [
    'W5 a lock of what is not sent twice',
    'POST',
    409,
    json('409 Conflict: Resource lock'),
    'busy',
    /busy/,
    /Nothing was changed. Try again/,
    1,
  ],
  [
    'W4 a transfer that runs',
    'PUT',
    400,
    json('Unable to initiate transfer. The project may already have a transfer in progress.'),
    'running',
    /in progress/,
    /continues by itself/,
    1,
  ],
  ['a limit', 'POST', 429, 'Retry later\n', 'limited', /reached GitLab’s rate limit/, /Wait a minute/, 4],
  [
    'the limit of a route',
    'POST',
    429,
    json({error: 'This endpoint has been requested too many times. Try again later.'}),
    'limited',
    /too many times/,
    /Wait a minute/,
    4,
  ],
  [
    'an error of GitLab’s',
    'GET',
    500,
    json('500 Internal Server Error'),
    'unavailable',
    /can’t answer right now/,
    /Try again/,
    1,
  ],
  ['a gateway', 'GET', 502, page, 'unavailable', /can’t answer right now/, /Try again/, 4],
  ['a gateway', 'POST', 502, page, 'unavailable', /can’t answer right now/, /Try again/, 1],
  ['GitLab down', 'GET', 503, page, 'unavailable', /can’t answer right now/, /Try again/, 4],
  ['a gateway’s patience', 'PUT', 504, page, 'unavailable', /can’t answer right now/, /Try again/, 4],
  ['a search that took too long', 'GET', 408, json('Request timed out'), 'unavailable', /timed out/, /Try again/, 1],
  ['W7 a page instead of an answer', 'GET', 200, page, 'barred', /a sign-in/, /Reload/, 1],
  [
    'the sign-in page',
    'GET',
    200,
    '<html><body data-page="sessions:new"></body></html>',
    'signed-out',
    /signed out/,
    /Sign in/,
    1,
  ],
  ['half an answer', 'GET', 200, '{"id":', 'unavailable', /Couldn’t read GitLab’s response/, /Try again/, 1],
  [
    'a captcha',
    'POST',
    409,
    json({error: 'Your issue looks like spam. Solve the captcha'}),
    'barred',
    /captcha/,
    /Reload/,
    1,
  ],
  // What does not pass.
  ['a role', 'PUT', 403, json('403 Forbidden'), 'denied', /^Your role doesn’t allow this\.$/, /higher role/, 1],
  [
    'a role, with a reason',
    'POST',
    403,
    json('403 Forbidden - You are not allowed to push into this branch'),
    'denied',
    /not allowed to push/,
    /higher role/,
    1,
  ],
  [
    'a role in the target',
    'PUT',
    400,
    transfer("You don't have permission to transfer projects into that namespace."),
    'denied',
    /permission to transfer/,
    /higher role/,
    1,
  ],
  ['nothing there', 'GET', 404, json('404 Project Not Found'), 'missing', /doesn’t have this/, /still exists/, 1],
  // GitLab's API says so in JSON: a page comes from what stands before it.
  ['nothing there, as a page', 'GET', 404, page, 'unavailable', /can’t answer right now/, /Try again/, 1],
  ['moved', 'PUT', 405, json('Non GET methods are not allowed for moved projects'), 'moved', /moved/, /new address/, 1],
  [
    'somebody’s commit',
    'POST',
    400,
    json('The file has changed since you started editing it: README.md'),
    'conflict',
    /Someone else/,
    /Nothing was overwritten/,
    1,
  ],
  [
    'somebody’s commit a moment ago',
    'POST',
    400,
    json('Could not update refs/heads/main. Please refresh and try again.'),
    'conflict',
    /Someone else/,
    /Nothing was overwritten/,
    1,
  ],
  [
    'somebody’s file',
    'POST',
    400,
    json('A file with this name already exists'),
    'conflict',
    /Someone else/,
    /Nothing was overwritten/,
    1,
  ],
  [
    'shared already',
    'POST',
    409,
    json('Group has already been taken'),
    'conflict',
    /Someone else/,
    /Nothing was overwritten/,
    1,
  ],
  [
    'a precondition',
    'DELETE',
    412,
    json('412 Precondition Failed'),
    'conflict',
    /Someone else/,
    /Nothing was overwritten/,
    1,
  ],
  [
    'W13 a name that is taken in a transfer',
    'PUT',
    400,
    transfer('Project with same name or path in target namespace already exists'),
    'taken',
    /taken.*same name or path/,
    /Choose another/,
    1,
  ],
  [
    'W13 one that was deleted a moment ago',
    'PUT',
    400,
    transfer(
      'A project with the same name or path was recently deleted in the target namespace. Please wait for the deletion to complete or permanently delete it first.',
    ),
    'taken',
    /recently deleted/,
    /Choose another/,
    1,
  ],
  [
    'a name that is taken',
    'PUT',
    400,
    json({name: ['has already been taken']}),
    'taken',
    /name has already been taken/,
    /Choose another/,
    1,
  ],
  [
    'a branch that is there',
    'POST',
    400,
    json("A branch called 'x' already exists. Switch to that branch in order to make changes"),
    'taken',
    /A branch called/,
    /Choose another/,
    1,
  ],
  [
    'a merge request that is there',
    'POST',
    409,
    json(['Another open merge request already exists for this source branch: !3']),
    'taken',
    /!3/,
    /Choose another/,
    1,
  ],
  [
    'W8 a message',
    'POST',
    400,
    json("Commit message does not follow the pattern '^ABC-'"),
    'rule',
    /push rule.*\^ABC-/,
    /Edit the commit message/,
    1,
  ],
  [
    'W8 a forbidden message',
    'POST',
    400,
    json("Commit message contains the forbidden pattern 'x'"),
    'rule',
    /forbidden/,
    /Edit the commit message/,
    1,
  ],
  [
    'W8 a sign-off',
    'POST',
    400,
    json('Commit message must contain a DCO signoff'),
    'rule',
    /signoff/,
    /Edit the commit message/,
    1,
  ],
  [
    'W8 a branch',
    'POST',
    400,
    json("Branch name 'x' does not follow the pattern 'y'"),
    'rule',
    /Branch name/,
    /Edit the commit message/,
    1,
  ],
  [
    'W8 an author',
    'POST',
    400,
    json("Author's email 'a@b' does not follow the pattern 'y'"),
    'rule',
    /Author/,
    /Edit the commit message/,
    1,
  ],
  [
    'W8 a signature',
    'POST',
    400,
    json('Commit must be signed with a GPG key'),
    'rule',
    /GPG/,
    /Edit the commit message/,
    1,
  ],
  ['values', 'PUT', 400, json({name: ['is too long']}), 'invalid', /is too long/, /what prevents it/, 1],
  [
    'W16 a visibility that the group around it does not have',
    'PUT',
    400,
    json({visibility_level: ['public is not allowed in a private namespace.']}),
    'visibility',
    /as visible as .* not allowed in a private namespace/,
    /^Nothing was changed\. Change the visibility of what GitLab names first/,
    1,
  ],
  [
    'W16 a visibility that something inside exceeds',
    'PUT',
    400,
    json({visibility_level: ['private is not allowed since there are sub-groups with higher visibility.']}),
    'visibility',
    /as visible as .* sub-groups with higher visibility/,
    /^Nothing was changed\. Change the visibility of what GitLab names first/,
    1,
  ],
  [
    'values that cannot be done',
    'PUT',
    422,
    json('422 Unprocessable Entity'),
    'invalid',
    /didn’t accept/,
    /what prevents it/,
    1,
  ],
  ['W13 a page’s old token, by its page', 'PUT', 422, page, 'stale', /signed in again/, /Reload this page/, 1],
];

describe('GitLab’s answers: what is told, and whether it is tried again', () => {
  it.each(table)('%s: %s %i', async (_what, method, status, body, kind, words, advice, sent) => {
    const path = method === 'POST' ? once : method === 'GET' ? read : edit;
    const told = await tell(method, path, () => new Response(body, {status}));
    expect(told.kind).toBe(kind);
    expect(told.words).toMatch(words);
    expect(told.advice.source).toMatch(advice);
    expect(told.sent).toBe(sent);
    expect(told.words).not.toMatch(/[<{]/);
    if (passes(kind)) expect(told.words).not.toMatch(/role|Someone else/);
  });

  it.each<[string, string, string, number, string]>([
    ['a setting', 'PUT', edit, 401, '401 Unauthorized'],
    ['a commit to what is private', 'POST', once, 404, '404 Project Not Found'],
  ])(
    'W13 a stale CSRF token while the session is alive, with %s: reload this page',
    async (_what, method, path, status, words) => {
      const answer = () => new Response(json(words), {status});
      expect(await tell(method, path, answer, true)).toMatchObject({kind: 'stale', sent: 1});
      expect((await tell(method, path, answer, true)).advice.source).toMatch(/Reload this page/);
      expect((await tell(method, path, answer, false)).kind).toBe(status === 401 ? 'signed-out' : 'missing');
    },
  );

  it('W13 what is not there is no matter of the token', async () => {
    const answer = () => new Response(json('404 Label Not Found'), {status: 404});
    expect((await tell('POST', once, answer, true)).kind).toBe('missing');
  });

  it('W14 a read without an answer is sent once more, a write is not', async () => {
    const late = () => Promise.reject(new DOMException('late', 'TimeoutError'));
    expect(await tell('GET', read, late)).toMatchObject({kind: 'unavailable', sent: 2});
    expect(await tell('PUT', edit, late)).toMatchObject({kind: 'unavailable', sent: 1});
  });
});
