import {describe, expect, it} from 'vitest';
import {isInWorkspace, locateGroup, locateProject} from '../../../src/workspace/locate.ts';
import {defaultWorkspace} from '../../../src/workspace/workspace.ts';

const root = 'gitlab-com/account-management';

describe('isInWorkspace', () => {
  it.each([
    [root, true],
    [`${root}/emea/acme/project`, true],
    [root.toUpperCase(), true],
    [`${root}-archive/emea`, false],
    ['gitlab-com', false],
    ['gitlab-com/other', false],
    [`${root}/templates`, false],
    [`${root}/templates/customer-collaboration-project-template`, false],
    [`${root}/templates-of-acme/project`, true],
    [`${root}/commercial/triage/project`, false],
    [`${root}/commercial/triage-corp/project`, true],
    [`${root}/EMEA/Triage/project`, false],
    [`${root}/apac/internal/notes`, false],
    [`${root}/apac/acme/internal`, true],
    [`${root}/triage`, true],
  ])('%s: %s', (path, expected) => {
    expect(isInWorkspace(path, defaultWorkspace)).toBe(expected);
  });
});

describe('locateProject', () => {
  it.each([
    [`${root}/emea/acme/project`, 'customer-group'],
    [`${root}/EMEA/Acme/project`, 'customer-group'],
    [`${root}/emea/project`, 'segment'],
    [`${root}/emea/acme/team/project`, 'too-deep'],
    [`${root}/pre-sales/project`, 'pre-sales'],
    [`${root}/pre-sales/emea/project`, 'pre-sales'],
    [`${root}/project`, 'unsorted'],
    [`${root}/emeax/acme/project`, 'unsorted'],
    [`${root}/templates/project`, 'outside'],
    ['elsewhere/project', 'outside'],
  ])('%s: %s', (path, kind) => {
    expect(locateProject(path, defaultWorkspace).kind).toBe(kind);
  });
});

describe('locateGroup', () => {
  it.each([
    [root, 'root'],
    [`${root}/emea`, 'segment'],
    [`${root}/emea/acme`, 'customer-group'],
    [`${root}/pre-sales`, 'pre-sales'],
    [`${root}/something`, 'unsorted'],
    ['gitlab-com', 'outside'],
  ])('%s: %s', (path, kind) => {
    expect(locateGroup(path, defaultWorkspace).kind).toBe(kind);
  });
});
