import type {GroupLink, NotificationSetting} from '../../gitlab/model/model.ts';

/** What is remembered for a day of a group that many customers share. */
export interface SharedGroup {
  /** The user's notification setting for it. */
  readonly level?: NotificationSetting | undefined;
  /** The roles that the team group has there. */
  readonly team?: readonly GroupLink[] | undefined;
  /** Whether the user is a member of the group itself. */
  readonly isMember?: boolean | undefined;
}

/** What is remembered for a day, so that not every customer's page asks it anew. */
export interface DayMemory {
  /** By full path: groups above customers, and as `` the user's own setting. */
  readonly groups: Readonly<Record<string, SharedGroup & {readonly day: string}>>;
  /** The fields that GitLab's GraphQL does not know; `all` where it cannot be used. */
  readonly graphql?: {readonly day: string; readonly without: readonly string[] | 'all'} | undefined;
}

/** Where a {@link DayMemory} is kept. */
export interface DayBook {
  /** What is kept, as far as this page knows. */
  readonly now: () => DayMemory;
  /** Keeps more. What cannot be kept is asked for again. */
  readonly keep: (step: (memory: DayMemory) => DayMemory) => void;
}
