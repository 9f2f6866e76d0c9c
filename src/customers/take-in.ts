import type {Signal} from '@preact/signals-core';
import type {Checklist} from '../checklist/checklist.ts';
import type {Page} from '../checklist/page.ts';
import {resultOfChecklist} from './from-checklist.ts';
import type {KnownCustomers} from './known-customers.ts';
import {createKeeper} from './results-writer.ts';

interface TakeIn {
  /** What the page shows of customers. */
  readonly known: Signal<KnownCustomers>;
  /** Whether nothing can be known of it from before, so that a part is better than nothing. */
  readonly isNew: boolean;
}

/**
 * Puts a customer into what is known of the user's customers, as its own checklist says it: it is in the lists without waiting for the
 * next time that all of them are read. Does nothing where the checklist was read as somebody else. Rejects where it cannot be told who
 * is signed in.
 */
export async function takeIn(page: Page, checklist: Checklist, {known, isNew}: TakeIn): Promise<void> {
  const {id} = await page.checklist.means.pageUser();
  const {workspace} = checklist.sources;
  const {user} = checklist.facts.value;
  const result = resultOfChecklist(checklist);
  if (result === undefined || user?.state !== 'known' || user.value.id !== id) return;
  if (result.readAt === undefined && !isNew) return;
  if (page.place.kind === 'group') known.value = new Map(known.value).set(result.path.toLowerCase(), result);
  // The browser that does not keep it says so where all of them are read.
  await createKeeper(new URL(workspace.host).host, id, () => undefined).keep([result]);
}
