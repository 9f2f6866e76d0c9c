import {expect, it} from 'vitest';
import {customerTexts} from '../../../src/texts/customer.ts';
import {checksTexts} from '../../../src/texts/customer-checks.ts';
import {filesTexts} from '../../../src/texts/customer-files.ts';
import {peopleTexts} from '../../../src/texts/customer-people.ts';
import {playbooksTexts} from '../../../src/texts/customer-playbooks.ts';
import {settingsTexts} from '../../../src/texts/customer-settings.ts';
import {ticksTexts} from '../../../src/texts/customer-ticks.ts';

it('no two texts of a customer have the same name', () => {
  const parts = [checksTexts, filesTexts, peopleTexts, playbooksTexts, settingsTexts, ticksTexts];
  const names = parts.flatMap(part => Object.keys(part)).sort();
  expect(names.filter((name, index) => name === names[index - 1])).toEqual([]);
  expect(Object.keys(customerTexts).sort()).toEqual(names);
});
