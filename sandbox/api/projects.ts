import type {Group, Project, User} from '../world.ts';
import {type Visibility, visibilities} from '../world.ts';
import {
  badParameter,
  type Call,
  invalid,
  needs,
  notFound,
  paged,
  projectOf,
  Refusal,
  type Routes,
  signedIn,
} from './answer.ts';
import {importEntity, projectEntity} from './entities.ts';
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
    const project = call.world.addProject({
      path: full,
      name,
      visibility: level,
      createdAt,
      pushLevel,
      creatorId: user.id,
    });
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
    const above = call.world.ancestors(project.path);
    if (above[0]?.shareLock) throw new Refusal(400, {message: 'The project sharing with group is disabled'});
    // Maintainers come this far, but only Owners may share, and only with groups of which they are members.
    const isMember = group && call.world.accessLevel(call.user, group) > 0;
    const top = above.at(-1);
    const isOutside = top?.sharesOnlyInside && group !== top && !group?.path.startsWith(`${top.path}/`);
    if (!isMember || isOutside || call.world.accessLevel(call.user, project) < 50) {
      throw new Refusal(404, {message: 'Not Found'});
    }
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
};
