import {useSignal} from '@preact/signals';
import {useEffect, useMemo} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {typedOf} from '../../checklist/filling.ts';
import {type EditedFile, fieldsOf, rulesOf} from '../../customer/filling/files.ts';
import {knownValues, type NamedProject} from '../../customer/filling/known-values.ts';
import type {FlowOf} from '../../flows/flow.ts';
import {customerOf} from '../../flows/new-customer.ts';
import {templateTexts} from '../../flows/template-texts.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {User} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {suggestValues} from '../../placeholders/index.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {useFilling} from '../forms/use-filling.ts';
import {ownSuggestions} from '../forms/use-suggestions.ts';

type Plan = FlowOf<'new-customer'>['plan'];

/** What is known without the customer's name and place. */
const ofUser: readonly string[] = ['user-name', 'username', 'today'];

/** The project as it will be, for suggestions. */
function futureProject(plan: Plan, workspace: Workspace): NamedProject {
  const customer = customerOf(plan, workspace);
  const group = `${customer.segment}/${customer.path}`;
  return {
    name: customer.project.name,
    path: `${group}/${customer.project.path}`,
    webUrl: `${workspace.host}/${group}/${customer.project.path}`,
    group: {id: 0, name: customer.name, path: group},
  };
}

/**
 * What the template's README and issue templates ask for, what was entered for it in the plan of a new customer, and what is suggested.
 *
 * @param user undefined as long as it is not known, then without the user's own values
 * @param isRead whether it is known who that is, and what was committed before
 */
export function useTemplateFields(checklist: Checklist, plan: Plan, user: User | undefined, isRead: boolean) {
  const {workspace, gitlab} = checklist.sources;
  const files = useSignal<readonly EditedFile[]>([]);
  const problem = useSignal<Problem | undefined>(undefined);
  useEffect(() => {
    templateTexts(gitlab, workspace).then(
      found => {
        files.value = found;
      },
      error => {
        problem.value = problemOf(error);
      },
    );
  }, []);
  const rules = rulesOf(checklist.facts.value);
  const fields = useMemo(() => fieldsOf(files.value, rules), [files.value, rules]);
  const history = typedOf(checklist).history.value;
  const suggestionsFor = (named: Plan) => {
    const project = futureProject(named, workspace);
    const known = knownValues(project, user ? {user: {state: 'known', value: user}} : {}, workspace, new Date());
    // It has no id yet, so that nothing of what was committed is its own.
    const past = {history, project: 0, aliases: rules.aliases ?? workspace.placeholderAliases};
    return new Map(fields.map(({key, text}) => [key, suggestValues(text, known, past)] as const));
  };
  const {name, path, segment} = plan;
  const suggestions = useMemo(() => suggestionsFor(plan), [fields, name, path, segment, history, user]);
  const known = useMemo(() => {
    const isPlaced = name.trim() !== '' && segment !== '';
    return new Map([...ownSuggestions(suggestions)].filter(([, {origin}]) => isPlaced || ofUser.includes(origin)));
  }, [suggestions]);
  /** What will be known once name and segment are entered above: its fields stand together from the start. */
  const knowable = useMemo(() => {
    const [first = ''] = workspace.segments;
    return ownSuggestions(suggestionsFor({...plan, name: name.trim() || 'X', segment: segment || first}));
  }, [fields, history, user]);
  const typed = useMemo(() => new Map(plan.values), [plan.values]);
  const filling = useFilling(fields, typed, known, isRead, {knowable});
  return {files: files.value, problem: problem.value, rules, fields, suggestions, filling};
}

/** What {@link useTemplateFields} gives. */
export type TemplateFilling = ReturnType<typeof useTemplateFields>;
