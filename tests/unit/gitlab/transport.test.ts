import {describe, expect, it} from 'vitest';
import type {Gate} from '../../../src/gitlab/pace.ts';
import {createSessionTransport, isRepeatable, type TransportOptions} from '../../../src/gitlab/transport.ts';

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
const limited = (seconds?: number) =>
  new Response('Retry later\n', {status: 429, headers: seconds === undefined ? {} : {'retry-after': String(seconds)}});
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

  it('does not sit out a wait of ten minutes', async () => {
    const {transport, pauses} = transportOver([limited(600)]);
    await expect(transport({method: 'GET', url})).rejects.toMatchObject({kind: 'limited', retryAfter: 600});
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

  it('leaves the wait to the gate where there is one, however often and long, and tells it what GitLab tells', async () => {
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
    const answers = [limited(600), limited(600), limited(), limited(), limited(), ok()];
    answers.push(new Response('{}', {headers: {'ratelimit-limit': '2000'}}));
    const {transport, pauses, waits} = transportOver(answers, {gate});
    expect((await transport({method: 'GET', url})).body).toEqual({id: 1});
    await transport({method: 'GET', url});
    expect(pauses).toEqual([]);
    expect(waits).toEqual([]);
    expect(entered).toHaveLength(7);
    expect(left).toEqual(entered);
    expect(learned.slice(0, 2)).toEqual([
      [429, 600, undefined],
      [429, 600, undefined],
    ]);
    expect(learned.at(-1)).toEqual([200, undefined, 2000]);
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
    await expect(flying).rejects.toMatchObject({kind: 'offline', message: 'It was stopped before GitLab answered.'});
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
