import type {Checklist} from '../../checklist/checklist.ts';
import {forms} from '../scripts.ts';

/** Has the item of members tell of those whom an earlier page left in its field, not invited. */
export async function recallPeople(checklist: Checklist): Promise<void> {
  await checklist.texts.load();
  if (!checklist.texts.all.value.get('people')) return;
  await forms.load();
  const part = forms.loaded.value;
  if (typeof part === 'object') part.recallUnsent(checklist);
}
