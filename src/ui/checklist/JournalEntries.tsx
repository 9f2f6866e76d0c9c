import {useSignal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import {notUnderstood} from '../../browser/found-items.ts';
import {withoutRoom} from '../../browser/raw-items.ts';
import type {JournalEntry} from '../../changes/journal.ts';
import {journalAsMarkdown} from '../../changes/journal-markdown.ts';
import {whatWasMade} from '../../changes/made-words.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import {room} from '../../kept/room.ts';
import {hasKind, localWords} from '../../kept/room-words.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistJournalTexts as texts} from '../../texts/ui-checklist-journal.ts';
import {uiKeptNoticesTexts} from '../../texts/ui-kept-notices.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';
import {problemWords} from '../atoms/problem-words.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {Words} from '../forms/ChangeSummary.tsx';
import {ConfirmForm} from '../forms/ConfirmForm.tsx';
import '../../texts/later.ts';

export {default as css} from '../forms/styles.css?inline';

const most = 30;

function Entry({checklist, row, entry}: {checklist: Checklist; row: Row | undefined; entry: JournalEntry}) {
  const isSure = useSignal(false);
  const item = useRef<HTMLLIElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const {id, undo, undone, at, by, left = [], sent, undoSent, isOwnerless} = entry;
  const canUndo = undo !== undefined && !undone && sent === undefined && row !== undefined;
  // Whether it was made is not known of what was sent only.
  const what = sent === undefined ? whatWasMade(entry.what, row?.check.failureTitle) : say(entry.what);
  const close = () => {
    isSure.value = false;
  };
  const isUnderWay = row !== undefined && checklist.isChanging(row.check);
  const {cancel, onKeyDown} = useQuestion(opener, isSure.value && (canUndo || isUnderWay), close, isUnderWay);
  return (
    <li class="entry" ref={item} tabIndex={-1} onKeyDown={onKeyDown}>
      <span class="where">{undone ? texts.doneByAndUndone(at, by) : texts.doneBy(at, by)}</span>
      <Words words={entry} what={what} />
      {left.map(say).map(words => (
        <p key={words} class="hint">
          {words}
        </p>
      ))}
      {sent !== undefined && <p class="hint">{texts.sent}</p>}
      {undoSent && <p class="hint">{texts.undoSent}</p>}
      {isOwnerless && <p class="hint">{texts.ownerless}</p>}
      {canUndo && (
        <button
          ref={opener}
          type="button"
          aria-disabled={row.busy}
          aria-label={texts.undoOf(what)}
          aria-expanded={isSure.value}
          onClick={() => {
            if (!row.busy) isSure.value = !isSure.value;
          }}
        >
          {texts.undo}
        </button>
      )}
      {canUndo && isSure.value && (
        <ConfirmForm
          checklist={checklist}
          row={row}
          change={undo}
          undoes={id}
          onClose={close}
          onCancel={cancel}
          onDone={() => item.current?.focus()}
        />
      )}
    </li>
  );
}

/** Why entries of changes that were made may be missing; undefined where nothing speaks for that. */
function whyNotKept({notKept}: Checklist): string | undefined {
  if (hasKind(withoutRoom.value, 'journal')) return uiKeptNoticesTexts.full;
  if (notKept.value !== undefined) return problemWords(notKept.value);
  return room.value && localWords(room.value);
}

/** What is said in the place of entries: that there are none only where nothing speaks for it that some are missing. */
function noEntries(checklist: Checklist): string {
  const odd = [...notUnderstood.value].filter(([key]) => hasKind(new Set([key]), 'journal'));
  if (odd.length > 0)
    return texts.noneShown(uiKeptNoticesTexts.ofAnotherVersion(odd.reduce((sum, [, count]) => sum + count, 0)));
  const why = whyNotKept(checklist);
  return why === undefined ? texts.none : texts.noneKept(why);
}

const day = 86_400_000;

/** That the latest entry lies in what the computer's clock takes for the future. */
function WrongClock({now, journal}: {now: string; journal: readonly JournalEntry[]}) {
  const latest = journal.reduce((last, {at}) => (at > last ? at : last), '');
  if (!(Date.parse(latest) > Date.parse(now) + day)) return null;
  return <p class="hint">{texts.wrongClock(now, latest)}</p>;
}

/** The entries of the journal, and how they are copied. */
export function JournalEntries({checklist}: {checklist: Checklist}) {
  const journal = checklist.journal.value;
  if (journal === undefined) {
    const problem = checklist.notKept.value;
    return problem ? <p class="hint">{texts.noneShown(problemWords(problem))}</p> : null;
  }
  if (journal.length === 0) return <p class="hint">{noEntries(checklist)}</p>;
  const titleOf = (id: string) => checklist.rows.value.find(({check}) => check.id === id)?.check.failureTitle;
  const copied = journal.filter(({isOwnerless}) => !isOwnerless);
  return (
    <>
      <WrongClock now={checklist.now()} journal={journal} />
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
      {journal.length > most && <p class="hint">{texts.earlier(journal.length - most)}</p>}
      {copied.length < journal.length && <p class="hint">{texts.notCopied}</p>}
      {copied.length > 0 && (
        <div class="actions">
          <CopyButton label={texts.copyMarkdown} text={journalAsMarkdown(copied, titleOf)} />
          <CopyButton label={texts.copyJson} text={JSON.stringify(exported(copied, titleOf), undefined, 2)} />
        </div>
      )}
    </>
  );
}

/** An export says what was done; what takes it back can hold whole pictures and stays here. */
function exported(journal: readonly JournalEntry[], titleOf: (check: string) => string | undefined): unknown {
  return journal.map(({undo: _undo, ...entry}) => ({
    ...entry,
    what: whatWasMade(entry.what, titleOf(entry.check)),
    before: entry.before && say(entry.before),
    after: entry.after && say(entry.after),
    each: entry.each?.map(say),
    left: entry.left?.map(say),
  }));
}
