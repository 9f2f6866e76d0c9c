import {useSignal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import {type JournalEntry, journalAsMarkdown} from '../../changes/journal.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';
import {useQuestion} from '../atoms/use-question.ts';
import {Words} from '../forms/ChangeSummary.tsx';
import {ConfirmForm} from '../forms/ConfirmForm.tsx';

const most = 30;

function Entry({checklist, row, entry}: {checklist: Checklist; row: Row | undefined; entry: JournalEntry}) {
  const isSure = useSignal(false);
  const item = useRef<HTMLLIElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const {id, undo, undone, at, by, left = [], sent, undoSent, isOwnerless} = entry;
  const canUndo = undo !== undefined && !undone && sent === undefined && row !== undefined;
  const close = () => {
    isSure.value = false;
  };
  const isUnderWay = row !== undefined && checklist.isChanging(row.check);
  const {onKeyDown} = useQuestion(opener, isSure.value && (canUndo || isUnderWay), close, isUnderWay);
  return (
    <li class="entry" ref={item} tabIndex={-1} onKeyDown={onKeyDown}>
      <span class="where">
        {at.slice(0, 16).replace('T', ' ')} UTC, {by}
        {undone && ', undone'}
      </span>
      <Words words={entry} />
      {left.map(words => (
        <p key={words} class="hint">
          {words}
        </p>
      ))}
      {sent !== undefined && (
        <p class="hint">This was sent to GitLab, and how it ended is not known yet. Press “Read again” to check.</p>
      )}
      {undoSent && <p class="hint">Its undo was sent to GitLab, and how that ended is not known yet.</p>}
      {isOwnerless && (
        <p class="hint">
          Kept before users were told apart, so it cannot be undone. Say at the top of the panel whether it is yours.
        </p>
      )}
      {canUndo && (
        <button
          ref={opener}
          type="button"
          aria-disabled={row.busy}
          aria-label={`Undo: ${entry.what}`}
          aria-expanded={isSure.value}
          onClick={() => {
            if (!row.busy) isSure.value = !isSure.value;
          }}
        >
          Undo
        </button>
      )}
      {canUndo && isSure.value && (
        <ConfirmForm
          checklist={checklist}
          row={row}
          change={undo}
          undoes={id}
          onClose={close}
          onDone={() => item.current?.focus()}
        />
      )}
    </li>
  );
}

/** The entries of the journal, and how they are copied. */
export function JournalEntries({checklist}: {checklist: Checklist}) {
  const journal = checklist.journal.value;
  if (journal === undefined) return null;
  if (journal.length === 0) return <p class="hint">Nothing was changed from this browser yet.</p>;
  const copied = journal.filter(({isOwnerless}) => !isOwnerless);
  return (
    <>
      <ol>
        {journal.slice(0, most).map(entry => (
          <Entry
            key={entry.id}
            checklist={checklist}
            entry={entry}
            row={checklist.rows.value.find(({check}) => check.id === entry.check)}
          />
        ))}
      </ol>
      {journal.length > most && <p class="hint">And {journal.length - most} earlier ones, which are copied too.</p>}
      {copied.length < journal.length && (
        <p class="hint">Entries that were kept before users were told apart are not copied.</p>
      )}
      {copied.length > 0 && (
        <div class="actions">
          <CopyButton label="Copy as Markdown" text={journalAsMarkdown(copied)} />
          <CopyButton label="Copy as JSON" text={JSON.stringify(exported(copied), undefined, 2)} />
        </div>
      )}
    </>
  );
}

/** An export says what was done; what takes it back can hold whole pictures and stays here. */
function exported(journal: readonly JournalEntry[]): unknown {
  return journal.map(({undo: _undo, ...words}) => words);
}
