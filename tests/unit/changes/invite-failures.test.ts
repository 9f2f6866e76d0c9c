import {expect, it} from 'vitest';
import {inviteFailures} from '../../../src/changes/invite-failures.ts';
import {inTurn, type Said, said} from '../../../src/texts/said.ts';
import {say} from '../../../src/texts/say.ts';
import '../../../src/texts/later.ts';

const sent = ['Ann@x.example', 'bo@x.example', '@Frank', '@kim'];
const refused = said('apply.failedFor', 'ann@X.example', 'Not allowed.');
const blocked = said('apply.failedFor', 'frank', 'Is blocked.');
const reason = said('gitlab.notUnderstood');

it.each<[string, readonly Said[], Record<string, string>, number]>([
  ['nothing', [], {}, 0],
  ['a refused address', [refused], {'ann@x.example': 'Not allowed.'}, 0],
  ['a refused account', [blocked], {'@frank': 'Is blocked.'}, 0],
  ['several in one', [inTurn(refused, blocked)], {'ann@x.example': 'Not allowed.', '@frank': 'Is blocked.'}, 0],
  [
    'those of a request that failed',
    [said('apply.notInvited', ['bo@x.example', 'Frank Grimes (@frank)'], reason)],
    {'bo@x.example': say(reason), '@frank': say(reason)},
    0,
  ],
  [
    'those of a lost answer',
    [said('apply.answerLost', ['bo@x.example'])],
    {'bo@x.example': say(said('apply.answerLost', ['bo@x.example']))},
    0,
  ],
  ['somebody who was not sent', [said('apply.failedFor', 'eve@x.example', 'No.')], {}, 1],
  ['a refusal of all', [said('apply.inGitLabsWords', 'Too many.'), refused], {'ann@x.example': 'Not allowed.'}, 1],
  ['what is no failure', [said('apply.addedByOther', 'bo@x.example')], {}, 1],
])('%s', (_name, words, by, others) => {
  const found = inviteFailures(words, sent);
  expect(Object.fromEntries([...found.by].map(([entry, why]) => [entry, say(why)]))).toEqual(by);
  expect(found.others).toHaveLength(others);
});
