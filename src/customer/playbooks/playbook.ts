export type PlaybookId = 'from-pre-sales' | 'new-customer' | 'from-another-csm';

/** The rows of one situation. */
export interface Playbook {
  readonly id: PlaybookId;
  /** The situation, as a phrase. */
  readonly title: string;
  /** Words of the handbook's heading for it. */
  readonly handbook: string;
  /** Ids of checks, in the order in which the handbook goes through them. */
  readonly rows: readonly string[];
}
