import {visibilities} from '../world.ts';
import {
  badParameter,
  forbidden,
  groupOf,
  invalid,
  needs,
  notFound,
  paged,
  Refusal,
  type Routes,
  signedIn,
} from './answer.ts';
import {groupEntity, memberEntity, projectEntity, simpleProjectEntity} from './entities.ts';
import {everybody, oneOfAll} from './members.ts';
import {pathFault} from './paths.ts';

/** Words that end a project's path, so that no group may be called so. */
const reserved =
  'badges blame blob builds commits create create_dir edit files find_file new preview raw refs tree update wikis';

const nameRule = /^[\p{L}\p{M}\p{N}\u{A9}-\u{1F9FF}_][\p{L}\p{M}\p{N}\p{Pd}\u{A9}-\u{1F9FF}_.() ]*$/u;

export const groupRoutes: Routes = {
  'GET /groups/:id': call => ({status: 200, body: groupEntity(groupOf(call), call.world, call.user)}),

  'GET /groups/:id/members/all': call => everybody(call, groupOf(call)),

  'GET /groups/:id/members/:user': call => {
    const group = groupOf(call);
    const member = call.world.users.find(({id}) => String(id) === call.params.user);
    const row = member && group.members.get(member.id);
    if (!row) throw new Refusal(404, {message: '404 Not found'});
    return {status: 200, body: memberEntity(member, row.level, row.expiresAt)};
  },

  'GET /groups/:id/members/all/:user': call => oneOfAll(call, groupOf(call)),

  'GET /groups/:id/projects': call => {
    const group = groupOf(call);
    const search = call.query.get('search')?.toLowerCase() ?? '';
    const below = call.query.get('include_subgroups') === 'true';
    const projects = call.world.projects
      .filter(({path}) => path.startsWith(`${group.path}/`))
      .filter(project => below || call.world.ancestors(project.path)[0] === group)
      .filter(project => call.world.canRead(call.user, project))
      .filter(({archived}) => !call.query.has('archived') || String(archived) === call.query.get('archived'))
      .filter(({name, path}) => `${name}\n${path}`.toLowerCase().includes(search))
      .sort((one, other) => {
        switch (call.query.get('order_by')) {
          case 'last_activity_at':
            return other.lastActivityAt.localeCompare(one.lastActivityAt);
          case 'created_at':
            return one.createdAt.localeCompare(other.createdAt);
          default:
            return one.name.localeCompare(other.name);
        }
      });
    const entity = (project: (typeof projects)[number]) =>
      call.query.get('simple') === 'true'
        ? simpleProjectEntity(project, call.world, call.user)
        : projectEntity(project, call.world, call.user, false);
    return paged(call, projects.map(entity));
  },

  'GET /groups/:id/subgroups': call => {
    const group = groupOf(call);
    const below = call.world.groups.filter(({path}) => call.world.ancestors(path)[0] === group);
    return paged(
      call,
      below.map(inner => {
        const {shared_with_groups: _shares, ...entity} = groupEntity(inner, call.world, call.user);
        return entity;
      }),
    );
  },

  'GET /groups/:id/descendant_groups': call => {
    const group = groupOf(call);
    const search = call.query.get('search')?.toLowerCase() ?? '';
    const below = call.world.groups
      .filter(({path}) => path.startsWith(`${group.path}/`))
      .filter(inner => call.world.canRead(call.user, inner))
      .filter(({name, path}) => `${name}\n${path.split('/').at(-1)}`.toLowerCase().includes(search));
    return paged(
      call,
      below.map(inner => {
        const {shared_with_groups: _shares, ...entity} = groupEntity(inner, call.world, call.user);
        return entity;
      }),
    );
  },

  'DELETE /groups/:id': call => {
    signedIn(call);
    const group = groupOf(call);
    needs(call, group, 50);
    if (group.markedForDeletionOn !== null) {
      throw new Refusal(400, {message: 'Group has already been marked for deletion'});
    }
    call.world.scheduleDeletion(group);
    return {status: 202, body: {message: '202 Accepted'}};
  },

  'POST /groups': call => {
    const user = signedIn(call);
    const {name, path, parent_id: parentId, visibility = 'private'} = call.body;
    if (typeof name !== 'string' || typeof path !== 'string') throw badParameter('name is missing, path is missing');
    const parent = call.world.findGroup(String(parentId ?? ''));
    if (parentId !== undefined && (!parent || !call.world.canRead(call.user, parent))) throw notFound('Group');
    if (!parent || call.world.accessLevel(call.user, parent) < 40) throw forbidden();
    const refuse = (attribute: string, words: string) =>
      new Refusal(400, {message: `Failed to save group {:${attribute}=>["${words}"]}`});
    const full = `${parent.path}/${path}`;
    const fault = pathFault(path);
    if (fault !== undefined) throw refuse('path', fault);
    if (path.length > 255) throw refuse('path', 'is too long (maximum is 255 characters)');
    if ([...name].length > 255) throw refuse('name', 'is too long (maximum is 255 characters)');
    if (!nameRule.test(name)) {
      throw refuse(
        'name',
        "can contain only letters, digits, emoji, '_', '.', dash, space, parenthesis. It must start with letter, digit, emoji or '_'.",
      );
    }
    if (reserved.split(' ').includes(path)) throw refuse('path', `${path} is a reserved name`);
    if (call.world.findGroup(full) || call.world.findProject(full)) throw refuse('path', 'has already been taken');
    const level = visibilities.find(known => known === visibility);
    if (level === undefined) throw badParameter('visibility does not have a valid value');
    if (visibilities.indexOf(level) > visibilities.indexOf(parent.visibility)) {
      throw refuse(
        'visibility_level',
        `${level} is not allowed since the parent group has a ${parent.visibility} visibility.`,
      );
    }
    const createdAt = new Date().toISOString();
    const group = call.world.addGroup({path: full, name, visibility: level, createdAt});
    // Who makes a group becomes its Owner (`groups/create_service.rb`).
    call.world.addMember(full, user.username, 50);
    return {status: 201, body: groupEntity(group, call.world, call.user)};
  },

  'PUT /groups/:id': call => {
    signedIn(call);
    const group = groupOf(call);
    needs(call, group, 50);
    const level = visibilities.find(known => known === call.body.visibility);
    if (level === undefined) throw badParameter('visibility does not have a valid value');
    const {world} = call;
    const isHigher = (other: {readonly visibility: typeof level}) =>
      visibilities.indexOf(other.visibility) > visibilities.indexOf(level);
    const isChild = ({path}: {readonly path: string}) => world.ancestors(path)[0] === group;
    const [parent] = world.ancestors(group.path);
    const reasons = [
      ...(parent && visibilities.indexOf(level) > visibilities.indexOf(parent.visibility)
        ? [`since the parent group has a ${parent.visibility} visibility.`]
        : []),
      ...(world.projects.some(inner => isChild(inner) && inner.markedForDeletionOn === null && isHigher(inner))
        ? ['since this group contains projects with higher visibility.']
        : []),
      ...(world.groups.some(inner => isChild(inner) && isHigher(inner))
        ? ['since there are sub-groups with higher visibility.']
        : []),
    ];
    if (reasons.length > 0) {
      throw invalid({visibility_level: reasons.map(reason => `${level} is not allowed ${reason}`)});
    }
    group.visibility = level;
    return {status: 200, body: groupEntity(group, call.world, call.user)};
  },
};
