import {useRef} from 'preact/hooks';
import {gainsOf} from '../../apply/move-access.ts';
import type {Change} from '../../changes/change.ts';
import {isDestructive, wordsOfChange} from '../../changes/kinds.ts';
import {namedNow} from '../../changes/named-now.ts';
import {whatToDo} from '../../changes/what-to-do.ts';
import {widenedBy} from '../../changes/widened.ts';
import {messageField} from '../../checklist/undo-words.ts';
import {said} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFormsTexts} from '../../texts/ui-forms.ts';
import {uiFormsProjectTexts} from '../../texts/ui-forms-project.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {Words} from './ChangeSummary.tsx';
import {CommitFields, commitFault} from './CommitFields.tsx';
import type {FormProps} from './form.ts';
import {MoveBackAccess} from './MoveBackAccess.tsx';
import {useMoveAccess} from './use-move-access.ts';
import {useRemovalNotes} from './use-removal-notes.ts';
import {useText} from './use-text.ts';

const texts = uiFormsProjectTexts.confirm;

/** What a button has room for, in characters. */
const buttonLength = 40;

/** What the button says: what the change does, where that is not too long. */
function labelOf(change: Change): string {
  const widened = widenedBy(change);
  if (widened) {
    const label = texts.widen[change.kind === 'move-back' ? 'moveBack' : widened.what];
    return label(say(said(`changes.visibility ${widened.to}`)));
  }
  const what = say(wordsOfChange(change).what);
  return what.length > buttonLength ? (texts.short[change.kind] ?? texts.doIt) : what;
}

interface ConfirmFormProps extends FormProps {
  readonly change: Change;
  readonly onClose: () => void;
  /** Closes it without an answer. @param form what holds the focus until then */
  readonly onCancel: (form: HTMLElement | null) => void;
  /** The journal's entry that it takes back. */
  readonly undoes: string | undefined;
}

/** Says what a change will do and asks for the second click. */
export function ConfirmForm({checklist, row, onDone, onClose, onCancel, change: proposed, undoes}: ConfirmFormProps) {
  const commits = 'message' in proposed ? proposed : undefined;
  const message = useText(checklist, messageField(row.check.id, undoes), commits?.message ?? '');
  const change: Change = commits ? {...commits, message: message.text} : proposed;
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // Not on the button that takes something back: one more Enter would press it.
  useOpeningFocus(() => (undoes === undefined ? button : form).current);
  const {notes, isIdle} = useRemovalNotes(checklist, change);
  const {members} = checklist.facts.value;
  const named = members?.state === 'known' ? namedNow(change, members.value) : change;
  const words = wordsOfChange(named);
  const access = useMoveAccess(checklist, change);
  const isShown = change.kind !== 'move-back' || access?.state === 'known';
  const isReady = isShown && !isIdle && !row.busy && !(commits && commitFault({message: message.text}));
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    // What was shown goes with it: nobody else gains access.
    const wanted = change.kind === 'move-back' ? {...change, gains: access && gainsOf(access)} : change;
    const made = await (undoes === undefined
      ? checklist.make(row.check, wanted)
      : checklist.undoEntry({check: row.check.id, id: undoes, undo: wanted}));
    // Something else is there now, so another change has to be shown before it is made.
    if (!made.isMade && made.problem?.kind !== 'conflict') return;
    if (made.isMade) message.forget();
    onClose();
    onDone();
  };
  return (
    <form class="form" aria-label={texts.form} ref={form} tabIndex={-1} onSubmit={event => void submit(event)}>
      <div class="preview">
        <h4>{uiFormsTexts.whatWillHappen}</h4>
        <Words words={words} what={whatToDo(words.what, row.check.failureTitle)} />
        {notes.map(say).map(words => (
          <p key={words}>{words}</p>
        ))}
        {isIdle && <p>{texts.nothingLeft}</p>}
        {change.kind === 'move-back' && <MoveBackAccess access={access} from={change.from.path} to={change.to.path} />}
        {change.kind === 'issues' && change.action === 'delete' && <p>{texts.deletedForGood}</p>}
      </div>
      {commits && (
        <CommitFields
          prefix={row.check.id}
          message={message.text}
          onMessage={message.type}
          refusal={row.problem?.kind === 'rule' ? row.problem : undefined}
        />
      )}
      <div class="actions">
        <button
          ref={button}
          type="submit"
          class={isDestructive(change) ? 'danger' : 'confirm'}
          aria-disabled={!isReady}
        >
          {row.busy ? texts.working : labelOf(named)}
        </button>
        <button type="button" onClick={() => onCancel(form.current)}>
          {uiFormsTexts.cancel}
        </button>
      </div>
    </form>
  );
}
