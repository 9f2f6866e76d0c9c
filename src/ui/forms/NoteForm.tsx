import {useRef} from 'preact/hooks';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {formsOf} from '../checklist/open-form.ts';
import type {FormProps} from './form.ts';
import {useText} from './use-text.ts';

const texts = {
  tick: {
    form: 'Tick off with a note',
    label: 'Note',
    hint: 'Your browser keeps it. Colleagues don’t see it.',
    button: 'Tick off',
  },
  waiver: {
    form: 'Say why it does not apply',
    label: 'Why does it not apply?',
    hint: 'The row counts as right then. You can take it back.',
    button: 'It does not apply',
  },
} as const;

/** Asks for the note of a tick, or for the reason of a waiver. */
export function NoteForm({checklist, row, onDone, kind}: FormProps & {kind: 'tick' | 'waiver'}) {
  const note = useText(checklist, `${kind} ${row.check.id}`, '');
  const field = useRef<HTMLTextAreaElement>(null);
  useOpeningFocus(() => field.current);
  const text = texts[kind];
  const isReady = !row.busy && note.text.trim() !== '';
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady || !(await checklist.note(row.check, kind, note.text)).isMade) return;
    note.forget();
    formsOf(checklist).open.value = undefined;
    onDone();
  };
  return (
    <form class="form" aria-label={text.form} onSubmit={event => void submit(event)}>
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
