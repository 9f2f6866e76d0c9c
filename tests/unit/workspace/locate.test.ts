import {describe, expect, it} from 'vitest';
import {
  type GroupLocation,
  isInWorkspace,
  locateGroup,
  locateProject,
  type ProjectLocation,
} from '../../../src/workspace/locate.ts';
import {defaultWorkspace} from '../../../src/workspace/workspace.ts';

const {root} = defaultWorkspace;

type Row = readonly [
  path: string,
  project: ProjectLocation['kind'],
  group: GroupLocation['kind'],
  /** The segment, where it lies in one. */
  segment?: string,
];

/** Of paths below the root of GitLab's own workspace: where a project lies that has it, and what a group is that has it. */
const truth: readonly Row[] = [
  // Segments, customers' groups and what lies in them.
  ['emea', 'segment', 'segment', 'emea'],
  ['public-sector', 'segment', 'segment', 'public-sector'],
  ['emea/acme', 'segment', 'customer-group', 'emea'],
  ['emea/acme/collaboration', 'customer-group', 'customer-group', 'emea'],
  ['western-north-america/acme/collaboration', 'customer-group', 'customer-group', 'western-north-america'],
  ['emea/acme/team/collaboration', 'too-deep', 'customer-group', 'emea'],
  ['emea/acme/team/part/collaboration', 'too-deep', 'customer-group', 'emea'],
  // Letters' case.
  ['EMEA/Acme/Collaboration', 'customer-group', 'customer-group', 'emea'],
  ['EMEA/Pre-Sales/Acme', 'pre-sales', 'pre-sales'],
  ['EMEA/Triage/notes', 'outside', 'outside'],
  ['Templates/x', 'outside', 'outside'],
  ['emea/INTERNAL-notes/x', 'outside', 'outside'],
  // Pre-sales, at the root and in segments, and what lies below.
  ['pre-sales', 'pre-sales', 'pre-sales'],
  ['pre-sales/acme-poc', 'pre-sales', 'pre-sales'],
  ['pre-sales/emea/acme-poc', 'pre-sales', 'pre-sales'],
  ['commercial/pre-sales', 'pre-sales', 'pre-sales'],
  ['commercial/pre-sales/acme-poc', 'pre-sales', 'pre-sales'],
  ['apac/pre-sales/govtech', 'pre-sales', 'pre-sales'],
  ['apac/pre-sales/govtech/x', 'pre-sales', 'pre-sales'],
  ['apac/pre-sales/govtech/x/y', 'pre-sales', 'pre-sales'],
  ['elsewhere/pre-sales/x', 'pre-sales', 'pre-sales'],
  // A customer's own group of that name is no pre-sales.
  ['emea/acme/pre-sales', 'customer-group', 'customer-group', 'emea'],
  ['emea/acme/pre-sales/x', 'too-deep', 'customer-group', 'emea'],
  // What is left out, at each depth.
  ['templates', 'outside', 'outside'],
  ['templates/customer-collaboration-project-template', 'outside', 'outside'],
  ['commercial/templates', 'outside', 'outside'],
  ['commercial/templates/x', 'outside', 'outside'],
  ['pre-sales/templates/x', 'outside', 'outside'],
  ['sub-group-issue-templates', 'outside', 'outside'],
  ['sub-group-issue-templates/.gitlab', 'outside', 'outside'],
  ['continuous-planning-triage', 'outside', 'outside'],
  ['continuous-planning-triage/x/y', 'outside', 'outside'],
  ['emea/continuous-planning-and-success-plan-blueprint', 'outside', 'outside'],
  ['emea/continuous-planning-and-success-plan-blueprint/x/y', 'outside', 'outside'],
  ['commercial/continuous-planning-triage', 'outside', 'outside'],
  ['commercial/triage', 'outside', 'outside'],
  ['commercial/triage/project', 'outside', 'outside'],
  ['apac/internal', 'outside', 'outside'],
  ['apac/internal/notes', 'outside', 'outside'],
  ['emea/internal-tam-orga', 'outside', 'outside'],
  ['emea/internal-tam-orga/x/y', 'outside', 'outside'],
  // What only looks like it is a customer's, or unsorted.
  ['emea/pre-salesforce', 'segment', 'customer-group', 'emea'],
  ['emea/pre-salesforce/x', 'customer-group', 'customer-group', 'emea'],
  ['pre-salesforce/x', 'unsorted', 'unsorted'],
  ['emea/templates-inc/x', 'customer-group', 'customer-group', 'emea'],
  ['templates-of-acme/x', 'unsorted', 'unsorted'],
  ['emea/continuous-planning/x', 'customer-group', 'customer-group', 'emea'],
  ['emea/discontinuous-planning-inc/x', 'customer-group', 'customer-group', 'emea'],
  ['commercial/triage-corp/x', 'customer-group', 'customer-group', 'commercial'],
  ['apac/internalia/x', 'customer-group', 'customer-group', 'apac'],
  ['emea/acme/internal', 'customer-group', 'customer-group', 'emea'],
  ['emea/acme/templates/x', 'too-deep', 'customer-group', 'emea'],
  ['emea/acme/internal-notes', 'customer-group', 'customer-group', 'emea'],
  ['emea/sub-group-issue-templates/x', 'customer-group', 'customer-group', 'emea'],
  ['internal', 'unsorted', 'unsorted'],
  ['triage/x', 'unsorted', 'unsorted'],
  // In no segment.
  ['acme', 'unsorted', 'unsorted'],
  ['emeax/acme/x', 'unsorted', 'unsorted'],
  ['something/acme/x', 'unsorted', 'unsorted'],
];

describe.each(truth)('%s', (below, project, group, segment) => {
  const path = `${root}/${below}`;

  it(`as a project: ${project}`, () => {
    const place = locateProject(path, defaultWorkspace);
    expect(place.kind).toBe(project);
    expect('segment' in place ? place.segment : undefined).toBe(segment);
    if ('group' in place) expect(place.group).toBe(path.slice(0, path.lastIndexOf('/')));
  });

  it(`as a group: ${group}`, () => {
    const place = locateGroup(path, defaultWorkspace);
    expect(place.kind).toBe(group);
    expect('segment' in place ? place.segment : undefined).toBe(segment);
  });

  it('is in the workspace, and a customer’s in the reading of all, where it is not left out', () => {
    expect(isInWorkspace(path, defaultWorkspace)).toBe(project !== 'outside');
    expect(isInWorkspace(path.toUpperCase(), defaultWorkspace)).toBe(project !== 'outside');
  });
});

describe('the root and what lies outside of it', () => {
  it.each<[string, GroupLocation['kind']]>([
    [root, 'root'],
    [root.toUpperCase(), 'root'],
    ['gitlab-com', 'outside'],
    ['gitlab-com/other', 'outside'],
    [`${root}-archive/emea`, 'outside'],
    [`elsewhere/${root}/emea/acme`, 'outside'],
    ['elsewhere/project', 'outside'],
    ['', 'outside'],
  ])('%s: %s', (path, kind) => {
    expect(locateGroup(path, defaultWorkspace).kind).toBe(kind);
    expect(isInWorkspace(path, defaultWorkspace)).toBe(kind === 'root');
    if (kind === 'outside') expect(locateProject(path, defaultWorkspace).kind).toBe('outside');
  });
});
