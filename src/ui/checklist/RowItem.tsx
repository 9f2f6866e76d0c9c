import {useEffect, useRef} from 'preact/hooks';
import {remember} from '../../browser/preferences.ts';
import {isDelicate} from '../../changes/kinds.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import type {Fix} from '../../customer/checks/check.ts';
import type {NotificationSetting} from '../../gitlab/model/model.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Icon} from '../atoms/Icon.tsx';
import {Words} from '../forms/ChangeSummary.tsx';
import {LackingRole} from './LackingRole.tsx';
import {LazyForm} from './LazyForm.tsx';
import {formsOf, type OpenForm} from './open-form.ts';
import {RowNotes} from './RowNotes.tsx';
import {RowTitle} from './RowTitle.tsx';

const texts = uiChecklistTexts.row;

export interface RowItemProps {
  readonly checklist: Checklist;
  readonly row: Row;
}

/** The level that is set is offered first from now on. */
function rememberLevel({level}: NotificationSetting): void {
  if (level === 'watch' || level === 'custom') void remember('notification-level:1', level);
}

/** The journal's entry that a form takes back. */
function undoes(form: OpenForm): string | undefined {
  return form.form === 'confirm' ? form.undoes : undefined;
}

/** One row of the checklist. */
export function RowItem({checklist, row}: RowItemProps) {
  const {check, finding, busy, done, undo} = row;
  const canUndo = undo !== undefined;
  const {id} = check;
  const verdict = finding?.verdict;
  const {open: form} = formsOf(checklist);
  const open = form.value?.row === id ? form.value : undefined;
  // An undo whose entry was forgotten meanwhile is none any more.
  const isGone = open?.form === 'confirm' && open.undoes !== undefined && open.undoes !== done?.id;
  useEffect(() => {
    if (isGone) form.value = undefined;
  }, [isGone]);
  const pageAddress = checklist.address.value;
  const byHand = verdict === 'pass' ? undefined : finding?.byHand;
  const isProject = checklist.place.kind === 'project';
  const canWaive = isProject && verdict !== undefined && ['fail', 'todo', 'unknown'].includes(verdict);
  const item = useRef<HTMLLIElement>(null);
  /**
   * The button that was pressed is gone when its work is done; the one that took its place gets the focus, but for one that takes the
   * work back: one more Enter would do that.
   */
  const keepFocus = () => {
    requestAnimationFrame(() => {
      const root = item.current?.getRootNode();
      if (!(root instanceof ShadowRoot) || root.activeElement) return;
      const row = item.current;
      const next = row?.querySelector<HTMLElement>('.actions button:not([data-undo])');
      (next ?? row)?.focus();
    });
  };
  /** After a retry no button gets the focus: one more Enter would make a change that nobody asked for. */
  const focusRow = () => {
    requestAnimationFrame(() => {
      const root = item.current?.getRootNode();
      if (root instanceof ShadowRoot && !root.activeElement) item.current?.focus();
    });
  };
  const toggle = (wanted: OpenForm) => {
    const isSame = open?.form === wanted.form && undoes(open) === undoes(wanted);
    form.value = isSame ? undefined : wanted;
  };
  const onFix = (fix: Fix) => {
    if (busy || checklist.lacksRole(fix) !== undefined) return;
    switch (fix.kind) {
      case 'form':
        return toggle({row: id, form: fix.form});
      case 'change':
        if (isDelicate(fix.change)) return toggle({row: id, form: 'confirm', change: fix.change});
        if (fix.change.kind === 'notifications') rememberLevel(fix.change.to);
        return void checklist.make(check, fix.change).then(keepFocus);
      case 'tick':
        return void checklist.note(check, 'tick', '').then(keepFocus);
      case 'untick':
        return void checklist.note(check, 'tick', undefined).then(keepFocus);
    }
  };
  const onUndo = () => {
    if (busy || undo === undefined || done === undefined) return;
    if (isDelicate(undo)) toggle({row: id, form: 'confirm', change: undo, undoes: done.id});
    else void checklist.undo(check).then(keepFocus);
  };
  const isUndoing = open?.form === 'confirm' && open.undoes !== undefined;
  const opens = (fix: Fix): boolean | undefined => {
    if (fix.kind === 'form') return open?.form === fix.form;
    return fix.kind === 'change' && isDelicate(fix.change) ? open?.form === 'confirm' && !isUndoing : undefined;
  };
  const ownFix = finding?.fix;
  // One that GitLab refuses until another row is right is not offered.
  const fix = ownFix?.kind === 'change' && ownFix.after ? undefined : ownFix;
  const others = finding?.others ?? [];
  const lacking = [...(fix ? [fix] : []), ...others].find(some => checklist.lacksRole(some) !== undefined);
  return (
    <li
      ref={item}
      data-check={id}
      data-verdict={verdict}
      aria-busy={busy}
      class={`row ${verdict ?? 'reading'}`}
      tabIndex={-1}
    >
      <Icon name={verdict ?? 'reading'} />
      <div class="content">
        <RowTitle row={row} />
        <RowNotes checklist={checklist} row={row} open={open} />
        {canUndo && done && !busy && !isUndoing && (
          <div class="done">
            <Words words={done} />
          </div>
        )}
        <div class="actions">
          {fix && (
            <button
              type="button"
              class="confirm"
              data-fix={id}
              aria-disabled={busy || checklist.lacksRole(fix) !== undefined}
              aria-expanded={opens(fix)}
              onClick={() => onFix(fix)}
            >
              {fix.label}
            </button>
          )}
          {canUndo && (
            <button
              type="button"
              data-undo={id}
              aria-disabled={busy}
              aria-label={texts.undoOf(check.title)}
              aria-expanded={isDelicate(undo) ? isUndoing : undefined}
              onClick={onUndo}
            >
              {texts.undo}
            </button>
          )}
          {row.canRetry && (
            <button
              type="button"
              data-retry={id}
              aria-disabled={busy}
              aria-label={texts.retryOf(check.title)}
              onClick={() => void (busy || checklist.retry(check).then(focusRow))}
            >
              {texts.retry}
            </button>
          )}
          {others.map(other => (
            <button
              key={other.label}
              type="button"
              class="quiet"
              aria-disabled={busy || checklist.lacksRole(other) !== undefined}
              aria-expanded={opens(other)}
              onClick={() => onFix(other)}
            >
              {other.label}
            </button>
          ))}
          {byHand && pageAddress && (
            <a href={byHand.path.startsWith('/groups/') ? byHand.path : `${pageAddress}${byHand.path}`}>
              {byHand.label}
            </a>
          )}
          {verdict === 'waived' && !canUndo && (
            <button
              type="button"
              onClick={() => void (busy || checklist.note(check, 'waiver', undefined).then(keepFocus))}
            >
              {texts.takeBack}
            </button>
          )}
          {canWaive && (
            <button
              type="button"
              class="quiet subtle"
              aria-label={texts.waiveOf(check.title)}
              aria-expanded={open?.form === 'waive'}
              onClick={() => toggle({row: id, form: 'waive'})}
            >
              {texts.waive}
            </button>
          )}
        </div>
        {lacking && (
          <LackingRole
            checklist={checklist}
            fix={lacking}
            isOneOfMany={others.length + (fix ? 1 : 0) > 1}
            address={pageAddress ?? ''}
          />
        )}
        {open && <LazyForm open={open} checklist={checklist} row={row} onDone={keepFocus} />}
      </div>
    </li>
  );
}
