import {describe, expect, it} from 'vitest';
import {guessPlaybook, otherCsmIn} from '../../../../src/customer/playbooks/guess.ts';
import type {Fact, FactSheet} from '../../../../src/facts/facts.ts';
import type {Project, User} from '../../../../src/gitlab/model/model.ts';
import {said} from '../../../../src/texts/said.ts';
import {defaultWorkspace} from '../../../../src/workspace/workspace.ts';

const dana: User = {id: 7, name: 'Dana Reyes', username: 'dana'};
const known = <T>(value: T): Fact<T> => ({state: 'known', value});

function sheet(path: string, text: string, createdAt: string): FactSheet {
  const project = {path: `${defaultWorkspace.root}/${path}`, createdAt} as Project;
  return {
    project: known(project),
    readme: known({kind: 'text', path: 'README.md', text, lastCommitId: 'c'}),
    user: known(dana),
    today: known('2026-11-20'),
  };
}

describe('the playbook', () => {
  const cases: [string, FactSheet, string, string][] = [
    ['lies in pre-sales', sheet('pre-sales/x', 'CSM: @robin', '2026-11-19T00:00:00Z'), 'from-pre-sales', 'pre-sales'],
    [
      'lies in pre-sales of a segment',
      sheet('apac/pre-sales/govtech/x', '', '2026-11-19T00:00:00Z'),
      'from-pre-sales',
      'pre-sales',
    ],
    ['only seems to', sheet('emea/pre-salesforce/x', '', '2026-11-19T00:00:00Z'), 'new-customer', 'created yesterday'],
    ['names another CSM', sheet('emea/x/y', 'CSM: @robin', '2026-11-19T00:00:00Z'), 'from-another-csm', '@robin'],
    ['was made today', sheet('emea/x/y', '', '2026-11-20T23:00:00Z'), 'new-customer', 'created today'],
    ['was made yesterday', sheet('emea/x/y', '', '2026-11-19T23:00:00Z'), 'new-customer', 'created yesterday'],
    ['was made days ago', sheet('emea/x/y', 'CSM: @dana', '2026-11-01T00:00:00Z'), 'new-customer', '19 days ago'],
    ['is old', sheet('emea/x/y', '', '2025-01-01T00:00:00Z'), 'new-customer', 'nothing points to a handover'],
  ];

  it.each(cases)('of a project that %s', (_what, facts, id, because) => {
    const guess = guessPlaybook(facts, defaultWorkspace);
    expect(guess?.id).toBe(id);
    expect(guess?.because).toContain(because);
  });

  it('is not guessed before enough was read, and without it falls back', () => {
    expect(guessPlaybook({}, defaultWorkspace)).toBeUndefined();
    const denied: Fact<never> = {
      state: 'denied',
      problem: {kind: 'denied', words: said('gitlab.denied'), advice: said('gitlab.denied advice')},
    };
    const facts: FactSheet = {project: denied, readme: denied, user: denied, today: known('2026-11-20')};
    expect(guessPlaybook(facts, defaultWorkspace)?.id).toBe('new-customer');
  });
});

describe('the CSM that a README names', () => {
  it.each([
    ['Customer Success Manager: Robin Okafor (@robin)', '@robin'],
    ['| Customer Success Manager | Robin Okafor | |', 'Robin Okafor'],
    ['Your CSM is [Robin Okafor](https://gitlab.com/robin).', 'Robin Okafor'],
    ['| Customer Success Manager | Dana Reyes | @dana |', undefined],
    ['CSM: @Dana and @robin', undefined],
    ['| Customer Success Manager | [CSM NAME] | @[CSM USERNAME] |', undefined],
    ['Ask your customer success manager in the channel.', undefined],
    ['No such words. @robin', undefined],
    ['Write to csm@gitlab.com', undefined],
  ])('in “%s” is %s', (line, other) => {
    expect(otherCsmIn(`# Acme\n\n${line}\n`, dana)).toBe(other);
  });
});
