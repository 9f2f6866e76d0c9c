import {type Call, forbidden, needs, notFound, paged, projectOf, Refusal, type Routes, signedIn} from './answer.ts';
import {issueEntity} from './entities.ts';

function issueOf(call: Call) {
  return projectOf(call).issues.find(({iid}) => String(iid) === call.params.iid);
}

export const issueRoutes: Routes = {
  'GET /projects/:id/issues': call => {
    const project = projectOf(call);
    const state = call.query.get('state');
    const issues = project.issues.filter(issue => state === null || state === 'all' || issue.state === state);
    return paged(
      call,
      issues.map(issue => issueEntity(issue, project, call.world)),
    );
  },

  'PUT /projects/:id/issues/:iid': call => {
    const user = signedIn(call);
    const project = projectOf(call);
    const issue = issueOf(call);
    if (!issue) throw new Refusal(404, {message: '404 Not found'});
    if (issue.authorId !== user.id && call.world.accessLevel(user, project) < 15) throw forbidden();
    if (call.body.state_event === 'close') issue.state = 'closed';
    if (call.body.state_event === 'reopen') issue.state = 'opened';
    call.world.recordActivity(project);
    return {status: 200, body: issueEntity(issue, project, call.world)};
  },

  'DELETE /projects/:id/issues/:iid': call => {
    signedIn(call);
    const project = projectOf(call);
    const issue = issueOf(call);
    if (!issue) throw notFound('Issue');
    needs(call, project, 50);
    project.issues.splice(project.issues.indexOf(issue), 1);
    return {status: 204};
  },
};
