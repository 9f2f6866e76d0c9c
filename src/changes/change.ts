import type {Remark, Side} from '../facts/record.ts';
import type {NotificationSetting, User, Visibility} from '../gitlab/model/model.ts';

/**
 * One thing to be done in GitLab, as data: what it is done to, what is there now and what will be. One executor does it;
 * what was there before is looked at again first and makes the undo.
 */
export type Change =
  | {
      readonly kind: 'project-visibility';
      readonly projectId: number;
      readonly from: Visibility;
      readonly to: Visibility;
    }
  | {readonly kind: 'group-visibility'; readonly groupId: number; readonly from: Visibility; readonly to: Visibility}
  | {readonly kind: 'project-name'; readonly projectId: number; readonly from: string; readonly to: string}
  | {
      readonly kind: 'notifications';
      readonly projectId: number;
      readonly from: NotificationSetting;
      readonly to: NotificationSetting;
    }
  | {
      readonly kind: 'share';
      readonly projectId: number;
      readonly groupId: number;
      readonly groupName: string;
      /** GitLab's number of the role that the group's members get at most. */
      readonly accessLevel: number;
    }
  | {
      readonly kind: 'invite';
      readonly projectId: number;
      readonly mails: readonly string[];
      /** Accounts, as they were looked up and shown. */
      readonly users: readonly User[];
      /** GitLab's number of the role. */
      readonly accessLevel: number;
    }
  | {
      readonly kind: 'roles';
      readonly projectId: number;
      /** Each person with GitLab's number of the role that is there and of the one that will be. */
      readonly people: readonly RoleChange[];
    }
  | {
      readonly kind: 'remove';
      readonly projectId: number;
      /** Invitations that are taken back. */
      readonly mails: readonly string[];
      /** Direct members that are removed. */
      readonly userIds: readonly number[];
      /** The members' names with their usernames, by user id, for texts. */
      readonly names?: Readonly<Record<number, string>> | undefined;
      /**
       * By mail or user id, when each was made (ISO): one of another time is somebody else's, and a member of an invitation's
       * time accepted it. What is not told of counts as the one that was made.
       */
      readonly since?: Readonly<Record<number | string, string>> | undefined;
      /** GitLab's number of the role that they were given; who has another one by now stays. */
      readonly accessLevel: number;
      /** People whose role was changed; they get the old one again. */
      readonly roles?: readonly RoleChange[] | undefined;
    }
  | {
      readonly kind: 'unshare';
      readonly projectId: number;
      readonly groupId: number;
      /** GitLab's number of the role that the group was given. */
      readonly accessLevel: number;
    }
  | {
      readonly kind: 'commit';
      readonly projectId: number;
      readonly branch: string;
      /** What every commit says: 200 characters at most; no text of the repository, since GitLab acts on it. */
      readonly message: string;
      readonly files: readonly FileChange[];
    }
  | {
      readonly kind: 'restore';
      readonly projectId: number;
      readonly branch: string;
      readonly message: string;
      /** Each file with the commit of ours that last touched it, and the one before; null where there was no file. */
      readonly files: readonly {readonly path: string; readonly commitId: string; readonly before: string | null}[];
    }
  | {
      /** A commit to a new branch and a merge request, where the default branch is protected for the user. */
      readonly kind: 'merge-request';
      readonly projectId: number;
      readonly target: string;
      /** The new branch. */
      readonly source: string;
      /** The commit's message; its first line is the title. */
      readonly message: string;
      readonly files: readonly FileChange[];
    }
  | {
      readonly kind: 'close-merge-request';
      readonly projectId: number;
      readonly iid: number;
      readonly source: string;
      /** The commit that the branch was made with: with another one on top the branch stays. Unknown in older journals. */
      readonly head?: string | undefined;
    }
  | {
      readonly kind: 'avatar';
      readonly projectId: number;
      /** Address of the picture that is there now, which is the same for every `logo.png`. */
      readonly from: string | null;
      /** SHA-256, in hexadecimal digits, of the uploaded picture that was shown; undefined where none was. */
      readonly shown?: string | undefined;
      /**
       * SHA-256, in hexadecimal digits, of the picture of ours that is there now: GitLab's addresses of pictures stay the same. Only
       * what takes a change back has it.
       */
      readonly ours?: string | undefined;
      /** The picture, its bytes as base64; null takes it away. */
      readonly to: {readonly name: string; readonly base64: string} | null;
    }
  | {
      readonly kind: 'subscriptions';
      readonly projectId: number;
      readonly labels: readonly {readonly id: number; readonly name: string}[];
      /** Whether to subscribe or to unsubscribe. */
      readonly subscribed: boolean;
    }
  | {
      readonly kind: 'issues';
      readonly projectId: number;
      readonly action: 'close' | 'reopen' | 'delete';
      readonly issues: readonly {readonly iid: number; readonly title: string}[];
    }
  | RemarkChange<'tick'>
  | RemarkChange<'waiver'>
  | {
      readonly kind: 'side';
      readonly userId: number;
      readonly name: string;
      readonly from: Side | null;
      readonly to: Side | null;
    }
  | {
      /** The undo of a move. */
      readonly kind: 'move-back';
      readonly projectId: number;
      /** The group that the project lies in now. */
      readonly from: {readonly id: number; readonly path: string};
      readonly to: {readonly id: number; readonly path: string};
      /** Whether the group was created for the move: it is deleted if nothing else is in it. */
      readonly wasCreated: boolean;
      /** The visibility that GitLab lowered with the move: it comes back. */
      readonly visibility?: {readonly from: Visibility; readonly to: Visibility} | undefined;
      /** Those of whom it was shown that they gain access. */
      readonly gains?: readonly Gain[] | undefined;
    }
  | Move;

/** What a person says of a row: that it is done, or that it does not apply. Kept in the browser, not in GitLab. */
interface RemarkChange<Kind extends 'tick' | 'waiver'> {
  readonly kind: Kind;
  readonly projectId: number;
  readonly check: string;
  readonly from: Remark | null;
  readonly to: Remark | null;
}

/** A file's new text; it is created where there was none. */
interface FileChange {
  readonly path: string;
  readonly to: string;
  /** The commit that the old text was read at; undefined where there is no file yet. */
  readonly lastCommitId: string | undefined;
}

/** A direct member's or an invited person's role. */
export type RoleChange = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Date (ISO) on which the role is to end; it stays as it is without one. */
  readonly expiresAt?: string | undefined;
} & ({readonly userId: number} | {readonly mail: string});

/** A group that is there, as it was shown to the user. */
export interface ShownGroup {
  readonly id: number;
  readonly visibility: Visibility;
}

/** Where a project is to be moved. */
export interface MoveWish {
  readonly kind: 'move';
  readonly projectId: number;
  /** Full path of the project's group now. */
  readonly from: string;
  /** Full path of the segment. */
  readonly segment: string;
  /** The customer group: its path below the segment, and the name it gets where it is created. */
  readonly group: {readonly path: string; readonly name: string};
}

/** That somebody gains access, or a higher role. */
export interface Gain {
  /** The user's id. */
  readonly id: number;
  /** The role that comes of it, as GitLab's number. */
  readonly level: number;
}

/** The move of a project to a customer group, into what was shown and nothing else. */
export interface Move extends MoveWish {
  /** The customer group that was there; null where there was none, so that it is created. */
  readonly target: ShownGroup | null;
  /** Those of whom it was shown that they gain access; undefined where it was not. */
  readonly gains?: readonly Gain[] | undefined;
  /** Whether that group was made for the move a moment ago: the undo deletes it. */
  readonly isGroupNew?: boolean | undefined;
}
