import type {Issue, Project} from '../world.ts';
import {faceOf} from './avatar.ts';
import {dayOf} from './files.ts';
import {type Html, html} from './html.ts';
import {displayOptions, itemPanel, itemPanelId} from './openers.ts';
import {shape} from './shapes.ts';
import type {Visit} from './visit.ts';

/** How many items a page of the list has. */
const aPage = 20;
/** The role from which on confidential items are seen. */
const planner = 15;

const authorOf = ({world}: Visit, {authorId}: Issue) => world.users.find(({id}) => id === authorId);

function itemsOf({world, user}: Visit, project: Project): Issue[] {
  const seesAll = world.accessLevel(user, project) >= planner;
  return project.issues.filter(issue => !issue.confidential || issue.authorId === user?.id || seesAll);
}

const addressOf = ({path}: Project, {iid}: Issue) => `/${path}/-/work_items/${iid}`;
const stateOf = ({state}: Issue) =>
  state === 'opened'
    ? html`<span class="badge success">${shape('open')}Open</span>`
    : html`<span class="badge">Closed</span>`;
const labelsOf = ({labels}: Issue) => labels.map(label => html`<span class="badge gl-label">${label}</span> `);

/** An item with its attributes, as a page and in what opens at the right. */
function detail(visit: Visit, issue: Issue, heading: Html): Html {
  const author = authorOf(visit, issue);
  return html`<div class="item">${heading}<p class="row subtle">${stateOf(issue)}${author && faceOf(author, 16)}<span>Created ${dayOf(issue.createdAt)} by ${author?.name}</span></p><div class="columns"><p>No description.</p><aside><dl class="facts"><dt>Labels</dt><dd>${issue.labels.length > 0 ? labelsOf(issue) : 'None'}</dd><dt>Milestone</dt><dd>${issue.milestone ?? 'None'}</dd></dl></aside></div></div>`;
}

export function itemPage(visit: Visit, project: Project, rest: string): Html {
  const issue = itemsOf(visit, project).find(({iid}) => rest.endsWith(`/${iid}`));
  return issue ? detail(visit, issue, html`<h1>${issue.title}</h1>`) : html`<h1>Item not found</h1>`;
}

function row(visit: Visit, project: Project, issue: Issue): Html {
  const {iid, id, title, createdAt, milestone} = issue;
  const made = `Created ${dayOf(createdAt)} by ${authorOf(visit, issue)?.name ?? 'somebody'}`;
  return html`<li id="listItem-${project.path}/${id}" class="issue">${shape('open')}<div class="fill"><a class="title issue-title-text" href="${addressOf(project, issue)}" data-opens="${itemPanelId(iid)}">${title}</a><br><span class="subtle">#${iid} · ${made}${milestone !== null && ` · ${milestone}`}</span></div>${labelsOf(issue)}</li>`;
}

/** Its titles open the item at the right edge, as GitLab's do. */
export function itemList(visit: Visit, project: Project): Html {
  const items = itemsOf(visit, project);
  const open = items.filter(({state}) => state === 'opened');
  const panel = (issue: Issue) => {
    const reference = html`<a href="${addressOf(project, issue)}" data-testid="work-item-detail-panel-ref-link"><strong>${project.path.split('/').at(-1)}#${issue.iid}</strong></a>`;
    return itemPanel(visit.generation, issue.iid, reference, detail(visit, issue, html`<h2>${issue.title}</h2>`));
  };
  const shown = open.slice(0, aPage);
  return html`<div class="row page-title"><h1>Work items</h1><div class="row push"><button type="button" class="btn" data-opens="display-options">${shape('settings')}Display options</button><button type="button" class="btn confirm">New item</button></div></div><ul class="tabs"><li>Open<span class="badge">${open.length}</span></li><li>Closed<span class="badge">${items.length - open.length}</span></li><li>All<span class="badge">${items.length}</span></li></ul><div class="row nav-block"><input class="input wide" placeholder="Search or filter results…" aria-label="Search or filter results"></div><ul class="list issuable-list">${shown.map(issue => row(visit, project, issue))}</ul>${shown.map(panel)}${displayOptions(visit.generation)}`;
}
