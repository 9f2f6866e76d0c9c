/** One place where customers live: which groups of a GitLab host hold customer projects, and which do not. */
export interface Workspace {
  /** Address of the GitLab host without a trailing slash: `https://gitlab.com`. */
  readonly host: string;
  /** Full path of the root group. */
  readonly root: string;
  /** Subgroups of the root that hold customer groups, in the order they are offered. */
  readonly segments: readonly string[];
  /**
   * Paths below the root that hold projects which are still in pre-sales, as does everything below them. `*` stands for any
   * number of characters within one part of a path.
   */
  readonly preSales: readonly string[];
  /** Paths below the root that never hold a customer project, with everything below them; `*` as in `preSales`. */
  readonly excluded: readonly string[];
  /** The group whose members are colleagues. Its id says which it is; its full path is where it is looked for by GraphQL, which takes no id. */
  readonly teamGroup: {readonly id: number; readonly name: string; readonly path: string};
  /** The role that the team group is given when a project is shared with it, as GitLab's access level. */
  readonly teamAccessLevel: number;
  /** Full path of the project that new customer projects are made from. */
  readonly templateProject: string;
  /** The issue templates that each customer project has of its own, adjusted to the customer. */
  readonly issueTemplates: readonly {
    readonly name: string;
    /** Finds the file by its name, whatever its case: a regular expression's source. */
    readonly pattern: string;
    /** The file's usual path, which is asked for before the folder was read. */
    readonly usual: string;
  }[];
  /** Other wordings of placeholders by the one that they stand for, both as they stand in brackets. */
  readonly placeholderAliases: Readonly<Record<string, string>>;
  /** Titles of labels of groups above the customer group that are to be subscribed to as well; `*` at the end for any rest. */
  readonly labelsFromAbove: readonly string[];
  /** The notification level that is set where none tells of new issues. */
  readonly notificationLevel: 'watch' | 'custom';
  /** Mail domains of colleagues, in lower case. */
  readonly companyDomains: readonly string[];
}

/** The workspace of GitLab's Customer Success Managers, as the handbook's page on collaboration projects describes it. */
export const defaultWorkspace: Workspace = {
  host: 'https://gitlab.com',
  root: 'gitlab-com/account-management',
  segments: ['western-north-america', 'eastern-north-america', 'emea', 'apac', 'commercial', 'public-sector'],
  preSales: ['pre-sales', '*/pre-sales'],
  excluded: [
    'templates',
    '*/templates',
    'sub-group-issue-templates',
    'continuous-planning-triage',
    '*/continuous-planning-*',
    '*/triage',
    '*/internal',
    '*/internal-*',
  ],
  teamGroup: {id: 3174702, name: 'timtams', path: 'gitlab-com/timtams'},
  teamAccessLevel: 40,
  templateProject: 'gitlab-com/account-management/templates/customer-collaboration-project-template',
  issueTemplates: [
    {name: 'Agenda', pattern: 'agenda', usual: '.gitlab/issue_templates/Meeting Agenda.md'},
    {name: 'Feature Request', pattern: 'feature[ _-]*request', usual: '.gitlab/issue_templates/Feature Request.md'},
  ],
  placeholderAliases: {TAM: 'CSM', 'TAM NAME': 'CSM NAME', 'TECHNICAL ACCOUNT MANAGER': 'CSM NAME'},
  labelsFromAbove: [],
  notificationLevel: 'watch',
  companyDomains: ['gitlab.com'],
};
