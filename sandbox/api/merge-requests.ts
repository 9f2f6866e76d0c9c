import {host, type MergeRequest, type Project} from '../world.ts';
import {badParameter, type Call, invalid, needs, paged, projectOf, Refusal, type Routes, signedIn} from './answer.ts';
import {userEntity} from './entities.ts';

function entity(request: MergeRequest, project: Project) {
  return {
    id: project.id * 1_000 + request.iid,
    iid: request.iid,
    project_id: project.id,
    title: request.title,
    description: '',
    state: request.state,
    closed_by: request.closedBy ? userEntity(request.closedBy) : null,
    source_branch: request.source,
    target_branch: request.target,
    author: request.author ? userEntity(request.author) : null,
    source_project_id: project.id,
    target_project_id: project.id,
    web_url: `${host}/${project.path}/-/merge_requests/${request.iid}`,
  };
}

function requestOf(call: Call): MergeRequest {
  const request = projectOf(call).mergeRequests.find(({iid}) => String(iid) === call.params.iid);
  if (!request) throw new Refusal(404, {message: '404 Not found'});
  return request;
}

export const mergeRequestRoutes: Routes = {
  'GET /projects/:id/merge_requests': call => {
    const project = projectOf(call);
    const state = call.query.get('state') ?? 'all';
    const source = call.query.get('source_branch');
    const from = call.query.get('source_project_id');
    const found = project.mergeRequests.filter(
      request =>
        (state === 'all' || request.state === state) &&
        (source === null || request.source === source) &&
        (from === null || from === String(project.id)),
    );
    return paged(
      call,
      [...found].reverse().map(request => entity(request, project)),
    );
  },

  'POST /projects/:id/merge_requests': call => {
    const user = signedIn(call);
    const project = projectOf(call);
    needs(call, project, 30);
    for (const name of ['title', 'source_branch', 'target_branch']) {
      if (typeof call.body[name] !== 'string') throw badParameter(`${name} is missing`);
    }
    const source = String(call.body.source_branch);
    const target = String(call.body.target_branch);
    const title = String(call.body.title);
    if (source === target) {
      throw new Refusal(422, {message: ["You can't use same project/branch for source and target"]});
    }
    const open = project.mergeRequests.find(request => request.source === source && request.state === 'opened');
    if (open) {
      throw new Refusal(409, {
        message: [`Another open merge request already exists for this source branch: !${open.iid}`],
      });
    }
    if (!project.repository.branches.has(source)) throw invalid({source_branch: ['does not exist']});
    if (title.trim() === '') throw invalid({title: ["can't be blank"]});
    if ([...title].length > 255) throw invalid({title: ['is too long (maximum is 255 characters)']});
    const request: MergeRequest = {
      iid: project.mergeRequests.length + 1,
      title,
      source,
      target,
      state: 'opened',
      author: user,
    };
    project.mergeRequests.push(request);
    call.world.recordActivity(project);
    return {status: 201, body: entity(request, project)};
  },

  'GET /projects/:id/merge_requests/:iid': call => ({status: 200, body: entity(requestOf(call), projectOf(call))}),

  'PUT /projects/:id/merge_requests/:iid': call => {
    const user = signedIn(call);
    const project = projectOf(call);
    needs(call, project, 30);
    const request = requestOf(call);
    if (call.body.state_event === 'close' && request.state === 'opened') {
      request.state = 'closed';
      request.closedBy = user;
    }
    call.world.recordActivity(project);
    return {status: 200, body: entity(request, project)};
  },
};
