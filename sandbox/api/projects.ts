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
    throw invalid({visibility_level: [`${level} is not allowed in a ${parent.visibility} group.`]});
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
 * The template that a new project is to be made from. Group-level templates can be used by direct members of the templates' group
 * only, however high the role is that others inherit.
 */
function templateFor(call: Call, user: User): Project {
  const {body, world} = call;
  const template = world.findProject(Number(body.template_project_id));
  const owner = world.findGroup(Number(body.group_with_project_templates_id));
  const group = template && world.ancestors(template.path)[0];
  const isOffered = owner !== undefined && group !== undefined && world.ancestors(group.path)[0] === owner;
  if (!template || !isOffered || !group.members.has(user.id) || !world.canRead(user, template)) {
    throw invalid({template_name: [`'${template?.name ?? body.template_project_id}' is unknown or invalid`]});
  }
  return template;
}

export const projectRoutes: Routes = {
  'POST /projects': call => {
    const user = signedIn(call);
    const {name, path, namespace_id: groupId, visibility = 'private'} = call.body;
    if (typeof name !== 'string' || typeof path !== 'string') {
      throw badParameter('name, path are missing, at least one parameter must be provided');
    }
    const group = call.world.findGroup(Number(groupId));
    if (!group || call.world.accessLevel(user, group) < 30) throw invalid({namespace: ['is not valid']});
    checkNameRule(name);
    const level = visibilities.find(known => known === visibility);
    if (level === undefined) throw badParameter('visibility does not have a valid value');
    if (visibilities.indexOf(level) > visibilities.indexOf(group.visibility)) {
      throw invalid({visibility_level: [`${level} is not allowed in a ${group.visibility} group.`]});
    }
    const full = `${group.path}/${path}`;
    const sameName = call.world.projects.some(
      other => other.name === name && call.world.ancestors(other.path)[0] === group,
    );
    if (sameName || call.world.findProject(full) || call.world.findGroup(full)) {
      const taken = ['has already been taken'];
      throw invalid({name: taken, path: taken, 'project_namespace.name': taken});
    }
    const template = call.body.use_custom_template === true ? templateFor(call, user) : undefined;
    const project = call.world.addProject({path: full, name, visibility: level, createdAt: new Date().toISOString()});
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
    if (!group || !call.world.canRead(call.user, group)) throw new Refusal(404, {message: 'Not Found'});
    if (project.shares.some(share => share.groupId === group.id)) {
      throw new Refusal(409, {message: 'Group has already been taken'});
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
    invitation.level = Number(call.body.access_level);
    return {status: 200, body: invitationEntity(invitation)};
  },

  'PUT /projects/:id/members/:user': call => {
    signedIn(call);
    const project = projectOf(call);
    needs(call, project, 40);
    const member = project.members.get(Number(call.params.user));
    const user = call.world.users.find(({id}) => String(id) === call.params.user);
    if (!member || !user) throw new Refusal(404, {message: '404 Not found'});
    member.level = Number(call.body.access_level);
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

function inviteAll(call: Call, project: Project): Answer {
  const {email, user_id: userId} = call.body;
  const mails = listed(email);
  const ids = listed(userId);
  if (mails.length + ids.length === 0) {
    throw new Refusal(400, {message: '400 Bad request - Must provide either email or user_id as a parameter'});
  }
  const level = Number(call.body.access_level);
  if (![5, 10, 15, 20, 30, 40, 50].includes(level)) throw badParameter('access_level does not have a valid value');
  if (mails.length + ids.length > 100) {
    return {status: 201, body: {status: 'error', message: 'Too many users specified (limit is 100)'}};
  }
  const failed: Record<string, string> = {};
  for (const mail of mails) {
    const account = call.world.users.find(user => user.publicEmail !== '' && user.publicEmail === mail);
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(mail)) failed[mail] = 'Invite email is invalid';
    else if (project.invitations.some(invitation => invitation.email === mail)) {
      failed[mail] = 'Invite email has already been taken';
    } else if (account) project.members.set(account.id, {level, expiresAt: null});
    else if (mail.endsWith('@blocked.example')) {
      failed[mail] = "The member's email address is not allowed for this project.";
    } else project.invitations.push({email: mail, level});
  }
  for (const id of ids) {
    const user = call.world.users.find(other => String(other.id) === id);
    if (user) project.members.set(user.id, {level, expiresAt: null});
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
