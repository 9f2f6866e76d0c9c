import {checksTexts} from './customer-checks.ts';
import {filesTexts} from './customer-files.ts';
import {peopleTexts} from './customer-people.ts';
import {playbooksTexts} from './customer-playbooks.ts';
import {settingsTexts} from './customer-settings.ts';
import {ticksTexts} from './customer-ticks.ts';

/** What is told of a customer: of its rows, by the name of the check, of its playbooks, and of what is filled into its files. */
export const customerTexts = {
  ...checksTexts,
  ...ticksTexts,
  ...settingsTexts,
  ...filesTexts,
  ...peopleTexts,
  ...playbooksTexts,
};
