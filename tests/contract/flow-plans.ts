import type {FlowOf} from '../../src/flows/flow.ts';

/** Sets up a customer who is not there yet. */
export const starkPlan: FlowOf<'new-customer'>['plan'] = {
  name: 'Stark Industries',
  segment: 'emea',
  people: 'pepper@stark.example',
  values: [['customer name', 'Stark Industries']],
  takesGroup: false,
};

/** Takes a project over from pre-sales, into a group that is not there yet. */
export const preSalesPlan = (projectId: number): FlowOf<'from-pre-sales'>['plan'] => ({
  projectId,
  projectName: 'Initech collaboration project',
  address: '',
  action: 'close',
  issues: [{iid: 2, title: 'Pricing, internal'}],
  agreed: true,
  segment: 'emea',
  name: 'Initech',
  takesGroup: false,
});

/** Takes Robin's customer over. */
export const handoverPlan: FlowOf<'from-another-csm'>['plan'] = {
  projectId: 0,
  projectName: 'Hooli Collaboration',
  address: '',
  replacements: [
    ['@robin', '@dana'],
    ['Robin Okafor', 'Dana Reyes'],
  ],
};
