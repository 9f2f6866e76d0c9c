import {useSignal} from '@preact/signals';
import {useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import {typedOf} from '../../checklist/filling.ts';
import {commitMessage, fieldsOf, filledFiles, proseOf, rulesOf} from '../../customer/filling/files.ts';
import {isFilledIn} from '../../customer/filling/filled-in.ts';
import {newBranch} from '../../flows/new-branch.ts';
import type {Project} from '../../gitlab/model/model.ts';
import {meaningOf} from '../../placeholders/index.ts';
import {say} from '../../texts/say.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';
import {Alert} from '../atoms/Alert.tsx';
import {Choice} from '../atoms/Choice.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {formsOf} from '../checklist/open-form.ts';
import {TypedNotKept} from '../checklist/TypedNotKept.tsx';
import {BracketRulesBox, decideBracket} from './BracketRulesBox.tsx';
import {ChangedLines} from './ChangedLines.tsx';
import {CommitFields, commitFault} from './CommitFields.tsx';
import type {FormProps} from './form.ts';
import {OwnerlessValues} from './OwnerlessValues.tsx';
import {PlaceholderField} from './PlaceholderField.tsx';
import {ReadAgain, saysItself} from './ReadAgain.tsx';
import {Rendered} from './Rendered.tsx';
import {useDraft} from './use-draft.ts';
import {useFillableFiles} from './use-fillable-files.ts';
import {useGone} from './use-gone.ts';
import {useKnownFacts} from './use-known-facts.ts';
import {useMayPush} from './use-may-push.ts';
import {useSuggestions} from './use-suggestions.ts';
import {useText} from './use-text.ts';

const texts = uiFormsFilesTexts.form;

/** Fields that are shown at most: a README of a thousand brackets is no form any more. */
const mostFields = 100;

/** Goes to the next field that is still empty, in a circle. */
function focusNextEmpty(form: HTMLElement | null, from: HTMLTextAreaElement): void {
  const fields = [...(form?.querySelectorAll<HTMLTextAreaElement>('textarea.value') ?? [])];
  const at = fields.indexOf(from);
  [...fields.slice(at + 1), ...fields.slice(0, at)].find(field => field.value === '')?.focus();
}

function Editor({checklist, row, onDone, project}: FormProps & {project: Project}) {
  const form = useRef<HTMLFormElement>(null);
  const together = useSignal(false);
  const {canPush, askAfter} = useMayPush(checklist, project);
  const ownMessage = useText(checklist, `commit ${row.check.id}`, undefined);
  const ownBranch = useText(checklist, `branch ${row.check.id}`, undefined);
  const freshBranch = useSignal(newBranch(checklist.now()));
  const takenBranch = useSignal<string | undefined>(undefined);
  /** In how many files somebody else filled in what was to be committed last; 0 where nobody did. */
  const filledElsewhere = useSignal(0);
  const facts = useKnownFacts(checklist);
  const kept = typedOf(checklist);
  const isReadme = row.check.id === 'readme';
  const rules = useMemo(() => rulesOf(facts), [facts.brackets]);
  const files = useFillableFiles(checklist, row, rules, facts);
  const edited = useMemo(() => [...files.own, ...(together.value ? files.others : [])], [files, together.value]);
  const fields = useMemo(() => fieldsOf(edited, rules), [edited, rules]);
  const prose = useMemo(() => proseOf(edited, rules), [edited, rules]);
  const aliases = rules.aliases ?? checklist.sources.workspace.placeholderAliases;
  const {suggestions, unused} = useSuggestions(checklist, project, facts, fields, aliases);
  const {values: typed, left} = kept.draft.value;
  const values = useMemo(
    () => new Map([...typed].filter(([key]) => !left.has(key.split('\n')[0] ?? key))),
    [typed, left],
  );
  const changed = useMemo(() => filledFiles(edited, values, rules), [edited, values, rules]);
  const filled = fields.filter(({key}) => [...values].some(([name, value]) => value && name.split('\n')[0] === key));
  const message = ownMessage.text ?? commitMessage(changed.length > 0 ? changed : files.own, filled.length);
  const branch = canPush ? undefined : (ownBranch.text ?? freshBranch.value);
  // An empty repository gets its first branch with the commit.
  const target = project.defaultBranch ?? project.firstBranch ?? 'main';
  const words = {message, branch, target, takenBranch: takenBranch.value};
  const isReady = !row.busy && changed.length > 0 && commitFault(words) === undefined;
  const {open, told, wantedField} = formsOf(checklist);
  const wanted = wantedField.value;
  const {lost, set, leave} = useDraft(checklist, edited, fields, row.busy);
  const gone = useGone(files, fields, rules, kept.draft.value);
  const firstField = () => form.current?.querySelector<HTMLElement>('textarea.value');
  useOpeningFocus(() => (wanted === undefined ? firstField() : undefined));
  useLayoutEffect(() => {
    if (wanted === undefined) return;
    (form.current?.querySelector<HTMLElement>(`#${CSS.escape(`value-${wanted}`)}`) ?? firstField())?.focus();
    wantedField.value = undefined;
  }, [wanted]);
  /** Takes what was filled in out of the draft: the files have it. */
  const settle = () => {
    ownMessage.forget();
    ownBranch.forget();
    return kept.learn(
      new Set(filled.map(({key}) => key)),
      filled.flatMap(({key, text}) => {
        const value = values.get(key);
        return value ? [{meaning: meaningOf(text, aliases), value}] : [];
      }),
    );
  };
  const commit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    filledElsewhere.value = 0;
    told.value = 'awaited';
    const what = {projectId: project.id, files: changed, message};
    const made = await checklist.make(
      row.check,
      branch === undefined
        ? {kind: 'commit', ...what, branch: target}
        : {kind: 'merge-request', ...what, target, source: branch},
    );
    if (!made.isMade) {
      const {readme, issueTemplates} = checklist.facts.value;
      const isRead = (isReadme ? readme : issueTemplates)?.state === 'known';
      told.value = saysItself(made.problem, isRead) ? made.problem : undefined;
      const trouble = made.problem?.kind;
      if (trouble === 'conflict' && isFilledIn(edited, values, rules, checklist.facts.value)) {
        filledElsewhere.value = changed.length;
        checklist.forgetProblem(row.check);
        await settle();
        return;
      }
      if (trouble === 'taken') takenBranch.value = branch;
      // Where the answer was lost, the next try continues with what is there.
      if (trouble !== 'offline' && trouble !== 'unavailable') freshBranch.value = newBranch(checklist.now());
      await askAfter(made.problem);
      return;
    }
    await settle();
    told.value = undefined;
    open.value = undefined;
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

  return (
    <form
      class="form"
      ref={form}
      aria-label={texts.fillIn(texts.fileNames(files.names))}
      onSubmit={event => void commit(event)}
      onKeyDown={onKeyDown}
    >
      {kept.notKept.value !== undefined && <TypedNotKept problem={kept.notKept.value} />}
      <OwnerlessValues draft={kept.ownerless.value} />
      <ReadAgain
        names={files.names}
        problem={told.value === row.problem ? row.problem : undefined}
        filled={filledElsewhere.value}
        isLeft={changed.length > 0}
        gone={told.value === 'awaited' ? [] : gone}
        isKept={kept.notKept.value === undefined}
      />
      {lost.length > 0 && <p class="hint">{texts.lost(lost)}</p>}
      {files.problem !== undefined && <Alert>{texts.notRead(say(files.problem))}</Alert>}
      {files.others.length > 0 && (
        <Choice
          id="together"
          checked={together.value}
          onChange={checked => {
            together.value = checked;
          }}
        >
          {isReadme ? texts.templatesToo : texts.readmeToo}
        </Choice>
      )}
      {unused.length > 1 && (
        <button type="button" onClick={() => set(unused)}>
          {texts.useAll(unused.length)}
        </button>
      )}
      <p class="hint">{texts.keys}</p>
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
          isProse={key => decideBracket(checklist, key, 'prose')}
        />
      ))}
      {fields.length > mostFields && <p class="hint">{texts.moreBrackets(fields.length - mostFields)}</p>}
      <BracketRulesBox checklist={checklist} rules={rules} prose={prose} aliases={aliases} />
      <ChangedLines files={edited} values={values} rules={rules} />
      <Rendered gitlab={checklist.sources.gitlab} project={project.path} files={edited} values={values} rules={rules} />
      <CommitFields
        {...words}
        prefix={row.check.id}
        onMessage={ownMessage.type}
        onBranch={ownBranch.type}
        refusal={row.problem?.kind === 'rule' ? row.problem : undefined}
      />
      {!canPush && <p class="hint">{texts.mayNotPush(target)}</p>}
      <p class="hint">{texts.emptyStays}</p>
      <button type="submit" class="confirm" aria-disabled={!isReady}>
        {row.busy && texts.committing}
        {!row.busy && (canPush ? texts.commitTo(target) : texts.makeRequest)}
      </button>
    </form>
  );
}

/** The form that fills in files: a field for each placeholder, the changed lines, one commit. */
export function FilesForm(props: FormProps) {
  const {project} = useKnownFacts(props.checklist);
  return project?.state === 'known' ? <Editor {...props} project={project.value} /> : null;
}
