import {expect, it} from 'vitest';
import {whatToDo} from '../../../src/changes/what-to-do.ts';
import {said} from '../../../src/texts/said.ts';

const title = 'Introduce the customer';

it('what is to be said of an item names it; of other changes it is said what they do', () => {
  expect(whatToDo(said('changes.waive'), title)).toBe('Mark “Introduce the customer” as not applicable');
  expect(whatToDo(said('changes.renameProject'), title)).toBe('Rename the project');
});
