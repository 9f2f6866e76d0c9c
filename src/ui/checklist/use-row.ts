import type {RefObject} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {remember} from '../../browser/preferences.ts';
import {isDelicate} from '../../changes/kinds.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import type {Fix} from '../../customer/checks/check.ts';
import type {NotificationSetting} from '../../gitlab/model/model.ts';
import {noteMissed} from './early-press.ts';
import {focusOn, rowsInSight} from './focus-on.ts';
import {formsOf, type OpenForm} from './open-form.ts';
import {toastOf} from './toast-state.ts';

export interface RowProps {
  readonly checklist: Checklist;
  readonly row: Row;
}

/** What can be done with a row in sight. */
export interface RowInUse {
  readonly item: RefObject<HTMLLIElement | null>;
  /** The form that stands open below it. */
  readonly form: OpenForm | undefined;
  /** What the button that takes its last change back is found by; undefined while the toast's button is. */
  readonly undoMark: string | undefined;
  /** Whether the form that stands open takes its last change back. */
  readonly isUndoing: boolean;
  /** Whether a fix opens a form, and that stands open; undefined where it opens none. */
  opens(fix: Fix): boolean | undefined;
  onFix(fix: Fix): void;
  onUndo(): void;
  onRetry(): void;
  /** Opens the form for the word that the row does not apply, or closes it. */
  onWaive(): void;
  /** Takes that word back. */
  onApply(): void;
  /** Gives the focus to the row, if nothing has it. */
  onMissed(): void;
  /** Gives the focus on after work that took away what had it. */
  onDone(): void;
}

/** The level that is set is offered first from now on. */
function rememberLevel({level}: NotificationSetting): void {
  if (level === 'watch' || level === 'custom') void remember('notification-level:1', level);
}

/** The journal's entry that a form takes back. */
function undoes(form: OpenForm): string | undefined {
  return form.form === 'confirm' ? form.undoes : undefined;
}

/** What the buttons of a row do. */
export function useRow({checklist, row}: RowProps): RowInUse {
  const {check, busy, done, undo} = row;
  const {id} = check;
  const {open} = formsOf(checklist);
  const form = open.value?.row === id ? open.value : undefined;
  // An undo whose entry was forgotten meanwhile is none any more.
  const isGone = form?.form === 'confirm' && form.undoes !== undefined && form.undoes !== done?.id;
  useEffect(() => {
    if (isGone) open.value = undefined;
  }, [isGone]);
  const item = useRef<HTMLLIElement>(null);
  /** To be asked before the work, since the row can be out of sight after it. */
  const focusAfter = () => {
    const list = item.current?.closest<HTMLElement>('.groups');
    const before = rowsInSight(list);
    return () => focusOn(list, id, before);
  };
  /** What people say shows at once, so the focus goes on before it is kept. */
  const say = (kind: 'tick' | 'waiver', note: string | undefined) => {
    const goOn = focusAfter();
    void checklist.note(check, kind, note);
    goOn();
  };
  const toggle = (wanted: OpenForm) => {
    const isSame = form?.form === wanted.form && undoes(form) === undoes(wanted);
    open.value = isSame ? undefined : wanted;
  };
  const isUndoing = form?.form === 'confirm' && form.undoes !== undefined;
  return {
    item,
    form,
    undoMark: toastOf(checklist).row.value === id ? undefined : id,
    isUndoing,
    opens(fix) {
      if (fix.kind === 'form') return form?.form === fix.form;
      return fix.kind === 'change' && isDelicate(fix.change) ? form?.form === 'confirm' && !isUndoing : undefined;
    },
    onFix(fix) {
      if (busy || checklist.lacksRole(fix) !== undefined) return;
      noteMissed(checklist, id, false);
      switch (fix.kind) {
        case 'form':
          return toggle({row: id, form: fix.form});
        case 'change':
          if (isDelicate(fix.change)) return toggle({row: id, form: 'confirm', change: fix.change});
          if (fix.change.kind === 'notifications') rememberLevel(fix.change.to);
          return void checklist.make(check, fix.change).then(focusAfter());
        case 'tick':
          if (form) open.value = undefined;
          return say('tick', '');
        case 'untick':
          return say('tick', undefined);
      }
    },
    onUndo() {
      if (busy || undo === undefined || done === undefined) return;
      if (isDelicate(undo)) toggle({row: id, form: 'confirm', change: undo, undoes: done.id});
      else void checklist.undo(check).then(focusAfter());
    },
    onRetry: () => void (busy || checklist.retry(check).then(focusAfter())),
    onWaive: () => toggle({row: id, form: 'waive'}),
    onApply: () => say('waiver', undefined),
    onDone: () => focusAfter()(),
    onMissed: () => focusOn(item.current?.closest<HTMLElement>('.groups'), id),
  };
}
