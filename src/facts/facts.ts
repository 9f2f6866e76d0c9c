import type {
  Group,
  Invitation,
  Label,
  ListedProject,
  Member,
  NotificationSetting,
  Page,
  Project,
  SignedInUser,
} from '../gitlab/model/model.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import type {findPlaceholders} from '../placeholders/find.ts';
import type {BracketRules} from '../placeholders/rules.ts';
import type {CustomerRecord, Sides} from './record.ts';

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
  /** A symbolic link. */
  | {readonly kind: 'link'; readonly path: string}
  /** A README is there, and GitLab does not say which file it shows. */
  | {readonly kind: 'not-told'; readonly path: string}
  | {readonly kind: 'not-utf8'; readonly path: string}
  | {readonly kind: 'lfs-pointer'; readonly path: string}
  | ReadmeText;

interface ReadmeText {
  readonly kind: 'text';
  readonly path: string;
  /** The file's text to the last character, a byte order mark included. */
  readonly text: string;
  /** The commit that last touched the file; GitLab refuses a commit that is based on an older one. */
  readonly lastCommitId: string;
  /** Whether it is stored in ISO 8859-1 and not in UTF-8. */
  readonly isLatin1?: boolean;
  /** The files whose text a reader sees in its place of `::include{file=…}`, each once. */
  readonly included?: readonly IncludedFile[];
}

/** A file that a README includes. */
export interface IncludedFile {
  /** As the README names it. */
  readonly name: string;
  /** Undefined where it is not in the repository but on another site. */
  readonly content: Readme | undefined;
}

export interface Notifications {
  readonly project: NotificationSetting;
  /** Where the project's level is `global`: the setting that applies, and whose it is. */
  readonly inherited: InheritedSetting | undefined;
}

/** The nearest setting above the project that is not `global`: of a group (its full path), or the user's own. */
export interface InheritedSetting {
  readonly from:
    | {readonly kind: 'group'; readonly path: string}
    /**
     * `reaches`: whether the own setting counts for this project. It does for members of the project or of a group above, not for
     * those who have access through an invited group only. Source: GitLab's `notification_recipients/builder/base.rb`. Where that
     * setting tells of no new issue it makes no difference, is not asked, and is false.
     */
    | {readonly kind: 'own'; readonly reaches: boolean};
  readonly setting: NotificationSetting;
}

/** One of the issue templates that the workspace asks for. */
export interface IssueTemplate {
  /** What the workspace calls it: `Agenda`. */
  readonly name: string;
  /** Its files in the project: all whose names fit. */
  readonly files: readonly TemplateFile[];
  readonly original: OriginalTemplate;
}

/** What the template project has in an issue template's place. */
export type OriginalTemplate =
  | {readonly state: 'known'; readonly path: string; readonly contentId: string}
  | {readonly state: 'none'}
  | {readonly state: 'unreadable'; readonly problem: Problem};

export interface TemplateFile {
  readonly path: string;
  /** The same for files of the same content. */
  readonly contentId: string;
  readonly content: Readme;
}

/** What the team group gets from the groups above the project that are shared with it. */
export interface InheritedTeamRole {
  /** GitLab's number of the highest role that was found; undefined where no group above is shared with the team group. */
  readonly accessLevel: number | undefined;
  /** Whether all groups above were looked at, so that there is no higher one. */
  readonly isWhole: boolean;
}

/** Colleagues among the project's direct members, by user id: members of the team group and of the workspace's root. */
export type Colleagues = ReadonlySet<number>;

/** What is true of a customer project, by name. */
export interface ProjectFacts {
  readonly project: Project;
  readonly readme: Readme;
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
  readonly colleagues: Colleagues;
  readonly inheritedTeamRole: InheritedTeamRole;
  readonly notifications: Notifications;
  readonly user: SignedInUser;
  /** The user's access level in the project, 0 for one who is no member; undefined for an administrator who is none, and needs none. */
  readonly role: number | undefined;
  /** The labels that the user should be subscribed to, and whether that is so at any level. */
  readonly labels: readonly Label[];
  readonly issueTemplates: readonly IssueTemplate[];
  readonly record: CustomerRecord;
  readonly sides: Sides;
  readonly brackets: BracketRules;
  /** What finds placeholders: a fact because its script comes beside the other reads, and may fail to. */
  readonly finder: typeof findPlaceholders;
  /** The date (ISO) on the user's clock. */
  readonly today: string;
  /** The group that the project lies in, or the one that the page shows. */
  readonly group: Group;
  /** The groups between that one and the segment, the inner ones first: none but where the project lies too deep. */
  readonly outerGroups: readonly Group[];
}

/** What is true of a group. */
export interface GroupFacts {
  readonly group: Group;
  readonly role: number | undefined;
  readonly projects: Page<ListedProject>;
}

/** Everything that checks can ask for. */
export interface Facts extends ProjectFacts, GroupFacts {}

export type FactName = keyof Facts;

/** The facts read so far; a missing one is still being read. */
export type FactSheet = {readonly [Name in FactName]?: Fact<Facts[Name]>};
