import type {Group, Project, User} from '../world.ts';
import {type Visibility, visibilities} from '../world.ts';
import {
  type Answer,
  badParameter,
  type Call,
  forbidden,
  invalid,
  needs,
  notFound,
  paged,
  projectOf,
  Refusal,
  type Routes,
  signedIn,
} from './answer.ts';
import {importEntity, invitationEntity, memberEntity, projectEntity} from './entities.ts';
import {pathFault} from './paths.ts';
import {pictureOf, pictureType} from './pictures.ts';

const nameRule = /^[\p{L}\p{M}\p{N}\u{A9}-\u{1F9FF}_][\p{L}\p{M}\p{N}\p{Pd}\u{A9}-\u{1F9FF}_.+ ]*$/u;

function checkVisibility(call: Call, project: Project): Visibility | undefined {
  const {visibility} = call.body;
  if (visibility === undefined) return undefined;
  const level = visibilities.find(known => known === visibility);
  if (level === undefined) throw badParameter('visibility does not have a valid value');
  needs(call, project, 50);
  const parent = call.world.ancestors(project.path)[0];
  if (parent && visibilities.indexOf(level) > visibilities.indexOf(parent.visibility)) {
    throw invalid({visibility_level: [`${level} is not allowed in a ${parent.visibility} namespace.`]});
  }
  return level;
}

function checkNameRule(name: string): void {
  const isLong = [...name].length > 255;
  if (nameRule.test(name) && !isLong) return;
  throw invalid({
    name: [
      isLong
        ? 'is too long (maximum is 255 characters)'
        : "can contain only letters, digits, emoji, '_', '.', '+', dashes, or spaces. It must start with a letter, digit, emoji, or '_'.",
    ],
  });
}

function checkName(call: Call, project: Project): string | undefined {
  const {name} = call.body;
  if (typeof name !== 'string') return undefined;
  checkNameRule(name);
  const group = call.world.ancestors(project.path)[0]?.path;
  const taken = call.world.projects.some(
    other => other !== project && other.name === name && call.world.ancestors(other.path)[0]?.path === group,
  );
  if (taken) throw invalid({name: ['has already been taken']});
  return name;
}

/**
 * The template that a new project is to be made from: one that lies directly in the group of templates that is named. The
 * project must lie in or below that group's parent, and the user must read the template's code, by whatever membership
 * (`create_from_template_service.rb`).
 */
function templateFor({body, world}: Call, user: User, place: Group): Project {
  const {template_project_id: id, template_name: name, group_with_project_templates_id: groupId} = body;
  const templates = world.findGroup(Number(groupId));
  if (groupId !== undefined) {
    if (!templates) throw new Refusal(404, {message: '404 Not found'});
    const [owner] = world.ancestors(templates.path);
    const isBelow = owner && [place, ...world.ancestors(place.path)].includes(owner);
    if (!isBelow) throw invalid({namespace: ['is not a descendant of the Group owning the template']});
  }
  const template = world.projects
    .filter(({path}) => templates !== undefined && world.ancestors(path)[0] === templates)
    .filter(project => world.canRead(user, project) && world.canReadCode(user, project))
    .find(project => (id === undefined ? project.name === name : project.id === Number(id)));
  if (template) return template;
  throw id === undefined
    ? invalid({template_name: [`'${name}' is unknown or invalid`]})
    : invalid({template_project_id: [`${id} is unknown or invalid`]});
}

/** The role that makes projects in a group, by its setting. */
const creators = {noone: Number.POSITIVE_INFINITY, owner: 50, maintainer: 40, developer: 30};

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

export const projectRoutes: Routes = {
  'POST /projects': call => {
    const user = signedIn(call);
    const {name, path, namespace_id: groupId, visibility = 'private'} = call.body;
    if (typeof name !== 'string' || typeof path !== 'string') {
      throw badParameter('name, path are missing, at least one parameter must be provided');
    }
    const group = call.world.findGroup(Number(groupId));
    if (!group || call.world.accessLevel(user, group) < creators[group.projectCreationLevel]) {
      throw invalid({namespace: ['is not valid']});
    }
    checkNameRule(name);
    const fault = pathFault(path);
    if (fault !== undefined) throw invalid({path: [fault], 'project_namespace.path': [fault]});
    const level = visibilities.find(known => known === visibility);
    if (level === undefined) throw badParameter('visibility does not have a valid value');
    if (visibilities.indexOf(level) > visibilities.indexOf(group.visibility)) {
      throw invalid({visibility_level: [`${level} is not allowed in a ${group.visibility} namespace.`]});
    }
    const full = `${group.path}/${path}`;
    const sameName = call.world.projects.some(
      other => other.name === name && call.world.ancestors(other.path)[0] === group,
    );
    if (sameName || call.world.findProject(full) || call.world.findGroup(full)) {
      const taken = ['has already been taken'];
      throw invalid({name: taken, path: taken, 'project_namespace.name': taken});
    }
    const template = call.body.use_custom_template === true ? templateFor(call, user, group) : undefined;
    const {pushLevel} = group;
    const createdAt = new Date().toISOString();
    const project = call.world.addProject({path: full, name, visibility: level, createdAt, pushLevel});
    // Where the creator may not push to the default branch, none is made, and nothing says so.
    if (call.body.initialize_with_readme === true && call.world.accessLevel(user, project) >= pushLevel) {
      call.world.commitFile(full, 'README.md', `# ${name}\n`, user.username);
    }
    if (template) call.world.startImport(project, template);
    return {status: 201, body: projectEntity(project, call.world, user)};
  },

  'GET /projects/:id/import': call => {
    signedIn(call);
    const project = projectOf(call);
    call.world.passImport(project);
    return {status: 200, body: importEntity(project)};
  },

  'DELETE /projects/:id': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 50);
    if (project.markedForDeletionOn !== null) {
      throw new Refusal(400, {message: 'Project has already been marked for deletion'});
    }
    call.world.scheduleDeletion(project);
    return {status: 202, body: {message: '202 Accepted'}};
  },

  'GET /projects/:id': call => {
    const project = projectOf(call);
    call.world.passTransfer(project);
    return {status: 200, body: projectEntity(project, call.world, call.user)};
  },

  'PUT /projects/:id': async call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    if (Object.keys(call.body).length === 0) {
      throw badParameter('name, visibility, avatar are missing, at least one parameter must be provided');
    }
    const visibility = checkVisibility(call, project);
    const name = checkName(call, project);
    if ('avatar' in call.body) project.avatar = await pictureOf(call.body.avatar);
    if (visibility) project.visibility = visibility;
    if (name !== undefined) project.name = name;
    project.updatedAt = new Date().toISOString();
    return {status: 200, body: projectEntity(project, call.world, call.user)};
  },

  'GET /projects/:id/avatar': call => {
    const {avatar} = projectOf(call);
    if (!avatar) throw notFound('Avatar');
    return {status: 200, body: avatar.bytes, headers: {'content-type': pictureType(avatar.bytes) ?? ''}};
  },

  'PUT /projects/:id/transfer': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 50);
    if (call.body.namespace === undefined) throw badParameter('namespace is missing');
    const target = call.world.findGroup(String(call.body.namespace));
    if (!target || call.world.accessLevel(call.user, target) === 0) throw notFound('Namespace');
    const isJob = call.world.asyncTransfers !== undefined;
    const refuse = (words: string) =>
      new Refusal(400, {message: isJob ? words : `Failed to transfer project {:new_namespace=>["${words}"]}`});
    if (call.world.ancestors(project.path)[0] === target) throw refuse('Project is already in this namespace.');
    if (call.world.accessLevel(call.user, target) < 40) {
      throw refuse("You don't have permission to transfer projects into that namespace.");
    }
    if (!isJob) {
      if (call.world.isTaken(project, target)) {
        throw refuse('Project with same name or path in target namespace already exists');
      }
      call.world.transfer(project, target);
    } else if (!call.world.startTransfer(project, target)) {
      throw refuse('Unable to initiate transfer. The project may already have a transfer in progress.');
    }
    return {status: 200, body: projectEntity(project, call.world, call.user)};
  },

  'POST /projects/:id/share': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    const group = call.world.findGroup(String(call.body.group_id ?? ''));
    // Maintainers come this far, but only Owners may share, and only with groups of which they are members.
    const isMember = group && call.world.accessLevel(call.user, group) > 0;
    if (!isMember || call.world.accessLevel(call.user, project) < 50) throw new Refusal(404, {message: 'Not Found'});
    if (project.shares.some(share => share.groupId === group.id)) {
      throw new Refusal(409, {message: 'Project already shared with this group'});
    }
    const level = Number(call.body.group_access);
    project.shares.push({groupId: group.id, level});
    return {
      status: 201,
      body: {
        id: call.world.createId(),
        project_id: project.id,
        group_id: group.id,
        group_access: level,
        expires_at: null,
      },
    };
  },

  'DELETE /projects/:id/share/:group': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    const index = project.shares.findIndex(share => String(share.groupId) === call.params.group);
    if (index < 0) throw notFound('Group Link');
    const group = call.world.findGroup(call.params.group ?? '');
    const isOwner = (source: Group | Project | undefined) =>
      source !== undefined && call.world.accessLevel(call.user, source) >= 50;
    if (!isOwner(project) && !isOwner(group)) throw new Refusal(403, {message: 'Forbidden'});
    project.shares.splice(index, 1);
    return {status: 204};
  },

  'GET /projects/:id/invited_groups': call => {
    const project = projectOf(call);
    const relations = call.query.getAll('relation[]');
    const wants = (relation: string) => relations.length === 0 || relations.includes(relation);
    const ids = new Set([
      ...(wants('direct') ? project.shares : []).map(share => share.groupId),
      ...(wants('inherited') ? call.world.ancestors(project.path).flatMap(group => group.shares) : []).map(
        share => share.groupId,
      ),
    ]);
    const groups = [...ids].flatMap(id => call.world.findGroup(id) ?? []);
    return paged(
      call,
      groups
        .filter(group => call.world.canRead(call.user, group))
        .map(group => ({
          id: group.id,
          web_url: `https://gitlab.com/groups/${group.path}`,
          name: group.name,
          avatar_url: null,
          full_name: group.name,
          full_path: group.path,
        })),
    );
  },

  'GET /projects/:id/members': call => {
    const project = projectOf(call);
    if (call.user === undefined) throw forbidden();
    const rows = [...project.members].flatMap(([id, row]) => {
      const user = call.world.users.find(other => other.id === id);
      return user ? [memberEntity(user, row.level, row.expiresAt)] : [];
    });
    return paged(call, rows);
  },

  'GET /projects/:id/members/all': call => everybody(call, projectOf(call)),

  'GET /projects/:id/members/all/:user': call => oneOfAll(call, projectOf(call)),

  'GET /projects/:id/invitations': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    return paged(call, project.invitations.map(invitationEntity));
  },

  'POST /projects/:id/invitations': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
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
    return {status: 200, body: invitationEntity(invitation)};
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
    return {status: 200, body: memberEntity(user, member.level, member.expiresAt)};
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
  const failed: Record<string, string> = {};
  const expiresAt = expiryOf(call) ?? null;
  /** Makes somebody a member, or gives one that is there role and expiry anew; a missing expiry ends one that was there. */
  const add = (user: User, invitee: string) => {
    const fault = memberFault(call, project, user, level);
    if (fault === undefined) project.members.set(user.id, {level, expiresAt});
    else failed[invitee] = fault;
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
    } else project.invitations.push({email: lower, level, expiresAt: expiresAt ?? undefined});
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
