import type {Playbook, Step} from './playbook.ts';

const logo: Step = {text: 'Change the project’s picture to the customer’s logo', rows: ['avatar']};
const name: Step = {text: 'Put the customer’s name before the project’s', rows: ['name']};
const fillIn: Step = {text: 'Fill in the README', rows: ['readme']};
const invite: Step = {text: 'Invite the customer’s team as Developers', rows: ['members']};
const maintainers: Step = {text: 'Agree who of the customer becomes Maintainer', rows: ['maintainers']};
const follow: Step = {text: 'Follow new issues and all labels', rows: ['notifications', 'labels']};
const templates: Step = {text: 'Adjust the Agenda and Feature Request templates', rows: ['issue-templates']};
const introduce: Step = {text: 'Introduce the customer to the project', rows: ['introduced']};
const access: Step = {text: 'See that colleagues have access and nobody else', rows: ['visibility', 'team-access']};
const askPreSales: Step = {text: 'Ask SA or SAE for a project of pre-sales', rows: ['pre-sales']};

/** The handbook's three situations, each with its steps in the handbook's order, then what it asks of every project. */
export const playbooks: readonly Playbook[] = [
  {
    id: 'from-pre-sales',
    title: 'From pre-sales',
    handbook: 'Please follow these instructions when you receive a customer from pre-sales',
    steps: [
      askPreSales,
      {text: 'Agree which issues to remove before the move', rows: ['issues-reviewed']},
      {text: 'Move the project to the customer’s own private group', rows: ['location', 'group-visibility']},
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
    title: 'New customer',
    handbook: 'Please follow these instructions when a Customer Collaboration Project does not exist',
    steps: [
      askPreSales,
      {text: 'Have a private group named like the customer', rows: ['group-visibility']},
      {text: 'Have the project in it', rows: ['location']},
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
    title: 'From another CSM',
    handbook: 'Please follow these instructions when you receive a customer from another CSM',
    steps: [
      {text: 'Update the README', rows: ['readme', 'handover-review']},
      {
        text: 'Check direct members and settings',
        rows: ['handover-review', 'members', 'visibility', 'team-access'],
      },
      follow,
      {text: 'See that project and group are where they belong', rows: ['location', 'group-visibility']},
      {text: 'See that name and logo are the customer’s', rows: ['name', 'avatar']},
      templates,
      maintainers,
      {text: 'Introduce yourself to the customer', rows: ['introduced']},
    ],
  },
];
