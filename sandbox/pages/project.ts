import type {Project} from '../world.ts';
import {avatarOf, faceOf} from './avatar.ts';
import {dayOf, fileBox, tree} from './files.ts';
import {type Content, layout, type MenuEntry} from './frame.ts';
import {type Html, html} from './html.ts';
import {breadcrumbsOf, notFoundPage} from './other.ts';
import {shape} from './shapes.ts';
import type {Page, Visit} from './visit.ts';
import {itemList, itemPage} from './work-items.ts';

const readmeName = /^(readme|index|_index)(\.(md|mkdn?|mdown|markdown|txt))?$/i;

function menuOf({path, repository}: Project): readonly MenuEntry[] {
  const base = `/${path}`;
  return [
    {shape: 'manage', label: 'Manage', href: `${base}/-/project_members`},
    {shape: 'plan', label: 'Plan', href: `${base}/-/work_items`},
    {shape: 'code', label: 'Code', href: `${base}/-/tree/${repository.defaultBranch}`},
    {shape: 'build', label: 'Build'},
    {shape: 'secure', label: 'Secure'},
    {shape: 'deploy', label: 'Deploy'},
    {shape: 'operate', label: 'Operate'},
    {shape: 'monitor', label: 'Monitor'},
    {shape: 'analyze', label: 'Analyze'},
    {shape: 'settings', label: 'Settings', href: `${base}/edit`},
  ];
}

/** The name with what can be done about the project (app/views/projects/_home_panel.html.haml). */
function homePanel(project: Project): Html {
  const {name, visibility} = project;
  return html`<header class="row page-title project-home-panel">${avatarOf(project, 48)}<h1 class="row home-panel-title" data-testid="project-name-content">${name}${shape(visibility, `Visibility: ${visibility}`)}</h1><div class="row push home-panel-actions"><button type="button" class="btn icon" aria-label="Notifications">${shape('bell')}</button><span class="group"><button type="button" class="btn">${shape('star')}Star</button><span class="btn">0</span></span><span class="group"><button type="button" class="btn">${shape('fork')}Fork</button><span class="btn">0</span></span><button type="button" class="btn tertiary icon" aria-label="Actions">${shape('more')}</button></div></header>`;
}

/** What is known of the project, at its side (app/views/projects/_sidebar.html.haml). */
function information({repository, createdAt}: Project): Html {
  const commits = repository.commits.length;
  const branches = repository.isEmpty ? 0 : repository.branches.size + 1;
  return html`<aside class="project-page-sidebar" data-testid="project-page-sidebar"><h2>Project information</h2><ul class="facts"><li>${shape('commit')}${commits} ${commits === 1 ? 'Commit' : 'Commits'}</li><li>${shape('branch')}${branches} ${branches === 1 ? 'Branch' : 'Branches'}</li></ul><dl class="facts"><dt>Created on</dt><dd>${dayOf(createdAt)}</dd></dl></aside>`;
}

function home({world, user}: Visit, project: Project): Html {
  const files = () => {
    const [path, readme] = [...project.repository.files].find(([name]) => readmeName.test(name)) ?? [];
    return html`${tree(project)}${path !== undefined && readme && fileBox(path, readme.content, 'readme-holder')}`;
  };
  return html`${homePanel(project)}<div class="columns"><div>${world.canReadCode(user, project) && files()}</div>${information(project)}</div>`;
}

/** A folder or a file of the default branch, whatever branch was asked for. */
function code({world, user}: Visit, project: Project, rest: string): Html {
  const [, path = ''] = /^-\/\w+\/[^/]+\/?(.*)$/.exec(rest) ?? [];
  const found = project.repository.files.get(path);
  if (!world.canReadCode(user, project)) return html``;
  return found ? fileBox(path, found.content) : tree(project, path === '' ? '' : `${path}/`);
}

function members({world}: Visit, project: Project): Html {
  const people = [...world.everybody(project).keys()].flatMap(id => world.users.filter(user => user.id === id));
  return html`<h1>Project members</h1><ul class="list">${people.map(user => html`<li>${faceOf(user, 32)}<span><span class="title">${user.name}</span><br><span class="subtle">@${user.username}</span></span></li>`)}</ul>`;
}

const settings = ({name}: Project) =>
  html`<h1>General settings</h1><p>Naming, description, topics.</p><label>Project name<br><input class="input" value="${name}"></label>`;

interface Kind {
  readonly pattern: RegExp;
  /** `data-page` */
  readonly page: string;
  readonly main: (visit: Visit, project: Project, rest: string) => Html;
}

const kinds: readonly Kind[] = [
  {pattern: /^$/, page: 'projects:show', main: home},
  {pattern: /^edit$/, page: 'projects:edit', main: (_, project) => settings(project)},
  {pattern: /^-\/project_members/, page: 'projects:project_members:index', main: members},
  {pattern: /^-\/work_items$/, page: 'projects:work_items:index', main: itemList},
  {pattern: /^-\/work_items\/\d+$/, page: 'projects:work_items:show', main: itemPage},
  {pattern: /^-\/tree\//, page: 'projects:tree:show', main: code},
  {pattern: /^-\/blob\//, page: 'projects:blob:show', main: code},
];

function bodyOf({world}: Visit, project: Project, page: string): Content['body'] {
  const [group] = world.ancestors(project.path);
  const slug = project.path.split('/').at(-1);
  return {
    'data-page': page,
    'data-page-type-id': page === 'projects:show' ? slug : undefined,
    'data-group': group?.path.split('/').at(-1),
    'data-group-full-path': group?.path,
    'data-namespace-id': group?.id,
    'data-project': slug,
    'data-project-full-path': project.path,
    'data-project-id': project.id,
  };
}

/** @param rest what the address has behind the project's path */
export function projectPage(visit: Visit, project: Project, rest: string): Page {
  const kind = kinds.find(({pattern}) => pattern.test(rest));
  if (kind === undefined) return notFoundPage();
  const {name, path} = project;
  return {
    status: 200,
    html: layout(visit, {
      title: name,
      body: bodyOf(visit, project, kind.page),
      context: {avatar: avatarOf(project, 24), name, href: `/${path}`},
      menu: menuOf(project),
      breadcrumbs: breadcrumbsOf(visit.world, project),
      main: kind.main(visit, project, rest),
    }),
  };
}
