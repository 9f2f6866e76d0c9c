import type {Fact, FactSheet} from '../../facts/facts.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {problemWords} from '../atoms/problem-words.ts';

/** What is said where no lines change: that none does, or that the files could not be read. */
export function NoLines({facts: {readme, issueTemplates}}: {facts: FactSheet}) {
  const unread = [readme, issueTemplates].find(
    (fact): fact is Exclude<Fact<unknown>, {state: 'known'}> => fact !== undefined && fact.state !== 'known',
  );
  return <p>{unread ? uiFlowsTexts.filesNotRead(problemWords(unread.problem)) : uiFlowsTexts.noFileChanges}</p>;
}
