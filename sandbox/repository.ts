import {createHash} from 'node:crypto';

/** A commit's action on one file. */
export interface FileAction {
  readonly action: 'create' | 'update' | 'delete';
  readonly path: string;
  readonly content?: Uint8Array;
}

export interface Commit {
  readonly id: string;
  readonly message: string;
  readonly author: string;
  readonly at: string;
  /** Id of the commit before. */
  readonly parentId: string | undefined;
  readonly paths: readonly string[];
}

export interface RepositoryFile {
  readonly content: Uint8Array;
  /** Id of the commit that last touched the file. */
  readonly lastCommitId: string;
}

/** The id under which a file's content is stored. */
export const blobId = (content: Uint8Array) => createHash('sha1').update(content).digest('hex');

/** Git's mode of a file. */
export const modeOf = ({links}: Repository, path: string) => (links.has(path) ? '120000' : '100644');

/** What GitLab says when a commit cannot be made. */
export class CommitRefused extends Error {}

/** A file was changed since the commit that the client knows. */
export class FileChanged extends CommitRefused {
  readonly path: string;

  constructor(path: string) {
    super(`The file has changed since you started editing it: ${path}`);
    this.path = path;
  }
}

/** A branch beside the default one: its files and its last commit. */
interface Branch {
  readonly files: ReadonlyMap<string, RepositoryFile>;
  readonly head: Commit;
}

/** Whether a branch can have this name (`git_ref_validator.rb`). */
export function isBranchName(name: string): boolean {
  if (name === '' || name === 'HEAD' || /^(-|refs\/heads\/|refs\/remotes\/)|[/.]$/.test(name)) return false;
  if (/[\p{Cc} ~^:?*[\\]|\.\.|\/\/|@\{/u.test(name)) return false;
  return !name.split('/').some(part => part.startsWith('.') || part.endsWith('.lock'));
}

/** The default branch with its history; enough of a Git repository for what the files and commits API tell. */
export class Repository {
  readonly files = new Map<string, RepositoryFile>();
  readonly commits: Commit[] = [];
  /** Branches beside the default one. */
  readonly branches = new Map<string, Branch>();
  private readonly history = new Map<string, ReadonlyMap<string, RepositoryFile>>();
  /** Paths of files that are symbolic links: their content is the path that they lead to. */
  readonly links = new Set<string>();
  readonly defaultBranch: string;
  /** Only maintainers may push to a protected default branch; `nobody` refuses all. */
  pushLevel: number | 'nobody' = 30;

  constructor(defaultBranch: string) {
    this.defaultBranch = defaultBranch;
  }

  get isEmpty(): boolean {
    return this.commits.length === 0;
  }

  /** The files of a branch, of HEAD or as a commit left them; undefined where there is no such ref. */
  filesOf(ref: string): ReadonlyMap<string, RepositoryFile> | undefined {
    if (ref === 'HEAD' || ref === this.defaultBranch) return this.files;
    return this.branches.get(ref)?.files ?? this.filesAt(ref);
  }

  /** All files as a commit left them; undefined where there is no such commit. */
  filesAt(commitId: string): ReadonlyMap<string, RepositoryFile> | undefined {
    return this.history.get(commitId);
  }

  /**
   * @param expected a commit that the client knows, by file: any at which the file was as it is now will do. One that is not
   *   known, or that has no such file, is not looked at (`files/base_service.rb`)
   * @throws CommitRefused with GitLab's words
   */
  commit(
    message: string,
    author: string,
    actions: readonly FileAction[],
    expected: ReadonlyMap<string, string> = new Map(),
  ): Commit {
    this.assertUnchanged(actions, expected);
    const commit = this.commitOf(this.apply(message, author, actions, this.files), message, author, actions);
    const {id} = commit;
    this.commits.unshift(commit);
    this.history.set(id, new Map(this.files));
    return commit;
  }

  /** Takes over the files and the history of another one, as an import does. */
  takeOver({files, commits, history, links}: Repository): void {
    this.commits.push(...commits);
    for (const [path, file] of files) this.files.set(path, file);
    for (const [id, before] of history) this.history.set(id, before);
    for (const path of links) this.links.add(path);
  }

  /** Commits to a new branch that starts from the default one. */
  commitToBranch(
    branch: string,
    message: string,
    author: string,
    actions: readonly FileAction[],
    expected: ReadonlyMap<string, string> = new Map(),
  ): Commit {
    if (!isBranchName(branch)) {
      throw new CommitRefused(
        `Something went wrong when we tried to create '${branch}' for you: Branch name is invalid`,
      );
    }
    if (this.branches.has(branch)) {
      throw new CommitRefused(
        `A branch called '${branch}' already exists. Switch to that branch in order to make changes`,
      );
    }
    this.assertUnchanged(actions, expected);
    return this.grow(branch, this.files, this.commits[0]?.id, message, author, actions);
  }

  /** Commits to a branch that is there, as a push does. */
  push(branch: string, message: string, author: string, actions: readonly FileAction[]): Commit {
    const known = this.branches.get(branch);
    if (known === undefined) throw new Error(`There is no branch ${branch}`);
    return this.grow(branch, known.files, known.head.id, message, author, actions);
  }

  private assertUnchanged(actions: readonly FileAction[], expected: ReadonlyMap<string, string>): void {
    for (const {action, path} of actions) {
      const file = this.files.get(path);
      const known = this.filesAt(expected.get(path) ?? '')?.get(path);
      if (action !== 'create' && known && file && file.lastCommitId !== known.lastCommitId) throw new FileChanged(path);
      if (action === 'create' && file) throw new CommitRefused('A file with this name already exists');
      if (action !== 'create' && !file) throw new CommitRefused("A file with this name doesn't exist");
    }
  }

  private grow(
    branch: string,
    from: ReadonlyMap<string, RepositoryFile>,
    parentId: string | undefined,
    message: string,
    author: string,
    actions: readonly FileAction[],
  ): Commit {
    const files = new Map(from);
    const head = this.commitOf(this.apply(message, author, actions, files), message, author, actions, parentId);
    this.branches.set(branch, {files, head});
    this.history.set(head.id, files);
    return head;
  }

  private commitOf(
    id: string,
    message: string,
    author: string,
    actions: readonly FileAction[],
    parentId = this.commits[0]?.id,
  ): Commit {
    return {id, message, author, at: new Date().toISOString(), parentId, paths: actions.map(({path}) => path)};
  }

  private apply(
    message: string,
    author: string,
    actions: readonly FileAction[],
    files: Map<string, RepositoryFile>,
  ): string {
    const hash = createHash('sha1').update(`${this.history.size}\0${message}\0${author}`);
    for (const {path, content} of actions) hash.update(path).update(content ?? '');
    const id = hash.digest('hex');
    for (const {action, path, content} of actions) {
      if (action === 'delete') files.delete(path);
      else files.set(path, {content: content ?? new Uint8Array(), lastCommitId: id});
    }
    return id;
  }
}
