import {effect, type Signal} from '@preact/signals-core';
import type {Page} from '../checklist/page.ts';
import {readResultsOf} from './read-results.ts';
import type {CustomerResult} from './result.ts';

/** What was read of customers before, by their full path in lower case. */
export type KnownCustomers = ReadonlyMap<string, CustomerResult>;

/** Reads, on a group's page, what is known of customers; again when the view of all customers is closed. */
export function watchKnownCustomers(
  {place, checklist}: Page,
  isWide: Signal<boolean>,
  known: Signal<KnownCustomers>,
): void {
  if (place.kind !== 'group') return;
  effect(() => {
    if (isWide.value) return;
    void checklist.means
      .pageUser()
      .then(({id}) => readResultsOf(location.host, id))
      .then(
        results => {
          known.value = new Map(results.map(result => [result.path.toLowerCase(), result]));
        },
        // Without what was read the lists say no more than GitLab's.
        () => undefined,
      );
  });
}
