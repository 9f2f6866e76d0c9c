import {describe, expect, it} from 'vitest';
import {problemOf} from '../../../src/gitlab/errors.ts';
import {createPace, type Gate} from '../../../src/gitlab/pace.ts';
import {createSessionTransport, isRepeatable, type TransportOptions} from '../../../src/gitlab/transport.ts';
import {told} from '../../told.ts';

const url = 'https://gitlab.com/api/v4/projects/1';

/** A transport whose network gives these answers in turn; an error is thrown, as by a lost connection. */
function transportOver(answers: readonly (Response | Error)[], more: Partial<TransportOptions> = {}) {
  const sent: Request[] = [];
  const pauses: number[] = [];
  const waits: number[] = [];
  const left = [...answers];
  const transport = createSessionTransport({
    async fetch(input, init) {
      sent.push(new Request(input, init));
      const answer = left.shift();
      if (answer === undefined) throw new Error('one request too many');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    csrfToken: () => 'csrf',
    pause: async milliseconds => {
      pauses.push(milliseconds);
    },
    random: () => 0.5,
    onWait: seconds => waits.push(seconds),
    ...more,
  });
  return {transport, sent, pauses, waits};
}

const ok = () => new Response('{"id":1}');
const limited = (wait?: number | string) =>
  new Response('Retry later\n', {status: 429, headers: wait === undefined ? {} : {'retry-after': String(wait)}});
const down = () => new Response('<html>', {status: 503});

describe('the session transport', () => {
  it('sends the CSRF token with writes only', async () => {
    const {transport, sent} = transportOver([ok(), ok()]);
    await transport({method: 'GET', url});
    await transport({method: 'PUT', url, body: '{}'});
    expect(sent.map(request => request.headers.get('x-csrf-token'))).toEqual([null, 'csrf']);
    expect(sent.map(request => request.credentials)).toEqual(['same-origin', 'same-origin']);
  });

  it('gives the body and the headers that are named', async () => {
    const {transport} = transportOver([new Response('[]', {headers: {'x-next-page': '2', 'x-secret': 'x'}})]);
    const answer = await transport({method: 'GET', url});
    expect(answer.body).toEqual([]);
    expect(answer.headers['x-next-page']).toBe('2');
    expect(answer.headers).not.toHaveProperty('x-secret');
  });

  it('has no body for an empty answer and for 304', async () => {
    const {transport} = transportOver([new Response(null, {status: 204}), new Response(null, {status: 304})]);
    expect((await transport({method: 'DELETE', url})).body).toBeUndefined();
    expect((await transport({method: 'POST', url})).status).toBe(304);
  });

  it('waits as long as GitLab asks, and says so', async () => {
    const {transport, pauses, waits} = transportOver([limited(7), ok()]);
    await transport({method: 'POST', url});
    expect(pauses).toEqual([7_000]);
    expect(waits).toEqual([7]);
  });

  it('waits in growing pauses where GitLab does not say', async () => {
    const {transport, pauses} = transportOver([limited(), limited(), limited(), ok()]);
    await transport({method: 'GET', url});
    expect(pauses).toEqual([1_000, 2_000, 4_000]);
  });

  it.each([
    ['0', 1],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 1],
    ['Sun, 29 Nov 2026 14:00:30 GMT', 30],
    ['-1', 1],
    ['soon', 1],
    [undefined, 1],
  ])('waits a second at least: %s', async (wait, seconds) => {
    const more = {random: () => 0, wallClock: () => Date.UTC(2026, 10, 29, 14)};
    const {transport, pauses, waits} = transportOver([limited(wait), ok()], more);
    await transport({method: 'GET', url});
    expect(pauses).toEqual([seconds * 1_000]);
    expect(waits).toEqual([seconds]);
  });

  it('counts each refusal as a try, even where GitLab asks for no wait', async () => {
    const {transport, pauses, sent} = transportOver([limited(0), limited(0), limited(0), limited(0)]);
    await expect(transport({method: 'GET', url})).rejects.toMatchObject({kind: 'limited'});
    expect(sent).toHaveLength(4);
    expect(pauses).toEqual([1_000, 1_000, 1_000]);
  });

  it.each([
    ['ten minutes', 600],
    ['more days than a timer has', 2_592_000],
    ['more years than a date has', '9'.repeat(20)],
  ])('does not sit out a wait of %s, and says until when', async (_how, wait) => {
    const {transport, pauses, waits, sent} = transportOver([limited(wait)]);
    const error: unknown = await transport({method: 'GET', url}).catch(thrown => thrown);
    const {kind, words, advice} = told(problemOf(error));
    expect({kind, advice}).toEqual({kind: 'paused', advice: 'Wait until then, and try again.'});
    expect(words).toMatch(/nothing more is sent until .*\d{1,2}:\d{2}/);
    expect([pauses, waits]).toEqual([[], []]);
    expect(sent).toHaveLength(1);
  });

  it('tells of a server that is down for long as it is', async () => {
    const away = new Response('<html>', {status: 503, headers: {'retry-after': '3600'}});
    const {transport, pauses} = transportOver([away]);
    await expect(transport({method: 'GET', url})).rejects.toMatchObject({kind: 'unavailable', status: 503});
    expect(pauses).toEqual([]);
  });

  it('reads again after a lost connection and while GitLab is down', async () => {
    const {transport, sent} = transportOver([new TypeError('lost'), down(), ok()]);
    await transport({method: 'GET', url});
    expect(sent).toHaveLength(3);
  });

  it('gives up after four tries', async () => {
    const {transport, sent} = transportOver([down(), down(), down(), down()]);
    await expect(transport({method: 'GET', url})).rejects.toMatchObject({kind: 'unavailable', status: 503});
    expect(sent).toHaveLength(4);
  });

  it('does not repeat a write that could have been carried out', async () => {
    const {transport, sent} = transportOver([new TypeError('lost')]);
    await expect(transport({method: 'POST', url})).rejects.toMatchObject({kind: 'offline'});
    expect(sent).toHaveLength(1);
  });

  it('does not repeat what GitLab refused', async () => {
    const {transport, sent} = transportOver([new Response('{"message":"403 Forbidden"}', {status: 403})]);
    await expect(transport({method: 'GET', url})).rejects.toMatchObject({kind: 'denied'});
    expect(sent).toHaveLength(1);
  });

  it('leaves the wait to the gate where there is one, however long, and tells it what GitLab tells', async () => {
    const entered: string[] = [];
    const left: string[] = [];
    const learned: unknown[] = [];
    const gate: Gate = {
      async enter(address) {
        entered.push(address);
        return () => left.push(address);
      },
      learn: ({status, retryAfter, limit}) => learned.push([status, retryAfter, limit]),
    };
    const answers = [limited(600), limited(600), limited(), ok()];
    answers.push(new Response('{}', {headers: {'ratelimit-limit': '2000'}}));
    const {transport, pauses, waits} = transportOver(answers, {gate});
    expect((await transport({method: 'GET', url})).body).toEqual({id: 1});
    await transport({method: 'GET', url});
    expect(pauses).toEqual([]);
    expect(waits).toEqual([]);
    expect(entered).toHaveLength(5);
    expect(left).toEqual(entered);
    expect(learned.slice(0, 2)).toEqual([
      [429, 600, undefined],
      [429, 600, undefined],
    ]);
    expect(learned.at(-1)).toEqual([200, undefined, 2000]);
  });

  it('counts each refusal as a try at the gate, too', async () => {
    const gate: Gate = {enter: async () => () => undefined, learn: () => undefined};
    const {transport, sent} = transportOver([limited(0), limited(0), limited(0), limited(0)], {gate});
    await expect(transport({method: 'GET', url})).rejects.toMatchObject({kind: 'limited'});
    expect(sent).toHaveLength(4);
  });

  it('never sends a crowd of requests again and again at once, where each is refused and no wait is asked for', async () => {
    let time = 0;
    const sentAt: number[] = [];
    const gate = createPace({
      clock: () => time,
      wallClock: () => time,
      async pause(milliseconds) {
        const until = time + milliseconds;
        await new Promise(resolve => setImmediate(resolve));
        time = Math.max(time, until);
      },
      onWait: () => undefined,
    });
    const {transport} = transportOver([], {
      gate,
      async fetch() {
        sentAt.push(time);
        return limited(0);
      },
    });
    const crowd = Array.from({length: 100}, () => transport({method: 'GET', url: `${url}/labels`}));
    const ends = await Promise.allSettled(crowd);
    expect(new Set(ends.map(({status}) => status))).toEqual(new Set(['rejected']));
    expect(sentAt).toHaveLength(400);
    for (const from of new Set(sentAt))
      expect(sentAt.filter(at => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(100);
  });

  it('tells of a long wait at the gate at once, to those after it too', async () => {
    const gate = createPace({
      clock: () => 0,
      wallClock: () => 0,
      pause: () => Promise.reject(new Error('a wait that is sat out')),
      onWait: () => undefined,
    });
    const {transport, sent} = transportOver([limited(2_592_000)], {gate});
    await expect(transport({method: 'GET', url})).rejects.toMatchObject({kind: 'paused'});
    await expect(transport({method: 'GET', url})).rejects.toMatchObject({kind: 'paused'});
    expect(sent).toHaveLength(1);
  });

  it('calls requests off, at the gate and after it, and repeats none of them', async () => {
    const controller = new AbortController();
    const gate: Gate = {
      async enter(_address, signal) {
        signal?.throwIfAborted();
        return () => undefined;
      },
      learn: () => undefined,
    };
    const {transport, sent} = transportOver([new DOMException('stopped', 'AbortError')], {
      gate,
      signal: controller.signal,
    });
    const flying = transport({method: 'GET', url});
    await Promise.resolve();
    controller.abort();
    await expect(flying).rejects.toMatchObject({kind: 'offline', message: 'Stopped.'});
    await expect(transport({method: 'GET', url})).rejects.toMatchObject({kind: 'offline'});
    expect(sent).toHaveLength(1);
  });

  it('takes half an answer for none', async () => {
    const {transport} = transportOver([new Response('{"id":')]);
    await expect(transport({method: 'GET', url})).rejects.toMatchObject({kind: 'unavailable'});
  });
});

describe('isRepeatable', () => {
  const api = 'https://gitlab.com/api/v4';
  it.each([
    ['GET', `${api}/projects/1/transfer`, true],
    ['PUT', `${api}/projects/1`, true],
    ['PUT', `${api}/projects/1/notification_settings`, true],
    ['PUT', `${api}/projects/1/transfer`, false],
    ['PUT', `${api}/projects/1/repository/files/README.md`, false],
    ['POST', `${api}/groups`, false],
    ['DELETE', `${api}/projects/1/share/2`, false],
  ])('%s %s: %s', (method, address, expected) => {
    expect(isRepeatable(method, address)).toBe(expected);
  });
});
