/** The levels, from the narrowest to the widest. */
export const visibilities = ['private', 'internal', 'public'] as const;

export type Visibility = (typeof visibilities)[number];

/** A project or group, by numeric id or full path. Writes take ids: GitLab refuses writes to the old path of a moved project. */
export type Ref = number | string;

/** GitLab's number of the role Developer. */
export const developer = 30;
/** GitLab's number of the role Maintainer. */
export const maintainer = 40;
/** What GitLab calls the access of somebody who is no member (`lib/gitlab/access.rb`: `NO_ACCESS`). */
export const noAccess = 0;

export interface Project {
  readonly id: number;
  readonly name: string;
  /** Full path. */
  readonly path: string;
  readonly webUrl: string;
  readonly visibility: Visibility;
  /** GitLab shows `logo.png` of the repository where no picture was uploaded. */
  readonly avatar: 'none' | 'uploaded' | 'repository';
  /** Address of the picture that GitLab shows. */
  readonly avatarUrl: string | undefined;
  /** Date and time (ISO). */
  readonly createdAt: string;
  /** Id of the user who made it; undefined where GitLab did not say. */
  readonly creatorId?: number | undefined;
  /** Date and time (ISO). */
  readonly lastActivityAt: string | undefined;
  /** Date and time (ISO) of the last change of its settings, its place or its activity. */
  readonly updatedAt: string | undefined;
  /** Undefined where issues are switched off. */
  readonly openIssues: number | undefined;
  /** Null while the repository is empty. */
  readonly defaultBranch: string | null;
  /** The branch that the first commit to an empty repository makes: the one that GitLab tells, `main` otherwise. */
  readonly firstBranch?: string;
  /** Path of the file that GitLab shows as the README, in the default branch. */
  readonly readmePath: string | undefined;
  readonly group: {readonly id: number; readonly name: string; readonly path: string};
  /** Groups the project itself is shared with, as far as they are visible to the user. */
  readonly sharedWith: readonly (GroupLink & {readonly name: string})[];
  readonly archived: boolean;
  /** Date (ISO) on which the project was scheduled for deletion. */
  readonly markedForDeletionOn: string | undefined;
  /** Whether nobody is mailed about it, by its own setting or that of a group above; undefined where GitLab did not say. */
  readonly emailsDisabled?: boolean | undefined;
}

/** A group that a project or a group is shared with. */
export interface GroupLink {
  readonly id: number;
  /** GitLab's number of the role that its members get at most. */
  readonly accessLevel: number;
  /** Date (ISO) after which the access ends. */
  readonly expiresAt?: string | undefined;
}

export interface Group {
  readonly id: number;
  readonly name: string;
  /** Full path. */
  readonly path: string;
  readonly webUrl: string;
  readonly visibility: Visibility;
  /** Address of the uploaded picture. */
  readonly avatarUrl: string | undefined;
  /** The groups it is shared with, as far as they are visible to the user; undefined where GitLab did not say. */
  readonly sharedWith: readonly GroupLink[] | undefined;
  /** Whether it or a group above it is archived or scheduled for deletion, and with it all that is in it. */
  readonly isGoing: boolean;
  /** Date and time (ISO); undefined where GitLab did not say. It never says who made a group. */
  readonly createdAt?: string | undefined;
  /** Date (ISO) on which the group itself was scheduled for deletion. */
  readonly markedForDeletionOn?: string | undefined;
}

/** What lies in a group, archived or not, by GitLab's own count. */
export interface GroupContents {
  /** The first hundred projects in it and below it. */
  readonly projects: readonly ListedProject[];
  /** How many there are. */
  readonly projectCount: number;
  readonly subgroupCount: number;
}

/** A project in the list of a group. */
export interface ListedProject {
  readonly id: number;
  readonly name: string;
  /** Full path. */
  readonly path: string;
  readonly webUrl: string;
  /** Date and time (ISO). */
  readonly createdAt: string;
}

/** Which of a group's projects are listed, and in which order. */
export interface ProjectsWanted {
  readonly page?: number;
  /** Only those whose name or path holds it. */
  readonly search?: string;
  /** By name, or the oldest first. */
  readonly orderBy?: 'name' | 'created_at';
  readonly withArchived?: boolean;
}

/** How far a project is that is made from a template. */
export interface ImportState {
  readonly status: 'none' | 'scheduled' | 'started' | 'finished' | 'failed';
  /** Why it failed, in GitLab's words. */
  readonly error: string | undefined;
}

/** A project that is to be made from a group's template. */
export interface NewProject {
  readonly name: string;
  readonly path: string;
  readonly groupId: number;
  readonly templateId: number;
  /** The group that the template lies in. */
  readonly templateGroupId: number;
}

/** One page of a list, and the number of the next page where there is one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPage: number | undefined;
  /** How many pages there are, where GitLab tells: not of lists of more than 10,000. */
  readonly pages?: number | undefined;
}

export interface Member {
  readonly id: number;
  readonly name: string;
  readonly username: string;
  readonly accessLevel: number;
  /** `active`, or why the account cannot be used: `blocked`, `deactivated` … */
  readonly state: string;
  readonly publicEmail: string | undefined;
  /** Date (ISO) on which the membership ends. */
  readonly expiresAt: string | undefined;
  /** Whether the membership waits for an approval; GraphQL does not tell. */
  readonly isAwaiting?: boolean | undefined;
  /** Whether GitLab calls the account a bot or a service account; undefined where it did not say. */
  readonly isBot?: boolean | undefined;
  /**
   * Date and time (ISO) when the membership was made, or the invitation that it came of: one row of GitLab's, which keeps its time
   * when it is accepted (GitLab's `member.rb`). Undefined where GitLab did not say; GraphQL is not asked.
   */
  readonly createdAt?: string | undefined;
  /** Id of the user who made it. */
  readonly createdBy?: number | undefined;
}

export interface Invitation {
  readonly email: string;
  readonly accessLevel: number;
  /** Date (ISO) on which the invitation ends. */
  readonly expiresAt?: string | undefined;
  /** Date and time (ISO) when it was made; undefined where GitLab did not say. */
  readonly createdAt?: string | undefined;
  /** Name of the user who made it; an id is not told. */
  readonly createdByName?: string | undefined;
}

/** Somebody who was to be invited and was not, and GitLab's reason. */
export interface Refused {
  /** The mail, as it was sent, or the username; undefined where it is said of all. */
  readonly who: string | undefined;
  readonly words: string;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  /** Whether the user subscribed to it where it was asked for: in the project, or in the group. */
  readonly subscribed: boolean;
}

export interface Issue {
  /** Number within the project. */
  readonly iid: number;
  readonly title: string;
  readonly webUrl: string;
  readonly author: string;
  /** Date and time (ISO). */
  readonly createdAt: string;
  /** Titles. */
  readonly labels: readonly string[];
  /** Title of its milestone, where that is one of a group. */
  readonly groupMilestone: string | undefined;
}

/** A file of a repository as it is stored. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly lastCommitId: string;
  /** Whether it is a symbolic link, whose bytes are the path that it leads to; undefined where GitLab did not say. */
  readonly isLink?: boolean | undefined;
}

/** An entry of a folder of a repository. */
export interface TreeEntry {
  readonly name: string;
  readonly path: string;
  readonly isFile: boolean;
  /** Whether it is a symbolic link, whose content is the path that it leads to; undefined where GitLab did not say. */
  readonly isLink: boolean | undefined;
  /** The same for files of the same content, in whatever repository. */
  readonly contentId: string;
}

/** What a commit does to one file. */
export interface FileAction {
  readonly action: 'create' | 'update' | 'delete';
  readonly path: string;
  /** The new text; undefined for `delete`. */
  readonly text?: string;
  /** The commit that last touched the file: a newer one makes GitLab refuse. Undefined for `create`. */
  readonly lastCommitId?: string;
}

export interface Commit {
  readonly id: string;
  /** All of it, not only the first line. */
  readonly message: string;
  /** The name of the user who wrote it, as it was then. */
  readonly authorName: string;
  /** Date and time (ISO). */
  readonly authoredAt: string;
}

export interface MergeRequest {
  /** Number within the project. */
  readonly iid: number;
  /** `opened`, `closed`, `merged` or `locked`. */
  readonly state: string;
  readonly authorId: number | undefined;
  /** Who closed it last. */
  readonly closedById: number | undefined;
}

/** A picture file. */
export interface Picture {
  /** The file's name; GitLab looks at its extension. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type NotificationLevel = 'disabled' | 'participating' | 'watch' | 'global' | 'mention' | 'custom';

/** What the user is notified of. Events are there only for `custom`. */
export interface NotificationSetting {
  readonly level: NotificationLevel;
  readonly newIssue: boolean;
}

/** Whether whoever has this setting is told of each new issue. */
export function tellsOfNewIssues({level, newIssue}: NotificationSetting): boolean {
  return level === 'watch' || (level === 'custom' && newIssue);
}

export interface User {
  readonly id: number;
  readonly name: string;
  readonly username: string;
}

/** The signed-in user, as GitLab tells them of themselves. */
export interface SignedInUser extends User {
  /** The public mail address and the account's own, as far as GitLab tells them. */
  readonly mails?: readonly string[];
  /** Whether the user administers the instance, and so needs no role anywhere. */
  readonly isAdmin?: boolean;
}

/** A user who was found by username. */
export interface Account extends User {
  /** `active`, or why the account cannot be used: `deactivated`, `blocked_pending_approval` … */
  readonly state: string;
  /** Whether GitLab calls it a bot or a service account. */
  readonly isBot: boolean;
  /** Address of the picture, which can be a path of the host's; undefined for one that is not loaded. */
  readonly avatarUrl?: string | undefined;
}

/** Somebody whom a search found. */
export type FoundUser = User & Pick<Account, 'avatarUrl'>;
