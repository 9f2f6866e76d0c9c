import type {Fix} from '../../customer/checks/check.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {forms} from '../scripts.ts';
import {isPressed, pressRowEarly} from './early-press.ts';
import type {RowInUse, RowProps} from './use-row.ts';

const texts = uiChecklistTexts.row;

interface RowButtonProps extends RowProps {
  readonly use: RowInUse;
}

interface FixButtonProps extends RowButtonProps {
  /** Undefined before GitLab answers: it is done then. */
  readonly fix: Fix | undefined;
  /** Whether it is the row's own fix, not one of the others. */
  readonly isOwn?: boolean;
  /** Whether it is the button that is to be pressed next. */
  readonly isNext?: boolean;
}

/** Does one of the things that can be done about a row. */
export function FixButton({checklist, row, use, fix, isOwn = false, isNext = false}: FixButtonProps) {
  const label = fix?.label ?? row.lastLook?.button;
  if (label === undefined) return null;
  // By the time of the press the form is there, and takes what is typed right after it.
  const prepare = fix?.kind === 'form' ? () => void forms.load() : undefined;
  return (
    <button
      type="button"
      class={isNext ? 'confirm' : undefined}
      data-fix={isOwn && fix ? row.check.id : undefined}
      title={fix ? undefined : texts.early}
      aria-pressed={fix ? undefined : isPressed(checklist, row.check.id)}
      aria-disabled={fix && (row.busy || checklist.lacksRole(fix) !== undefined)}
      aria-expanded={fix && use.opens(fix)}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={({detail}) => {
        if (fix) use.onFix(fix);
        // Two clicks in a row are one press.
        else if (detail < 2) pressRowEarly(checklist, row);
      }}
    >
      {say(label)}
    </button>
  );
}

interface RetryButtonProps extends Omit<RowButtonProps, 'checklist'> {
  readonly class?: string;
}

/** Reads again what could not be read of a row. */
export function RetryButton({row: {check, busy, canRetry}, use, ...button}: RetryButtonProps) {
  if (!canRetry) return null;
  return (
    <button
      type="button"
      {...button}
      data-retry={check.id}
      aria-disabled={busy}
      aria-label={texts.retryOf(check.title)}
      onClick={use.onRetry}
    >
      {texts.retry}
    </button>
  );
}

/** Takes a row's last change back. */
export function UndoButton({row, use}: Omit<RowButtonProps, 'checklist'>) {
  if (row.undo === undefined) return null;
  return (
    <button
      type="button"
      class="quiet"
      data-undo={use.undoMark}
      aria-disabled={row.busy}
      aria-label={texts.undoOf(row.check.title)}
      aria-expanded={use.isUndoing || undefined}
      onClick={use.onUndo}
    >
      {texts.undo}
    </button>
  );
}
