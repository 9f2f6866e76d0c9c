import {fieldsOf, readmeFiles, rulesOf, templateFiles} from '../customer/filling/files.ts';
import {meaningOf} from '../placeholders/index.ts';
import type {Checklist} from './checklist.ts';
import {typedOf} from './filling.ts';

/**
 * After a commit was undone, or its merge request: what it filled in is not filled in again by itself. What its placeholders are tell the
 * files as they are now.
 */
export async function unlearnUndone(checklist: Checklist): Promise<void> {
  const facts = checklist.facts.value;
  const rules = rulesOf(facts);
  const aliases = rules.aliases ?? checklist.sources.workspace.placeholderAliases;
  const fields = fieldsOf([...readmeFiles(facts), ...templateFiles(facts)], rules);
  await typedOf(checklist).unlearn(new Set(fields.map(({text}) => meaningOf(text, aliases))));
}
