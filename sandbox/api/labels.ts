import type {Group, Label, Project} from '../world.ts';
import {type Answer, type Call, groupOf, notFound, paged, projectOf, type Routes, signedIn} from './answer.ts';
import {labelEntity} from './entities.ts';

function isWanted(call: Call, name: string): boolean {
  return call.query.get(name) !== 'false';
}

/** A label by its id or, if there is none, by its title: "12 months" is read as the id 12. */
function labelOf(call: Call, source: Group | Project): Label {
  const ref = call.params.label ?? '';
  const labels = call.world.labelsOf(source, isWanted(call, 'include_ancestor_groups'));
  const id = Number.parseInt(ref, 10);
  const label = labels.find(known => known.id === id) ?? labels.find(({name}) => name === ref);
  if (!label) throw notFound('Label');
  return label;
}

function list(call: Call, source: Group | Project): Answer {
  const user = signedIn(call);
  const search = call.query.get('search')?.toLowerCase() ?? '';
  const project = source.kind === 'project' ? source : null;
  const archived = call.query.get('archived');
  const labels = call.world
    .labelsOf(source, isWanted(call, 'include_ancestor_groups'))
    .filter(label => archived === null || String(label.archived) === archived)
    .filter(({name}) => name.toLowerCase().includes(search));
  return paged(
    call,
    labels.map(label => labelEntity(label, call.world, user, project)),
  );
}

function subscribe(call: Call, source: Group | Project, wanted: boolean): Answer {
  const user = signedIn(call);
  const label = labelOf(call, source);
  const project = source.kind === 'project' ? source : null;
  if (call.world.isSubscribed(user, label, project) === wanted) return {status: 304};
  call.world.setSubscription(user, label, project, wanted);
  return {status: 201, body: labelEntity(label, call.world, user, project)};
}

export const labelRoutes: Routes = {
  'GET /projects/:id/labels': call => {
    signedIn(call);
    return list(call, projectOf(call));
  },
  'GET /projects/:id/labels/:label': call => {
    const user = signedIn(call);
    const project = projectOf(call);
    return {status: 200, body: labelEntity(labelOf(call, project), call.world, user, project)};
  },
  'GET /groups/:id/labels': call => {
    signedIn(call);
    return list(call, groupOf(call));
  },
  'POST /projects/:id/labels/:label/subscribe': call => subscribe(call, projectOf(call), true),
  'POST /projects/:id/labels/:label/unsubscribe': call => subscribe(call, projectOf(call), false),
};
