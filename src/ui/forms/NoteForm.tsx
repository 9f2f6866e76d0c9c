import {useRef} from 'preact/hooks';
import {uiFormsProjectTexts} from '../../texts/ui-forms-project.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {formsOf} from '../checklist/open-form.ts';
import type {FormProps} from './form.ts';
import {useText} from './use-text.ts';

/** Asks for the note of a tick, or for the reason of a waiver. */
export function NoteForm({checklist, row, onDone, kind}: FormProps & {kind: 'tick' | 'waiver'}) {
  const note = useText(checklist, `${kind} ${row.check.id}`, '');
  const field = useRef<HTMLTextAreaElement>(null);
  useOpeningFocus(() => field.current);
  const text = uiFormsProjectTexts.note[kind];
  const isReady = !row.busy && note.text.trim() !== '';
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    // It shows at once. What could not be kept is there again when the form is opened.
    void checklist.note(row.check, kind, note.text).then(({isMade}) => isMade && note.forget());
    formsOf(checklist).open.value = undefined;
    onDone();
  };
  return (
    <form class="form" aria-label={text.form} onSubmit={submit}>
      <div class="field">
        <label for="note">{text.label}</label>
        <p class="hint" id="note-hint">
          {text.hint}
        </p>
        <textarea
          ref={field}
          id="note"
          rows={2}
          maxLength={500}
          aria-describedby="note-hint"
          value={note.text}
          onInput={event => note.type(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="confirm" aria-disabled={!isReady}>
        {text.button}
      </button>
    </form>
  );
}
