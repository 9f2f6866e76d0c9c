import {expect, it} from 'vitest';
import {isFilledIn} from '../../../../src/customer/filling/filled-in.ts';
import type {FactSheet} from '../../../../src/facts/facts.ts';
import {noRules} from '../../../../src/placeholders/index.ts';

const path = 'README.md';
const was = '# [NAME] and GitLab\n\n| Role | Who |\n|---|---|\n| CSM | [CSM], [MAIL] |\n\nGoal: [GOAL]\n';
const values = new Map([
  ['name', 'Acme | Co'],
  ['csm', 'Dana'],
]);

const factsWith = (text: string | undefined): FactSheet =>
  text === undefined
    ? {}
    : ({readme: {state: 'known', value: {kind: 'text', path, text, lastCommitId: 'b'}}} as unknown as FactSheet);

const filled = '# Acme | Co and GitLab\n\n| Role | Who |\n|---|---|\n| CSM | Dana, [MAIL] |\n\nGoal: [GOAL]\n';

it.each<[string, string | undefined, boolean]>([
  ['just so', filled, true],
  ['and more in the same lines and others', filled.replace('[MAIL]', 'd@e.example').replace('[GOAL]', 'Speed'), true],
  ['among lines that somebody added', `Hello\n\n${filled}\nBye\n`, true],
  ['with other line ends', filled.replaceAll('\n', '\r\n'), true],
  ['only some of it', filled.replace('Dana', '[CSM]'), false],
  ['with another value', filled.replace('Dana', 'Sam'), false],
  ['and there is a new place for it', `${filled}\nAsk [CSM].\n`, false],
  ['nowhere: the file says something else', '# Acme | Co\n', false],
  ['as nobody knows: the file could not be read', undefined, false],
])('somebody else filled it in: %s', (_what, now, expected) => {
  expect(isFilledIn([{path, text: was, lastCommitId: 'a'}], values, noRules, factsWith(now))).toBe(expected);
});
