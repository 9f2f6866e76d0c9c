import type {Group, Project, User} from '../world.ts';
import {
  type Answer,
  badParameter,
  type Call,
  forbidden,
  needs,
  paged,
  projectOf,
  Refusal,
  type Routes,
  signedIn,
} from './answer.ts';
import {directMemberEntity, invitationEntity, memberEntity} from './entities.ts';

/** GitLab's roles by their numbers. */
const roleNames: Readonly<Record<number, string>> = {
  5: 'Minimal Access',
  10: 'Guest',
  15: 'Planner',
  20: 'Reporter',
  25: 'Security Manager',
  30: 'Developer',
  40: 'Maintainer',
  50: 'Owner',
};
const roles = Object.keys(roleNames).map(Number);

/** Whether the user may give somebody a role: not Owner unless as an Owner, and Security Manager only as such or as an Owner. */
function mayGive(call: Call, project: Project, level: number): boolean {
  const own = call.world.accessLevel(call.user, project);
  return level === 25 ? own === 25 || own >= 50 : level <= own;
}

/** The role that is to be given. @throws Refusal 400 for none that there is, 403 for one that the user may not give */
function givenRole(call: Call, project: Project): number {
  const level = Number(call.body.access_level);
  if (!roles.includes(level)) throw badParameter('access_level does not have a valid value');
  if (!mayGive(call, project, level)) throw forbidden();
  return level;
}

/** The date on which a membership is to end: undefined where the request names none. */
function expiryOf({body}: Call): string | null | undefined {
  if (body.expires_at === undefined) return undefined;
  return body.expires_at ? String(body.expires_at).slice(0, 10) : null;
}

export const memberRoutes: Routes = {
  'GET /projects/:id/members': call => {
    const project = projectOf(call);
    if (call.user === undefined) throw forbidden();
    const rows = [...project.members].flatMap(([id, row]) => {
      const user = call.world.users.find(other => other.id === id);
      return user ? [directMemberEntity(user, row, call.world)] : [];
    });
    return paged(call, rows);
  },

  'GET /projects/:id/members/all': call => everybody(call, projectOf(call)),

  'GET /projects/:id/members/all/:user': call => oneOfAll(call, projectOf(call)),

  'GET /projects/:id/invitations': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    return paged(
      call,
      project.invitations.map(invitation => invitationEntity(invitation, call.world)),
    );
  },

  'POST /projects/:id/invitations': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    if (call.world.ancestors(project.path).at(-1)?.forbidsInvitations) throw forbidden();
    return inviteAll(call, project);
  },

  'DELETE /projects/:id/invitations/:email': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    const index = project.invitations.findIndex(({email}) => email === call.params.email);
    if (index < 0) throw new Refusal(404, {message: '404 Not Found'});
    project.invitations.splice(index, 1);
    return {status: 204};
  },

  'PUT /projects/:id/invitations/:email': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    const invitation = project.invitations.find(({email}) => email === call.params.email);
    if (!invitation) throw new Refusal(404, {message: '404 Not Found'});
    invitation.level = givenRole(call, project);
    const expiry = expiryOf(call);
    if (expiry !== undefined) invitation.expiresAt = expiry ?? undefined;
    return {status: 200, body: invitationEntity(invitation, call.world)};
  },

  'PUT /projects/:id/members/:user': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    const member = project.members.get(Number(call.params.user));
    const user = call.world.users.find(({id}) => String(id) === call.params.user);
    if (!member || !user) throw new Refusal(404, {message: '404 Not found'});
    member.level = givenRole(call, project);
    const expiry = expiryOf(call);
    if (expiry !== undefined) member.expiresAt = expiry;
    return {status: 200, body: directMemberEntity(user, member, call.world)};
  },

  'DELETE /projects/:id/members/:user': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    if (!project.members.delete(Number(call.params.user))) throw new Refusal(404, {message: '404 Not found'});
    return {status: 204};
  },
};

/** One or many in a list with commas, as GitLab takes mails and user ids. */
function listed(value: unknown): string[] {
  return String(value ?? '')
    .split(',')
    .map(item => item.trim())
    .filter(Boolean);
}

const tooHigh = "the member access level can't be higher than the current user's one";

/** Why somebody cannot get a role, in GitLab's words. */
function memberFault(call: Call, project: Project, user: User, level: number): string | undefined {
  const {world} = call;
  const own = world.accessLevel(call.user, project);
  const now = project.members.get(user.id);
  if (now !== undefined && now.level > own) return 'not authorized to update member';
  if (!mayGive(call, project, level)) return tooHigh;
  if (user.bot) return 'User project bots cannot be added to other groups / projects';
  const [highest] = world
    .ancestors(project.path)
    .flatMap(group => ({group, level: group.members.get(user.id)?.level ?? 0}))
    .sort((one, other) => other.level - one.level);
  if (highest === undefined || highest.level <= level) return undefined;
  return `Access level should be greater than or equal to ${roleNames[highest.level]} inherited membership from group ${highest.group.name}`;
}

function inviteAll(call: Call, project: Project): Answer {
  const {email, user_id: userId} = call.body;
  const mails = listed(email);
  const ids = listed(userId);
  if (!email && !userId) {
    throw new Refusal(400, {message: '400 Bad request - Must provide either email or user_id as a parameter'});
  }
  const level = Number(call.body.access_level);
  if (!roles.includes(level)) throw badParameter('access_level does not have a valid value');
  const refused = (message: string, reason: string) => ({status: 201, body: {status: 'error', message, reason}});
  if (mails.length + ids.length === 0) return refused('Invites cannot be blank', 'blank_invites_error');
  if (mails.length + ids.length > 100) {
    return refused('Too many users specified (limit is 100)', 'too_many_invites_error');
  }
  if (call.world.ancestors(project.path)[0]?.membershipLock) {
    // It is raised without a message, so Ruby says its class.
    return refused('Members::CreateService::MembershipLockedError', 'membership_locked_error');
  }
  const failed: Record<string, string> = {};
  const expiresAt = expiryOf(call) ?? null;
  /** Makes somebody a member, or gives one that is there role and expiry anew; a missing expiry ends one that was there. */
  const add = (user: User, invitee: string) => {
    const fault = memberFault(call, project, user, level);
    const now = project.members.get(user.id);
    if (fault !== undefined) failed[invitee] = fault;
    else project.members.set(user.id, {...(now ?? call.world.madeBy(call.user)), level, expiresAt});
  };
  for (const mail of mails) {
    const lower = mail.toLowerCase();
    const account = call.world.users.find(user => [user.publicEmail, user.email].includes(lower));
    // Who is invited already is found as it is written here, and stored in small letters.
    const invited = project.invitations.find(invitation => invitation.email === mail);
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(mail)) failed[mail] = 'Invite email is invalid';
    else if (account) add(account, mail);
    else if (!mayGive(call, project, level)) failed[mail] = tooHigh;
    else if (mail.endsWith('@blocked.example')) {
      failed[mail] = "The member's email address is not allowed for this project.";
    } else if (invited) Object.assign(invited, {level, expiresAt: expiresAt ?? undefined});
    else if (project.invitations.some(invitation => invitation.email === lower)) {
      failed[mail] = 'Invite email has already been taken';
    } else {
      const made = call.world.madeBy(call.user);
      project.invitations.push({email: lower, level, expiresAt: expiresAt ?? undefined, ...made});
    }
  }
  for (const id of ids) {
    const user = call.world.users.find(other => String(other.id) === id);
    if (user) add(user, user.username);
  }
  const hasFailed = Object.keys(failed).length > 0;
  return {status: 201, body: hasFailed ? {status: 'error', message: failed} : {status: 'success'}};
}

/** One row of `members/all`. @throws Refusal 404 for a user without access */
export function oneOfAll(call: Call, source: Group | Project): Answer {
  if (call.user === undefined) throw forbidden();
  const user = call.world.users.find(({id}) => String(id) === call.params.user);
  const level = user && call.world.everybody(source).get(user.id);
  if (!user || level === undefined) throw new Refusal(404, {message: '404 Not found'});
  return {status: 200, body: memberEntity(user, level, null)};
}

/** `members/all` of a project or group: one row a user, the highest role. */
export function everybody(call: Call, source: Group | Project) {
  if (call.user === undefined) throw forbidden();
  const wanted = call.query.getAll('user_ids[]');
  const rows = [...call.world.everybody(source)]
    .filter(([id]) => wanted.length === 0 || wanted.includes(String(id)))
    .flatMap(([id, level]) => {
      const user = call.world.users.find(other => other.id === id);
      return user ? [memberEntity(user, level, null)] : [];
    });
  return paged(call, rows);
}
