import type {
  Group,
  Invitation,
  ListedProject,
  Member,
  NotificationSetting,
  Page,
  Project,
  User,
} from '../gitlab/model.ts';
import type {Problem} from '../gitlab/problem.ts';

/** One thing read from GitLab: known, denied (the role does not allow reading it), or failed (and why). */
export type Fact<T> =
  | {readonly state: 'known'; readonly value: T}
  | {readonly state: 'denied'; readonly problem: Problem}
  | {readonly state: 'failed'; readonly problem: Problem};

/** The project's README, or why there is none that could be judged. */
export type Readme =
  | {readonly kind: 'empty-repository'}
  | {readonly kind: 'missing'}
  | {readonly kind: 'other-format'; readonly path: string}
  | {readonly kind: 'not-utf8'; readonly path: string}
  | {readonly kind: 'lfs-pointer'; readonly path: string}
  | ReadmeText;

export interface ReadmeText {
  readonly kind: 'text';
  readonly path: string;
  /** The file's text to the last character, a byte order mark included. */
  readonly text: string;
  /** The commit that last touched the file; GitLab refuses a commit that is based on an older one. */
  readonly lastCommitId: string;
}

export interface Notifications {
  readonly project: NotificationSetting;
  /** The user's own setting, where it applies: where the project's level is `global`. */
  readonly own: NotificationSetting | undefined;
}

/** Colleagues among the project's direct members, by user id. */
export type Colleagues = ReadonlySet<number>;

/** What is true of a customer project, by name. */
export interface ProjectFacts {
  readonly project: Project;
  readonly readme: Readme;
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
  readonly colleagues: Colleagues;
  /** Ids of the groups that have access to the project by an invitation of it or of a group above it. */
  readonly invitedGroups: ReadonlySet<number>;
  readonly notifications: Notifications;
  readonly user: User;
}

/** What is true of a group. */
export interface GroupFacts {
  readonly group: Group;
  readonly projects: Page<ListedProject>;
}

/** Everything that checks can ask for. */
export interface Facts extends ProjectFacts, GroupFacts {}

export type FactName = keyof Facts;

/** The facts read so far; a missing one is still being read. */
export type FactSheet = {readonly [Name in FactName]?: Fact<Facts[Name]>};
