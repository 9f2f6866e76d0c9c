import {createHash} from 'node:crypto';
import {blobId, type Commit, CommitRefused, type FileAction, FileChanged, isBranchName, modeOf} from '../repository.ts';
import {bytes, type Project, type World} from '../world.ts';
import {
  type Answer,
  badParameter,
  type Call,
  forbidden,
  needs,
  notFound,
  paged,
  projectOf,
  Refusal,
  type Routes,
  signedIn,
} from './answer.ts';

/** The repository, for those who may read the code. */
function repositoryOf(call: Call) {
  const project = projectOf(call);
  if (!call.world.canReadCode(call.user, project)) throw forbidden();
  return project.repository;
}

/** Whether the user may push to a branch; the default one is protected, as is any of an empty repository. */
function mayPush(call: Call, project: Project, branch: unknown): boolean {
  const {pushLevel, defaultBranch, isEmpty} = project.repository;
  const level = call.world.accessLevel(call.user, project);
  if (branch !== defaultBranch && !isEmpty) return level >= 30;
  return pushLevel !== 'nobody' && level >= Math.max(30, pushLevel);
}

/** Whether a branch can be committed to: it is there, or it will be the first of an empty repository. */
function isOnBranch({isEmpty, defaultBranch}: Project['repository'], branch: unknown): boolean {
  return isEmpty ? typeof branch === 'string' && branch !== '' : branch === defaultBranch;
}

const noPush = () => new Refusal(403, {message: '403 Forbidden - You are not allowed to push into this branch'});

const notOnBranch = () => new Refusal(400, {message: 'You can only create or edit files when you are on a branch'});

function write(call: Call, action: FileAction['action']): Answer {
  signedIn(call);
  const project = projectOf(call);
  const {repository} = project;
  const {branch, content, commit_message: message, encoding, last_commit_id: lastCommitId} = call.body;
  for (const name of ['branch', 'commit_message', 'content']) {
    if (typeof call.body[name] !== 'string') throw badParameter(`${name} is missing`);
  }
  if (project.archived || !mayPush(call, project, branch)) throw noPush();
  if (!isOnBranch(repository, branch)) throw notOnBranch();
  const path = call.params.path ?? '';
  const data = encoding === 'base64' ? new Uint8Array(Buffer.from(String(content), 'base64')) : bytes(String(content));
  try {
    const expected = new Map(typeof lastCommitId === 'string' ? [[path, lastCommitId]] : []);
    repository.commit(String(message), call.user?.username ?? '', [{action, path, content: data}], expected);
  } catch (error) {
    if (error instanceof FileChanged) {
      const words = 'You are attempting to update a file that has changed since you started editing it.';
      throw new Refusal(400, {message: words});
    }
    if (error instanceof CommitRefused) throw new Refusal(400, {message: error.message});
    throw error;
  }
  call.world.recordActivity(project);
  return {status: action === 'create' ? 201 : 200, body: {file_path: path, branch}};
}

function commitEntity(commit: Commit, world: World) {
  const author = world.findUser(commit.author)?.name ?? commit.author;
  return {
    id: commit.id,
    short_id: commit.id.slice(0, 8),
    title: commit.message.split('\n')[0],
    message: commit.message,
    author_name: author,
    author_email: `${commit.author}@example.com`,
    authored_date: commit.at,
    committer_name: author,
    committer_email: `${commit.author}@example.com`,
    committed_date: commit.at,
    created_at: commit.at,
    parent_ids: commit.parentId === undefined ? [] : [commit.parentId],
    trailers: {},
    extended_trailers: {},
    web_url: '',
  };
}

interface Action {
  readonly action: FileAction['action'];
  readonly file_path: string;
  readonly content?: string;
  readonly encoding?: string;
  readonly last_commit_id?: string;
}

/** Several files in one commit. */
function commitAll(call: Call): Answer {
  signedIn(call);
  const project = projectOf(call);
  const {repository} = project;
  for (const name of ['branch', 'commit_message', 'actions']) {
    const value = call.body[name];
    const isBlank = value === undefined || (typeof value === 'string' && value.trim() === '');
    if (isBlank) throw new Refusal(400, {message: `400 Bad request - ${name} is required`});
  }
  const {branch, start_branch: start} = call.body;
  const isNew = start === repository.defaultBranch && branch !== repository.defaultBranch && !repository.isEmpty;
  if (project.archived || !mayPush(call, project, branch)) throw noPush();
  if (!isNew && !isOnBranch(repository, branch)) throw notOnBranch();
  const actions = call.body.actions as readonly Action[];
  const expected = new Map(
    actions.flatMap(({file_path: path, last_commit_id: id}) => (id === undefined ? [] : [[path, id]])),
  );
  const content = ({content: text = '', encoding}: Action) =>
    encoding === 'base64' ? new Uint8Array(Buffer.from(text, 'base64')) : bytes(text);
  try {
    const message = String(call.body.commit_message);
    const author = call.user?.username ?? '';
    const done = actions.map(action => ({
      action: action.action,
      path: action.file_path,
      content: content(action),
    }));
    const commit = isNew
      ? repository.commitToBranch(String(branch), message, author, done, expected)
      : repository.commit(message, author, done, expected);
    call.world.recordActivity(project);
    return {status: 201, body: commitEntity(commit, call.world)};
  } catch (error) {
    if (error instanceof CommitRefused) throw new Refusal(400, {message: error.message});
    throw error;
  }
}

/** A branch by its name. @throws Refusal 400 for what is no branch's name, 404 where there is no such branch */
function branchOf({params}: Call, repository: Project['repository']) {
  const name = params.branch ?? '';
  if (!isBranchName(name)) throw new Refusal(400, {message: 'The branch refname is invalid'});
  const isDefault = name === repository.defaultBranch;
  const head = isDefault ? repository.commits[0] : repository.branches.get(name)?.head;
  if (head === undefined) throw notFound('Branch');
  return {name, isDefault, head};
}

export const fileRoutes: Routes = {
  'GET /projects/:id/repository/branches/:branch': call => {
    const {name, isDefault, head} = branchOf(call, repositoryOf(call));
    const project = projectOf(call);
    return {
      status: 200,
      body: {
        name,
        commit: commitEntity(head, call.world),
        merged: false,
        protected: isDefault,
        developers_can_push: false,
        developers_can_merge: false,
        can_push: mayPush(call, project, name),
        default: isDefault,
        web_url: '',
      },
    };
  },
  'DELETE /projects/:id/repository/branches/:branch': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 30);
    const {name, isDefault, head} = branchOf(call, project.repository);
    // `destroy_conditionally!` compares with the day on which the branch's last commit was written.
    const since = Date.parse(call.headers.get('if-unmodified-since') ?? '');
    if (Math.floor(Date.parse(head.at) / 1_000) > Math.floor(since / 1_000)) {
      throw new Refusal(412, {message: '412 Precondition Failed'});
    }
    if (isDefault) throw new Refusal(400, {message: 'The default branch of a project cannot be deleted.'});
    project.repository.branches.delete(name);
    return {status: 204};
  },
  'GET /projects/:id/repository/files/:path': call => {
    const repository = repositoryOf(call);
    const ref = call.query.get('ref');
    if (!ref) throw badParameter('ref is missing');
    const [head] = repository.commits;
    const files = repository.filesOf(ref);
    if (!head || !files) throw notFound('Commit');
    const path = call.params.path ?? '';
    const file = files.get(path);
    if (!file) throw notFound('File');
    return {
      status: 200,
      body: {
        file_name: path.split('/').at(-1),
        file_path: path,
        size: file.content.length,
        encoding: 'base64',
        content_sha256: createHash('sha256').update(file.content).digest('hex'),
        ref,
        blob_id: blobId(file.content),
        commit_id: head.id,
        last_commit_id: file.lastCommitId,
        execute_filemode: false,
        content: Buffer.from(file.content).toString('base64'),
      },
    };
  },
  'PUT /projects/:id/repository/files/:path': call => write(call, 'update'),
  'POST /projects/:id/repository/files/:path': call => write(call, 'create'),
  'GET /projects/:id/repository/commits': call => {
    const {commits, branches} = repositoryOf(call);
    const since = call.query.get('since') ?? '';
    const heads = call.query.get('all') === 'true' ? [...branches.values()].map(({head}) => head) : [];
    return paged(
      call,
      [...heads, ...commits].filter(({at}) => at >= since).map(commit => commitEntity(commit, call.world)),
    );
  },
  'POST /projects/:id/repository/commits': commitAll,
  'GET /projects/:id/repository/tree': call => {
    const repository = repositoryOf(call);
    const ref = call.query.get('ref') ?? 'HEAD';
    if (repository.isEmpty || (ref !== 'HEAD' && ref !== repository.defaultBranch)) throw notFound('Tree');
    const folder = call.query.get('path') ?? '';
    const prefix = folder === '' ? '' : `${folder}/`;
    const entries = new Map<string, {id: string; type: 'blob' | 'tree'}>();
    for (const [path, {content}] of repository.files) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...rest] = path.slice(prefix.length).split('/');
      entries.set(name, {id: blobId(content), type: rest.length > 0 ? 'tree' : 'blob'});
    }
    if (entries.size === 0) throw notFound('invalid revision or path');
    return paged(
      call,
      [...entries].map(([name, {id, type}]) => ({
        id,
        name,
        type,
        path: `${prefix}${name}`,
        mode: type === 'tree' ? '040000' : modeOf(repository, `${prefix}${name}`),
      })),
    );
  },
};
