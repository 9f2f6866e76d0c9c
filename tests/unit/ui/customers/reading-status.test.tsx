// @vitest-environment happy-dom
import {batch, signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {Portfolio} from '../../../../src/customers/portfolio.ts';
import {ReadingStatus} from '../../../../src/ui/customers/ReadingStatus.tsx';
import {customer} from '../../customers/customers.ts';

const known = {...customer(1, 'Acme'), readAt: '2026-11-20T10:00:00.000Z'};
let root: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  root = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, root);
  vi.useRealTimers();
  document.body.replaceChildren();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const heard = () => root.querySelector('[role="status"]')?.textContent;
const draw = (customers: object) => render(<ReadingStatus customers={customers as Portfolio} />, root);

it.each([
  ['that came to its end', true, 'Refresh finished: 1 customer.'],
  ['that was stopped or failed', false, 'Refresh didn’t finish: 1 customer.'],
])('tells screen readers of a refresh %s', async (_how, isWhole, words) => {
  draw({
    progress: signal({done: 1, all: 1}),
    isReading: signal(false),
    isWhole: signal(isWhole),
    waiting: signal(undefined),
    customers: signal([known]),
  });
  await pass(1_000);
  expect(heard()).toBe(words);
});

it('shows what changes at once, but tells screen readers of it only every few seconds, without a countdown', async () => {
  const all = 200;
  const progress = signal({done: 0, all});
  const isReading = signal(true);
  const waiting = signal<number | undefined>(undefined);
  draw({progress, isReading, isWhole: signal(true), waiting, customers: signal([known])});
  const told: {readonly at: number; readonly text: string}[] = [];
  const look = () => {
    const text = heard() ?? '';
    if (text !== '' && text !== told.at(-1)?.text) told.push({at: performance.now(), text});
  };
  for (let done = 1; done <= all; done += 1) {
    batch(() => {
      progress.value = {done, all};
      waiting.value = done < 40 ? Math.ceil((40 - done) / 10) : undefined;
    });
    await pass(0);
    expect(root.querySelector('p')?.textContent).toContain(`${done} of ${all} checked.`);
    const seconds = waiting.value;
    const timer = root.querySelector('[role="timer"]')?.textContent;
    if (seconds === undefined) expect(timer).toBeUndefined();
    else expect(timer).toContain(`Pausing for about ${seconds} s`);
    await pass(100);
    look();
  }
  isReading.value = false;
  for (let seconds = 0; seconds < 60; seconds += 1) {
    await pass(100);
    look();
  }
  expect(told.at(-1)?.text).toBe('Refresh finished: 1 customer.');
  expect(told.length).toBeGreaterThan(2);
  for (const {text} of told) expect(text).not.toMatch(/\d s\b/);
  const gaps = told.slice(1).map(({at}, index) => at - (told[index]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(3_500);
});
