import {Window} from 'happy-dom';
import {describe, expect, it} from 'vitest';
import {csrfToken, userOfPage} from '../../src/place/page.ts';
import {placeOf} from '../../src/place/place.ts';
import {isInWorkspace} from '../../src/workspace/locate.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import {hasShared, readShared, withoutShared} from '../shared.ts';
import {meansOf} from './means.ts';
import {globex, root, useSandbox} from './server.ts';

const server = useSandbox();

async function visit(path: string, username?: string) {
  const headers: Record<string, string> = {};
  if (username !== undefined) headers.cookie = `_gitlab_session=${server.sandbox.world.signIn(username).cookie}`;
  const response = await fetch(`${server.sandbox.origin}${path}`, {headers, redirect: 'manual'});
  const window = new Window({settings: {disableJavaScriptEvaluation: true}});
  window.document.write(await response.text());
  return {response, document: window.document as unknown as Document};
}

describe.each(['classic', 'panels'] as const)('pages, %s', generation => {
  it('of a project carry GitLab’s marks, and our reading of them is right', async () => {
    server.sandbox.generation = generation;
    const {document} = await visit(`/${globex}/-/work_items`, 'dana');
    expect(placeOf(`/${globex}/-/work_items`, document.body.dataset)).toEqual({kind: 'project', path: globex});
    expect(document.body.dataset.projectId).toMatch(/^\d+$/);
    expect(csrfToken(document)).toHaveLength(86);
    expect(userOfPage(document)).toMatchObject({username: 'dana', name: 'Dana Reyes'});
    expect(document.querySelector('main#content-body')).not.toBeNull();
  });

  it('of a group carry no id', async () => {
    server.sandbox.generation = generation;
    const path = `${root}/emea`;
    const {document} = await visit(`/groups/${path}/-/work_items`, 'dana');
    expect(placeOf(`/groups/${path}/-/work_items`, document.body.dataset)).toEqual({kind: 'group', path});
    expect(document.body.dataset.projectId).toBeUndefined();
    expect(document.body.dataset.namespaceId).toBeUndefined();
  });

  it.skipIf(!hasShared)(
    `have the containers of their generation${hasShared ? '' : ` (${withoutShared})`}`,
    async () => {
      server.sandbox.generation = generation;
      const {document} = await visit(`/${globex}`, 'dana');
      const {containers_by_version: versions} = JSON.parse(readShared('gitlab/pages/dom.json'));
      const order: string[] = versions[generation === 'classic' ? '16.0 to 18.3' : '18.6 to 19.x'].order;
      const names = order
        .map(line => /^(?:sibling of the static panel: )?([a-z]+[#.][\w.#-]+)/.exec(line)?.[1])
        .filter(name => name !== undefined && !name.includes('flash') && !name.includes('broadcast'));
      expect(names.length).toBeGreaterThan(4);
      for (const name of names) {
        const stable =
          // `js-dynamic-panel` and `contextual-panel` are not in GitLab's own views any more (G15).
          name?.replace(
            /\.(gl-[\w-]+|content|content-wrapper|paneled-view|container-fluid|js-dynamic-panel|contextual-panel)(?=\.|$)/g,
            '',
          ) ?? '';
        expect(document.querySelector(stable), name ?? '').not.toBeNull();
      }
    },
  );
});

describe('what a project’s pages show', () => {
  it('the README is rendered, without HTML and pictures of its own', async () => {
    const readme =
      '# [NAME] & co\n\n[[_TOC_]]\n\n- [x] Done\n\n<script>hacked</script>\n\n![logo](https://x.example/a.png)\n';
    server.sandbox.world.commitFile(globex, 'README.md', readme);
    const {document} = await visit(`/${globex}`, 'dana');
    const rendered = document.querySelector('.readme-holder .md');
    expect(rendered?.querySelector('h1')?.textContent).toBe('[NAME] & co');
    expect(rendered?.querySelector('.section-nav')?.textContent).toBe('[NAME] & co');
    expect(rendered?.querySelector('input[type="checkbox"]')?.hasAttribute('checked')).toBe(true);
    expect(rendered?.querySelectorAll('script, [src]')).toHaveLength(0);
    expect(rendered?.textContent).not.toContain('hacked');
  });

  it('files and folders by name, a folder’s own, and a file', async () => {
    const names = async (path: string) => {
      const {document} = await visit(`/${globex}${path}`, 'dana');
      return [...document.querySelectorAll('.tree-item td:first-child')].map(cell => cell.textContent);
    };
    expect(await names('')).toEqual(['.gitlab', 'notes.md', 'README.md']);
    expect(await names('/-/tree/main/.gitlab/issue_templates')).toEqual(['Feature Request.md', 'Meeting Agenda.md']);
    const {document} = await visit(`/${globex}/-/blob/main/notes.md`, 'dana');
    expect(document.querySelector('.file-holder .md')?.textContent?.trim()).toBe('[NOT A README]');
  });

  it('no code to whom GitLab shows none', async () => {
    const {world} = server.sandbox;
    world.project(globex).visibility = 'private';
    world.addMember(globex, 'kim', 10);
    const {document} = await visit(`/${globex}`, 'kim');
    expect(document.querySelector('h1')?.textContent).toContain('Collaboration Project');
    expect(document.querySelector('.readme-holder, .tree-item')).toBeNull();
  });
});

type PageWindow = NonNullable<Document['defaultView']>;

describe.each(['classic', 'panels'] as const)('what opens at the right edge, %s', generation => {
  /** A page in which its own script runs. */
  async function opened(path: string) {
    server.sandbox.generation = generation;
    const {document} = await visit(path, 'dana');
    const window = document.defaultView as PageWindow;
    for (const script of document.querySelectorAll('head script:not([src])'))
      if (script.textContent?.includes('sandboxKeys'))
        new Function('window', 'document', 'matchMedia', script.textContent)(window, document, window.matchMedia);
    return document;
  }

  const press = (element: Element | null | undefined) => (element as HTMLElement).click();
  const buttonOf = (document: Document, name: string) =>
    [...document.querySelectorAll('button')].find(
      button => (button.getAttribute('aria-label') ?? button.textContent)?.trim() === name,
    );

  it('is in the document only while it is open, one thing at a time', async () => {
    server.sandbox.world.addIssue(globex, 'One');
    server.sandbox.world.addIssue(globex, 'Two');
    const document = await opened(`/${globex}/-/work_items`);
    const found = generation === 'panels' ? '#contextual-panel-portal > *' : '.gl-drawer.work-item-drawer';
    expect(document.querySelectorAll(found)).toHaveLength(0);
    const [first, second] = document.querySelectorAll('.issue-title-text');
    press(first);
    press(second);
    expect(document.querySelectorAll(found)).toHaveLength(1);
    expect(document.querySelector(found)?.textContent).toContain('Two');
    press(buttonOf(document, generation === 'panels' ? 'Close panel' : 'Close drawer'));
    expect(document.querySelectorAll(found)).toHaveLength(0);
    expect(document.querySelector('#contextual-panel-portal')?.innerHTML ?? '').toBe('');
    expect(document.activeElement).toBe(second);
  });

  it.each(["What's new", 'Display options'])('%s is a drawer, which Escape closes too', async name => {
    const document = await opened(`/${globex}/-/work_items`);
    press(buttonOf(document, name));
    expect(document.querySelectorAll('.gl-drawer')).toHaveLength(1);
    document.dispatchEvent(new (document.defaultView as PageWindow).KeyboardEvent('keydown', {key: 'Escape'}));
    expect(document.querySelectorAll('.gl-drawer, .modal-backdrop')).toHaveLength(0);
  });

  it.runIf(generation === 'panels')('the chat says so on the page’s root', async () => {
    const document = await opened(`/${globex}`);
    press(buttonOf(document, 'GitLab Duo Chat'));
    expect(document.querySelector('.ai-panels > #ai-panel-portal')).not.toBeNull();
    expect(document.documentElement.classList.contains('ai-panel-is-open')).toBe(true);
    press(buttonOf(document, 'Close chat'));
    expect(document.querySelector('#ai-panel-portal')).toBeNull();
    expect(document.documentElement.classList.contains('ai-panel-is-open')).toBe(false);
  });
});

describe('other pages', () => {
  it.each([
    ['the dashboard', '/'],
    ['explore', '/explore'],
    ['the sign-in page', '/users/sign_in'],
    ['the template project', `/${defaultWorkspace.templateProject}`],
    ['a group outside of the workspace', '/gitlab-com'],
    ['the form for a new project', '/projects/new'],
    ['a page that is not there', `/${root}/emea/nobody/nothing`],
  ])('show no place of the workspace: %s', async (_what, path) => {
    const {document} = await visit(path, 'dana');
    const place = placeOf(path, document.body.dataset);
    expect(place.kind !== 'none' && isInWorkspace(place.path, defaultWorkspace)).toBe(false);
  });

  it('that are not there are bare', async () => {
    const {response, document} = await visit(`/${root}/emea/nobody`, 'dana');
    expect(response.status).toBe(404);
    expect(Object.keys(document.body.dataset)).toEqual([]);
    expect(csrfToken(document)).toBeUndefined();
    expect(userOfPage(document)).toBeUndefined();
  });

  it('lead to the sign-in page where only members may look, and name no user', async () => {
    const {response} = await visit(`/${root}/emea/acme/acme-collaboration`);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/users/sign_in']);
    const {document} = await visit(`/${globex}`);
    expect(userOfPage(document)).toBeUndefined();
    expect(csrfToken(document)).toHaveLength(86);
  });

  it('lead from an old address to the new one, and to the case that GitLab writes', async () => {
    const {world} = server.sandbox;
    const {response: other} = await visit(`/${globex.toUpperCase()}`, 'dana');
    expect(other.headers.get('location')).toBe(`/${globex}`);
    world.transfer(world.project(globex), world.group(`${root}/emea/acme`));
    const {response} = await visit(`/${globex}`, 'dana');
    expect(response.headers.get('location')).toBe(`/${root}/emea/acme/collaboration-project`);
  });
});

it('Markdown is the same on a page and from the API: tables, notes, tasks, headings', async () => {
  const text = [
    '# Acme',
    '| Role | Name |\n| --- | --- |\n| CSM | **Dana** |',
    '> [!note]\n> Read this.',
    '- [x] done\n- [ ] open',
    '~~gone~~ `code`',
  ].join('\n\n');
  server.sandbox.world.commitFile(globex, 'README.md', text);
  const {document} = await visit(`/${globex}/-/blob/main/README.md`, 'dana');
  const shown = document.querySelector('.md')?.innerHTML ?? '';
  const html = await meansOf(server).gitlab.renderMarkdown(text, globex);
  const given = new Window().document;
  given.body.innerHTML = html.replace(/<img .*$/, '');
  expect(given.body.innerHTML.trim()).toBe(shown.trim());
  expect(given.querySelectorAll('td, .markdown-alert, input[type="checkbox"], h1, del, code')).toHaveLength(8);
});
