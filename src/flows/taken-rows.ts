import type {Flow} from './flow.ts';
import type {Step} from './run.ts';

/** What a flow's form is about, although its steps are known only once it is filled in. */
const ofForm: Readonly<Record<Flow['kind'], readonly string[]>> = {
  'new-customer': [],
  'from-pre-sales': [],
  'from-another-csm': ['readme', 'issue-templates'],
};

/** Ids of the items that a flow does the same as, as long as it stands open and is not done with them. */
export function takenRows({kind, stage, steps: known}: Flow, steps: readonly Step[]): ReadonlySet<string> {
  const isDone = ({id}: Step) => stage === 'run' && ['done', 'skipped'].includes(known[id]?.state ?? '');
  return new Set([
    ...(stage === 'form' ? ofForm[kind] : []),
    ...steps.filter(step => !isDone(step)).flatMap(({rows = []}) => rows),
  ]);
}
