import type {FactSheet} from '../../facts/facts.ts';
import type {Project} from '../../gitlab/model/model.ts';
import type {KnownValues} from '../../placeholders/index.ts';
import {language} from '../../texts/language.ts';
import {segmentName} from '../../texts/segment-names.ts';
import {locateProject} from '../../workspace/locate.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {customerName} from '../checks/customer.ts';
import {sideOf, sideSources} from '../checks/members.ts';

/** Names of the customer's direct members with a role, as a list in words; undefined where there is none. */
function namesWith(level: number, facts: FactSheet, workspace: Workspace): string | undefined {
  const {members} = facts;
  if (members?.state !== 'known') return undefined;
  const sources = sideSources(facts);
  const names = members.value
    .filter(member => member.accessLevel === level && sideOf(member, sources, workspace) === 'customer')
    .map(({name}) => name);
  return names.length > 0 ? names.join(', ') : undefined;
}

/** What of a project says something. */
export type NamedProject = Pick<Project, 'name' | 'path' | 'webUrl' | 'group'>;

/** What is known of a project and could stand in a placeholder. */
export function knownValues(project: NamedProject, facts: FactSheet, workspace: Workspace, now: Date): KnownValues {
  const place = locateProject(project.path, workspace);
  const customer = customerName(project, workspace);
  const user = facts.user?.state === 'known' ? facts.user.value : undefined;
  const maintainers = namesWith(40, facts, workspace);
  const developers = namesWith(30, facts, workspace);
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    today: {
      iso: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
      local: now.toLocaleDateString(language, {dateStyle: 'long'}),
    },
    projectUrl: project.webUrl,
    groupUrl: `${workspace.host}/${project.group.path}`,
    ...(customer === undefined ? {} : {customer}),
    ...(user === undefined ? {} : {userName: user.name, username: user.username}),
    ...('segment' in place ? {segment: segmentName(place.segment)} : {}),
    ...(maintainers === undefined ? {} : {maintainers}),
    ...(developers === undefined ? {} : {developers}),
  };
}
