import {customerTexts} from '../../texts/customer.ts';
import type {Playbook, Step} from './playbook.ts';

const logo: Step = {text: customerTexts.stepLogo, rows: ['avatar']};
const name: Step = {text: customerTexts.stepName, rows: ['name']};
const fillIn: Step = {text: customerTexts.stepFillIn, rows: ['readme']};
const invite: Step = {text: customerTexts.stepInvite, rows: ['members']};
const maintainers: Step = {text: customerTexts.stepMaintainers, rows: ['maintainers']};
const follow: Step = {text: customerTexts.stepFollow, rows: ['notifications', 'labels']};
const templates: Step = {text: customerTexts.stepTemplates, rows: ['issue-templates']};
const introduce: Step = {text: customerTexts.stepIntroduce, rows: ['introduced']};
const access: Step = {text: customerTexts.stepAccess, rows: ['visibility', 'team-access']};
const askPreSales: Step = {text: customerTexts.stepAskPreSales, rows: ['pre-sales']};

/** The handbook's three situations, each with its steps in the handbook's order, then what it asks of every project. */
export const playbooks: readonly Playbook[] = [
  {
    id: 'from-pre-sales',
    title: customerTexts['playbook from-pre-sales'],
    handbook: 'Please follow these instructions when you receive a customer from pre-sales',
    steps: [
      askPreSales,
      {text: customerTexts.stepIssues, rows: ['issues-reviewed']},
      {text: customerTexts.stepMove, rows: ['location', 'group-visibility']},
      access,
      name,
      logo,
      fillIn,
      invite,
      maintainers,
      follow,
      templates,
      introduce,
    ],
  },
  {
    id: 'new-customer',
    title: customerTexts['playbook new-customer'],
    handbook: 'Please follow these instructions when a Customer Collaboration Project does not exist',
    steps: [
      askPreSales,
      {text: customerTexts.stepGroup, rows: ['group-visibility']},
      {text: customerTexts.stepProject, rows: ['location']},
      name,
      logo,
      fillIn,
      invite,
      maintainers,
      follow,
      templates,
      introduce,
      access,
    ],
  },
  {
    id: 'from-another-csm',
    title: customerTexts['playbook from-another-csm'],
    handbook: 'Please follow these instructions when you receive a customer from another CSM',
    steps: [
      {text: customerTexts.stepUpdateReadme, rows: ['readme', 'handover-review']},
      {
        text: customerTexts.stepReview,
        rows: ['handover-review', 'members', 'visibility', 'team-access'],
      },
      follow,
      {text: customerTexts.stepPlace, rows: ['location', 'group-visibility']},
      {text: customerTexts.stepNameAndLogo, rows: ['name', 'avatar']},
      templates,
      maintainers,
      {text: customerTexts.stepIntroduceYourself, rows: ['introduced']},
    ],
  },
];
