// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, expect, it} from 'vitest';
import type {Portfolio} from '../../../../src/customers/portfolio.ts';
import {ReadingStatus} from '../../../../src/ui/customers/ReadingStatus.tsx';
import {customer} from '../../customers/customers.ts';

afterEach(() => {
  document.body.replaceChildren();
});

it.each([
  ['that came to its end', true, 'Refresh finished: 1 customer.'],
  ['that was stopped or failed', false, 'Refresh didn’t finish: 1 customer.'],
])('tells screen readers of a refresh %s', async (_how, isWhole, words) => {
  const customers = {
    progress: signal({done: 1, all: 1}),
    isReading: signal(false),
    isWhole: signal(isWhole),
    waiting: signal(undefined),
    customers: signal([{...customer(1, 'Acme'), readAt: '2026-11-20T10:00:00.000Z'}]),
  } as unknown as Portfolio;
  const root = document.body.appendChild(document.createElement('div'));
  render(<ReadingStatus customers={customers} />, root);
  await expect.poll(() => root.querySelector('[role="status"]')?.textContent).toBe(words);
});
