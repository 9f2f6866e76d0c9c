import {useSignal} from '@preact/signals';
import {useEffect, useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import {mayPush} from '../../apply/may-push.ts';
import {typedOf} from '../../checklist/filling.ts';
import {
  commitMessage,
  type EditedFile,
  fieldsOf,
  filledFiles,
  hasFields,
  missingTemplates,
  proseOf,
  readmeFiles,
  rulesOf,
  templateFiles,
} from '../../customer/filling/files.ts';
import {knownValues} from '../../customer/filling/known-values.ts';
import {newBranch} from '../../flows/new-branch.ts';
import {textOfBytes} from '../../gitlab/bytes.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {Project} from '../../gitlab/model/model.ts';
import {meaningOf, ownSuggestion, suggestValues} from '../../placeholders/index.ts';
import {Alert} from '../atoms/Alert.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {formsOf} from '../checklist/open-form.ts';
import {TypedNotKept} from '../checklist/TypedNotKept.tsx';
import {marksOn} from '../preferences.ts';
import {AliasesField} from './AliasesField.tsx';
import {ChangedLines} from './ChangedLines.tsx';
import {CommitFields, commitFault} from './CommitFields.tsx';
import type {FormProps} from './form.ts';
import {PlaceholderField} from './PlaceholderField.tsx';
import {Rendered} from './Rendered.tsx';
import {useText} from './use-text.ts';

/** Fields that are shown at most: a README of a thousand brackets is no form any more. */
const mostFields = 100;
/** Milliseconds of quiet after typing before the draft is kept. */
const quiet = 400;

/** The missing templates' texts, from the template project. */
function useOriginals({store, row}: FormProps) {
  const originals = useSignal<readonly EditedFile[]>([]);
  const problem = useSignal<string | undefined>(undefined);
  const missing = missingTemplates(store.facts.value);
  const paths = missing.flatMap(({original}) => (original.state === 'known' ? original.path : [])).join('\n');
  useEffect(() => {
    originals.value = [];
    if (row.check.id !== 'issue-templates' || paths === '') return;
    const {gitlab, workspace} = store.sources;
    Promise.all(
      paths.split('\n').map(async path => {
        const text = textOfBytes((await gitlab.file(workspace.templateProject, path)).bytes);
        return text === undefined ? [] : [{path, text, lastCommitId: undefined}];
      }),
    ).then(
      found => {
        originals.value = found.flat();
      },
      error => {
        problem.value = problemOf(error).words;
      },
    );
  }, [paths]);
  return {originals: originals.value, problem: problem.value};
}

/** Goes to the next field that is still empty, in a circle; false where there is none. */
function focusNextEmpty(form: HTMLElement | null, from: HTMLTextAreaElement): boolean {
  const fields = [...(form?.querySelectorAll<HTMLTextAreaElement>('textarea.value') ?? [])];
  const at = fields.indexOf(from);
  const next = [...fields.slice(at + 1), ...fields.slice(0, at)].find(field => field.value === '');
  next?.focus();
  return next !== undefined;
}

function Editor({store, row, onDone, project}: FormProps & {project: Project}) {
  const {workspace} = store.sources;
  const form = useRef<HTMLFormElement>(null);
  const together = useSignal(false);
  const canPush = useSignal(true);
  const ownMessage = useText(store, `commit ${row.check.id}`, undefined);
  const ownBranch = useText(store, `branch ${row.check.id}`, undefined);
  const freshBranch = useSignal(newBranch(store.now()));
  const takenBranch = useSignal<string | undefined>(undefined);
  const facts = store.facts.value;
  const kept = typedOf(store);
  const {originals, problem} = useOriginals({store, row, onDone});
  const isReadme = row.check.id === 'readme';
  const {readme, issueTemplates, brackets} = facts;
  const rules = useMemo(() => rulesOf(facts), [brackets]);
  const files = useMemo(() => {
    const fillable = (all: readonly EditedFile[]) => all.filter(file => hasFields(file, rules));
    const templates = templateFiles(facts);
    return {
      own: isReadme
        ? readmeFiles(facts).filter((file, index) => index === 0 || hasFields(file, rules))
        : [...fillable(templates), ...originals],
      others: fillable(isReadme ? templates : readmeFiles(facts)),
    };
  }, [isReadme, readme, issueTemplates, originals, rules]);
  const edited = useMemo(() => [...files.own, ...(together.value ? files.others : [])], [files, together.value]);
  const fields = useMemo(() => fieldsOf(edited, rules), [edited, rules]);
  const prose = useMemo(() => proseOf(edited, rules), [edited, rules]);
  const history = kept.history.value;
  const aliases = rules.aliases ?? workspace.placeholderAliases;
  const lost = useSignal<readonly string[]>([]);
  const suggestions = useMemo(() => {
    const known = knownValues(project, facts, workspace, new Date());
    const past = {history, project: project.id, aliases};
    return new Map(fields.map(({key, text}) => [key, suggestValues(text, known, past)] as const));
  }, [fields, project, facts.members, facts.user, history, workspace, aliases]);
  const {values: typed, left} = kept.draft.value;
  const values = useMemo(
    () => new Map([...typed].filter(([key]) => !left.has(key.split('\n')[0] ?? key))),
    [typed, left],
  );
  const changed = useMemo(() => filledFiles(edited, values, rules), [edited, values, rules]);
  const filled = fields.filter(({key}) => [...values].some(([name, value]) => value && name.split('\n')[0] === key));
  const unused = fields.flatMap(({key}) => {
    const best = ownSuggestion(suggestions.get(key) ?? []);
    return best && !values.get(key) && !left.has(key) ? [[key, best.value] as const] : [];
  });
  const message = ownMessage.text ?? commitMessage(changed.length > 0 ? changed : files.own, filled.length);
  const branch = canPush.value ? undefined : (ownBranch.text ?? freshBranch.value);
  // An empty repository gets its first branch with the commit.
  const target = project.defaultBranch ?? project.firstBranch ?? 'main';
  const words = {message, branch, target, takenBranch: takenBranch.value};
  const isReady = !row.busy && changed.length > 0 && commitFault(words) === undefined;
  const wanted = formsOf(store).wantedField.value;
  useEffect(() => {
    void kept.load();
    void mayPush(store.sources.gitlab, project).then(may => {
      canPush.value = may;
    });
  }, []);
  const firstField = () => form.current?.querySelector<HTMLElement>('textarea.value');
  useOpeningFocus(() => (wanted === undefined ? firstField() : undefined));
  useLayoutEffect(() => {
    if (wanted === undefined) return;
    (form.current?.querySelector<HTMLElement>(`#${CSS.escape(`value-${wanted}`)}`) ?? firstField())?.focus();
    formsOf(store).wantedField.value = undefined;
  }, [wanted]);
  useEffect(() => {
    // While a commit is under way its own values are about to leave the draft.
    if (row.busy) return;
    const gone = kept.place(edited, fields);
    if (gone.length > 0) lost.value = [...lost.value, ...gone];
  }, [fields, typed, row.busy]);
  useEffect(() => {
    const timer = setTimeout(() => void kept.keep(), quiet);
    return () => {
      clearTimeout(timer);
      void kept.keep();
    };
  }, [typed, left]);
  useEffect(() => {
    addEventListener('pagehide', kept.keepLeaving);
    return () => removeEventListener('pagehide', kept.keepLeaving);
  }, []);

  const set = (entries: Iterable<readonly [string, string | undefined]>) => {
    const next = new Map(kept.draft.value.values);
    for (const [key, value] of entries) {
      if (value === undefined) next.delete(key);
      else next.set(key, value);
    }
    kept.draft.value = {...kept.draft.value, values: next};
  };
  const leave = (key: string, isLeft: boolean) => {
    const next = new Set(kept.draft.value.left);
    if (isLeft) next.add(key);
    else next.delete(key);
    kept.draft.value = {...kept.draft.value, left: next};
  };
  const decide = (key: string, decision: 'placeholder' | 'prose') => {
    void store.decideBrackets(before => {
      const decisions = new Map(before.decisions);
      // Back to what was found without a decision.
      if (!decisions.delete(key)) decisions.set(key, decision);
      return {...before, decisions};
    });
  };
  const commit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    const what = {projectId: project.id, files: changed, message};
    const made = await store.make(
      row.check,
      branch === undefined
        ? {kind: 'commit', ...what, branch: target}
        : {kind: 'merge-request', ...what, target, source: branch},
    );
    if (!made.isMade) {
      const trouble = made.problem?.kind;
      if (trouble === 'taken') takenBranch.value = branch;
      // Where the answer was lost, the next try continues with what is there.
      if (trouble !== 'offline' && trouble !== 'unavailable') freshBranch.value = newBranch(store.now());
      // The branch can have been protected since it was asked for.
      canPush.value = await mayPush(store.sources.gitlab, project);
      return;
    }
    ownMessage.forget();
    ownBranch.forget();
    await kept.learn(
      new Set(filled.map(({key}) => key)),
      filled.flatMap(({key, text}) => {
        const value = values.get(key);
        return value ? [{meaning: meaningOf(text, aliases), value}] : [];
      }),
    );
    formsOf(store).open.value = undefined;
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const {target} = event;
    const isField = target instanceof HTMLTextAreaElement && target.classList.contains('value');
    if (event.key !== 'Enter' || event.isComposing || !isField || event.shiftKey) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) void commit(event);
    else focusNextEmpty(form.current, target);
  };
  const names = files.own.map(({path}) => path.split('/').at(-1)).join(' and ');

  return (
    <form
      class="form"
      ref={form}
      aria-label={`Fill in ${names}`}
      onSubmit={event => void commit(event)}
      onKeyDown={onKeyDown}
    >
      {kept.notKept.value !== undefined && <TypedNotKept problem={kept.notKept.value} />}
      {row.problem?.kind === 'conflict' && (
        <p class="hint">
          {names} was read again and what you typed is kept. Look at the changed lines, then commit once more.
        </p>
      )}
      {lost.value.length > 0 && (
        <p class="hint">
          Somebody changed the file, and the places of these values are gone:{' '}
          {lost.value.map(value => `“${value}”`).join(', ')}.
        </p>
      )}
      {problem !== undefined && <Alert>The template project’s file could not be read. {problem}</Alert>}
      {files.others.length > 0 && (
        <div class="choice">
          <input
            type="checkbox"
            id="together"
            checked={together.value}
            onChange={() => {
              together.value = !together.value;
            }}
          />
          <label for="together">
            {isReadme ? 'Fill in the issue templates too' : 'Fill in the README too'}, in the same commit
          </label>
        </div>
      )}
      {unused.length > 1 && (
        <button type="button" onClick={() => set(unused)}>
          Use all {unused.length} suggestions for this customer
        </button>
      )}
      <p class="hint">Enter goes to the next empty field, Shift and Enter make a new line.</p>
      {fields.slice(0, mostFields).map(field => (
        <PlaceholderField
          key={field.key}
          field={field}
          hasManyFiles={edited.length > 1}
          values={typed}
          isLeft={left.has(field.key)}
          suggestions={suggestions.get(field.key) ?? []}
          set={(key, value) => set([[key, value]])}
          leave={isLeft => leave(field.key, isLeft)}
          rules={rules}
          isProse={key => decide(key, 'prose')}
        />
      ))}
      {fields.length > mostFields && (
        <p class="hint">{fields.length - mostFields} more brackets appear here when these are filled in.</p>
      )}
      <details class="more">
        <summary>
          {prose.length === 0
            ? 'What counts as a placeholder'
            : `${prose.length} in brackets, probably no placeholders`}
        </summary>
        <ul class="prose">
          {prose.slice(0, mostFields).map(({key, text, line}) => (
            <li key={key}>
              <span class="line">{line}</span>
              <button type="button" class="quiet" onClick={() => decide(key, 'placeholder')}>
                [{text}] is one
              </button>
            </li>
          ))}
        </ul>
        <div class="choice">
          <input
            type="checkbox"
            id="blanks"
            checked={rules.blanks}
            onChange={({currentTarget}) => {
              const blanks = currentTarget.checked;
              void store.decideBrackets(before => ({...before, blanks}));
            }}
          />
          <label for="blanks">
            Look for {'{{customer}}'}, &lt;CUSTOMER&gt;, TODO, TBD and XXX too, for all customers
          </label>
        </div>
        <AliasesField aliases={aliases} save={next => store.decideBrackets(before => ({...before, aliases: next}))} />
        <div class="choice">
          <input
            type="checkbox"
            id="marks"
            checked={marksOn.value}
            onChange={() => {
              marksOn.value = !marksOn.value;
            }}
          />
          <label for="marks">Mark brackets on the project’s page</label>
        </div>
      </details>
      <ChangedLines files={edited} values={values} rules={rules} />
      <Rendered gitlab={store.sources.gitlab} project={project.path} files={edited} values={values} rules={rules} />
      <CommitFields
        {...words}
        prefix={row.check.id}
        onMessage={ownMessage.type}
        onBranch={ownBranch.type}
        refusal={row.problem?.kind === 'rule' ? row.problem : undefined}
      />
      {!canPush.value && (
        <p class="hint">You may not push to {target}, so somebody has to merge it. The row says so until then.</p>
      )}
      <p class="hint">A field that you leave empty stays as it is. The customer sees the commit.</p>
      <button type="submit" class="confirm" aria-disabled={!isReady}>
        {row.busy && 'Committing…'}
        {!row.busy && (canPush.value ? `Commit to ${target}` : 'Make a merge request')}
      </button>
    </form>
  );
}

/** The form that fills in files: a field for each placeholder, the changed lines, one commit. */
export function FilesForm(props: FormProps) {
  const {project} = props.store.facts.value;
  return project?.state === 'known' ? <Editor {...props} project={project.value} /> : null;
}
