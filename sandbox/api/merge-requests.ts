import {host, type MergeRequest, type Project} from '../world.ts';
import {type Call, needs, projectOf, Refusal, type Routes, signedIn} from './answer.ts';

function entity(request: MergeRequest, project: Project) {
  return {
    id: project.id * 1_000 + request.iid,
    iid: request.iid,
    project_id: project.id,
    title: request.title,
    description: '',
    state: request.state,
    source_branch: request.source,
    target_branch: request.target,
    web_url: `${host}/${project.path}/-/merge_requests/${request.iid}`,
  };
}

function requestOf(call: Call): MergeRequest {
  const request = projectOf(call).mergeRequests.find(({iid}) => String(iid) === call.params.iid);
  if (!request) throw new Refusal(404, {message: '404 Not found'});
  return request;
}

export const mergeRequestRoutes: Routes = {
  'POST /projects/:id/merge_requests': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 30);
    const source = String(call.body.source_branch ?? '');
    const open = project.mergeRequests.find(request => request.source === source && request.state === 'opened');
    if (open) {
      throw new Refusal(409, {
        message: [`Another open merge request already exists for this source branch: !${open.iid}`],
      });
    }
    if (!project.repository.branches.has(source)) {
      throw new Refusal(422, {message: [`Source branch "${source}" does not exist`]});
    }
    const request: MergeRequest = {
      iid: project.mergeRequests.length + 1,
      title: String(call.body.title),
      source,
      target: String(call.body.target_branch),
      state: 'opened',
    };
    project.mergeRequests.push(request);
    call.world.recordActivity(project);
    return {status: 201, body: entity(request, project)};
  },

  'GET /projects/:id/merge_requests/:iid': call => ({status: 200, body: entity(requestOf(call), projectOf(call))}),

  'PUT /projects/:id/merge_requests/:iid': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 30);
    const request = requestOf(call);
    if (call.body.state_event === 'close') request.state = 'closed';
    call.world.recordActivity(project);
    return {status: 200, body: entity(request, project)};
  },
};
