import {expect, it} from 'vitest';
import {commonTrouble} from '../../../src/checklist/common-trouble.ts';
import type {Row} from '../../../src/checklist/row.ts';
import {errorOfKind, problemOf} from '../../../src/gitlab/errors.ts';

const offline = problemOf(errorOfKind('offline'));
const denied = problemOf(errorOfKind('denied'));

it.each([
  ['no row', [undefined, undefined], undefined],
  ['two rows', [offline, offline], undefined],
  ['three rows, for one reason', [offline, undefined, offline, offline], offline],
  ['three rows, for two reasons', [offline, offline, denied], undefined],
])('%s that could not be read again', (_rows, problems, expected) => {
  expect(commonTrouble(problems.map(unconfirmed => ({unconfirmed}) as Row))).toBe(expected);
});
