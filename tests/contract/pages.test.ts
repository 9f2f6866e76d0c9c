import {Window} from 'happy-dom';
import {describe, expect, it} from 'vitest';
import {csrfToken, userOfPage} from '../../src/place/page.ts';
import {placeOf} from '../../src/place/place.ts';
import {hasShared, readShared, withoutShared} from '../shared.ts';
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

describe('other pages', () => {
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
