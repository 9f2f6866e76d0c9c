import {effect} from '@preact/signals';
import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';
import {isDelicate} from '../../changes/kinds.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import {withValue} from '../../checklist/with-value.ts';
import type {Finding, Fix} from '../../customer/checks/check.ts';
import type {Said} from '../../texts/said.ts';
import {keepCalm} from '../atoms/keep-calm.ts';
import {earlyOf} from './early-state.ts';
import {listOf} from './list-state.ts';
import {formsOf} from './open-form.ts';

interface EarlyRow {
  readonly checklist: Checklist;
  readonly row: Row;
}

/** What is done in a row. */
interface RowWork {
  readonly item: RefObject<HTMLLIElement | null>;
  readonly onFix: (fix: Fix) => void;
  /** Gives the focus to the item that says why nothing was begun, if nothing else has it. */
  readonly onMissed: () => void;
}

/** What “Fix all” is pressed by before GitLab answers, in the place of a row's id. */
export const allAtOnce = '';

/** What a button does, as somebody saw it. */
function seen({evidence}: Finding, label: Said | undefined): string {
  return JSON.stringify([label, evidence]);
}

/** Whether a row's button is pressed and waits for GitLab's answer. */
export function isPressed(checklist: Checklist, id: string): boolean {
  return earlyOf(checklist).pressed.value.has(id);
}

/** Whether GitLab's answer left nothing to do of what was pressed. */
export function isMissed(checklist: Checklist, id: string): boolean {
  return earlyOf(checklist).missed.value.has(id);
}

/** Presses a button before GitLab answers, or lets it go again. @param what it is to do */
export function pressEarly(checklist: Checklist, id: string, what = ''): void {
  const {pressed} = earlyOf(checklist);
  pressed.value = withValue(pressed.value, id, pressed.value.has(id) ? undefined : what);
}

/** The same of a row's own button. */
export function pressRowEarly(checklist: Checklist, {check, finding, lastLook}: Row): void {
  if (finding === undefined || lastLook === undefined) return;
  const {lastLook: look} = listOf(checklist);
  // One form stands open at a time, so the last one that was asked for is opened.
  if (lastLook.opensForm)
    for (const id of earlyOf(checklist).pressed.value.keys())
      if (id !== check.id && look.value?.rows.get(id)?.opensForm) pressEarly(checklist, id);
  pressEarly(checklist, check.id, seen(finding, lastLook.button));
}

/** Says that there was nothing left to do of what was pressed, or no longer. */
export function noteMissed(checklist: Checklist, id: string, isSo: boolean): void {
  const {missed} = earlyOf(checklist);
  const ids = new Set(missed.value);
  if (isSo) ids.add(id);
  else if (!ids.delete(id)) return;
  missed.value = ids;
  if (!isSo) return;
  const {groups, unfolded, isDoneOpen} = listOf(checklist);
  if (!groups.done.value.some(({check}) => check.id === id)) return;
  unfolded.value = new Set([...unfolded.value, id]);
  isDoneOpen.value = true;
}

/** What a row's own button does, where it has one. */
export function ownFix({finding}: Row): Fix | undefined {
  // What GitLab refuses until another row is right is not offered.
  return finding?.waitsFor === undefined ? finding?.fix : undefined;
}

/** Begins what a row's button was pressed for, if that is what somebody saw; else the row says that nothing was begun. */
function begin(checklist: Checklist, row: Row, act: (fix: Fix) => void, miss?: () => void): void {
  const {check, finding} = row;
  const what = earlyOf(checklist).pressed.value.get(check.id);
  if (what === undefined || finding === undefined) return;
  pressEarly(checklist, check.id);
  const fix = ownFix(row);
  if (fix && seen(finding, fix.label) === what) act(fix);
  else {
    noteMissed(checklist, check.id, true);
    miss?.();
  }
}

/**
 * Does what a row's button was pressed for before GitLab answered, as soon as it has answered; where that is not what somebody saw
 * then, nothing is done and the row says so.
 */
export function useEarlyPress({checklist, row}: EarlyRow, {item, onFix, onMissed}: RowWork): void {
  const {finding, lastLook, busy} = row;
  const isPressedNow = isPressed(checklist, row.check.id);
  const isAnswered = lastLook === undefined && finding !== undefined && !busy;
  useEffect(() => {
    if (!isPressedNow || !isAnswered) return;
    begin(
      checklist,
      row,
      fix => {
        const root = item.current?.getRootNode();
        const isThere = root instanceof ShadowRoot && item.current?.contains(root.activeElement);
        if (item.current && !isThere) keepCalm(item.current);
        onFix(fix);
      },
      // What had the focus is gone, or does something else by now.
      onMissed,
    );
  }, [isPressedNow, isAnswered]);
}

/** The same while no row is in sight because the panel was closed meanwhile. @returns ends it */
export function pressWhileClosed(checklist: Checklist): () => void {
  const {open} = formsOf(checklist);
  return effect(() => {
    const pressed = earlyOf(checklist).pressed.value;
    const answered = checklist.rows.value.filter(
      ({check, finding, busy}) => pressed.has(check.id) && finding !== undefined && !busy,
    );
    if (answered.length === 0 || !listOf(checklist).isGrouped.value) return;
    queueMicrotask(() => {
      for (const row of answered) {
        begin(checklist, row, fix => {
          const {check} = row;
          if (checklist.lacksRole(fix)) return;
          if (fix.kind === 'form') open.value = {row: check.id, form: fix.form};
          else if (fix.kind !== 'change') void checklist.note(check, 'tick', fix.kind === 'tick' ? '' : undefined);
          else if (isDelicate(fix.change)) open.value = {row: check.id, form: 'confirm', change: fix.change};
          else void checklist.make(check, fix.change);
        });
      }
    });
  });
}
