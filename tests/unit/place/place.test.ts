import {describe, expect, it} from 'vitest';
import {placeOf} from '../../../src/place/place.ts';

const project = {
  page: 'projects:show',
  project: 'acme',
  projectFullPath: 'g/emea/acme',
  group: 'emea',
  groupFullPath: 'g/emea',
};
const old = {page: 'projects:show', project: 'acme', group: 'emea'};
const group = {page: 'groups:show', group: 'emea', groupFullPath: 'g/emea'};
const is = (kind: 'project' | 'group', path: string) => ({kind, path});

describe('placeOf', () => {
  it.each([
    ['project home', '/g/emea/acme', project, is('project', 'g/emea/acme')],
    [
      'project sub page',
      '/g/emea/acme/-/issues',
      {...project, page: 'projects:issues:index'},
      is('project', 'g/emea/acme'),
    ],
    ['project in another case in the address', '/G/EMEA/acme', project, is('project', 'g/emea/acme')],
    ['project of GitLab 16', '/g/emea/acme', old, is('project', 'g/emea/acme')],
    ['project of GitLab 16, sub page', '/g/emea/acme/-/tree/main/acme', old, is('project', 'g/emea/acme')],
    ['project of GitLab 16, page without a dash', '/g/emea/acme/edit', old, is('project', 'g/emea/acme')],
    ['project of GitLab 16, trailing slash', '/g/emea/acme/', old, is('project', 'g/emea/acme')],
    ['project called like its group', '/acme/acme/edit', {...old, group: 'acme'}, is('project', 'acme/acme')],
    ['project called issues', '/g/emea/issues', {...old, project: 'issues'}, is('project', 'g/emea/issues')],
    ['project called groups', '/g/emea/groups', {...old, project: 'groups'}, is('project', 'g/emea/groups')],
    ['project that the address does not hold', '/somewhere/else', old, {kind: 'none'}],
    ['group home', '/g/emea', group, is('group', 'g/emea')],
    ['group sub page', '/groups/g/emea/-/issues', {...group, page: 'groups:issues'}, is('group', 'g/emea')],
    ['group of GitLab 16', '/groups/g/emea/-/edit', {page: 'groups:edit', group: 'emea'}, is('group', 'g/emea')],
    [
      'deeper controller of a group',
      '/groups/g/emea/-/x',
      {...group, page: 'groups/settings:show'},
      is('group', 'g/emea'),
    ],
    ['form for a new project', '/projects/new', {...group, page: 'projects:new'}, {kind: 'none'}],
    ['dashboard', '/', {page: 'dashboard:projects:index'}, {kind: 'none'}],
    ['sign-in', '/users/sign_in', {page: 'sessions:new'}, {kind: 'none'}],
    ['error page', '/g/emea/acme', {}, {kind: 'none'}],
    ['address that is no valid encoding', '/g/%E0%A4%A', {page: 'groups:show', group: 'x'}, {kind: 'none'}],
  ] as const)('%s', (_name, pathname, marks, expected) => {
    expect(placeOf(pathname, marks)).toEqual(expected);
  });
});
