import {createHash} from 'node:crypto';
import {CommitRefused, type FileAction} from '../repository.ts';
import {bytes} from '../world.ts';
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

/** The repository, if the call's ref is one it has. Reading code takes Reporter in private projects, as in GitLab. */
function repositoryOf(call: Call) {
  const project = projectOf(call);
  if (project.visibility === 'private') needs(call, project, 20);
  return project.repository;
}

function write(call: Call, action: FileAction['action']): Answer {
  signedIn(call);
  const project = projectOf(call);
  needs(call, project, 30);
  const {repository} = project;
  const {branch, content, commit_message: message, encoding, last_commit_id: lastCommitId} = call.body;
  for (const name of ['branch', 'commit_message', 'content']) {
    if (typeof call.body[name] !== 'string') throw badParameter(`${name} is missing`);
  }
  if (project.archived) throw forbidden();
  if (branch !== repository.defaultBranch || repository.isEmpty) {
    throw new Refusal(400, {message: 'You can only create or edit files when you are on a branch'});
  }
  const level = call.world.accessLevel(call.user, project);
  if (repository.pushLevel === 'nobody' || level < repository.pushLevel) {
    throw new Refusal(400, {message: 'You are not allowed to push into this branch'});
  }
  const path = call.params.path ?? '';
  const data = encoding === 'base64' ? new Uint8Array(Buffer.from(String(content), 'base64')) : bytes(String(content));
  try {
    const expected = new Map(typeof lastCommitId === 'string' ? [[path, lastCommitId]] : []);
    repository.commit(String(message), call.user?.username ?? '', [{action, path, content: data}], expected);
  } catch (error) {
    if (error instanceof CommitRefused) throw new Refusal(400, {message: error.message});
    throw error;
  }
  return {status: action === 'create' ? 201 : 200, body: {file_path: path, branch}};
}

export const fileRoutes: Routes = {
  'GET /projects/:id/repository/files/:path': call => {
    const repository = repositoryOf(call);
    const ref = call.query.get('ref');
    if (!ref) throw badParameter('ref is missing');
    const [head] = repository.commits;
    if (!head || (ref !== 'HEAD' && ref !== repository.defaultBranch)) throw notFound('Commit');
    const path = call.params.path ?? '';
    const file = repository.files.get(path);
    if (!file) throw notFound('File');
    const hash = (name: string) => createHash(name).update(file.content).digest('hex');
    return {
      status: 200,
      body: {
        file_name: path.split('/').at(-1),
        file_path: path,
        size: file.content.length,
        encoding: 'base64',
        content_sha256: hash('sha256'),
        ref,
        blob_id: hash('sha1'),
        commit_id: head.id,
        last_commit_id: file.lastCommitId,
        execute_filemode: false,
        content: Buffer.from(file.content).toString('base64'),
      },
    };
  },
  'PUT /projects/:id/repository/files/:path': call => write(call, 'update'),
  'POST /projects/:id/repository/files/:path': call => write(call, 'create'),
  'GET /projects/:id/repository/commits': call =>
    paged(
      call,
      repositoryOf(call).commits.map(commit => ({
        id: commit.id,
        short_id: commit.id.slice(0, 8),
        title: commit.message.split('\n')[0],
        message: commit.message,
        author_name: commit.author,
        author_email: `${commit.author}@example.com`,
        authored_date: commit.at,
        committer_name: commit.author,
        committer_email: `${commit.author}@example.com`,
        committed_date: commit.at,
        created_at: commit.at,
        parent_ids: [],
        trailers: {},
        extended_trailers: {},
        web_url: '',
      })),
    ),
};
