// @vitest-environment happy-dom
import {expect, it, vi} from 'vitest';
import {onConfirmKey} from '../../../../src/ui/atoms/confirm-key.ts';

it.each<[string, KeyboardEventInit, number]>([
  ['Control and Enter', {key: 'Enter', ctrlKey: true}, 1],
  ['Command and Enter', {key: 'Enter', metaKey: true}, 1],
  ['Enter', {key: 'Enter'}, 0],
  ['Control and another key', {key: 's', ctrlKey: true}, 0],
  ['a held key', {key: 'Enter', ctrlKey: true, repeat: true}, 0],
  ['the end of a composition', {key: 'Enter', ctrlKey: true, isComposing: true}, 0],
])('%s confirms the innermost form, or nothing', (_what, init, times) => {
  const confirm = vi.fn();
  const around = vi.fn();
  const form = document.createElement('div');
  const field = form.appendChild(document.createElement('input'));
  const flow = document.createElement('div');
  flow.append(form);
  form.addEventListener('keydown', onConfirmKey(confirm));
  flow.addEventListener('keydown', around);
  const event = new KeyboardEvent('keydown', {bubbles: true, cancelable: true, ...init});
  field.dispatchEvent(event);
  expect(confirm).toHaveBeenCalledTimes(times);
  expect(around).toHaveBeenCalledTimes(1 - times);
  expect(event.defaultPrevented).toBe(times === 1);
});
