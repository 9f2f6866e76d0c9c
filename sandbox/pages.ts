import {randomBytes} from 'node:crypto';
import {type Group, host, type Project, type Session, type User, type World} from './world.ts';

/** `classic`: the window scrolls; `panels`: GitLab 18.6 and later, where an inner panel does. */
export type Generation = 'classic' | 'panels';

/** A page as it is sent. */
export interface Page {
  readonly status: number;
  readonly html?: string;
  readonly location?: string;
  readonly cookie?: string;
}

export interface Visit {
  readonly world: World;
  readonly url: URL;
  readonly session: Session | undefined;
  readonly user: User | undefined;
  readonly generation: Generation;
  readonly nonce: string;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

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

const tokens = {
  light: `--gl-background-color-default:#fff;--gl-background-color-subtle:#f7f7f5;--gl-background-color-strong:#ecebea;--gl-text-color-default:#3a383d;--gl-text-color-subtle:#646163;--gl-text-color-strong:#18171d;--gl-text-color-heading:#18171d;--gl-text-color-link:#2f5ca0;--gl-border-color-default:#dcdbd9;--gl-control-border-color-default:#8a8888;--gl-control-background-color-default:#fff;--gl-focus-ring-outer-color:#1f75cb;--gl-status-success-icon-color:#108548;--gl-status-danger-icon-color:#dd2b0e;--gl-status-warning-icon-color:#ab6100;--gl-status-neutral-icon-color:#747273;--gl-button-default-primary-foreground-color-default:#3a383d;--gl-button-default-primary-background-color-default:#fff;--gl-button-default-primary-background-color-hover:#ecebea;--gl-button-default-primary-border-color-default:#c1bfbe;--gl-button-confirm-primary-foreground-color-default:#fff;--gl-button-confirm-primary-background-color-default:#3a383d;--gl-button-confirm-primary-background-color-hover:#18171d;--gl-feedback-danger-background-color:#fcf1ef;--gl-feedback-danger-text-color:#a32c12;--gl-feedback-success-background-color:#ecf4ee;--gl-feedback-success-text-color:#306440;--gl-feedback-warning-background-color:#fdf1dd;--gl-feedback-warning-text-color:#894b16;--gl-feedback-info-background-color:#e9f3fc;--gl-feedback-info-text-color:#2f5ca0;--gl-shadow-md:0 0 2px rgba(5,5,6,.16),0 2px 8px rgba(5,5,6,.16)`,
  dark: `--gl-background-color-default:#18171d;--gl-background-color-subtle:#28272d;--gl-background-color-strong:#3a383d;--gl-text-color-default:#ecebea;--gl-text-color-subtle:#c1bfbe;--gl-text-color-strong:#fff;--gl-text-color-heading:#fff;--gl-text-color-link:#9dc7f1;--gl-border-color-default:#4d4b4e;--gl-control-border-color-default:#747273;--gl-control-background-color-default:rgba(5,5,6,.4);--gl-focus-ring-outer-color:#428fdc;--gl-status-success-icon-color:#52b87a;--gl-status-danger-icon-color:#f6806d;--gl-status-warning-icon-color:#d99530;--gl-status-neutral-icon-color:#a5a3a3;--gl-button-default-primary-foreground-color-default:#ecebea;--gl-button-default-primary-background-color-default:rgba(137,136,141,.4);--gl-button-default-primary-background-color-hover:rgba(137,136,141,.64);--gl-button-default-primary-border-color-default:rgba(0,0,0,0);--gl-button-confirm-primary-foreground-color-default:#18171d;--gl-button-confirm-primary-background-color-default:#ecebea;--gl-button-confirm-primary-background-color-hover:#f7f7f5;--gl-feedback-danger-background-color:#582014;--gl-feedback-danger-text-color:#fcb5aa;--gl-feedback-success-background-color:#1e3e28;--gl-feedback-success-text-color:#91d4a8;--gl-feedback-warning-background-color:#532e16;--gl-feedback-warning-text-color:#e9be74;--gl-feedback-info-background-color:#1d283e;--gl-feedback-info-text-color:#9dc7f1;--gl-shadow-md:0 0 2px rgba(5,5,6,.4),0 2px 8px rgba(5,5,6,.4)`,
};

/** The page's own look: only as much of it as a panel can get in the way of. `*` with `!important` stands for rude styles. */
const css = `:root{${tokens.light}}:root.gl-dark{${tokens.dark};color-scheme:dark}
* {letter-spacing:normal!important}
body{margin:0;font:14px/20px sans-serif;color:var(--gl-text-color-default);background:var(--gl-background-color-default)}
a{color:var(--gl-text-color-link)}
.super-topbar,.top-bar-fixed{height:48px;display:flex;align-items:center;gap:12px;padding:0 16px;box-sizing:border-box;border-bottom:1px solid var(--gl-border-color-default);background:var(--gl-background-color-subtle);z-index:210}
.super-sidebar{position:fixed;top:48px;bottom:0;left:0;width:240px;padding:16px;box-sizing:border-box;background:var(--gl-background-color-subtle);border-right:1px solid var(--gl-border-color-default);z-index:600}
.super-sidebar a{display:block;padding:6px 8px;color:inherit;text-decoration:none}
.content{padding:16px 24px;max-width:960px}
.content-wrapper{margin-left:272px}
.readme{margin-top:16px;padding:16px;border:1px solid var(--gl-border-color-default);border-radius:4px}
pre{white-space:pre-wrap;font:inherit;margin:0}
.page-with-panels,.page-with-panels body{height:100%;overflow:hidden}
.page-with-panels .super-topbar{position:fixed;top:0;left:0;right:0}
.page-with-panels .static-panel{position:fixed;top:48px;left:248px;right:8px;bottom:8px;margin:0;display:flex;flex-direction:column}
.page-with-panels .panel-content{flex:1;min-height:0}
.page-with-panels .js-static-panel-inner{height:100%;overflow:auto}
@media (max-width:1199px){.super-sidebar{display:none}.content-wrapper{margin-left:0}.page-with-panels .static-panel{left:0;right:0}}`;

const script = `window.sandboxKeys=[];document.addEventListener('keydown',e=>{window.sandboxKeys.push(e.key)});
(()=>{const r=document.documentElement;if(!r.classList.contains('gl-system'))return;const m=matchMedia('(prefers-color-scheme: dark)');const s=()=>r.classList.toggle('gl-dark',m.matches);m.addEventListener('change',s);s()})();`;

function gonScript(visit: Visit): string {
  const {user} = visit;
  const entries: [string, unknown][] = [
    ['api_version', 'v4'],
    ['gitlab_url', host],
    ['relative_url_root', ''],
    ['dot_com', true],
    ['ee', true],
    ['features', {}],
  ];
  if (user) {
    entries.push(
      ['version', '18.11.0'],
      ['current_user_id', user.id],
      ['current_username', user.username],
      ['current_user_fullname', user.name],
    );
  }
  const lines = entries.map(([key, value]) => `gon.${key}=${JSON.stringify(value).replace(/</g, '\\u003c')};`);
  return `//<![CDATA[\nwindow.gon={};${lines.join('')}\n//]]>`;
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}

interface Content {
  readonly title: string;
  readonly body: Readonly<Record<string, string | number | undefined>>;
  readonly main: string;
  readonly links: readonly (readonly [string, string])[];
}

/** The frame around every normal page, in the order of containers that its generation of GitLab has. */
function layout(visit: Visit, {title, body, main, links}: Content): string {
  const {user, session, generation, nonce} = visit;
  const csrf = randomBytes(32).toString('base64url') + (session?.csrf ?? randomBytes(32).toString('base64url'));
  const mode = `gl-${user?.colorMode ?? 'light'}`;
  const panels = generation === 'panels';
  const classes = [mode, 'ui-neutral', 'with-top-bar', user ? '' : 'with-header user-logged-out'];
  if (panels) classes.push('application-chrome page-with-panels with-gl-container-queries');
  const sidebar = `<aside class="js-super-sidebar super-sidebar super-sidebar-loading" data-sidebar="${escapeHtml(
    JSON.stringify({is_logged_in: user !== undefined}),
  )}">${links.map(([label, href]) => `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`).join('')}</aside>`;
  const bar = `<div class="top-bar-fixed container-fluid" data-testid="top-bar"><span>${escapeHtml(title)}</span></div>`;
  const content = `<div class="alert-wrapper"></div><div class="container-fluid container-limited"><main id="content-body" class="content">${main}</main></div>`;
  const inside = panels
    ? `<div id="js-tooltips-container"></div><header class="super-topbar js-super-topbar"><strong>Sandbox</strong><span>${escapeHtml(user?.name ?? 'Signed out')}</span></header><div class="layout-page js-page-layout page-with-super-sidebar">${sidebar}<div class="panels-container gl-flex gl-gap-3"><div class="content-panels js-content-panels"><div id="static-panel-portal" class="static-panel js-static-panel js-paneled-view content-wrapper"><div class="panel-header"><div class="broadcast-wrapper"></div>${bar}</div><div class="panel-content"><div class="panel-content-inner js-static-panel-inner">${content}</div></div></div><div id="contextual-panel-portal" class="paneled-view-portal"></div></div></div></div>`
    : `<div class="layout-page page-with-super-sidebar">${sidebar}<div class="content-wrapper"><div class="broadcast-wrapper"></div>${bar}${content}</div></div>`;
  return `<!DOCTYPE html><html class="${classes.filter(Boolean).join(' ')}" lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)} · GitLab</title><meta name="viewport" content="width=device-width, initial-scale=1"><script nonce="${nonce}">${gonScript(visit)}</script><meta name="csrf-param" content="authenticity_token"><meta name="csrf-token" content="${csrf}"><meta name="csp-nonce" content="${nonce}"><style>${css}</style><script nonce="${nonce}">${script}</script></head><body class="tab-width-8 gl-browser-chrome gl-platform-linux"${attributes(body)}>${inside}</body></html>`;
}

function notFoundPage(): Page {
  return {
    status: 404,
    html: '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Not Found (404)</title></head><body><div class="page-container"><h1>404: Page not found</h1></div></body></html>',
  };
}

function projectPage(visit: Visit, project: Project, rest: string): Page {
  const {world} = visit;
  const [group] = world.ancestors(project.path);
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/^$/, 'projects:show'],
    [/^edit$/, 'projects:edit'],
    [/^-\/project_members/, 'projects:project_members:index'],
    [/^-\/work_items$/, 'projects:work_items:index'],
    [/^-\/work_items\/\d+$/, 'projects:work_items:show'],
    [/^-\/tree\//, 'projects:tree:show'],
    [/^-\/blob\//, 'projects:blob:show'],
  ];
  const page = kinds.find(([pattern]) => pattern.test(rest))?.[1];
  if (page === undefined) return notFoundPage();
  const readme = project.repository.files.get('README.md');
  const base = `/${project.path}`;
  return {
    status: 200,
    html: layout(visit, {
      title: project.name,
      body: {
        'data-page': page,
        'data-page-type-id': page === 'projects:show' ? project.path.split('/').at(-1) : undefined,
        'data-group': group?.path.split('/').at(-1),
        'data-group-full-path': group?.path,
        'data-namespace-id': group?.id,
        'data-project': project.path.split('/').at(-1),
        'data-project-full-path': project.path,
        'data-project-id': project.id,
      },
      links: [
        ['Project', base],
        ['Work items', `${base}/-/work_items`],
        ['Members', `${base}/-/project_members`],
        ['Settings', `${base}/edit`],
      ],
      main: `<h1 data-testid="project-name-content">${escapeHtml(project.name)}</h1><p>${project.visibility}</p><label>Search <input id="page-search"></label><div id="tree-holder"></div><div class="readme readme-holder"><pre>${escapeHtml(
        readme ? new TextDecoder().decode(readme.content.slice(0, 20_000)) : 'No README',
      )}</pre></div>`,
    }),
  };
}

function groupPage(visit: Visit, group: Group, rest: string): Page {
  const inside = [...visit.world.groups, ...visit.world.projects].filter(
    inner => inner.path.startsWith(`${group.path}/`) && visit.world.ancestors(inner.path)[0] === group,
  );
  return {
    status: 200,
    html: layout(visit, {
      title: group.name,
      body: {
        'data-page': rest === '' ? 'groups:show' : `groups:${rest.replace(/^-\//, '').split('/')[0]}`,
        'data-page-type-id': group.path,
        'data-group': group.path.split('/').at(-1),
        'data-group-full-path': group.path,
      },
      links: [
        ['Group', `/${group.path}`],
        ['Work items', `/groups/${group.path}/-/work_items`],
        ['Settings', `/groups/${group.path}/-/edit`],
      ],
      main: `<h1>${escapeHtml(group.name)}</h1><ul>${inside
        .filter(inner => visit.world.canRead(visit.user, inner))
        .map(inner => `<li><a href="/${inner.path}">${escapeHtml(inner.name)}</a></li>`)
        .join('')}</ul>`,
    }),
  };
}

function plainPage(visit: Visit, page: string, title: string, main: string): Page {
  return {status: 200, html: layout(visit, {title, body: {'data-page': page}, links: [['Explore', '/explore']], main})};
}

function signInPage(visit: Visit): Page {
  const to = '/gitlab-com/account-management/emea/globex/collaboration-project';
  const links = visit.world.users
    .filter(user => !user.bot)
    .slice(0, 12)
    .map(user => `<li><a href="/-/sandbox/sign_in?user=${user.username}&to=${to}">${escapeHtml(user.name)}</a></li>`);
  return plainPage(visit, 'sessions:new', 'Sign in', `<h1>Sign in to the sandbox as</h1><ul>${links.join('')}</ul>`);
}

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
  if (path === '') return plainPage(visit, 'dashboard:projects:index', 'Projects', '<h1>Projects</h1>');
  if (path === 'explore') return plainPage(visit, 'explore:projects:index', 'Explore', '<h1>Explore</h1>');
  if (path === 'projects/new') {
    const group = world.findGroup(url.searchParams.get('namespace_id') ?? '');
    return {
      status: 200,
      html: layout(visit, {
        title: 'New project',
        body: {
          'data-page': 'projects:new',
          'data-group': group?.path.split('/').at(-1),
          'data-group-full-path': group?.path,
        },
        links: [],
        main: '<h1>New project</h1>',
      }),
    };
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
