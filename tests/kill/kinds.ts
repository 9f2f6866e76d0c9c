import type {Change} from '../../src/changes/change.ts';
import {digestOf} from '../../src/gitlab/digest.ts';
import type {GitLab} from '../../src/gitlab/gitlab.ts';
import {acme, globex, initech, root, type useSandbox} from '../contract/server.ts';

type World = ReturnType<typeof useSandbox>['sandbox']['world'];

/** One kind of change, with the request that it stands and falls with. */
export interface Kind {
  /** The project on whose page it is made, and the row. */
  readonly path: string;
  readonly row: string;
  readonly method: string;
  readonly request: RegExp;
  readonly change: (world: World, gitlab: GitLab) => Promise<Change>;
  /** The method of the request that takes it back; `PUT` by default. */
  readonly undoMethod?: string;
  /** Whether nothing takes it back. */
  readonly isFinal?: boolean;
}

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

function move(world: World, path: string): Change {
  const there = world.findGroup(`${root}/emea/${path}`);
  return {
    kind: 'move',
    projectId: world.project(initech).id,
    from: `${root}/pre-sales`,
    segment: `${root}/emea`,
    group: {path, name: 'Initech'},
    target: there ? {id: there.id, visibility: there.visibility} : null,
  };
}

/** Every kind of change that is sent to GitLab. */
export const kinds: Readonly<Record<string, Kind>> = {
  'the project’s visibility': {
    path: globex,
    row: 'visibility',
    method: 'PUT',
    request: /^\/projects\/\d+$/,
    change: async world => ({
      kind: 'project-visibility',
      projectId: world.project(globex).id,
      from: 'public',
      to: 'private',
    }),
  },
  'the group’s visibility': {
    path: globex,
    row: 'group-visibility',
    method: 'PUT',
    request: /^\/groups\/\d+$/,
    async change(world) {
      world.project(globex).visibility = 'private';
      return {kind: 'group-visibility', groupId: world.group(`${root}/emea/globex`).id, from: 'public', to: 'private'};
    },
  },
  'the name': {
    path: globex,
    row: 'name',
    method: 'PUT',
    request: /^\/projects\/\d+$/,
    change: async world => ({
      kind: 'project-name',
      projectId: world.project(globex).id,
      from: 'Collaboration Project',
      to: 'Globex Collaboration Project',
    }),
  },
  'the picture': {
    path: globex,
    row: 'avatar',
    method: 'PUT',
    request: /^\/projects\/\d+$/,
    async change(world, gitlab) {
      world.project(globex).avatar = {
        name: 'logo.png',
        bytes: Buffer.concat([Buffer.from(png, 'base64'), Buffer.from('old')]),
      };
      const {id, avatarUrl} = await gitlab.project(globex);
      const old = Buffer.from(world.project(globex).avatar?.bytes ?? []).toString('base64');
      return {
        kind: 'avatar',
        projectId: id,
        from: avatarUrl ?? null,
        shown: digestOf(old),
        to: {name: 'logo.png', base64: png},
      };
    },
  },
  'the notification level': {
    path: globex,
    row: 'notifications',
    method: 'PUT',
    request: /\/notification_settings$/,
    change: async world => ({
      kind: 'notifications',
      projectId: world.project(globex).id,
      from: {level: 'global', newIssue: false},
      to: {level: 'watch', newIssue: false},
    }),
  },
  'the group’s access': {
    path: globex,
    row: 'team-access',
    method: 'POST',
    request: /\/share$/,
    undoMethod: 'DELETE',
    change: async world => ({
      kind: 'share',
      projectId: world.project(globex).id,
      groupId: 3174702,
      groupName: 'timtams',
      accessLevel: 40,
    }),
  },
  'subscriptions to labels': {
    path: globex,
    row: 'labels',
    method: 'POST',
    request: /\/subscribe$/,
    undoMethod: 'POST',
    change: async world => ({
      kind: 'subscriptions',
      projectId: world.project(globex).id,
      // One of the project's, and one of the customer's group, which is in no list of the project's.
      labels: [
        ...world.labelsOf(world.project(globex), false).slice(0, 1),
        ...world.labelsOf(world.group(`${root}/emea/globex`), false),
      ]
        .slice(0, 2)
        .map(({id, name}) => ({id, name})),
      subscribed: true,
    }),
  },
  invitations: {
    path: globex,
    row: 'members',
    method: 'POST',
    request: /\/invitations$/,
    undoMethod: 'DELETE',
    change: async world => ({
      kind: 'invite',
      projectId: world.project(globex).id,
      mails: ['hank@globex.example', 'scorpio@globex.example'],
      users: [],
      accessLevel: 30,
    }),
  },
  roles: {
    path: acme,
    row: 'maintainers',
    method: 'PUT',
    request: /\/members\/\d+$/,
    change: async world => ({
      kind: 'roles',
      projectId: world.project(acme).id,
      people: [{userId: world.user('wile.coyote').id, name: 'Wile', from: 30, to: 40}],
    }),
  },
  'a commit': {
    path: globex,
    row: 'readme',
    method: 'POST',
    request: /\/repository\/commits$/,
    undoMethod: 'POST',
    async change(world, gitlab) {
      const {lastCommitId} = await gitlab.file(globex, 'README.md');
      return {
        kind: 'commit',
        projectId: world.project(globex).id,
        branch: 'main',
        message: 'Fill in',
        files: [
          {path: 'README.md', to: '# Globex\n', lastCommitId},
          {path: 'new.md', to: 'New\n', lastCommitId: undefined},
        ],
      };
    },
  },
  'a merge request': {
    path: globex,
    row: 'readme',
    method: 'POST',
    request: /\/merge_requests$/,
    async change(world, gitlab) {
      const {lastCommitId} = await gitlab.file(globex, 'README.md');
      return {
        kind: 'merge-request',
        projectId: world.project(globex).id,
        target: 'main',
        source: 'csm-checklist-1',
        message: 'Fill in',
        files: [{path: 'README.md', to: '# Globex\n', lastCommitId}],
      };
    },
  },
  'issues that are closed': {
    path: initech,
    row: 'issues-reviewed',
    method: 'PUT',
    request: /\/issues\/\d+$/,
    change: async world => ({
      kind: 'issues',
      projectId: world.project(initech).id,
      action: 'close',
      issues: [
        {iid: 1, title: 'One'},
        {iid: 2, title: 'Two'},
      ],
    }),
  },
  'issues that are deleted': {
    path: initech,
    row: 'issues-reviewed',
    method: 'DELETE',
    request: /\/issues\/\d+$/,
    isFinal: true,
    change: async world => ({
      kind: 'issues',
      projectId: world.project(initech).id,
      action: 'delete',
      issues: [{iid: 1, title: 'One'}],
    }),
  },
  'a move to a new group': {
    path: initech,
    row: 'location',
    method: 'PUT',
    request: /\/transfer$/,
    change: async world => move(world, 'initech'),
  },
  'a move to a group that is there': {
    path: initech,
    row: 'location',
    method: 'PUT',
    request: /\/transfer$/,
    change: async world => move(world, 'acme'),
  },
};
