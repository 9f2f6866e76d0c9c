import {describe, expect, it} from 'vitest';
import {lockedBy, withoutRefused} from '../../../src/checklist/refused.ts';
import type {Finding, Fix} from '../../../src/customer/checks/check.ts';
import type {FactSheet} from '../../../src/facts/facts.ts';
import {said} from '../../../src/texts/said.ts';

const facts = (project: object | undefined, group: object | undefined) =>
  ({
    ...(project ? {project: {state: 'known', value: {archived: false, ...project}}} : {}),
    ...(group ? {group: {state: 'known', value: {isGoing: false, path: 'r/emea/acme', ...group}}} : {}),
  }) as unknown as FactSheet;

describe('what GitLab locks', () => {
  it.each<[string, object | undefined, object | undefined, boolean, boolean]>([
    ['nothing is read yet', undefined, undefined, false, false],
    ['all is as it should be', {}, {}, false, false],
    ['the project is archived', {archived: true}, {}, true, false],
    ['the project is scheduled for deletion', {markedForDeletionOn: '2026-11-01'}, {}, true, false],
    ['the group is archived, and the project does not tell', {}, {isGoing: true}, true, true],
    ['both tell', {archived: true}, {isGoing: true}, true, true],
    ['the group is scheduled for deletion', {}, {isGoing: true, path: 'r/emea/acme-deletion_scheduled-7'}, false, true],
    [
      'one above it is scheduled for deletion',
      {},
      {isGoing: true, path: 'r/emea/acme-deletion_scheduled-7/team'},
      false,
      true,
    ],
    ['only the group is read, as on its own page', undefined, {isGoing: true}, true, true],
  ])('where %s', (_title, project, group, lockedProject, lockedGroup) => {
    expect(lockedBy(facts(project, group))).toEqual({project: lockedProject, group: lockedGroup});
  });
});

describe('fixes', () => {
  const form = (name: 'files' | 'issues' | 'move' | 'invite' | 'name' | 'search'): Fix => ({
    kind: 'form',
    label: said('texts.asKept', name),
    form: name,
  });
  const groupPrivate: Fix = {
    kind: 'change',
    label: said('customer.visibilityMakePrivate'),
    change: {kind: 'group-visibility', groupId: 1, from: 'public', to: 'private'},
  };
  const projectPrivate: Fix = {
    kind: 'change',
    label: said('customer.visibilityMakePrivate'),
    change: {kind: 'project-visibility', projectId: 1, from: 'public', to: 'private'},
  };
  const tick: Fix = {kind: 'tick', label: said('customer.tickOff')};
  const evidence = said('texts.asKept', 'So it is.');
  const locked = {project: true, group: true};

  it.each([form('files'), form('issues'), form('move'), groupPrivate])('$label.text $form is not offered', fix => {
    const finding: Finding = {verdict: 'fail', evidence, fix, details: ['Why']};
    expect(withoutRefused(finding, locked)).toEqual({verdict: 'fail', evidence, details: ['Why']});
  });

  it.each([form('invite'), form('name'), form('search'), projectPrivate, tick])('$label.text $form still is', fix => {
    const finding: Finding = {verdict: 'fail', evidence, fix};
    expect(withoutRefused(finding, locked)).toEqual(finding);
  });

  it('lose only what is refused', () => {
    const finding: Finding = {
      verdict: 'todo',
      evidence,
      fix: tick,
      others: [form('issues'), form('search')],
    };
    expect(withoutRefused(finding, locked)).toEqual({...finding, others: [form('search')]});
    expect(withoutRefused(finding, {project: false, group: true})).toEqual(finding);
  });
});
