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
    facts: signal({project: {state: 'known', value: {id: 12, avatar: 'none'}}}),
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

it('the logo that is replaced is shown, and only that one is', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const make = vi.fn().mockResolvedValue({isMade: true});
  let give: ((logo: Blob) => void) | undefined;
  const avatar = () =>
    new Promise<Blob>(resolve => {
      give = resolve;
    });
  const checklist = {
    facts: signal({
      project: {state: 'known', value: {id: 12, avatar: 'uploaded', avatarUrl: 'https://gitlab.com/logo.png'}},
    }),
    sources: {gitlab: {avatar}},
    make,
  } as unknown as Checklist;
  formsOf(checklist).chosenLogo.value = 'AAAA';
  const row = {check: {id: 'avatar'}, busy: false} as Row;
  render(<AvatarForm checklist={checklist} row={row} onDone={() => undefined} />, root);
  const use = () => root.querySelector<HTMLButtonElement>('button[type="submit"]');
  expect(use()?.getAttribute('aria-disabled')).toBe('true');
  use()?.click();
  await eventually(() => expect(give).toBeDefined());
  give?.(new Blob(['old']));
  await eventually(() => expect(use()?.getAttribute('aria-disabled')).toBe('false'));
  expect(root.querySelector<HTMLImageElement>('img[alt="The current logo"]')?.src).toContain(btoa('old'));
  expect(make).not.toHaveBeenCalled();
  use()?.click();
  await eventually(() => expect(make).toHaveBeenCalledTimes(1));
  const shown = 'cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4';
  expect(make).toHaveBeenCalledWith(row.check, expect.objectContaining({shown, from: 'https://gitlab.com/logo.png'}));
});
