import {describe, expect, it} from 'vitest';
import type {Check, Verdict} from '../../../../src/customer/checks/check.ts';
import {groupChecks, projectChecks} from '../../../../src/customer/checks/index.ts';
import type {
  Fact,
  FactSheet,
  Facts,
  IncludedFile,
  InheritedSetting,
  IssueTemplate,
} from '../../../../src/facts/facts.ts';
import type {Group, GroupLink, Member, Project} from '../../../../src/gitlab/model/model.ts';
import type {Problem} from '../../../../src/gitlab/model/problem.ts';
import {findPlaceholders} from '../../../../src/placeholders/find.ts';
import {said} from '../../../../src/texts/said.ts';
import {defaultWorkspace} from '../../../../src/workspace/workspace.ts';
import {told} from '../../../told.ts';

const root = defaultWorkspace.root;
const team = defaultWorkspace.teamGroup.id;
const problem: Problem = {
  kind: 'denied',
  words: said('texts.asKept', 'Your role doesn’t allow this.'),
  advice: said('texts.asKept', 'Ask somebody.'),
};

const project: Project = {
  id: 1,
  name: 'Acme Collaboration',
  path: `${root}/emea/acme/collaboration`,
  webUrl: `https://gitlab.com/${root}/emea/acme/collaboration`,
  visibility: 'private',
  avatar: 'uploaded',
  avatarUrl: 'https://gitlab.com/uploads/-/system/project/avatar/1/logo.png',
  lastActivityAt: undefined,
  updatedAt: undefined,
  createdAt: '2026-02-03T10:00:00.000Z',
  openIssues: 3,
  defaultBranch: 'main',
  readmePath: 'README.md',
  group: {id: 2, name: 'Acme', path: `${root}/emea/acme`},
  sharedWith: [{id: team, name: 'timtams', accessLevel: 40}],
  archived: false,
  markedForDeletionOn: undefined,
  emailsDisabled: false,
};
const group: Group = {
  id: 2,
  name: 'Acme',
  path: `${root}/emea/acme`,
  webUrl: '',
  visibility: 'private',
  avatarUrl: undefined,
  sharedWith: [],
  isGoing: false,
};
const person: Member = {
  id: 20,
  name: 'Ann',
  username: 'ann',
  accessLevel: 30,
  state: 'active',
  publicEmail: undefined,
  expiresAt: undefined,
};

/** An adjusted template; null stands for one that is not there. */
function template(name: string, text: string | null = 'Adjusted\n', contentId = 'own'): IssueTemplate {
  const path = `.gitlab/issue_templates/${name}.md`;
  return {
    name,
    original: {state: 'known', path, contentId: 'original'},
    files: text === null ? [] : [{path, contentId, content: {kind: 'text', path, text, lastCommitId: 'c'}}],
  };
}

const right: Facts = {
  project,
  group,
  projects: {items: [], nextPage: undefined},
  readme: {kind: 'text', path: 'README.md', text: '# Acme\n', lastCommitId: 'c'},
  members: [person],
  invitations: [],
  colleagues: new Set(),
  inheritedTeamRole: {accessLevel: undefined, isWhole: true},
  outerGroups: [],
  notifications: {project: {level: 'watch', newIssue: false}, inherited: undefined},
  user: {id: 7, name: 'Dana', username: 'dana'},
  role: 50,
  labels: [{id: 1, name: 'agenda', subscribed: true}],
  issueTemplates: [template('Agenda'), template('Feature Request')],
  record: {ticks: {}, waivers: {}},
  sides: new Map(),
  brackets: {decisions: new Map(), blanks: false},
  finder: findPlaceholders,
  today: '2026-11-20',
};

type Denied = {readonly denied: true};
const denied: Denied = {denied: true};
type Different = {[Name in keyof Facts]?: Facts[Name] | Denied};

function sheet(different: Different): FactSheet {
  const facts = {...right, ...different};
  const entries = Object.entries(facts).map(([name, value]): [string, Fact<unknown>] =>
    value === denied ? [name, {state: 'denied', problem}] : [name, {state: 'known', value}],
  );
  return Object.fromEntries(entries) as FactSheet;
}

const at = (path: string, more: Partial<Project> = {}): Different => ({
  project: {
    ...project,
    path: `${root}/${path}`,
    group: {...project.group, path: `${root}/${path}`.replace(/\/[^/]+$/, '')},
    ...more,
  },
});
const named = (name: string, customer = 'Acme'): Different => ({
  project: {...project, name, group: {...project.group, name: customer}},
});
const members = (...people: Partial<Member>[]): Different => ({members: people.map(other => ({...person, ...other}))});
const readme = (text: string): Different => ({readme: {kind: 'text', path: 'README.md', text, lastCommitId: 'c'}});
const level = (project: Facts['notifications']['project'], inherited?: InheritedSetting): Different => ({
  notifications: {project, inherited},
});
const global = {level: 'global', newIssue: false} as const;
const templates = (...issueTemplates: IssueTemplate[]): Different => ({issueTemplates});
/** One template with the files of two. */
const both = (one: IssueTemplate, other: IssueTemplate): IssueTemplate => ({
  ...one,
  files: [...one.files, ...other.files],
});
const linked = (one: IssueTemplate): IssueTemplate => ({
  ...one,
  files: one.files.map(file => ({...file, content: {kind: 'link', path: file.path}})),
});
/** A README that includes docs/team.md. */
const including = (content: IncludedFile['content']): Different => ({
  readme: {
    kind: 'text',
    path: 'README.md',
    text: '::include{file=docs/team.md}\n',
    lastCommitId: 'c',
    included: [{name: 'docs/team.md', content}],
  },
});
const shares = (links: readonly GroupLink[], accessLevel?: number): Different => ({
  project: {...project, sharedWith: links.map(link => ({...link, name: 'timtams'}))},
  inheritedTeamRole: {accessLevel, isWhole: true},
});
const subscribed = (...subscriptions: boolean[]): Different => ({
  labels: subscriptions.map((isSubscribed, id) => ({id, name: `label ${id}`, subscribed: isSubscribed})),
});
const remark = {by: 'Dana', at: '2026-11-19T08:00:00.000Z', note: 'on the phone'};
/** What each row says that only a person can judge: before and after it was marked as done. */
const ticked = (id: string, words: string): [Different, Verdict, string][] => [
  [{}, 'todo', words],
  [{record: {ticks: {[id]: remark}, waivers: {}}}, 'pass', 'Marked as done by Dana on Nov 19, 2026: on the phone.'],
  [{record: {ticks: {[id]: {...remark, note: ''}}, waivers: {}}}, 'pass', 'Marked as done by Dana on Nov 19, 2026.'],
  [{record: {ticks: {other: remark}, waivers: {}}}, 'todo', words],
  [{record: denied}, 'unknown', 'role'],
  [{project: denied}, 'todo', ''],
];

/** What each check says of facts that differ from a project on which all is right: the verdict and words of the evidence. */
const cases: Record<string, [Different, Verdict, string][]> = {
  location: [
    [{}, 'pass', 'In the group “Acme” (EMEA).'],
    [at('pre-sales/acme'), 'fail', 'Still in pre-sales'],
    [at('pre-sales/emea/acme'), 'fail', 'Still in pre-sales'],
    [at('emea/acme'), 'fail', 'Not in a customer group yet (directly in EMEA).'],
    [at('emea/acme/team/x'), 'fail', 'One level too deep'],
    [at('acme'), 'fail', 'isn’t a segment'],
    [
      at('emea/acme-deletion_scheduled-7/x'),
      'fail',
      'The group “Acme” is scheduled for deletion, and the project with',
    ],
    [
      {group: {...group, isGoing: true, markedForDeletionOn: '2026-11-01'}},
      'fail',
      'is scheduled for deletion, and the',
    ],
    [{group: {...group, isGoing: true}}, 'pass', 'In the group “Acme” (EMEA).'],
    [{group: denied}, 'pass', 'In the group “Acme” (EMEA).'],
    [{project: denied}, 'unknown', 'Your role doesn’t allow this. Ask somebody.'],
  ],
  visibility: [
    [{}, 'pass', 'Private'],
    [{project: {...project, visibility: 'internal'}}, 'fail', 'Internal: everyone signed in to GitLab'],
    [{project: {...project, visibility: 'public'}}, 'fail', 'Public: anyone on the internet can see it.'],
    [{project: denied}, 'unknown', 'role'],
  ],
  name: [
    [{}, 'pass', '“Acme Collaboration”'],
    [named('ACME-collaboration'), 'pass', 'ACME'],
    [named('Acme Corp plan', 'Acme, Corp.'), 'pass', 'Acme Corp'],
    [named('Zoë plan', 'Zoe\u0308'), 'pass', 'Zoë'],
    [named('Collaboration of Acme'), 'fail', 'doesn’t start with “Acme”'],
    [named('Acme Inc plan', 'ACME Inc.'), 'pass', 'Acme Inc'],
    [named('Apple Project', 'A'), 'fail', 'doesn’t start with “A”'],
    [named('Acme Collaboration', '🚀'), 'fail', 'doesn’t start with “🚀”'],
    [named('🚀 Collaboration', '🚀'), 'pass', '🚀'],
    [named('Acme Collaboration', ''), 'unknown', 'has no name'],
    [named('Acme plan', 'Acme-deletion_scheduled-7'), 'pass', 'Acme'],
    [named('Plan', 'Acme-deletion_scheduled-7'), 'fail', 'doesn’t start with “Acme”.'],
    [named('Plan-deletion_scheduled-3'), 'fail', 'and the project is scheduled for deletion.'],
    [named('Acme plan-deletion_scheduled-3'), 'pass', 'Acme plan'],
    // What the project's own name says is a guess.
    [at('pre-sales/x', {name: 'Initech collaboration project'}), 'fail', '“Initech collaboration project” is compared'],
    [at('pre-sales/x', {name: 'Project Management Institute Collaboration'}), 'fail', 'Institute'],
    [at('pre-sales/x', {name: 'Customer.io Collaboration Project'}), 'fail', 'Customer.io'],
    [at('pre-sales/x', {name: 'Initech'}), 'fail', 'with the customer group’s name when you move the project.'],
    [at('emea/x', {name: 'POV Initech'}), 'fail', 'when you move the project'],
    [at('emea/acme/team/x', {name: 'Acme plan'}), 'fail', 'when you move the project'],
    [at('commercial/pre-sales/acme-poc', {name: 'Collaboration Project'}), 'fail', 'doesn’t name the customer'],
    [at('pre-sales/x', {name: 'Collaboration Project'}), 'fail', 'doesn’t name the customer'],
    [{project: denied}, 'unknown', 'role'],
  ],
  avatar: [
    [{}, 'pass', 'Logo uploaded.'],
    [{project: {...project, avatar: 'repository'}}, 'pass', 'in the repository'],
    [{project: {...project, avatar: 'none'}}, 'fail', 'No logo'],
    [{project: denied}, 'unknown', 'role'],
  ],
  readme: [
    [{}, 'pass', 'No placeholders left in README.md.'],
    [readme('[A] [B] [a]\n'), 'fail', '3 placeholders left'],
    [readme('[A]\n'), 'fail', '1 placeholder left'],
    [readme('text [sic] and [1]\n'), 'pass', 'No placeholders'],
    [readme('\ufeff \n'), 'fail', 'is empty'],
    [
      {...readme('[sic]\n'), brackets: {decisions: new Map([['sic', 'placeholder']]), blanks: false}},
      'fail',
      '1 placeholder',
    ],
    [{...readme('[A]\n'), brackets: {decisions: new Map([['a', 'prose']]), blanks: false}}, 'pass', 'No placeholders'],
    [{...readme('{{a}}\n'), brackets: {decisions: new Map(), blanks: true}}, 'fail', '1 placeholder'],
    // V3: what was decided about brackets could turn it into a fail.
    [{...readme('{{a}}\n'), brackets: denied}, 'unknown', 'Couldn’t check all of it. Your role'],
    [{...readme('[A]\n'), brackets: denied}, 'fail', '1 placeholder'],
    [{record: denied}, 'pass', 'No placeholders'],
    // V8
    [{readme: {kind: 'link', path: 'README.md'}}, 'unknown', 'README.md is a symbolic link.'],
    // V10
    [{readme: {kind: 'not-told', path: 'README.md'}}, 'unknown', 'whether it shows README.md'],
    // V9
    [including({kind: 'text', path: 'docs/team.md', text: 'Team\n', lastCommitId: 'c'}), 'pass', 'No placeholders'],
    [including({kind: 'text', path: 'docs/team.md', text: '[NAME]\n', lastCommitId: 'c'}), 'fail', '1 placeholder'],
    [
      including({kind: 'text', path: 'docs/team.md', text: '::include{file=a.md}\n', lastCommitId: 'c'}),
      'unknown',
      'includes more files',
    ],
    [including({kind: 'not-utf8', path: 'docs/team.md'}), 'unknown', 'isn’t a readable text file'],
    [including({kind: 'link', path: 'docs/team.md'}), 'unknown', 'isn’t a readable text file'],
    [including({kind: 'missing'}), 'fail', 'a file that doesn’t exist: docs/team.md'],
    [including(undefined), 'unknown', 'from another site'],
    // V19
    [
      {readme: {kind: 'text', path: 'README.md', text: 'Caf\u00e9\n', lastCommitId: 'c', isLatin1: true}},
      'pass',
      'No placeholders',
    ],
    [
      {readme: {kind: 'text', path: 'README.md', text: '[CAF\u00c9]\n', lastCommitId: 'c', isLatin1: true}},
      'fail',
      '1 placeholder',
    ],
    [
      {...readme('[A]\n'), record: {ticks: {}, waivers: {}, waiting: {iid: 5, files: ['README.md']}}},
      'fail',
      'Merge request !5 fills in placeholders and waits to be merged.',
    ],
    [
      {...readme('[A]\n'), record: {ticks: {}, waivers: {}, waiting: {iid: 5, files: ['README.md'], isClosed: true}}},
      'fail',
      'Merge request !5 was closed without being merged. Fill in the placeholders again, or reopen the merge request.',
    ],
    [{readme: {kind: 'missing'}}, 'fail', 'No README.'],
    [{readme: {kind: 'empty-repository'}}, 'fail', 'repository is empty'],
    [{readme: {kind: 'other-format', path: 'README.adoc'}}, 'unknown', 'README.adoc isn’t Markdown'],
    [{readme: {kind: 'not-utf8', path: 'README.md'}}, 'unknown', 'isn’t UTF-8'],
    [{readme: {kind: 'lfs-pointer', path: 'README.md'}}, 'unknown', 'Git LFS'],
    [{readme: denied}, 'unknown', 'role'],
    [{finder: denied}, 'unknown', 'role'],
  ],
  members: [
    [{}, 'pass', '1 customer contact.'],
    [members({}, {id: 21, accessLevel: 40}), 'pass', '2 customer contacts.'],
    [members(), 'fail', 'No one from the customer'],
    [members({accessLevel: 20}), 'fail', 'don’t have the Developer or Maintainer role'],
    [members({accessLevel: 50}), 'fail', 'don’t have the Developer or Maintainer role'],
    [members({id: 7}), 'fail', 'No one'],
    [members({}, {id: 21, state: 'blocked'}), 'pass', '1 customer contact.'],
    [members({state: 'blocked'}), 'fail', 'No one from the customer'],
    [members({expiresAt: '2026-11-20'}), 'fail', 'No one from the customer'],
    [members({expiresAt: '2026-11-21'}), 'pass', '1 customer contact'],
    [{sides: new Map([[20, 'colleague']])}, 'fail', 'No one'],
    [{sides: new Map([[20, 'customer']]), colleagues: new Set([20])}, 'pass', '1 customer contact'],
    [{sides: new Map([[20, 'customer']]), colleagues: denied}, 'pass', '1 customer contact'],
    [{sides: new Map([[20, 'colleague']]), colleagues: denied}, 'fail', 'No one'],
    [members({username: 'project_1_bot_0a'}), 'fail', 'No one'],
    [members({username: 'group_12_bot'}), 'fail', 'No one'],
    [members({username: 'project_bot_fan'}), 'pass', '1 customer contact'],
    // V7, V6: GitLab's own users are nobody's people, whatever their role is.
    [members({username: 'gitlab_security_policy_project_131_bot_1f2e3d', accessLevel: 10}), 'fail', 'No one'],
    [
      members({}, {id: 21, username: 'gitlab_security_policy_project_131_bot_1f2e3d', accessLevel: 10}),
      'pass',
      '1 customer contact',
    ],
    [members({username: 'helper', isBot: true}), 'fail', 'No one'],
    // V6
    [members({isAwaiting: true}), 'fail', 'No one from the customer'],
    [
      {...members(), invitations: [{email: 'a@acme.example', accessLevel: 30, expiresAt: '2026-11-20'}]},
      'fail',
      'No one',
    ],
    [
      {...members(), invitations: [{email: 'a@acme.example', accessLevel: 30, expiresAt: '2026-11-21'}]},
      'pass',
      '1 customer contact',
    ],
    // What has ended cannot make a right row wrong.
    [
      {invitations: [{email: 'a@acme.example', accessLevel: 10, expiresAt: '2026-11-20'}]},
      'pass',
      '1 customer contact',
    ],
    [members({}, {id: 21, accessLevel: 10, expiresAt: '2026-11-01'}), 'pass', '1 customer contact'],
    // V16
    [members({accessLevel: 25}), 'fail', 'don’t have the Developer or Maintainer role'],
    // V3
    [{user: denied}, 'unknown', 'Couldn’t check all of it.'],
    [{sides: denied}, 'unknown', 'Couldn’t check all of it.'],
    [{...members({accessLevel: 10}), sides: denied}, 'fail', 'don’t have the Developer or Maintainer role'],
    [members({publicEmail: 'ann@GitLab.com'}), 'fail', 'No one'],
    [{colleagues: new Set([20])}, 'fail', 'No one'],
    [{...members(), invitations: [{email: 'a@acme.example', accessLevel: 30}]}, 'pass', '1 customer contact'],
    [{...members(), invitations: [{email: 'a@gitlab.com', accessLevel: 30}]}, 'fail', 'No one'],
    [
      {...members(), invitations: [{email: 'a@acme.example', accessLevel: 10}]},
      'fail',
      'don’t have the Developer or Maintainer role',
    ],
    [{invitations: denied}, 'unknown', '1 customer contact. Couldn’t check invitations.'],
    [{...members(), invitations: denied}, 'unknown', 'No customer contacts are members. Couldn’t check invitations.'],
    [{colleagues: denied}, 'unknown', 'timtams can’t be read'],
    [{...members(), colleagues: denied}, 'fail', 'No one'],
    [{members: denied}, 'unknown', 'role'],
    [{project: denied}, 'pass', '1 customer contact'],
    [{...members({accessLevel: 10}), project: denied}, 'fail', 'don’t have the Developer or Maintainer role'],
  ],
  'team-access': [
    [{}, 'pass', 'The project is shared with timtams.'],
    [{inheritedTeamRole: denied, colleagues: denied}, 'pass', 'The project is shared with timtams.'],
    [shares([], 40), 'pass', 'A parent group'],
    [{...shares([], 40), colleagues: denied}, 'pass', 'A parent group'],
    [shares([], 30), 'pass', 'A parent group'],
    [shares([{id: 5, accessLevel: 40}]), 'fail', 'no access through this project or its parent groups'],
    [{...shares([]), inheritedTeamRole: denied}, 'unknown', 'Couldn’t check parent groups'],
    // V14: Guest is not enough.
    [shares([{id: team, accessLevel: 10}]), 'fail', 'timtams has access only as Guest.'],
    [shares([], 10), 'fail', 'timtams has access only as Guest.'],
    [shares([{id: team, accessLevel: 10}], 30), 'pass', 'A parent group'],
    [
      shares([{id: team, accessLevel: 40, expiresAt: '2026-11-20'}]),
      'fail',
      'no access through this project or its parent groups',
    ],
    [shares([{id: team, accessLevel: 40, expiresAt: '2026-11-21'}]), 'pass', 'is shared'],
    // V17: GitLab lists no links with groups that the user cannot see.
    [{...shares([]), colleagues: denied}, 'unknown', 'Couldn’t check whether timtams has access.'],
    [{...shares([]), inheritedTeamRole: {accessLevel: undefined, isWhole: false}}, 'unknown', 'all parent groups'],
  ],
  notifications: [
    [{}, 'pass', 'Notification level: Watch.'],
    [level({level: 'custom', newIssue: true}), 'pass', 'Custom, with new issues'],
    [level({level: 'custom', newIssue: false}), 'fail', 'Custom, without new issues'],
    [level({level: 'participating', newIssue: false}), 'fail', 'Participate'],
    [level({level: 'mention', newIssue: false}), 'fail', 'On mention'],
    [level({level: 'disabled', newIssue: false}), 'fail', 'Disabled'],
    [
      level(global, {from: {kind: 'own', reaches: true}, setting: {level: 'watch', newIssue: false}}),
      'pass',
      'Global (Watch)',
    ],
    // V11
    [
      level(global, {from: {kind: 'own', reaches: false}, setting: {level: 'watch', newIssue: false}}),
      'fail',
      'you have access through an invited group',
    ],
    [{project: {...project, emailsDisabled: true}}, 'fail', 'turned off'],
    [{project: {...project, emailsDisabled: undefined}}, 'unknown', 'doesn’t say'],
    [
      level(global, {from: {kind: 'own', reaches: true}, setting: {level: 'mention', newIssue: false}}),
      'fail',
      'Global (On mention)',
    ],
    [
      level(global, {from: {kind: 'group', path: `${root}/emea`}, setting: {level: 'custom', newIssue: true}}),
      'pass',
      'Global (Custom, with new issues), set for the group gitlab-com/account-management/emea.',
    ],
    [
      level(global, {from: {kind: 'group', path: root}, setting: {level: 'disabled', newIssue: false}}),
      'fail',
      'Global (Disabled), set for the group gitlab-com/account-management.',
    ],
    [{notifications: denied}, 'unknown', 'role'],
  ],
  'group-visibility': [
    [{}, 'pass', 'Private'],
    [{group: {...group, visibility: 'public'}}, 'fail', 'Public'],
    [{group: {...group, visibility: 'public'}, project: denied}, 'fail', 'can see it.'],
    [{group: {...group, path: `${root}/pre-sales`}}, 'fail', 'Created as private when you move the project.'],
    // V14: every group up to the customer's.
    [
      {outerGroups: [{...group, id: 3, path: `${root}/emea/big`, visibility: 'public'}]},
      'fail',
      'Its parent group gitlab-com/account-management/emea/big is public.',
    ],
    [{outerGroups: [group]}, 'pass', 'Private'],
    [{outerGroups: denied}, 'unknown', 'role'],
    [{group: denied}, 'unknown', 'role'],
  ],
  labels: [
    [{}, 'pass', 'Subscribed to the only label.'],
    [subscribed(true, true), 'pass', 'Subscribed to 2 of 2 labels.'],
    [subscribed(true, false, false), 'fail', 'Not subscribed to 2 of 3 labels'],
    [subscribed(), 'pass', 'The project and its group have no labels'],
    [{...subscribed(), ...at('emea/acme')}, 'pass', 'The project has no labels of its own.'],
    [{labels: denied}, 'unknown', 'role'],
  ],
  'issue-templates': [
    [{}, 'pass', 'Agenda and Feature Request: adjusted'],
    [templates(template('Agenda', null)), 'fail', '1 template doesn’t exist: Agenda.'],
    [
      templates(template('Agenda', 'Same\n', 'original')),
      'fail',
      '1 template is unchanged from the template project: Agenda.',
    ],
    [templates(template('Agenda', 'Meeting with [CUSTOMER]\n')), 'fail', '1 template still has placeholders: Agenda.'],
    [templates(template('Agenda', ' \n')), 'fail', '1 template is empty or isn’t readable: Agenda.'],
    [
      templates(template('Agenda', '[A]\n'), template('Bug', '[A]\n', 'original'), template('Feature Request', null)),
      'fail',
      '2 templates still have placeholders: Agenda, Bug. 1 template doesn’t exist: Feature Request.',
    ],
    [templates(template('Agenda', 'as usual [sic]\n')), 'pass', 'adjusted'],
    [templates({...template('Agenda'), original: {state: 'none'}}), 'pass', 'adjusted'],
    // V1
    [templates({...template('Agenda'), original: {state: 'unreadable', problem}}), 'unknown', 'all issue templates'],
    [
      templates({...template('Agenda', '[A]\n'), original: {state: 'unreadable', problem}}),
      'fail',
      '1 template still has placeholders: Agenda.',
    ],
    // V2
    [
      templates(both(template('Agenda', 'Fine\n'), template('Agenda', '[A]\n'))),
      'fail',
      '1 template still has placeholders: Agenda.',
    ],
    [
      templates(both(template('Agenda', 'Fine\n'), template('Agenda', 'Same\n', 'original'))),
      'fail',
      '1 template is unchanged from the template project: Agenda.',
    ],
    [templates(both(template('Agenda', 'Fine\n'), template('Agenda', 'Fine too\n'))), 'pass', 'adjusted'],
    // V3
    [{brackets: denied}, 'unknown', 'Couldn’t check all of it.'],
    // V8
    [templates(linked(template('Agenda'))), 'unknown', 'all issue templates'],
    [{issueTemplates: denied}, 'unknown', 'role'],
  ],
  maintainers: ticked('maintainers', 'who should be able to manage members'),
  'pre-sales': ticked('pre-sales', 'Ask the SA (Solutions Architect) or SAE (Strategic Account Executive)'),
  'issues-reviewed': ticked('issues-reviewed', 'Agree with the SAE and SA'),
  'handover-review': ticked('handover-review', 'check the README'),
  introduced: ticked('introduced', 'Show the customer the project'),
};

const all: readonly Check[] = [...projectChecks, ...groupChecks];

/** On a group's own page fewer facts are read: the cases that say nothing of the others. */
const casesOf = ({id, facts}: Check) =>
  (cases[id] ?? []).filter(
    ([different]) =>
      Object.keys(different).every(name => facts.some(fact => fact === name)) || id !== 'group-visibility',
  );

describe.each(all.map(check => [check.id, check] as const))('%s', (_id, check) => {
  const table = casesOf(check);

  it.each(table)('%o: %s, %s', (different, verdict, words) => {
    const finding = told(check.find(sheet(different), defaultWorkspace));
    expect(finding?.verdict).toBe(verdict);
    expect(finding?.evidence).toContain(words);
    expect(finding?.evidence).toMatch(/[.?]$/);
  });

  it('has cases of its own', () => expect(table.length).toBeGreaterThan(0));

  it('waits until every fact was read', () => {
    for (const name of check.facts) {
      const {[name]: _left, ...rest} = sheet({});
      expect(check.find(rest, defaultWorkspace)).toBeUndefined();
    }
  });
});

describe('fixes', () => {
  it('change what was found, and nothing else', () => {
    const found = (id: string, different: Different) =>
      all.find(check => check.id === id)?.find(sheet(different), defaultWorkspace);
    const fix = (id: string, different: Different) => found(id, different)?.fix;
    expect(fix('visibility', {project: {...project, visibility: 'public'}})).toMatchObject({
      change: {kind: 'project-visibility', projectId: 1, from: 'public', to: 'private'},
    });
    expect(fix('name', named('Plan', 'Acme (DE)'))).toMatchObject({change: {from: 'Plan', to: 'Acme DE Plan'}});
    expect(fix('name', named('Plan', '()'))).toBeUndefined();
    expect(fix('name', named('Plan', '🚀 !'))).toBeUndefined();
    expect(fix('name', named('Plan', 'Acme-deletion_scheduled-7'))).toMatchObject({change: {to: 'Acme Plan'}});
    expect(fix('name', named('Plan-deletion_scheduled-3'))).toBeUndefined();
    const asking = {kind: 'form', label: said('customer.nameAdd'), form: 'name', role: 40};
    for (const path of ['pre-sales/x', 'commercial/pre-sales/acme-poc', 'emea/x', 'emea/acme/team/x', 'x']) {
      for (const name of ['Plan', 'POV Acme', 'Collaboration with Customer.io']) {
        const finding = found('name', at(path, {name}));
        expect([finding?.fix, finding?.others, finding?.waitsFor]).toEqual([undefined, [asking], 'location']);
      }
      expect(fix('name', at(path, {name: 'Collaboration Project'}))).toEqual(asking);
    }
    expect(fix('location', at('pre-sales/x'))).toMatchObject({kind: 'form', form: 'move'});
    expect(fix('visibility', {})).toBeUndefined();
    const publicGroup = {...group, visibility: 'public' as const};
    const change = {kind: 'group-visibility', from: 'public', to: 'private'};
    expect(fix('group-visibility', {group: publicGroup})).toMatchObject({change});
    expect(found('group-visibility', {group: publicGroup})).not.toHaveProperty('waitsFor');
    expect(
      found('group-visibility', {group: publicGroup, project: {...project, visibility: 'public'}}),
      'W16 GitLab refuses it before',
    ).toMatchObject({fix: {change}, waitsFor: 'visibility', isExposed: true});
    expect(found('visibility', {project: {...project, visibility: 'internal'}})).toMatchObject({isExposed: true});
    expect(found('avatar', {project: {...project, avatar: 'none'}})).not.toHaveProperty('isExposed');
    const tooEarly = told(
      all
        .find(({id}) => id === 'group-visibility')
        ?.find(sheet({group: publicGroup, project: {...project, visibility: 'internal'}}), defaultWorkspace),
    );
    expect(tooEarly?.evidence).toContain(
      'Public: anyone on the internet can see it. GitLab requires the project to be private first',
    );
    expect(fix('members', members({accessLevel: 10}, {id: 21, accessLevel: 50}))).toMatchObject({
      label: said('customer.membersMakeDevelopers', 1),
      change: {kind: 'roles', people: [{userId: 20, from: 10, to: 30}]},
    });
    expect(fix('members', members({accessLevel: 50}))).toMatchObject({kind: 'form', form: 'roles'});
    expect(fix('members', {colleagues: denied})).toMatchObject({kind: 'form', form: 'people'});
    expect(fix('labels', subscribed(true, false))).toMatchObject({
      label: said('customer.labelsSubscribe'),
      change: {kind: 'subscriptions', labels: [{id: 1, name: 'label 1'}], subscribed: true},
    });
    const noGroup = found('group-visibility', {group: {...group, path: `${root}/pre-sales`, visibility: 'public'}});
    expect(noGroup).toMatchObject({verdict: 'fail', waitsFor: 'location'});
    expect(noGroup).not.toHaveProperty('fix');
    expect(fix('issue-templates', templates(template('Agenda', null)))).toMatchObject({form: 'files'});
    expect(fix('issue-templates', templates(template('Agenda', 'Same\n', 'original')))).toBeUndefined();
    expect(fix('introduced', {})).toMatchObject({kind: 'tick'});
  });

  it('each of GitLab’s roles is said by its name (V16)', () => {
    const finding = all.find(({id}) => id === 'members')?.find(sheet(members({accessLevel: 25})), defaultWorkspace);
    expect(finding?.details?.join()).toContain('Ann (@ann): Security Manager');
  });

  it('a person whose account is of no use is said so', () => {
    const finding = all
      .find(({id}) => id === 'members')
      ?.find(sheet(members({}, {id: 21, name: 'Bo', state: 'blocked'})), defaultWorkspace);
    expect(finding?.details).toContain('Bo (@ann): Developer, but the account is blocked');
  });
});
