// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {expect, it, vi} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import {formsOf} from '../../../../src/ui/checklist/open-form.ts';
import {AvatarForm} from '../../../../src/ui/forms/AvatarForm.tsx';
import {eventually} from '../../../eventually.ts';

vi.mock('../../../../src/ui/forms/picture.ts', () => ({
  PictureFault: Error,
  readPicture: async () => ({base64: 'AAAA', size: 3, url: 'data:image/png;base64,AAAA'}),
}));

it('a chosen picture is there again when the form is opened anew, until it is used', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const make = vi.fn().mockResolvedValueOnce({isMade: false}).mockResolvedValueOnce({isMade: true});
  const checklist = {
    facts: signal({project: {state: 'known', value: {id: 12}}}),
    sources: {gitlab: {}},
    make,
  } as unknown as Checklist;
  const row = {check: {id: 'avatar'}, busy: false} as Row;
  const open = () => {
    render(null, root);
    render(<AvatarForm checklist={checklist} row={row} onDone={() => undefined} />, root);
  };
  const picture = () => root.querySelector<HTMLImageElement>('img.square')?.src;
  const use = () => root.querySelector<HTMLButtonElement>('button[type="submit"]');
  open();
  const input = root.querySelector('input') as HTMLInputElement;
  Object.defineProperty(input, 'files', {configurable: true, value: [new File(['x'], 'logo.png')]});
  input.dispatchEvent(new Event('change', {bubbles: true}));
  await eventually(() => expect(picture()).toContain('AAAA'));
  open();
  expect(picture()).toContain('AAAA');
  expect(use()?.getAttribute('aria-disabled')).toBe('false');
  use()?.click();
  await eventually(() => expect(make).toHaveBeenCalledTimes(1));
  open();
  expect(picture(), 'it could not be used').toContain('AAAA');
  use()?.click();
  await eventually(() => expect(make).toHaveBeenCalledTimes(2));
  expect(make).toHaveBeenLastCalledWith(row.check, expect.objectContaining({to: {name: 'logo.png', base64: 'AAAA'}}));
  await eventually(() => expect(formsOf(checklist).chosenLogo.value).toBeUndefined());
  open();
  expect(picture()).toBeUndefined();
});
