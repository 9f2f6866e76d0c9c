import {expect, it} from 'vitest';
import {withPace} from '../../../src/gitlab/pace.ts';
import type {Transport} from '../../../src/gitlab/transport.ts';

it('sends at once as long as there is room, then waits until a minute after the first, in order', async () => {
  let time = 0;
  const sent: [string, number][] = [];
  const waits: number[] = [];
  const transport: Transport = async ({url}) => {
    sent.push([url, time]);
    return {status: 200, body: undefined, headers: {}};
  };
  const paced = withPace(transport, {
    perMinute: 10,
    clock: () => time,
    async pause(milliseconds) {
      time += milliseconds;
    },
    onWait: seconds => waits.push(seconds),
  });
  const send = (url: string) => paced({method: 'GET', url});
  await Promise.all(Array.from({length: 7}, (_, index) => send(`a${index}`)));
  expect(sent.every(([, at]) => at === 0)).toBe(true);
  time = 20_000;
  await Promise.all([send('b0'), send('b1')]);
  expect(sent.slice(7)).toEqual([
    ['b0', 60_000],
    ['b1', 60_000],
  ]);
  expect(waits).toEqual([40]);
  time = 300_000;
  await send('c');
  expect(sent.at(-1)).toEqual(['c', 300_000]);
});
