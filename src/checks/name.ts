import {projectNameOf} from '../gitlab/names.ts';
import {defineCheck, fail, pass} from './check.ts';
import {comparable, customerName} from './customer.ts';

/** Handbook: the customer's name is put before the project's name. */
export const name = defineCheck({
  id: 'name',
  title: 'Name starts with the customer’s name',
  failureTitle: 'Name does not start with the customer’s name',
  handbook: 'Prefix the name of the new project with Customer Name',
  needs: ['project'],
  judge({project}, workspace) {
    const customer = customerName(project, workspace);
    const byHand = {label: 'Open settings', path: '/edit'};
    if (customer === undefined) return fail(`“${project.name}” does not name the customer.`, {byHand});
    if (comparable(project.name).startsWith(comparable(customer))) return pass(`“${project.name}”.`);
    const prefix = projectNameOf(customer);
    const to = `${prefix} ${project.name}`;
    return fail(`“${project.name}” does not start with “${customer}”.`, {
      byHand,
      ...(prefix
        ? {
            details: [`New name: “${to}”`],
            fix: {
              kind: 'change',
              label: 'Add the customer’s name',
              change: {kind: 'project-name', projectId: project.id, from: project.name, to},
            } as const,
          }
        : {}),
    });
  },
});
