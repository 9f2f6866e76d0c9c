import type {Group, Project} from '../world.ts';
import {avatarOf} from './avatar.ts';
import {dayOf} from './files.ts';
import {layout, type MenuEntry} from './frame.ts';
import {type Html, html} from './html.ts';
import {breadcrumbsOf} from './other.ts';
import {shape} from './shapes.ts';
import type {Page, Visit} from './visit.ts';

function menuOf({path}: Group): readonly MenuEntry[] {
  const base = `/groups/${path}/-`;
  return [
    {shape: 'manage', label: 'Manage', href: `${base}/group_members`},
    {shape: 'plan', label: 'Plan', href: `${base}/work_items`},
    {shape: 'code', label: 'Code'},
    {shape: 'build', label: 'Build'},
    {shape: 'secure', label: 'Secure'},
    {shape: 'operate', label: 'Operate'},
    {shape: 'analyze', label: 'Analyze'},
    {shape: 'settings', label: 'Settings', href: `${base}/edit`},
  ];
}

/** Projects and groups that are directly in a group: groups first. */
function insideOf({world, user}: Visit, group: Group): (Group | Project)[] {
  return [...world.groups, ...world.projects].filter(
    inner =>
      inner.path.startsWith(`${group.path}/`) && world.ancestors(inner.path)[0] === group && world.canRead(user, inner),
  );
}

function row(inner: Group | Project): Html {
  const isGroup = inner.kind === 'group';
  return html`<li>${isGroup && shape('right')}${shape(isGroup ? 'folder' : 'doc')}${avatarOf(inner, 32)}<div class="row fill"><a class="title" href="/${inner.path}">${inner.name}</a>${shape(inner.visibility, `Visibility: ${inner.visibility}`)}</div><span class="subtle">${dayOf(inner.kind === 'project' ? inner.lastActivityAt : inner.createdAt)}</span></li>`;
}

function home(visit: Visit, group: Group): Html {
  const {name, visibility} = group;
  return html`<header class="row page-title">${avatarOf(group, 48)}<h1 class="row">${name}${shape(visibility, `Visibility: ${visibility}`)}</h1><div class="row push"><button type="button" class="btn icon" aria-label="Notifications">${shape('bell')}</button><button type="button" class="btn">New subgroup</button><button type="button" class="btn confirm">New project</button></div></header><ul class="tabs"><li>Subgroups and projects</li><li>Shared projects</li><li>Inactive</li></ul><div class="row nav-block"><input class="input wide" placeholder="Search" aria-label="Search"></div><ul class="list">${insideOf(visit, group).map(row)}</ul>`;
}

/** @param rest what the address has behind the group's path */
export function groupPage(visit: Visit, group: Group, rest: string): Page {
  const {name, path} = group;
  return {
    status: 200,
    html: layout(visit, {
      title: name,
      body: {
        'data-page': rest === '' ? 'groups:show' : `groups:${rest.replace(/^-\//, '').split('/')[0]}`,
        'data-page-type-id': path,
        'data-group': path.split('/').at(-1),
        'data-group-full-path': path,
      },
      context: {avatar: avatarOf(group, 24), name, href: `/${path}`},
      menu: menuOf(group),
      breadcrumbs: breadcrumbsOf(visit.world, group),
      main: home(visit, group),
    }),
  };
}
