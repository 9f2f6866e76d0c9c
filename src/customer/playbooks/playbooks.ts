import {customerTexts} from '../../texts/customer.ts';
import type {Playbook} from './playbook.ts';

/** What is done once the project has its place, until the customer is told of it. */
const setUp = [
  'name',
  'avatar',
  'readme',
  'members',
  'maintainers',
  'notifications',
  'labels',
  'issue-templates',
  'introduced',
];

/** The handbook's three situations, each in the handbook's order, then what it asks of every project. */
export const playbooks: readonly Playbook[] = [
  {
    id: 'from-pre-sales',
    title: customerTexts['playbook from-pre-sales'],
    handbook: 'Please follow these instructions when you receive a customer from pre-sales',
    rows: ['pre-sales', 'issues-reviewed', 'location', 'group-visibility', 'visibility', 'team-access', ...setUp],
  },
  {
    id: 'new-customer',
    title: customerTexts['playbook new-customer'],
    handbook: 'Please follow these instructions when a Customer Collaboration Project does not exist',
    rows: ['pre-sales', 'group-visibility', 'location', ...setUp, 'visibility', 'team-access'],
  },
  {
    id: 'from-another-csm',
    title: customerTexts['playbook from-another-csm'],
    handbook: 'Please follow these instructions when you receive a customer from another CSM',
    rows: [
      'readme',
      'handover-review',
      'members',
      'visibility',
      'team-access',
      'notifications',
      'labels',
      'location',
      'group-visibility',
      'name',
      'avatar',
      'issue-templates',
      'maintainers',
      'introduced',
    ],
  },
];
