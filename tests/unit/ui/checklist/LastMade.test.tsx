// @vitest-environment happy-dom
import {render} from 'preact';
import {afterEach, expect, it, vi} from 'vitest';
import {whatWasMade} from '../../../../src/changes/made-words.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import {type Said, said} from '../../../../src/texts/said.ts';
import {LastMade} from '../../../../src/ui/checklist/LastMade.tsx';
import type {RowInUse} from '../../../../src/ui/checklist/use-row.ts';
import {madeWords} from '../../../../src/ui/scripts.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

afterEach(() => {
  render(null, document.body);
  madeWords.loaded.value = undefined;
});

/** What is said of an item's last change, while a form stands open there. */
function saidOf(what: Said, form?: string): string {
  madeWords.loaded.value = {whatWasMade};
  const row = {check: {failureTitle: 'Introduce the customer'}, done: {what}, undo: {}, busy: false} as unknown as Row;
  render(<LastMade row={row} use={{form: form && {form}} as unknown as RowInUse} />, document.body);
  return document.body.textContent;
}

it('says what the last change of an item did, once', () => {
  expect(saidOf(said('changes.untick'))).toBe('Marked “Introduce the customer” as not done.');
  const invited = said('changes.invite', 3, 30);
  expect(saidOf(invited)).not.toBe('');
  // The form says what came of it, and the evidence who marked the item.
  expect(saidOf(invited, 'invite')).toBe('');
  expect(saidOf(said('changes.tick'))).toBe('');
  expect(saidOf(said('changes.waive'))).toBe('');
});
