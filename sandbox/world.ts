import {createHash, randomBytes} from 'node:crypto';
import {Repository} from './repository.ts';

/** The address that everything in the sandbox says it has. */
export const host = 'https://gitlab.com';

export type Visibility = 'private' | 'internal' | 'public';
export type Level = 'disabled' | 'participating' | 'watch' | 'global' | 'mention' | 'custom';

export interface User {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  bot: boolean;
  state: 'active' | 'blocked' | 'deactivated' | 'banned' | 'ldap_blocked' | 'blocked_pending_approval';
  colorMode: 'light' | 'dark' | 'system';
  publicEmail: string;
  /** The address of the account, which only the user sees; invitations find it all the same. */
  readonly email: string;
  /** Whether the user administers the instance. */
  readonly isAdmin?: boolean;
  /** Address of the picture: a path of the host's, or another host's. */
  avatarUrl: string | null;
}

/** When a membership or invitation was made, and by whom; rows of the world's beginning tell neither. */
interface Made {
  /** Date (ISO) and time. */
  readonly createdAt?: string;
  /** User id. */
  readonly createdBy?: number;
}

export interface MemberRow extends Made {
  level: number;
  expiresAt: string | null;
  /** Whether the membership waits for an owner's approval: the top-level group has a limit of users that is reached. */
  isAwaiting?: boolean;
}

export interface Share {
  readonly groupId: number;
  level: number;
}

/** An uploaded picture. */
export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Label {
  readonly id: number;
  name: string;
  readonly color: string;
  /** Archived labels are shown where they are in use, but not offered. */
  archived: boolean;
  /** The project or group that the label belongs to. */
  readonly owner: {readonly kind: 'group' | 'project'; readonly id: number};
}

export interface Issue {
  readonly iid: number;
  readonly id: number;
  readonly title: string;
  readonly authorId: number;
  readonly createdAt: string;
  /** Titles. */
  readonly labels: readonly string[];
  /** Title of a milestone of the project's group. */
  readonly milestone: string | null;
  /** Seen by its author, and from Planner on. */
  confidential: boolean;
  state: 'opened' | 'closed';
}

export interface MergeRequest {
  readonly iid: number;
  readonly title: string;
  readonly source: string;
  readonly target: string;
  state: 'opened' | 'closed' | 'merged';
  /** Who made it; nobody that is known in a world that was made with it. */
  readonly author?: User;
  closedBy?: User;
}

interface Source {
  readonly id: number;
  /** Full path. */
  path: string;
  name: string;
  visibility: Visibility;
  readonly members: Map<number, MemberRow>;
  readonly shares: Share[];
  readonly createdAt: string;
  /** Whether nobody is mailed about it; for groups, about all that is in it. */
  emailsDisabled: boolean;
  archived: boolean;
  markedForDeletionOn: string | null;
}

/** An invitation that was not taken up. */
export interface Invitation extends Made {
  readonly email: string;
  level: number;
  /** Date (ISO); undefined where it does not end. */
  expiresAt?: string | undefined;
}

export interface Group extends Source {
  readonly kind: 'group';
  avatar: Picture | null;
  /** Who may make projects in it. */
  projectCreationLevel: 'noone' | 'owner' | 'maintainer' | 'developer';
  /** The role that it takes to push to the default branch of new projects. */
  pushLevel: number;
  /** Whether projects in it cannot be shared with groups. */
  shareLock: boolean;
  /** Whether nobody becomes a member of what is in it. */
  membershipLock: boolean;
  /** Of a top-level group: whether nobody is invited to what is in it. */
  forbidsInvitations: boolean;
  /** Of a top-level group: whether what is in it can be shared only with groups in it. */
  sharesOnlyInside: boolean;
}

/** How far a project is that is made from a template. */
interface Import {
  status: 'none' | 'scheduled' | 'started' | 'finished' | 'failed';
  error: string | null;
  template: Project | null;
  /** How often it is asked about until it ends. */
  polls: number;
}

/** A transfer that is a job and not done yet. */
interface Transfer {
  readonly target: Group;
  /** How often the project is asked for until it ends. */
  polls: number;
}

export interface Project extends Source {
  readonly kind: 'project';
  readonly import: Import;
  transfer: Transfer | null;
  avatar: Picture | null;
  readonly issues: Issue[];
  readonly mergeRequests: MergeRequest[];
  readonly repository: Repository;
  readonly invitations: Invitation[];
  /** Id of the user who made it. */
  readonly creatorId: number;
  /** Of the last commit, issue or merge request. GitLab notes it at most once an hour, this one each time. */
  lastActivityAt: string;
  /** Of the last change of its settings, its place or its activity. */
  updatedAt: string;
}

export interface Notification {
  level: Level;
  events: Record<string, boolean | null>;
}

export interface Session {
  readonly userId: number;
  readonly csrf: string;
  valid: boolean;
}

/** GitLab's levels of visibility, from the narrowest. */
export const visibilities: readonly Visibility[] = ['private', 'internal', 'public'];

export interface ProjectOptions {
  readonly path: string;
  readonly name?: string;
  readonly visibility?: Visibility;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly defaultBranch?: string;
  /** True for any picture. */
  readonly avatar?: boolean;
  /** Date (ISO) and time. */
  readonly createdAt?: string;
  /** Date (ISO) and time; that of its creation by default. */
  readonly lastActivityAt?: string;
  readonly archived?: boolean;
  readonly markedForDeletionOn?: string;
  readonly pushLevel?: number | 'nobody';
  /** Id of the user who made it; somebody whom nobody knows by default. */
  readonly creatorId?: number;
}

/** All that the sandbox knows: a small GitLab's state, in memory. Builders throw where GitLab would not allow the state. */
export class World {
  readonly users: User[] = [];
  readonly groups: Group[] = [];
  readonly projects: Project[] = [];
  readonly sessions = new Map<string, Session>();
  readonly tokens = new Map<string, {userId: number; scopes: readonly string[]}>();
  /** Old full paths of moved projects. */
  readonly redirects = new Map<string, number>();
  readonly notifications = new Map<string, Notification>();
  readonly labels: Label[] = [];
  /** Whether GraphQL is there, and what of its schema an older GitLab does not have: `Project.markedForDeletionOn`. */
  readonly graphql = {isOn: true, missing: new Set<string>()};
  /** How projects are made from templates from now on. */
  readonly imports: {polls: number; end: 'finished' | 'failed' | 'never'} = {polls: 1, end: 'finished'};
  /**
   * Makes transfers jobs, as GitLab's flag `groups_and_projects_async_transfer` does: the project is where it was until it has
   * been asked for so often. `Infinity` never ends; `failed` ends without having moved it, and without a word.
   */
  asyncTransfers: {polls: number; end?: 'done' | 'failed'} | undefined;
  /** Users' subscriptions of labels: for one project, or, without one, for the label's whole group. */
  private readonly subscriptions = new Set<string>();
  private lastId = 100;
  private lastMoment = 0;

  private nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  addUser(options: {
    username: string;
    name: string;
    bot?: boolean;
    state?: User['state'];
    colorMode?: User['colorMode'];
    publicEmail?: string;
    email?: string;
    isAdmin?: boolean;
    avatarUrl?: string;
  }): User {
    const user: User = {
      bot: false,
      state: 'active',
      colorMode: 'light',
      publicEmail: '',
      email: `${options.username}@example.com`,
      avatarUrl: null,
      ...options,
      id: this.nextId(),
    };
    this.users.push(user);
    return user;
  }

  addGroup(options: {
    path: string;
    name?: string;
    visibility?: Visibility;
    id?: number;
    avatar?: boolean;
    createdAt?: string;
  }): Group {
    const {path} = options;
    const parent = path.includes('/') ? this.group(path.slice(0, path.lastIndexOf('/'))) : undefined;
    const visibility = options.visibility ?? 'private';
    if (parent && visibilities.indexOf(visibility) > visibilities.indexOf(parent.visibility)) {
      throw new Error(`${path} cannot be more visible than ${parent.path}`);
    }
    const group: Group = {
      kind: 'group',
      id: options.id ?? this.nextId(),
      path,
      name: options.name ?? path.split('/').at(-1) ?? path,
      visibility,
      avatar: options.avatar ? somePicture : null,
      archived: false,
      projectCreationLevel: 'developer',
      pushLevel: 40,
      shareLock: false,
      membershipLock: false,
      forbidsInvitations: false,
      sharesOnlyInside: false,
      emailsDisabled: false,
      markedForDeletionOn: null,
      members: new Map(),
      shares: [],
      createdAt: options.createdAt ?? '2025-03-04T09:00:00.000Z',
    };
    this.groups.push(group);
    return group;
  }

  addProject(options: ProjectOptions): Project {
    const {path} = options;
    this.group(path.slice(0, path.lastIndexOf('/')));
    const repository = new Repository(options.defaultBranch ?? 'main');
    repository.pushLevel = options.pushLevel ?? 40;
    const files = Object.entries(options.files ?? {});
    if (files.length > 0) {
      repository.commit(
        'Initial commit',
        'sandbox',
        files.map(([file, content]) => ({action: 'create', path: file, content: bytes(content)})),
      );
    }
    const createdAt = options.createdAt ?? '2026-02-03T10:00:00.000Z';
    const lastActivityAt = options.lastActivityAt ?? createdAt;
    const project: Project = {
      kind: 'project',
      id: this.nextId(),
      path,
      name: options.name ?? path.split('/').at(-1) ?? path,
      visibility: options.visibility ?? 'private',
      avatar: options.avatar ? somePicture : null,
      archived: options.archived ?? false,
      emailsDisabled: false,
      markedForDeletionOn: options.markedForDeletionOn ?? null,
      repository,
      invitations: [],
      creatorId: options.creatorId ?? 1,
      import: {status: 'none', error: null, template: null, polls: 0},
      transfer: null,
      issues: [],
      mergeRequests: [],
      members: new Map(),
      shares: [],
      createdAt,
      lastActivityAt,
      updatedAt: lastActivityAt,
    };
    this.projects.push(project);
    this.redirects.delete(path.toLowerCase());
    return project;
  }

  /** Notes that something happened in a project, now or at another time; what happened later stays the last. */
  recordActivity(project: Project, at = new Date().toISOString()): void {
    if (at > project.lastActivityAt) project.lastActivityAt = at;
    if (at > project.updatedAt) project.updatedAt = at;
  }

  findUser(username: string): User | undefined {
    return this.users.find(user => user.username.toLowerCase() === username.toLowerCase());
  }

  user(username: string): User {
    return found(this.findUser(username), username);
  }

  findGroup(ref: string | number): Group | undefined {
    const wanted = String(ref).toLowerCase();
    return this.groups.find(group => group.path.toLowerCase() === wanted || String(group.id) === wanted);
  }

  group(path: string): Group {
    return found(this.findGroup(path), path);
  }

  findProject(ref: string | number): Project | undefined {
    const wanted = String(ref).toLowerCase();
    return this.projects.find(project => project.path.toLowerCase() === wanted || String(project.id) === wanted);
  }

  project(path: string): Project {
    return found(this.findProject(path), path);
  }

  private source(path: string): Group | Project {
    return found(this.findProject(path) ?? this.findGroup(path), path);
  }

  /** The date (ISO) and time, later each time: GitLab takes longer than a millisecond for a row. */
  moment(): string {
    this.lastMoment = Math.max(Date.now(), this.lastMoment + 1);
    return new Date(this.lastMoment).toISOString();
  }

  /** What is told of a membership or invitation that somebody makes now. */
  madeBy(user: User | undefined): Made {
    return user ? {createdAt: this.moment(), createdBy: user.id} : {};
  }

  /** @param by the username of who adds them now */
  addMember(path: string, username: string, level: number, expiresAt: string | null = null, by?: string): void {
    const made = this.madeBy(by === undefined ? undefined : this.user(by));
    this.source(path).members.set(this.user(username).id, {level, expiresAt, ...made});
  }

  /** Makes a member of somebody who takes up an invitation. It is one row in GitLab, which keeps its time (`member.rb`). */
  acceptInvitation(projectPath: string, email: string, username: string): void {
    const {invitations, members} = this.project(projectPath);
    const {
      email: _email,
      expiresAt = null,
      ...row
    } = found(
      invitations.find(invitation => invitation.email === email),
      email,
    );
    invitations.splice(
      invitations.findIndex(invitation => invitation.email === email),
      1,
    );
    members.set(this.user(username).id, {...row, expiresAt});
  }

  /** @param by the username of who invites them now */
  addInvitation(projectPath: string, email: string, level: number, expiresAt?: string, by?: string): void {
    const made = this.madeBy(by === undefined ? undefined : this.user(by));
    this.project(projectPath).invitations.push({email, level, expiresAt, ...made});
  }

  addIssue(
    projectPath: string,
    title: string,
    author = 'dana',
    more: {labels?: readonly string[]; milestone?: string; confidential?: boolean; createdAt?: string} = {},
  ): Issue {
    const project = this.project(projectPath);
    const {issues} = project;
    const issue: Issue = {
      iid: issues.length + 1,
      id: this.nextId(),
      title,
      authorId: this.user(author).id,
      createdAt: more.createdAt ?? '2026-05-06T08:00:00.000Z',
      labels: more.labels ?? [],
      milestone: more.milestone ?? null,
      confidential: more.confidential ?? false,
      state: 'opened',
    };
    issues.push(issue);
    this.recordActivity(project, issue.createdAt);
    return issue;
  }

  /** Merges as a person would: the source branch's files come to the default branch. */
  merge(projectPath: string, iid: number): void {
    const project = this.project(projectPath);
    const {mergeRequests, repository} = project;
    const request = found(
      mergeRequests.find(other => other.iid === iid),
      `!${iid}`,
    );
    const {files} = found(repository.branches.get(request.source), request.source);
    for (const [path, {content}] of files) {
      const action = repository.files.has(path) ? 'update' : 'create';
      repository.commit(`Merge ${request.source}`, 'somebody', [{action, path, content}]);
    }
    request.state = 'merged';
    this.recordActivity(project);
  }

  addLabel(path: string, name: string): Label {
    const {kind, id} = this.source(path);
    const label: Label = {id: this.nextId(), name, color: '#6699cc', archived: false, owner: {kind, id}};
    this.labels.push(label);
    return label;
  }

  removeLabel(label: Label): void {
    this.labels.splice(this.labels.indexOf(label), 1);
  }

  /** A project's or group's own labels and, if wanted, those of the groups above. */
  labelsOf(source: Group | Project, withAncestors: boolean): Label[] {
    const owners = [source, ...(withAncestors ? this.ancestors(source.path) : [])];
    return this.labels
      .filter(({owner}) => owners.some(({kind, id}) => kind === owner.kind && id === owner.id))
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  /** Whether there is a subscription for exactly this project, or without one for the whole group. */
  isSubscribed(user: User, label: Label, project: Project | null): boolean {
    return this.subscriptions.has(subscriptionKey(user, label, project));
  }

  /** Subscribes at one level, which ends the subscriptions at the other, as in GitLab. */
  setSubscription(user: User, label: Label, project: Project | null, subscribed: boolean): void {
    const all = subscriptionKey(user, label, null);
    for (const key of [...this.subscriptions]) {
      const isOther = project === null ? key.startsWith(`${all}:`) : key === all;
      if (isOther) this.subscriptions.delete(key);
    }
    if (subscribed) this.subscriptions.add(subscriptionKey(user, label, project));
    else this.subscriptions.delete(subscriptionKey(user, label, project));
  }

  /** Gives the members of a group access to a project or group. */
  share(path: string, groupPath: string, level: number): void {
    this.source(path).shares.push({groupId: this.group(groupPath).id, level});
  }

  setNotification(username: string, path: string | null, level: Level, events: Notification['events'] = {}): void {
    this.notifications.set(notificationKey(this.user(username).id, path === null ? null : this.source(path)), {
      level,
      events,
    });
  }

  notification(user: User, source: Group | Project | null): Notification {
    const fallback: Notification = {level: source === null ? 'participating' : 'global', events: {}};
    return this.notifications.get(notificationKey(user.id, source)) ?? fallback;
  }

  /** Writes one file as somebody else would, in between. */
  commitFile(projectPath: string, path: string, content: string | Uint8Array, author = 'somebody'): void {
    const project = this.project(projectPath);
    const {repository} = project;
    const action = repository.files.has(path) ? 'update' : 'create';
    repository.commit(`Change ${path}`, author, [{action, path, content: bytes(content)}]);
    this.recordActivity(project);
  }

  readFile(projectPath: string, path: string): Uint8Array | undefined {
    return this.project(projectPath).repository.files.get(path)?.content;
  }

  /** Begins a transfer that is a job. @returns false while another one is under way */
  startTransfer(project: Project, target: Group): boolean {
    if (project.transfer) return false;
    project.transfer = {target, polls: this.asyncTransfers?.polls ?? 0};
    return true;
  }

  /** Lets some time go by for a project that is being moved. */
  passTransfer(project: Project): void {
    const {transfer} = project;
    if (!transfer) return;
    transfer.polls -= 1;
    if (transfer.polls > 0) return;
    project.transfer = null;
    // What the job meets only then ends it; nobody is told but by mail.
    if (this.asyncTransfers?.end !== 'failed' && !this.isTaken(project, transfer.target)) {
      this.transfer(project, transfer.target);
    }
  }

  /** Whether a group holds another project of the same name or path. */
  isTaken(project: Project, group: Group): boolean {
    const pathOf = (path: string) => path.split('/').at(-1)?.toLowerCase();
    return this.projects.some(
      other =>
        other !== project &&
        this.ancestors(other.path)[0] === group &&
        (other.name === project.name || pathOf(other.path) === pathOf(project.path)),
    );
  }

  /** Group labels in use become labels of the project, with new ids: subscriptions to them are lost (`labels/transfer_service.rb`). */
  private copyLabelsInUse(project: Project, before: readonly Label[]): void {
    const used = new Set(project.issues.flatMap(({labels}) => labels));
    for (const {name, owner} of before) {
      const isThere = () => this.labelsOf(project, true).some(label => label.name === name);
      if (owner.kind === 'group' && used.has(name) && !isThere()) this.addLabel(project.path, name);
    }
  }

  /** Moves a project and leaves a redirect, as a transfer does. */
  transfer(project: Project, group: Group): void {
    const labels = this.labelsOf(project, true);
    this.redirects.set(project.path.toLowerCase(), project.id);
    project.path = `${group.path}/${project.path.split('/').at(-1)}`;
    this.redirects.delete(project.path.toLowerCase());
    if (visibilities.indexOf(project.visibility) > visibilities.indexOf(group.visibility)) {
      project.visibility = group.visibility;
    }
    this.copyLabelsInUse(project, labels);
    project.updatedAt = new Date().toISOString();
  }

  /** Makes a project from a template; its content comes when the import is finished. */
  startImport(project: Project, template: Project): void {
    Object.assign(project.import, {status: 'scheduled', template, polls: this.imports.polls});
  }

  /** Lets some time go by for a project that is being made. */
  passImport(project: Project): void {
    const {import: state} = project;
    if (state.status !== 'scheduled' && state.status !== 'started') return;
    state.status = 'started';
    state.polls -= 1;
    if (state.polls > 0 || this.imports.end === 'never') return;
    state.status = this.imports.end;
    if (state.status === 'failed') state.error = 'The template could not be exported.';
    else if (state.template) this.copyTemplate(project, state.template);
  }

  /** What comes along of a template; GitLab's export holds the history and the picture too (`repo_saver.rb`, `avatar_saver.rb`). */
  private copyTemplate(project: Project, template: Project): void {
    project.avatar = template.avatar;
    project.repository.takeOver(template.repository);
    for (const {name} of this.labelsOf(template, false)) this.addLabel(project.path, name);
    for (const {title, authorId, createdAt} of template.issues) {
      const author = this.users.find(({id}) => id === authorId);
      this.addIssue(project.path, title, author?.username, {createdAt});
    }
  }

  /**
   * Schedules a project or group for deletion: its name and path change, so that they are free, and its old address leads to
   * the new one (`mark_for_deletion_base_service.rb`).
   */
  scheduleDeletion(source: Group | Project): void {
    const before = source.path;
    const after = `${before}-deletion_scheduled-${source.id}`;
    for (const inner of [...this.groups, ...this.projects]) {
      if (inner !== source && !inner.path.startsWith(`${before}/`)) continue;
      if (inner.kind === 'project') this.redirects.set(inner.path.toLowerCase(), inner.id);
      inner.path = `${after}${inner.path.slice(before.length)}`;
    }
    source.name = `${source.name}-deletion_scheduled-${source.id}`;
    source.markedForDeletionOn = '2026-06-07';
  }

  /** Deletes a group and all that is in it. */
  removeGroup(group: Group): void {
    const isGone = ({path}: Source) => path === group.path || path.startsWith(`${group.path}/`);
    for (const list of [this.groups, this.projects] as Source[][]) {
      list.splice(0, list.length, ...list.filter(source => !isGone(source)));
    }
  }

  /** The groups above a group or project, the nearest first. */
  ancestors(path: string): Group[] {
    const ancestors: Group[] = [];
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      ancestors.push(this.group(path.slice(0, end)));
    }
    return ancestors;
  }

  /** Everybody with access, with the highest role: direct, inherited, and through groups that were invited anywhere above. */
  everybody(source: Group | Project): Map<number, number> {
    const levels = new Map<number, number>();
    const add = (userId: number, level: number) => levels.set(userId, Math.max(level, levels.get(userId) ?? 0));
    for (const place of [source, ...this.ancestors(source.path)]) {
      for (const [userId, row] of place.members) add(userId, row.level);
      for (const {groupId, level} of place.shares) {
        const group = this.findGroup(groupId);
        for (const [userId, row] of group?.members ?? []) add(userId, Math.min(level, row.level));
      }
    }
    return levels;
  }

  accessLevel(user: User | undefined, source: Group | Project): number {
    return user ? (this.everybody(source).get(user.id) ?? 0) : 0;
  }

  canRead(user: User | undefined, source: Group | Project): boolean {
    if (source.visibility === 'public') return true;
    if (user === undefined) return false;
    if (user.isAdmin) return true;
    return source.visibility === 'internal' || this.accessLevel(user, source) > 0 || this.hasAccessBelow(user, source);
  }

  /** Whether the user may read the files of a project: in a private one, a Guest may not (`config/authz/roles/planner.yml`). */
  canReadCode(user: User | undefined, project: Project): boolean {
    return project.visibility === 'private' ? this.accessLevel(user, project) >= 15 : this.canRead(user, project);
  }

  /** Whether a project or anything above it has this mark. */
  hasAbove(source: Group | Project, mark: (source: Group | Project) => boolean): boolean {
    return [source, ...this.ancestors(source.path)].some(mark);
  }

  /**
   * Whether somebody is mailed about a new issue (`notification_recipients/builder/base.rb`): first there must be a setting of
   * the project or a group above that says so, which direct members have; then the nearest that is not global decides.
   */
  isMailedOfNewIssues(username: string, path: string): boolean {
    const user = this.user(username);
    const project = this.project(path);
    if (this.hasAbove(project, ({emailsDisabled}) => emailsDisabled)) return false;
    const places = [project, ...this.ancestors(path)];
    const own = this.notification(user, null);
    const tells = ({level, events}: Notification) =>
      level === 'watch' || (level === 'custom' && events.new_issue === true);
    const rows = places.flatMap(place => {
      const row = this.notifications.get(notificationKey(user.id, place));
      return row ?? (place.members.has(user.id) ? {level: 'global' as const, events: {}} : []);
    });
    if (!rows.some(row => tells(row) || (row.level === 'global' && tells(own)))) return false;
    return tells(rows.find(({level}) => level !== 'global') ?? own);
  }

  /** Members of something inside a group can see the group itself. */
  private hasAccessBelow(user: User, source: Group | Project): boolean {
    if (source.kind === 'project') return false;
    return [...this.groups, ...this.projects].some(
      inner => inner.path.startsWith(`${source.path}/`) && inner.members.has(user.id),
    );
  }

  /** A new session; its id is the value of the cookie `_gitlab_session`. */
  signIn(username: string): {cookie: string} {
    const cookie = randomBytes(16).toString('hex');
    this.sessions.set(cookie, {
      userId: this.user(username).id,
      csrf: randomBytes(32).toString('base64url'),
      valid: true,
    });
    return {cookie};
  }

  /** Ends all sessions, as time does. */
  expireSessions(): void {
    for (const session of this.sessions.values()) session.valid = false;
  }

  addToken(username: string, scopes: readonly string[] = ['api']): string {
    const token = `glpat-${createHash('sha1').update(`${username}${this.tokens.size}`).digest('hex').slice(0, 20)}`;
    this.tokens.set(token, {userId: this.user(username).id, scopes});
    return token;
  }

  createId(): number {
    return this.nextId();
  }
}

/** A small PNG: a ring on blue. */
const somePicture: Picture = {
  name: 'logo.png',
  bytes: new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAQMAAABtzGvEAAAABlBMVEUfTnn///+mrSatAAAAaklEQVR42pWPwQ2AIBAEITx8WgKlWNpRGqVYgk8exoWFVeNPLoQhWe5u17n5Wo8Ou3h7IDUEIFMCKEagvNiAk/9LZIftC4EcQCTf0Q+fbZpvuv3DaFD7M2yM1iKtlYmvM9mVeUVRsDvmXFV6VlGXVYVpxQAAAABJRU5ErkJggg==',
      'base64',
    ),
  ),
};

function subscriptionKey(user: User, label: Label, project: Project | null): string {
  return `${user.id}:${label.id}${project === null ? '' : `:${project.id}`}`;
}

export function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function notificationKey(userId: number, source: Group | Project | null): string {
  return source === null ? `${userId}` : `${userId}:${source.kind}:${source.id}`;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The sandbox has no ${what}`);
  return value;
}
