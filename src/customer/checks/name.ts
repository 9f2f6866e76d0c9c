import {projectNameOf, withoutDeletion} from '../../gitlab/model/names.ts';
import {customerTexts} from '../../texts/customer.ts';
import {said} from '../../texts/said.ts';
import {defineCheck, type Fix, fail, pass, unknown} from './check.ts';
import {customerInName, knownCustomer, startsWithName} from './customer.ts';
import {location} from './location.ts';

const byHand = {label: customerTexts.openSettings, path: '/edit'};
const label = said('customer.nameAdd');
/** Where the customer's name is not known, nothing is proposed without asking. */
const asking: Fix = {kind: 'form', label, form: 'name', role: 40};

/** Handbook: the customer's name is put before the project's name. */
export const name = defineCheck({
  id: 'name',
  title: customerTexts.nameTitle,
  failureTitle: customerTexts.nameFailureTitle,
  handbook: 'Prefix the name of the new project with Customer Name',
  withoutAnswer: {turn: 3, reach: 'flow'},
  needs: ['project'],
  judge({project}, workspace) {
    const customer = knownCustomer(project, workspace);
    if (customer === undefined) {
      if (customerInName(project.name) === '')
        return fail(said('customer.nameWithoutCustomer', project.name), {fix: asking, byHand});
      return fail(said('customer.nameNotKnownYet', project.name), {waitsFor: location.id, others: [asking], byHand});
    }
    if (customer.trim() === '') return unknown(said('customer.nameGroupHasNone'), {fix: asking, byHand});
    if (startsWithName(project.name, customer)) return pass(said('customer.nameRight', project.name));
    // What is scheduled for deletion is called so until it comes back, and has its own name again then.
    if (withoutDeletion(project.name) !== project.name) {
      return fail(said('customer.nameWrongAndDoomed', project.name, customer), {byHand});
    }
    const to = `${projectNameOf(customer)} ${project.name}`;
    const fix: Fix = {
      kind: 'change',
      label,
      change: {kind: 'project-name', projectId: project.id, from: project.name, to},
    };
    return fail(said('customer.nameWrong', project.name, customer), {
      byHand,
      // What GitLab takes of the customer's name can be too little of it.
      ...(startsWithName(to, customer) ? {details: [customerTexts.nameNew(to)], fix} : {}),
    });
  },
});
