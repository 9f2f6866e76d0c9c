import {groupPage} from './pages/group.ts';
import {notFoundPage, plainPage, signInPage} from './pages/other.ts';
import {projectPage} from './pages/project.ts';
import type {Page, Visit} from './pages/visit.ts';
import type {Group, Project, World} from './world.ts';

/** First segments of an address that are never a group. */
const reserved = new Set([
  '-',
  'admin',
  'api',
  'assets',
  'dashboard',
  'explore',
  'help',
  'oauth',
  'profile',
  'projects',
  'search',
  'users',
]);

/** The longest beginning of a path that is a project or group, and what comes behind it. */
function resolve(world: World, path: string): {found: Project | Group; rest: string} | undefined {
  const segments = path.split('/');
  for (let end = segments.length; end > 0; end -= 1) {
    const head = segments.slice(0, end).join('/');
    const found = world.findProject(head) ?? world.findGroup(head);
    if (found) return {found, rest: segments.slice(end).join('/')};
  }
  return undefined;
}

function movedProject(world: World, path: string): Project | undefined {
  return world.findProject(world.redirects.get((path.split('/-/')[0] ?? '').toLowerCase()) ?? -1);
}

/** Answers a visit of a page as GitLab would. `/-/sandbox/sign_in` is a door that only the sandbox has. */
export function answerPage(visit: Visit): Page {
  const {world, url, user} = visit;
  const path = decodeURIComponent(url.pathname).replace(/^\/|\/$/g, '');
  if (path === '-/sandbox/sign_in') {
    const {cookie} = world.signIn(url.searchParams.get('user') ?? '');
    return {status: 302, location: url.searchParams.get('to') ?? '/', cookie};
  }
  if (path === 'users/sign_in') return signInPage(visit);
  if (path === '') return plainPage(visit, 'Projects', {'data-page': 'dashboard:projects:index'});
  if (path === 'explore') return plainPage(visit, 'Explore', {'data-page': 'explore:projects:index'});
  if (path === 'projects/new') {
    const group = world.findGroup(url.searchParams.get('namespace_id') ?? '');
    return plainPage(visit, 'New project', {
      'data-page': 'projects:new',
      'data-group': group?.path.split('/').at(-1),
      'data-group-full-path': group?.path,
    });
  }
  const isGroupPath = path.startsWith('groups/');
  const inner = isGroupPath ? path.slice('groups/'.length) : path;
  if (reserved.has(inner.split('/')[0] ?? '')) return notFoundPage();
  const moved = movedProject(world, inner);
  if (moved && world.canRead(user, moved)) return {status: 302, location: `/${moved.path}`};
  const match = resolve(world, inner);
  if (!match || !world.canRead(user, match.found)) {
    return user ? notFoundPage() : {status: 302, location: '/users/sign_in'};
  }
  const {found} = match;
  // Lists of issues and single ones have their address among the work items.
  const rest = match.rest.replace(/^-\/issues(?=\/\d+$|$)/, '-/work_items');
  const tail = rest === '' ? '' : `/${rest}`;
  const canonical = `${isGroupPath && rest !== '' ? 'groups/' : ''}${found.path}${tail}`;
  if (canonical !== path) return {status: 302, location: `/${canonical}${url.search}`};
  if (found.kind === 'project') return isGroupPath ? notFoundPage() : projectPage(visit, found, rest);
  return rest !== '' && !isGroupPath && !rest.startsWith('-/') ? notFoundPage() : groupPage(visit, found, rest);
}
