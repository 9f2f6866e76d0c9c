import {useSignal} from '@preact/signals';
import {useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import {typedOf} from '../../checklist/filling.ts';
import {fieldsOf, proseOf, rulesOf} from '../../customer/filling/files.ts';
import type {Project} from '../../gitlab/model/model.ts';
import {say} from '../../texts/say.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';
import {Alert, ProblemAlert} from '../atoms/Alert.tsx';
import {Choice} from '../atoms/Choice.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {formsOf} from '../checklist/open-form.ts';
import {TypedNotKept} from '../checklist/TypedNotKept.tsx';
import {BracketRulesBox, decideBracket} from './BracketRulesBox.tsx';
import {ChangedLines} from './ChangedLines.tsx';
import {CommitFields} from './CommitFields.tsx';
import {DiscardDraft} from './DiscardDraft.tsx';
import {EditorBar, EditorFrame} from './EditorFrame.tsx';
import {FilesBeside} from './FilledDocument.tsx';
import {firstField, focusField, onFieldKey, showFocused} from './focus-field.ts';
import type {FormProps} from './form.ts';
import {OwnerlessValues} from './OwnerlessValues.tsx';
import {PlaceholderList} from './PlaceholderList.tsx';
import {Preview} from './Preview.tsx';
import {ReadAgain} from './ReadAgain.tsx';
import {useDraft} from './use-draft.ts';
import {useFilesCommit} from './use-files-commit.ts';
import {useFillableFiles} from './use-fillable-files.ts';
import {useFilling} from './use-filling.ts';
import {useGone} from './use-gone.ts';
import {useKnownFacts} from './use-known-facts.ts';
import {usePreview} from './use-preview.ts';
import {useSuggestions} from './use-suggestions.ts';
import {useWideEditor} from './wide-editor.ts';

const texts = uiFormsFilesTexts.form;

/** Brings what went wrong into sight: the button that was pressed is in sight wherever the form was scrolled to. */
function showTrouble(around: ParentNode | null | undefined): void {
  requestAnimationFrame(() =>
    around?.querySelector('[role="alert"], [role="status"]')?.scrollIntoView({block: 'nearest'}),
  );
}

function Editor({checklist, row, onDone, project}: FormProps & {project: Project}) {
  const form = useRef<HTMLFormElement>(null);
  const together = useSignal(false);
  /** How often what was typed was discarded: the form begins anew each time. */
  const turn = useSignal(0);
  const facts = useKnownFacts(checklist);
  const kept = typedOf(checklist);
  const rules = useMemo(() => rulesOf(facts), [facts.brackets]);
  const files = useFillableFiles(checklist, row, rules, facts);
  const edited = useMemo(() => [...files.own, ...(together.value ? files.others : [])], [files, together.value]);
  const fields = useMemo(() => fieldsOf(edited, rules), [edited, rules]);
  const prose = useMemo(() => proseOf(edited, rules), [edited, rules]);
  const aliases = rules.aliases ?? checklist.sources.workspace.placeholderAliases;
  const {suggestions, known} = useSuggestions(checklist, project, facts, fields, aliases);
  const wide = useWideEditor(true);
  const {lost, forgetLost, set, leave, isRead: isDraftRead} = useDraft(checklist, edited, fields, row.busy);
  const isRead = isDraftRead && wide.isKnown;
  const {values: typed, left} = kept.draft.value;
  const filling = useFilling(fields, typed, known, isRead, {left, turn: turn.value});
  const {values} = filling;
  const {changed, canPush, words, isReady, commit, ...making} = useFilesCommit(checklist, row, {
    project,
    edited,
    own: files.own,
    fields,
    values,
    rules,
    aliases,
    isRead,
    onDone,
    onTrouble: () => showTrouble(wide.isWide ? form.current : form.current?.closest('[data-check]')),
  });
  const gone = useGone(files, fields, rules, kept.draft.value);
  const rendered = {gitlab: checklist.sources.gitlab, project: project.path, files: edited, rules};
  const preview = usePreview({...rendered, values});
  const {told, wantedField} = formsOf(checklist);
  const wanted = wantedField.value;
  const isOwnTrouble = told.value !== undefined && told.value === row.problem;
  // Who types before the fields are there types in the form.
  useOpeningFocus(
    () => (wanted === undefined || !isRead ? (firstField(form.current) ?? form.current) : undefined),
    [isRead, turn.value],
  );
  useLayoutEffect(() => {
    if (wanted === undefined || !isRead) return;
    if (!focusField(form.current, wanted)) firstField(form.current)?.focus();
    wantedField.value = undefined;
  }, [wanted, isRead]);
  useLayoutEffect(() => showFocused(form.current), [isRead, turn.value]);
  const label = texts.fillIn(texts.fileNames(files.names));
  const trouble = isOwnTrouble || row.problem?.kind === 'rule' ? undefined : (checklist.endedBy.value ?? row.problem);

  return (
    <form
      class="form"
      ref={form}
      aria-label={label}
      tabIndex={-1}
      onSubmit={event => {
        event.preventDefault();
        void commit();
      }}
      onKeyDown={event => onFieldKey(event, form.current, () => void commit())}
    >
      <EditorFrame
        label={label}
        wide={wide}
        drawFiles={active => (
          <FilesBeside
            {...rendered}
            preview={preview.state}
            filling={filling}
            active={active}
            onChoose={({key, place}) => focusField(form.current, key, place)}
          />
        )}
        bar={
          <EditorBar filled={making.filled} all={fields.length} preview={preview}>
            <button type="submit" class="confirm" aria-disabled={!isReady}>
              {row.busy && texts.committing}
              {!row.busy && (canPush ? texts.commitTo(words.target) : texts.makeRequest)}
            </button>
            {wide.isWide && <ProblemAlert problem={trouble} />}
          </EditorBar>
        }
      >
        {kept.notKept.value !== undefined && <TypedNotKept problem={kept.notKept.value} />}
        <OwnerlessValues draft={kept.ownerless.value} />
        <ReadAgain
          names={files.names}
          problem={isOwnTrouble ? row.problem : undefined}
          filled={making.filledElsewhere}
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
            {row.check.id === 'readme' ? texts.templatesToo : texts.readmeToo}
          </Choice>
        )}
        {isRead && (
          <PlaceholderList
            fields={fields}
            hasManyFiles={edited.length > 1}
            filling={filling}
            suggestions={suggestions}
            left={left}
            set={set}
            leave={leave}
            rules={rules}
            isProse={key => decideBracket(checklist, key, 'prose')}
          />
        )}
        <p class="hint">{texts.keys}</p>
        <BracketRulesBox checklist={checklist} rules={rules} prose={prose} aliases={aliases} />
        <ChangedLines files={edited} values={values} rules={rules} />
        <CommitFields
          {...words}
          prefix={row.check.id}
          onMessage={making.onMessage}
          onBranch={making.onBranch}
          refusal={row.problem?.kind === 'rule' ? row.problem : undefined}
        />
        {!canPush && <p class="hint">{texts.mayNotPush(words.target)}</p>}
        <p class="hint">{texts.emptyStays}</p>
        {!(wide.isWide && preview.state.kind === 'shown') && <Preview state={preview.state} />}
        <DiscardDraft
          checklist={checklist}
          isBusy={row.busy}
          placeholders={fields}
          onDiscarded={() => {
            forgetLost();
            turn.value += 1;
          }}
        />
      </EditorFrame>
    </form>
  );
}

/** The form that fills in files: a field for each placeholder, the changed lines, one commit. */
export function FilesForm(props: FormProps) {
  const {project} = useKnownFacts(props.checklist);
  return project?.state === 'known' ? <Editor {...props} project={project.value} /> : null;
}
