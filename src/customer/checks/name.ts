import {projectNameOf, withoutDeletion} from '../../gitlab/model/names.ts';
import {defineCheck, type Fix, fail, pass, unknown} from './check.ts';
import {customerInName, knownCustomer, startsWithName} from './customer.ts';

const byHand = {label: 'Open settings', path: '/edit'};
const label = 'Add the customer’s name';
/** Where the customer's name is not known, nothing is proposed without asking. */
const asking: Fix = {kind: 'form', label, form: 'name', role: 40};

/** Handbook: the customer's name is put before the project's name. */
export const name = defineCheck({
  id: 'name',
  title: 'Name starts with the customer’s name',
  failureTitle: 'Name does not start with the customer’s name',
  handbook: 'Prefix the name of the new project with Customer Name',
  withoutAnswer: {turn: 3, reach: 'flow'},
  needs: ['project'],
  judge({project}, workspace) {
    const customer = knownCustomer(project, workspace);
    if (customer === undefined) {
      if (customerInName(project.name) === '')
        return fail(`“${project.name}” does not name the customer.`, {fix: asking, byHand});
      return unknown(
        `The customer’s name is known once the project is in the customer’s group. Until then, check “${project.name}” yourself.`,
        {fix: asking, byHand},
      );
    }
    if (customer.trim() === '') return unknown('The customer’s group has no name.', {fix: asking, byHand});
    if (startsWithName(project.name, customer)) return pass(`“${project.name}”.`);
    // What is scheduled for deletion is called so until it comes back, and has its own name again then.
    if (withoutDeletion(project.name) !== project.name) {
      return fail(`“${project.name}” does not start with “${customer}”, and the project is scheduled for deletion.`, {
        byHand,
      });
    }
    const to = `${projectNameOf(customer)} ${project.name}`;
    const fix: Fix = {
      kind: 'change',
      label,
      change: {kind: 'project-name', projectId: project.id, from: project.name, to},
    };
    return fail(`“${project.name}” does not start with “${customer}”.`, {
      byHand,
      // What GitLab takes of the customer's name can be too little of it.
      ...(startsWithName(to, customer) ? {details: [`New name: “${to}”`], fix} : {}),
    });
  },
});
