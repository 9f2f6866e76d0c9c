import {type Signal, signal} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Said} from '../../texts/said.ts';

/** What came of the last invitation from a checklist. */
export interface InviteResult {
  /** How many were to be invited, and how many of them GitLab took. */
  readonly sent: number;
  readonly taken: number;
  /** Its entry in the journal, where it can be undone. */
  readonly entry: string | undefined;
}

/** What is known of invitations from a checklist until its page is left. */
interface InviteMemory {
  /** Whom GitLab did not take, and why, by the entry in small letters. */
  readonly failed: Signal<ReadonlyMap<string, Said | string>>;
  readonly result: Signal<InviteResult | undefined>;
}

const all = new WeakMap<Checklist, InviteMemory>();

/** The memory of a checklist: the same for whoever asks, also after the form was closed. */
export function inviteMemory(checklist: Checklist): InviteMemory {
  const known = all.get(checklist);
  if (known) return known;
  const made: InviteMemory = {
    failed: signal<ReadonlyMap<string, Said | string>>(new Map()),
    result: signal<InviteResult | undefined>(undefined),
  };
  all.set(checklist, made);
  return made;
}
