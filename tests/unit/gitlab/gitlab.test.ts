import {expect, it} from 'vitest';
import {withGitbeaker} from '../../../src/gitlab/door/client.ts';
import {createClient} from '../../../src/gitlab/first/client.ts';
import {createGitLab} from '../../../src/gitlab/gitlab.ts';

const host = 'https://gitlab.com';
const transport = async () => ({status: 200, headers: {}, body: undefined});

it('has all routes of every resource, and no two have one name', () => {
  const files = import.meta.glob<Record<string, unknown>>('../../../src/gitlab/{first,door}/*.ts', {eager: true});
  const routes = Object.values(files)
    .flatMap(exported => Object.entries(exported))
    .flatMap(([name, make]) => (name.endsWith('Routes') && typeof make === 'function' ? [make] : []))
    .flatMap(make => Object.keys(make(withGitbeaker(createClient(host, transport)))));
  expect(routes.length).toBeGreaterThan(40);
  const {ready: _ready, sent: _sent, ...door} = createGitLab(host, transport);
  expect(routes.sort()).toEqual(Object.keys(door).sort());
});
