import {describe, expect, it} from 'vitest';
import {createPace, type LimitsTold} from '../../../src/gitlab/pace.ts';

const api = 'https://gitlab.com/api/v4';
const labels = `${api}/projects/1/labels`;

/** A gate on a clock of its own: who waits lets time pass. */
function paced() {
  let time = 0;
  const sent: [string, number][] = [];
  const waits: (number | undefined)[] = [];
  const gate = createPace({
    clock: () => time,
    wallClock: () => 1_000_000_000_000 + time,
    async pause(milliseconds) {
      const until = time + milliseconds;
      await new Promise(resolve => setImmediate(resolve));
      time = Math.max(time, until);
    },
    onWait: until => waits.push(until),
  });
  return {
    gate,
    sent,
    waits,
    at(moment: number) {
      time = moment;
    },
    async send(url: string, signal?: AbortSignal, isWeb = false) {
      const leave = await gate.enter(url, signal, isWeb);
      sent.push([url, time]);
      leave();
    },
  };
}

const told = (more: Partial<LimitsTold>): LimitsTold => ({
  url: labels,
  isWeb: false,
  name: undefined,
  status: 200,
  retryAfter: undefined,
  limit: undefined,
  observed: undefined,
  remaining: undefined,
  reset: undefined,
  ...more,
});

/** The most that were sent within any minute. */
function mostInAMinute(sent: readonly (readonly [string, number])[]): number {
  return Math.max(...sent.map(([, from]) => sent.filter(([, at]) => at >= from && at < from + 60_000).length));
}

describe('the pace', () => {
  it('never lets more than 68 % of the limit through in any minute', async () => {
    const {send, sent, waits} = paced();
    for (let index = 0; index < 3_000; index += 1) await send(labels);
    expect(sent.filter(([, at]) => at === 0)).toHaveLength(1_360);
    expect(mostInAMinute(sent)).toBe(1_360);
    expect(waits.at(0)).toBe(61_000);
    expect(waits.at(-1)).toBeUndefined();
  });

  it('never lets more than that reach GitLab in any minute, however long some take to get there', async () => {
    const {gate, at} = paced();
    const arrived: [string, number][] = [];
    let time = 0;
    const send = async (travel: number) => {
      const leave = await gate.enter(labels, undefined, false);
      const entered = time;
      return () => {
        arrived.push([labels, entered + travel]);
        leave();
      };
    };
    const arrive = await Promise.all(Array.from({length: 1_360}, (_, index) => send(index < 680 ? 0 : 5_000)));
    for (const one of arrive.slice(0, 680)) one();
    time = 5_000;
    at(time);
    for (const one of arrive.slice(680)) one();
    time = 61_000;
    at(time);
    const later = Array.from({length: 1_360}, () => send(0).then(one => one()));
    await Promise.all(later.slice(0, 680));
    expect(arrived).toHaveLength(2_040);
    expect(mostInAMinute(arrived)).toBeLessThanOrEqual(1_360);
  });

  it('keeps a place for each that is under way, and gives it free when there is no answer', async () => {
    const {gate, sent, send} = paced();
    gate.learn(told({limit: 10}));
    const leave = await Promise.all(Array.from({length: 6}, () => gate.enter(labels, undefined, false)));
    const next = send(labels);
    await new Promise(resolve => setImmediate(resolve));
    expect(sent).toEqual([]);
    for (const one of leave) one();
    await next;
    expect(sent[0]?.[1]).toBeGreaterThanOrEqual(61_000);
  });

  it('keeps the lower limits of single routes, and lets others pass meanwhile', async () => {
    const {send, sent} = paced();
    const slow = Array.from({length: 50}, () => send(`${api}/projects/1/invited_groups`));
    await send(labels);
    expect(sent.filter(([, at]) => at === 0)).toHaveLength(41);
    await Promise.all(slow);
    expect(mostInAMinute(sent.filter(([url]) => url !== labels))).toBe(40);
  });

  it.each([
    [`${api}/projects/group%2Fproject`, 272],
    [`${api}/groups/group%2Fsub`, 272],
    [`${api}/groups/7/projects`, 408],
    [`${api}/groups/7/members/all`, 136],
    [`${api}/projects/1/repository/files/README.md`, 340],
    [`${api}/projects/1/repository/files/README.md/raw`, 204],
    [`${api}/projects/1/notification_settings`, 1_360],
  ])('%s: at most %d at once', async (url, most) => {
    const {send, sent} = paced();
    for (let index = 0; index <= most; index += 1) await send(`${url}?page=${index}`);
    expect(sent.filter(([, at]) => at === 0)).toHaveLength(most);
  });

  it('takes the limit that GitLab tells', async () => {
    const {gate, send, sent} = paced();
    gate.learn(told({limit: 100, remaining: 90}));
    for (let index = 0; index < 69; index += 1) await send(labels);
    expect(sent.filter(([, at]) => at === 0)).toHaveLength(68);
  });

  it('leaves the last 30 % to the user, whoever used the others', async () => {
    const {gate, send, sent} = paced();
    gate.learn(told({limit: 2_000, remaining: 601, reset: 1_000_000_040}));
    await send(labels);
    gate.learn(told({limit: 2_000, remaining: 600, reset: 1_000_000_040}));
    await send(labels);
    expect(sent.map(([, at]) => at)).toEqual([0, 40_000]);
  });

  it.each<[string, Partial<LimitsTold>, number]>([
    ['of 15 seconds, with much left', {limit: 2_000, observed: 100, remaining: 400}, 0],
    ['of 15 seconds, with little left', {limit: 2_000, observed: 350, remaining: 150}, 9_000],
    ['of an hour, with much left', {limit: 120, observed: 5_000, remaining: 2_200}, 0],
    ['of an hour, with little left', {limit: 120, observed: 5_100, remaining: 2_100}, 9_000],
  ])('takes a limit for the period that it has: one %s', async (_which, answer, until) => {
    const {gate, send, sent} = paced();
    gate.learn(told({...answer, reset: 1_000_000_009}));
    await send(labels);
    expect(sent.map(([, at]) => at)).toEqual([until]);
  });

  it('sends as fast as ever while much of an hour’s limit is left', async () => {
    const {gate, send, sent} = paced();
    gate.learn(told({limit: 250, observed: 5_000, remaining: 10_000, reset: 1_000_002_400}));
    for (let index = 0; index < 400; index += 1) await send(labels);
    expect(sent.filter(([, at]) => at === 0)).toHaveLength(400);
  });

  it('sends nothing more until the hour is over where 30 % of its limit are left, and says so', async () => {
    const {gate, send, sent} = paced();
    gate.learn(told({limit: 250, observed: 10_500, remaining: 4_500, reset: 1_000_002_400}));
    await expect(send(labels)).rejects.toMatchObject({kind: 'paused'});
    expect(sent).toEqual([]);
  });

  it.each<[string, Partial<LimitsTold>, number]>([
    ['the user', {limit: 2_000, remaining: 0, retryAfter: 33}, 33_000],
    ['the user, who is told no time', {limit: 2_000}, 15_000],
    ['the user, who is told that there is none', {limit: 2_000, retryAfter: 0}, 1_000],
    ['a route that asks for five minutes', {retryAfter: 300}, 300_000],
    ['a route that nothing is known of', {retryAfter: 60}, 60_000],
  ])('lets nothing through while the limit of %s is reached', async (_whose, answer, until) => {
    const {gate, send, sent} = paced();
    gate.learn(told({status: 429, ...answer}));
    await send(`${api}/groups/7`);
    expect(sent).toEqual([[`${api}/groups/7`, until]]);
  });

  it('holds what carries the page’s token to the page’s own limit, and nothing else', async () => {
    const {send, sent} = paced();
    const pages = Array.from({length: 681}, () => send(`${api}/labels/1/subscribe`, undefined, true));
    await send(labels);
    expect(sent.filter(([url, at]) => url !== labels && at === 0)).toHaveLength(680);
    expect(sent.filter(([url]) => url === labels)).toEqual([[labels, 0]]);
    await Promise.all(pages);
  });

  it.each<[string, Partial<LimitsTold>, boolean, number[]]>([
    ['the page’s own traffic', {name: 'throttle_authenticated_web'}, false, [40_000, 0, 0]],
    ['the API', {name: 'throttle_authenticated_api'}, true, [0, 40_000, 40_000]],
    ['files', {name: 'throttle_authenticated_files_api'}, false, [0, 0, 40_000]],
    ['no name, with the token', {}, true, [40_000, 0, 0]],
    ['no name, without it', {}, false, [0, 40_000, 40_000]],
  ])('learns of the limit that GitLab names: %s', async (_which, named, isWeb, expected) => {
    const whens = await Promise.all(
      (
        [
          ['labels/1/subscribe', true],
          ['labels', false],
          ['repository/files/README.md', false],
        ] as const
      ).map(async ([path, carriesToken]) => {
        const {gate, send, sent} = paced();
        gate.learn(told({limit: 2_000, remaining: 100, reset: 1_000_000_040, isWeb, ...named}));
        await send(`${api}/projects/1/${path}`, undefined, carriesToken);
        return sent[0]?.[1];
      }),
    );
    expect(whens).toEqual(expected);
  });

  it('waits for a single route’s limit without holding the others', async () => {
    const {gate, send, sent} = paced();
    gate.learn(told({url: `${api}/groups/7`, status: 429, retryAfter: 240}));
    await send(labels);
    await send(`${api}/groups/8`);
    expect(sent.map(([, at]) => at)).toEqual([0, 240_000]);
  });

  it.each([301, 600, 2_592_000, 31_536_000])(
    'does not sit out a wait of %d seconds, and lets others pass',
    async retryAfter => {
      const {gate, send, sent, waits} = paced();
      gate.learn(told({url: `${api}/groups/7`, status: 429, retryAfter}));
      await expect(send(`${api}/groups/8`)).rejects.toMatchObject({kind: 'paused', status: 429});
      await send(labels);
      expect(sent).toEqual([[labels, 0]]);
      expect(waits).toEqual([]);
    },
  );

  it('sits out the rest of a long wait, once it is no long one any more', async () => {
    const {gate, send, sent, at} = paced();
    gate.learn(told({status: 429, retryAfter: 600}));
    at(299_999);
    await expect(send(labels)).rejects.toMatchObject({kind: 'paused'});
    at(300_000);
    await send(labels);
    expect(sent).toEqual([[labels, 600_000]]);
  });

  it('gives up who waits already, where GitLab asks for more meanwhile', async () => {
    const {gate, send, sent, waits} = paced();
    gate.learn(told({status: 429, retryAfter: 60}));
    const sending = send(labels);
    gate.learn(told({status: 429, retryAfter: 3_600}));
    await expect(sending).rejects.toMatchObject({kind: 'paused'});
    expect(sent).toEqual([]);
    expect(waits).toEqual([60_000, undefined]);
  });

  it('is left at once by what is called off', async () => {
    const {gate, send, waits} = paced();
    gate.learn(told({status: 429, retryAfter: 60}));
    const controller = new AbortController();
    const sending = send(labels, controller.signal);
    controller.abort();
    await expect(sending).rejects.toMatchObject({name: 'AbortError'});
    expect(waits).toEqual([60_000, undefined]);
  });
});
