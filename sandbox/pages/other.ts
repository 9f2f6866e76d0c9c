import type {Group, Project, World} from '../world.ts';
import {type Content, layout} from './frame.ts';
import {type Html, html} from './html.ts';
import type {Page, Visit} from './visit.ts';

/** The groups that something is in, from the outside, and itself. */
export function breadcrumbsOf(world: World, source: Group | Project): Content['breadcrumbs'] {
  return [...world.ancestors(source.path).reverse(), source].map(({name, path}) => ({name, href: `/${path}`}));
}

export function notFoundPage(): Page {
  return {
    status: 404,
    html: '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Not Found (404)</title></head><body><div class="page-container"><h1>404: Page not found</h1></div></body></html>',
  };
}

/** A page that belongs to no project or group, or that the extension leaves alone. */
export function plainPage(visit: Visit, title: string, body: Content['body'], main?: Html): Page {
  return {
    status: 200,
    html: layout(visit, {
      title,
      body,
      context: {name: 'Explore', href: '/explore'},
      menu: [],
      breadcrumbs: [{name: title, href: visit.url.pathname}],
      main: main ?? html`<h1>${title}</h1>`,
    }),
  };
}

/** Where one chooses who to be. */
export function signInPage(visit: Visit): Page {
  const isBack = visit.url.searchParams.get('redirect_to_referer') === 'yes' && visit.referer !== undefined;
  const to = isBack ? visit.referer : '/gitlab-com/account-management/emea/globex/collaboration-project';
  const people = visit.world.users.filter(user => !user.bot).slice(0, 12);
  const links = people.map(
    ({username, name}) => html`<li><a href="/-/sandbox/sign_in?user=${username}&to=${to}">${name}</a></li>`,
  );
  const main = html`<h1>Sign in to the sandbox as</h1><ul>${links}</ul>`;
  return plainPage(visit, 'Sign in', {'data-page': 'sessions:new'}, main);
}
