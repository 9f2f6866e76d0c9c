import {useEffect, useRef} from 'preact/hooks';
import {isDelicate} from '../../changes/kinds.ts';
import {whatWasMade} from '../../changes/made-words.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {hasNews} from '../../checklist/groups.ts';
import type {Row} from '../../checklist/row.ts';
import {shownTitle} from '../../checklist/verdict-words.ts';
import {isRight} from '../../customer/checks/check.ts';
import {uiChecklistToastTexts as texts} from '../../texts/ui-checklist-toast.ts';
import {focusOn} from './focus-on.ts';
import {listOf} from './list-state.ts';
import {formsOf} from './open-form.ts';
import {toastOf} from './toast-state.ts';

export {copyLinkTo} from './copy-link-to.ts';
export {default as css} from './toast.css?inline';

/** Milliseconds for which it stays, unless somebody is at it. */
const stay = 10_000;

/** What a person said of an item that is not that it is done. */
const remarks: ReadonlySet<string | undefined> = new Set(['changes.untick', 'changes.waive', 'changes.unwaive']);

/** What is said of an item's last change: what is not done for it is not called so. */
function ofChange(row: Row): string {
  const {check, finding, done} = row;
  if (done && remarks.has(done.what.text)) return whatWasMade(done.what, check.failureTitle);
  if (isRight(finding?.verdict) && !hasNews(row)) return check.title;
  if (finding?.verdict === 'unknown') return texts.changed(shownTitle(check, 'unknown'));
  return texts.stillToDo(check.failureTitle);
}

/** What was done last, and the way back. */
export function Toast({checklist}: {checklist: Checklist}) {
  const {row: shown, note} = toastOf(checklist);
  const id = shown.value;
  const said = note.value;
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const hold = () => clearTimeout(timer.current);
  const letGo = () => {
    hold();
    timer.current = setTimeout(() => {
      if (note.value !== undefined) {
        note.value = undefined;
        return;
      }
      if (shown.value === 'all') formsOf(checklist).plan.value?.close();
      shown.value = undefined;
    }, stay);
  };
  useEffect(() => {
    if (id !== undefined || said !== undefined) letGo();
    return hold;
  }, [id, said]);
  if (said !== undefined) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here; it only stays as long as somebody is at it.
      <div class="toast" ref={box} onMouseEnter={hold} onMouseLeave={letGo} onFocusIn={hold} onFocusOut={letGo}>
        <span role="status">{said.text}</span>
        {said.show && (
          <button
            type="button"
            onClick={() => {
              note.value = undefined;
              said.show?.();
            }}
          >
            {texts.showResults}
          </button>
        )}
        {said.copy && (
          <input readOnly aria-label={texts.link} value={said.copy} onFocus={event => event.currentTarget.select()} />
        )}
      </div>
    );
  }
  if (id === undefined) return null;
  const row = checklist.rows.value.find(({check}) => check.id === id);
  const plan = id === 'all' ? formsOf(checklist).plan.value : undefined;
  const made = plan?.undos.value.length;
  const isAsWas = made === 0 && plan?.items.value.every(({outcome}) => outcome.value.result === 'as-was');
  if (plan ? made === 0 && !isAsWas : row?.undo === undefined) return null;
  const onUndo = () => {
    if (row?.busy) return;
    const list = box.current?.parentElement?.querySelector<HTMLElement>('.groups');
    shown.value = undefined;
    if (plan) {
      formsOf(checklist).isUndoAllAsked.value = true;
      formsOf(checklist).isFixAllOpen.value = true;
      return;
    }
    const {undo, done, check} = row ?? {};
    if (undo === undefined || done === undefined || check === undefined) return;
    if (isDelicate(undo)) {
      listOf(checklist).isDoneOpen.value = true;
      formsOf(checklist).open.value = {row: check.id, form: 'confirm', change: undo, undoes: done.id};
    } else {
      void checklist.undo(check).then(() => focusOn(list, check.id));
    }
  };
  const ofRow = row && ofChange(row);
  const ofPlan = isAsWas ? texts.asWas(plan?.items.value.length ?? 0) : texts.fixed(made ?? 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here; it only stays as long as somebody is at it.
    <div class="toast" ref={box} onMouseEnter={hold} onMouseLeave={letGo} onFocusIn={hold} onFocusOut={letGo}>
      <span>{plan ? ofPlan : ofRow}</span>
      {!isAsWas && (
        <button
          type="button"
          data-undo={plan ? undefined : id}
          aria-disabled={row?.busy}
          aria-label={plan ? undefined : row && texts.undoOf(row.check.title)}
          onClick={onUndo}
        >
          {plan ? texts.undoAll : texts.undo}
        </button>
      )}
    </div>
  );
}
