import type {Issue, Project, User} from '../world.ts';
import {type Call, forbidden, notFound, paged, projectOf, Refusal, type Routes, signedIn} from './answer.ts';
import {issueEntity} from './entities.ts';

/** Guest: from here on somebody is a member who can do anything. */
const guest = 10;
const planner = 15;
const owner = 50;

/** Whether the user sees an issue (`issue_policy.rb`). */
function canSee({world, user}: Call, project: Project, {authorId, confidential}: Issue): boolean {
  return !confidential || authorId === user?.id || world.accessLevel(user, project) >= planner;
}

/** Authors may change theirs, as members or where the project is open to them; Planner and higher all. */
function mayUpdate({world}: Call, user: User, project: Project, issue: Issue): boolean {
  const level = world.accessLevel(user, project);
  return level >= planner || (issue.authorId === user.id && (level >= guest || project.visibility !== 'private'));
}

/** Planner and Owner may delete, and authors who are members; the roles between may not. */
function mayDelete({world}: Call, user: User, project: Project, {authorId}: Issue): boolean {
  const level = world.accessLevel(user, project);
  return level === planner || level >= owner || (authorId === user.id && level >= guest);
}

function issueOf(call: Call) {
  return projectOf(call).issues.find(({iid}) => String(iid) === call.params.iid);
}

export const issueRoutes: Routes = {
  'GET /projects/:id/issues': call => {
    const project = projectOf(call);
    const state = call.query.get('state');
    const issues = project.issues
      .filter(issue => canSee(call, project, issue))
      .filter(issue => state === null || state === 'all' || issue.state === state);
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
    if (!canSee(call, project, issue) || !mayUpdate(call, user, project, issue)) throw forbidden();
    if (call.body.state_event === 'close') issue.state = 'closed';
    if (call.body.state_event === 'reopen') issue.state = 'opened';
    call.world.recordActivity(project);
    return {status: 200, body: issueEntity(issue, project, call.world)};
  },

  'DELETE /projects/:id/issues/:iid': call => {
    const user = signedIn(call);
    const project = projectOf(call);
    const issue = issueOf(call);
    if (!issue) throw notFound('Issue');
    if (!mayDelete(call, user, project, issue)) throw forbidden();
    project.issues.splice(project.issues.indexOf(issue), 1);
    return {status: 204};
  },
};
