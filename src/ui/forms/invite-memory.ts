import {type Signal, signal} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';

/** What came of the last invitation from a checklist. */
export interface InviteResult {
  /** How many were to be invited, and how many of them GitLab took. */
  readonly sent: number;
  readonly taken: number;
  /** Its entry in the journal, where it can be undone. */
  readonly entry: string | undefined;
}

const all = new WeakMap<Checklist, Signal<InviteResult | undefined>>();

/** What came of the last invitation, until the page is left: the same for whoever asks, also after the form was closed. */
export function lastInvitation(checklist: Checklist): Signal<InviteResult | undefined> {
  const known = all.get(checklist);
  if (known) return known;
  const made = signal<InviteResult | undefined>(undefined);
  all.set(checklist, made);
  return made;
}
