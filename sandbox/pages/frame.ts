import {randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {host} from '../world.ts';
import {faceOf} from './avatar.ts';
import {attributes, Html, html} from './html.ts';
import {duo, whatsNew} from './openers.ts';
import {type Shape, shape} from './shapes.ts';
import type {Visit} from './visit.ts';

const fileNextToThis = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8');

/** Without the indentation: the page is loaded hundreds of times. */
const css = new Html(
  ['tokens.css', 'frame.css', 'content.css']
    .map(fileNextToThis)
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*\n\s*/g, ' '),
);

/** In a function, so that its names are not the window's. */
const script = new Html(`(()=>{${fileNextToThis('page.js')}})()`);

/** A link in the sidebar, or something that the sandbox has no page for. */
export interface MenuEntry {
  readonly shape: Shape;
  readonly label: string;
  readonly href?: string;
}

/** Whose page it is: what the sidebar begins with. */
interface Context {
  readonly avatar?: Html;
  readonly name: string;
  readonly href: string;
}

export interface Content {
  readonly title: string;
  readonly body: Readonly<Record<string, string | number | undefined>>;
  readonly main: Html;
  readonly context?: Context;
  readonly menu: readonly MenuEntry[];
  /** What the page is in, from the outside to itself. */
  readonly breadcrumbs: readonly {readonly name: string; readonly href: string}[];
}

function gonScript({user}: Visit): Html {
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
  return new Html(`//<![CDATA[\nwindow.gon={};${lines.join('')}\n//]]>`);
}

function topbar({user}: Visit): Html {
  return html`<header class="super-topbar js-super-topbar">${shape('mark')}<span>Sandbox</span><span class="topbar-search">${shape('search')}Search or go to…</span><span class="row">${shape('plus')}${shape('plan')}${user ? faceOf(user, 24) : 'Signed out'}</span></header>`;
}

function sidebar({user}: Visit, {context, menu}: Content): Html {
  const entry = ({shape: name, label, href}: MenuEntry) =>
    href === undefined
      ? html`<li class="nav-item">${shape(name)}<span>${label}</span></li>`
      : html`<li><a class="nav-item" href="${href}">${shape(name)}<span>${label}</span></a></li>`;
  const head =
    context &&
    html`<a class="nav-item context" href="${context.href}">${context.avatar}<span>${context.name}</span></a>`;
  const data = attributes({'data-sidebar': JSON.stringify({is_logged_in: user !== undefined})});
  return html`<aside class="js-super-sidebar super-sidebar super-sidebar-loading" aria-label="Primary navigation"${data}>${head}<ul class="list-plain">${menu.map(entry)}</ul><footer><button type="button" class="nav-item" data-opens="whats-new">${shape('help')}<span>What's new</span></button></footer></aside>`;
}

function breadcrumb({breadcrumbs}: Content): Html {
  const items = breadcrumbs.map(({name, href}) => html`<li><a href="${href}">${name}</a></li>`);
  return html`<nav aria-label="Breadcrumbs" data-testid="breadcrumb-links"><ol class="breadcrumb gl-breadcrumb-list">${items}</ol></nav>`;
}

function mainOf({main}: Content): Html {
  return html`<div class="alert-wrapper"></div><div class="container-fluid container-limited"><main id="content-body" class="content"><div id="js-drawer-container"></div><div class="page-content">${main}</div></main></div>`;
}

/** Containers in the order of app/views/layouts/_page.html.haml and app/components/layouts/static_panel_component.html.haml. */
function inPanels(visit: Visit, content: Content): Html {
  return html`<div id="js-tooltips-container"></div>${topbar(visit)}<div class="layout-page js-page-layout page-with-super-sidebar">${sidebar(visit, content)}<div class="broadcast-wrapper"></div><div class="panels-container gl-flex gl-gap-3"><div class="content-panels js-content-panels"><div id="static-panel-portal" class="paneled-view static-panel js-static-panel js-paneled-view content-wrapper"><div class="panel-header"><div class="panel-header-inner js-panel-header-inner">${breadcrumb(content)}</div></div><div class="panel-content"><div class="panel-content-inner js-static-panel-inner">${mainOf(content)}</div></div></div><div id="contextual-panel-portal" class="paneled-view-portal"></div></div></div>${visit.user && duo()}</div>`;
}

/** The same, as it was up to 18.5. */
function classic(visit: Visit, content: Content): Html {
  return html`<div class="layout-page page-with-super-sidebar">${sidebar(visit, content)}<div class="content-wrapper"><div class="broadcast-wrapper"></div><div class="top-bar-fixed container-fluid" data-testid="top-bar">${breadcrumb(content)}</div>${mainOf(content)}</div></div>`;
}

/** The frame around every normal page. */
export function layout(visit: Visit, content: Content): string {
  const {user, session, generation, nonce} = visit;
  const {title, body} = content;
  const csrf = randomBytes(32).toString('base64url') + (session?.csrf ?? randomBytes(32).toString('base64url'));
  const panels = generation === 'panels';
  const classes = [
    `gl-${user?.colorMode ?? 'light'}`,
    'ui-neutral with-top-bar',
    ...(user ? [] : ['with-header user-logged-out']),
    ...(panels ? ['application-chrome page-with-panels with-gl-container-queries'] : []),
  ];
  const inside = panels ? inPanels(visit, content) : classic(visit, content);
  const page = html`<!DOCTYPE html><html class="${classes.join(' ')}" lang="en"><head><meta charset="utf-8"><title>${title} · GitLab</title><meta name="viewport" content="width=device-width, initial-scale=1"><script nonce="${nonce}">${gonScript(visit)}</script><meta name="csrf-param" content="authenticity_token"><meta name="csrf-token" content="${csrf}"><meta name="csp-nonce" content="${nonce}"><style>${css}</style><script nonce="${nonce}">${script}</script></head><body class="tab-width-8 gl-browser-chrome gl-platform-linux"${attributes(body)}>${inside}${whatsNew()}</body></html>`;
  return page.text;
}
