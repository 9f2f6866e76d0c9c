// @vitest-environment happy-dom
import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {Page} from '../../../src/checklist/page.ts';
import {createReading} from '../../../src/customers/reading.ts';
import type {ScanOptions} from '../../../src/customers/scan.ts';
import {errorOfKind, errorOfNoAnswer} from '../../../src/gitlab/errors.ts';
import type {Gate} from '../../../src/gitlab/pace.ts';
import type {Transport} from '../../../src/gitlab/transport.ts';
import {customer} from './customers.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));
vi.mock('../../../src/browser/extension.ts', () => ({sendToBackground: async () => undefined}));
const scan = vi.hoisted(() => vi.fn());
vi.mock('../../../src/customers/scan.ts', () => ({scan}));

const gate = {} as Gate;
let answer: Transport;

function readingOf() {
  const page = {
    place: {path: 'root'},
    checklist: {sources: {}, means: {pageUser: async () => ({id: 1, name: 'Dana', username: 'dana'})}},
    pacedTransport:
      ({signal}: {signal: AbortSignal}): Transport =>
      request =>
        Promise.race([
          answer(request),
          new Promise<never>((_, reject) => {
            const end = () => reject(errorOfNoAnswer(signal.reason));
            if (signal.aborted) end();
            else signal.addEventListener('abort', end);
          }),
        ]),
    now: () => '2026-11-20T10:00:00.000Z',
    checkAlive: () => true,
  } as unknown as Page;
  return createReading(page, 'gitlab.com', gate);
}

beforeEach(() => {
  answer = async () => ({status: 200, body: {}, headers: {date: 'Fri, 20 Nov 2026 10:00:00 GMT'}});
  scan.mockReset().mockImplementation(async ({watch}: ScanOptions) => {
    watch.onListed([customer(1, 'Acme')], 0);
    return {refusal: undefined, partly: 0};
  });
});

const stopped = 'Stopped. Select “Refresh” to continue.';

describe('a reading of all customers', () => {
  it('that comes to its end is whole', async () => {
    const reading = readingOf();
    await reading.start(false);
    expect([reading.isWhole.value, reading.problem.value, reading.remarks.value]).toEqual([true, undefined, []]);
  });

  it('that the user stops before GitLab’s first answer is no problem, and says how to continue', async () => {
    const reading = readingOf();
    const asked = new Promise<void>(resolve => {
      answer = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const ended = reading.start(true);
    await asked;
    reading.stop();
    await ended;
    expect([reading.isWhole.value, reading.problem.value, reading.remarks.value]).toEqual([
      false,
      undefined,
      [stopped],
    ]);
  });

  it('that the user stops in its middle is neither, and the next one that ends says nothing of it', async () => {
    const reading = readingOf();
    scan.mockImplementationOnce(async () => {
      reading.stop();
      throw errorOfNoAnswer(new DOMException('stopped', 'AbortError'));
    });
    await reading.start(true);
    expect([reading.isWhole.value, reading.problem.value, reading.remarks.value]).toEqual([
      false,
      undefined,
      [stopped],
    ]);
    await reading.start(false);
    expect([reading.isWhole.value, reading.remarks.value]).toEqual([true, []]);
  });

  it('that another one follows is not told of', async () => {
    const reading = readingOf();
    let next: Promise<void> | undefined;
    scan.mockImplementationOnce(async () => {
      next = reading.start(true);
      throw errorOfNoAnswer(new DOMException('stopped', 'AbortError'));
    });
    const told: unknown[] = [];
    reading.problem.subscribe(problem => told.push(problem));
    await reading.start(false);
    await next;
    expect(told).toEqual([undefined]);
    expect([reading.isWhole.value, reading.remarks.value]).toEqual([true, []]);
  });

  it('that fails is not whole', async () => {
    const reading = readingOf();
    await reading.start(false);
    scan.mockRejectedValueOnce(errorOfKind('signed-out', 401));
    await reading.start(false);
    expect(reading.isWhole.value).toBe(false);
    expect(reading.problem.value?.kind).toBe('signed-out');
  });
});
