import {expect, it} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {FactSheet} from '../../../../src/facts/facts.ts';
import type {Member} from '../../../../src/gitlab/model/model.ts';
import {introducedTo} from '../../../../src/ui/forms/introduced.ts';
import {defaultWorkspace} from '../../../../src/workspace/workspace.ts';

const known = <T>(value: T) => ({state: 'known', value}) as const;
const member = (id: number, username: string) => ({id, username, name: username, accessLevel: 30}) as unknown as Member;
const invitation = (email: string) => ({email, accessLevel: 30});
const denied = {state: 'failed'};

const facts = {
  user: known({id: 1, username: 'dana', name: 'Dana'}),
  members: known([member(1, 'dana'), member(2, 'kim'), member(3, 'ann'), member(4, 'Bo')]),
  colleagues: known(new Set([2])),
  sides: known(new Map()),
  invitations: known([invitation('cy@acme.example'), invitation('robin@gitlab.com')]),
} as unknown as FactSheet;

it.each<[string, FactSheet, Parameters<typeof introducedTo>[1], readonly string[], readonly string[]]>([
  ['customer contacts, no one of the team', facts, undefined, ['cy@acme.example'], ['ann', 'Bo']],
  [
    'those who were invited a moment ago, each once',
    facts,
    {mails: ['CY@acme.example', 'di@acme.example'], usernames: ['bo', 'el']},
    ['CY@acme.example', 'di@acme.example'],
    ['ann', 'Bo', 'el'],
  ],
  [
    'no one where it is not known whose they are',
    {...facts, members: denied, invitations: denied} as unknown as FactSheet,
    undefined,
    [],
    [],
  ],
])('an introduction is for %s', (_what, sheet, more, mails, usernames) => {
  const checklist = {facts: {value: sheet}, sources: {workspace: defaultWorkspace}} as unknown as Checklist;
  expect(introducedTo(checklist, more)).toEqual({mails, usernames});
});
