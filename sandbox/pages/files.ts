import type {Project} from '../world.ts';
import {faceOf} from './avatar.ts';
import {type Html, html} from './html.ts';
import {renderedMarkdown} from './markdown.ts';
import {shape} from './shapes.ts';

const day = new Intl.DateTimeFormat('en-US', {dateStyle: 'medium', timeZone: 'UTC'});

/** The day of a date and time (ISO), as GitLab writes it. */
export const dayOf = (at: string) => day.format(new Date(at));

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Of the newest file in it. */
  readonly lastCommitId: string;
}

/** What stands in a folder of the default branch: folders first, by name. */
function entriesOf({repository}: Project, folder: string): Entry[] {
  const entries = new Map<string, Entry>();
  for (const [path, {lastCommitId}] of repository.files) {
    if (!path.startsWith(folder)) continue;
    const [name = '', ...below] = path.slice(folder.length).split('/');
    entries.set(name, {name, isFolder: below.length > 0, lastCommitId});
  }
  return [...entries.values()].sort(
    (one, other) => Number(other.isFolder) - Number(one.isFolder) || one.name.localeCompare(other.name),
  );
}

/** The last commit, a line above the files (app/assets/javascripts/repository/components/last_commit.vue). */
function lastCommit({repository}: Project): Html | undefined {
  const [commit] = repository.commits;
  if (commit === undefined) return undefined;
  const {message, author, at, id} = commit;
  return html`<div class="row commit" data-testid="last-commit">${faceOf({id: author.length, name: author}, 32)}<div><strong>${message}</strong><br><span class="subtle">${author} authored ${dayOf(at)}</span></div><span class="group"><span class="btn mono">${id.slice(0, 8)}</span><button type="button" class="btn">History</button></span></div>`;
}

/** The files of a folder (app/assets/javascripts/repository/components/table). */
function fileTable(project: Project, folder: string): Html {
  const {path, repository} = project;
  const row = ({name, isFolder, lastCommitId}: Entry) => {
    const commit = repository.commits.find(({id}) => id === lastCommitId);
    const address = `/${path}/-/${isFolder ? 'tree' : 'blob'}/${repository.defaultBranch}/${folder}${name}`;
    return html`<tr class="tree-item"><td><a href="${address}">${shape(isFolder ? 'folder' : 'doc')}${name}</a></td><td><span class="cut subtle">${commit?.message}</span></td><td class="subtle">${commit && dayOf(commit.at)}</td></tr>`;
  };
  return html`<table class="tree-table" aria-label="Files" data-testid="file-tree-table"><thead><tr><th>Name</th><th>Last commit</th><th>Last update</th></tr></thead><tbody>${entriesOf(project, folder).map(row)}</tbody></table>`;
}

/** The branch, the last commit and the files of a folder. */
export function tree(project: Project, folder = ''): Html {
  const {path, repository} = project;
  if (repository.isEmpty) {
    return html`<div id="tree-holder" class="tree-holder"><h2>The repository for this project is empty</h2></div>`;
  }
  return html`<div id="tree-holder" class="tree-holder"><div class="row nav-block"><button type="button" class="btn">${shape('branch')}${repository.defaultBranch}${shape('down')}</button><span>${path.split('/').at(-1)} / ${folder}</span><button type="button" class="btn icon" aria-label="Add to tree">${shape('plus')}</button><input id="page-search" class="input push" placeholder="Find file" aria-label="Find file"><button type="button" class="btn confirm">Code${shape('down')}</button></div><div class="box">${lastCommit(project)}${fileTable(project, folder)}</div></div>`;
}

/** A file, rendered where it is Markdown. */
function file(path: string, content: Uint8Array): Html {
  return /\.(md|mkdn?|mdown|markdown)$/i.test(path)
    ? renderedMarkdown(content)
    : html`<pre>${new TextDecoder().decode(content.subarray(0, 20_000))}</pre>`;
}

/** A file in its box, with its name. `readme-holder` is the README's below the files (…/repository/components/preview/index.vue). */
export function fileBox(path: string, content: Uint8Array, classes = ''): Html {
  return html`<article class="file-holder limited-width-container box ${classes}"><div class="row file-title js-file-title file-title-flex-parent">${shape('doc')}<strong>${path}</strong></div><div class="blob-viewer" data-testid="blob-viewer-content"><div class="file-content js-markup-content">${file(path, content)}</div></div></article>`;
}
