import {expect, it} from 'vitest';
import {isNameOf, mailNames} from '../../../src/changes/mail-names.ts';

it.each<[name: string, mail: string, is: boolean]>([
  ['Jane Doe', 'jane.doe@x.example', true],
  ['Doe, Jane', 'jane.doe@x.example', true],
  ['Jane Doe', 'jdoe@x.example', true],
  ['Jane Doe', 'janed@x.example', true],
  ['Jane Doe', 'doe-j42@x.example', true],
  ['Zoë Müller', 'zoe_muller@x.example', true],
  ['Jane Anna Doe', 'jane.doe@x.example', true],
  ['Jane Anna Doe', 'jane.anna.doe@x.example', true],
  ['Jane', 'jane@x.example', true],
  ['Jane Doe', 'jane@x.example', false],
  ['Ann Other', 'ann.else@x.example', false],
  ['Ann Other', 'jane.doe@x.example', false],
  ['42', '42@x.example', false],
  ['jane@doe', 'jane.doe@x.example', false],
])('%s is that of %s: %s', (name, mail, is) => {
  expect(isNameOf(name, mailNames([mail]))).toBe(is);
});
