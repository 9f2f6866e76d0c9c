import {notListed} from './mutations.ts';
import type {Turn} from './turns.ts';

/** A mutation that says something else of the customer, so that another verdict is right. */
export interface Meaning {
  readonly check: string;
  readonly to: 'pass' | 'fail';
  readonly request: string;
  readonly field: string;
  /** The kinds of mutation that say it. */
  readonly kinds: readonly string[];
  /** A request that the run has to have made as well, and of which the reason speaks. */
  readonly besides?: string;
  readonly reason: string;
}

const templates = '.gitlab/issue_templates';
const noMail = 'Without a public mail nothing says of a person who is in no group of colleagues that it is one.';

/** Every mutation that may turn a verdict to `pass`, or as trouble one to `fail`. */
export const meanings: readonly Meaning[] = [
  {
    check: 'avatar',
    to: 'pass',
    request: 'GET /projects/:id',
    field: 'avatar_url',
    kinds: ['a text'],
    reason: 'The address of a picture, where there was null, says that there is one.',
  },
  {
    check: 'avatar',
    to: 'pass',
    request: 'GET /groups/:id/projects',
    field: '[].avatar_url',
    kinds: ['a text'],
    reason: 'The address of a picture, where there was null, says that there is one.',
  },
  {
    check: 'members',
    to: 'pass',
    request: 'GET /projects/:id/members',
    field: '[].expires_at',
    kinds: ['null'],
    reason: 'A membership that had ended does not end.',
  },
  {
    check: 'members',
    to: 'pass',
    request: 'GET /projects/:id/members',
    field: '[].public_email',
    kinds: ['null', 'an empty text'],
    reason: noMail,
  },
  {
    check: 'members',
    to: 'pass',
    request: 'GET /projects/:id/invitations',
    field: '[].expires_at',
    kinds: ['null'],
    reason: 'An invitation that had ended does not end.',
  },
  {
    check: 'members',
    to: 'pass',
    request: 'GET /projects/:id/members',
    field: '[]',
    kinds: [notListed],
    reason: 'Where GitLab does not count it either, there is no such member.',
  },
  {
    check: 'members',
    to: 'pass',
    request: 'GET /projects/:id/members',
    field: '[].membership_state',
    kinds: ['absent'],
    reason: 'Only GitLab’s Enterprise Edition lets memberships wait, and it tells of each.',
  },
  {
    check: 'members',
    to: 'pass',
    request: 'GET /groups/:id',
    field: 'prevent_sharing_groups_outside_hierarchy',
    kinds: ['false'],
    reason: 'A top-level group that may be shared with groups outside has no limit of users, so that nobody waits.',
  },
  {
    check: 'members',
    to: 'pass',
    request: 'POST /graphql',
    field: 'data.projects.nodes[].projectMembers.nodes[].expiresAt',
    kinds: ['null'],
    reason: 'A membership that had ended does not end.',
  },
  {
    check: 'members',
    to: 'pass',
    request: 'POST /graphql',
    field: 'data.projects.nodes[].projectMembers.nodes[].user.publicEmail',
    kinds: ['null', 'an empty text'],
    reason: noMail,
  },
  ...['GET /groups/:id/members/all', 'GET /groups/:team/members/all', 'GET /groups/:team/members/all page 2'].map(
    request => ({
      check: 'members',
      to: 'pass' as const,
      request,
      field: '[]',
      kinds: [notListed],
      reason: 'Whoever is in no group of colleagues, and whom GitLab does not count there either, is none.',
    }),
  ),
  {
    check: 'labels',
    to: 'pass',
    request: 'GET /projects/:id/labels',
    field: '[]',
    kinds: [notListed],
    reason: 'Where GitLab does not count it either, there is no such label.',
  },
  {
    check: 'notifications',
    to: 'pass',
    request: 'GET /projects/:id',
    field: 'emails_disabled',
    kinds: ['false'],
    reason: 'Email notifications are turned on.',
  },
  {
    check: 'notifications',
    to: 'pass',
    request: 'GET /groups/:id/projects',
    field: '[].emails_disabled',
    kinds: ['false'],
    reason: 'Email notifications are turned on.',
  },
  {
    check: 'readme',
    to: 'pass',
    request: 'GET /projects/:id/repository/files/docs/team.md',
    field: 'content',
    kinds: ['an empty text'],
    reason: 'A file that the README includes may be empty: no brackets are in it.',
  },
  {
    check: 'issue-templates',
    to: 'pass',
    request: 'GET /projects/:template/repository/tree',
    field: 'the whole answer',
    kinds: ['404'],
    besides: 'GET /projects/:template',
    reason: `The template project, which was read, has no ${templates}: there is nothing to be the same as.`,
  },
  {
    check: 'issue-templates',
    to: 'pass',
    request: 'GET /projects/:id/repository/tree',
    field: '[]',
    kinds: [notListed],
    reason: 'Where GitLab does not count it either, there is no such template that could be unchanged.',
  },
  {
    check: 'members',
    to: 'pass',
    request: 'POST /graphql',
    field: 'data.projects.nodes[].projectMembers.pageInfo.hasNextPage',
    kinds: ['false'],
    reason: 'GitLab says in no other place whether more members follow: the list ends with these.',
  },
  ...['root', 'team'].map(group => ({
    check: 'members',
    to: 'pass' as const,
    request: 'GET /graphql',
    field: `data.${group}.groupMembers.nodes[]`,
    kinds: ['absent'],
    reason: 'GitLab does not count members there: whoever is in no list of colleagues is none.',
  })),
  {
    check: 'members',
    to: 'pass',
    request: 'GET /graphql',
    field: 'data.team.groupMembers.pageInfo.hasNextPage',
    kinds: ['false'],
    reason: 'GitLab says in no other place whether more members follow: the list of colleagues ends with these.',
  },
  {
    check: 'issue-templates',
    to: 'pass',
    request: 'GET /graphql',
    field: 'data.project.repository.tree.blobs.nodes[]',
    kinds: ['absent'],
    reason: 'GitLab does not count files there: a template that is not in the list is none.',
  },
  {
    check: 'members',
    to: 'pass',
    request: 'POST /graphql',
    field: 'data.projects.nodes[].projectMembers.nodes[]',
    kinds: ['absent'],
    reason: 'GitLab does not count members there: whoever is not in the list is no member.',
  },
  {
    check: 'labels',
    to: 'pass',
    request: 'POST /graphql',
    field: 'data.projects.nodes[].labels.count',
    kinds: ['zero'],
    reason: 'GitLab counts no labels.',
  },
  {
    check: 'notifications',
    to: 'fail',
    request: 'GET /groups/:id/members/:user',
    field: 'the whole answer',
    kinds: ['404'],
    reason: 'GitLab says so of whoever is no member of the group itself: the setting does not count for them.',
  },
  {
    check: 'issue-templates',
    to: 'fail',
    request: 'GET /projects/:id/repository/tree',
    field: 'the whole answer',
    kinds: ['404'],
    reason: `The project, which was read, has no ${templates}.`,
  },
];

/** Why a turn is right; undefined for a wrong one. */
export function meaningOf({check, to, mutation, asked}: Turn): Meaning | undefined {
  return meanings.find(
    meaning =>
      meaning.check === check &&
      meaning.to === to &&
      meaning.request === mutation.request &&
      meaning.field === mutation.field &&
      meaning.kinds.includes(mutation.kind) &&
      (meaning.besides === undefined || asked.has(meaning.besides)),
  );
}
