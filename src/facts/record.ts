import type {BracketRules} from '../placeholders/rules.ts';

/** What a person said of a row, and when. */
export interface Remark {
  /** The person's name. */
  readonly by: string;
  /** Date and time (ISO). */
  readonly at: string;
  /** A note, or why a row does not apply; can be empty for a tick. */
  readonly note: string;
  /** Kept before users were told apart: it may be somebody else's, so nothing is done to it. */
  readonly isOwnerless?: true | undefined;
}

/** What people said of a customer: it is nowhere in GitLab, so it is kept in the browser's synced storage. */
export interface CustomerRecord {
  /** Rows that only a person can judge, by their id. */
  readonly ticks: Readonly<Record<string, Remark>>;
  /** Rows that do not apply, by their id. */
  readonly waivers: Readonly<Record<string, Remark>>;
  /** The merge request that was made because the default branch is protected, and the files that it fills in. */
  readonly waiting?:
    | {
        readonly iid: number;
        readonly files: readonly string[];
        /** Whether it was closed without being merged: read with the record, and not kept. */
        readonly isClosed?: true;
      }
    | undefined;
  /** The playbook that was chosen; undefined while it is guessed. */
  readonly playbook?: string | undefined;
}

export const emptyRecord: CustomerRecord = {ticks: {}, waivers: {}};

/** Whose a person is. */
export type Side = 'customer' | 'colleague';

/** Persons about whom was decided whose they are, by user id. */
export type Sides = ReadonlyMap<number, Side>;

/** Where what people said is kept. */
export interface Notebook {
  /** @param projectId the customer's project */
  record(projectId: number): Promise<CustomerRecord>;
  /** Many at once, by the project's id; those of whom nothing was said are missing. */
  records(projectIds: readonly number[]): Promise<ReadonlyMap<number, CustomerRecord>>;
  sides(): Promise<Sides>;
  /** What was decided about bracketed texts, for all customers. */
  brackets(): Promise<BracketRules>;
}

/** A notebook that can be written. Its functions throw where the browser does not keep what they are given. */
export interface WritableNotebook extends Notebook {
  /**
   * Changes what is kept of a customer, one change after the other.
   *
   * @param step the record as it is to the record as it will be; what it throws comes back, and then nothing is changed
   */
  updateRecord(projectId: number, step: (record: CustomerRecord) => CustomerRecord): Promise<void>;
  /** @returns changes it for a page that goes, which hears no answer any more */
  followRecord(projectId: number): Promise<(step: (record: CustomerRecord) => CustomerRecord) => void>;
  /** @param side null leaves open again whose the person is */
  setSide(userId: number, side: Side | null): Promise<void>;
  /**
   * Changes what was decided about bracketed texts, one change after the other; {@link Notebook.brackets} waits for those under way.
   *
   * @param step the rules as they are to the rules as they will be
   */
  updateBrackets(step: (rules: BracketRules) => BracketRules): Promise<void>;
}
