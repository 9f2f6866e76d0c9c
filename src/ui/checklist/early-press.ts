import {type Signal, signal} from '@preact/signals';
import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import {withValue} from '../../checklist/with-value.ts';
import type {Finding, Fix} from '../../customer/checks/check.ts';
import type {Said} from '../../texts/said.ts';
import {keepCalm} from '../atoms/keep-calm.ts';
import {listOf} from './list-state.ts';

interface EarlyRow {
  readonly checklist: Checklist;
  readonly row: Row;
}

/** What is done in a row. */
interface RowWork {
  readonly item: RefObject<HTMLLIElement | null>;
  readonly onFix: (fix: Fix) => void;
}

/** What “Fix all” is pressed by before GitLab answers, in the place of a row's id. */
export const allAtOnce = '';

interface Early {
  /** The buttons that were pressed before GitLab answered, by the row's id, with what they were to do. */
  readonly pressed: Signal<ReadonlyMap<string, string>>;
  /** Ids of the rows of which GitLab's answer left nothing to do of that. */
  readonly missed: Signal<ReadonlySet<string>>;
}

const all = new WeakMap<Checklist, Early>();

function earlyOf(checklist: Checklist): Early {
  const known = all.get(checklist);
  if (known) return known;
  const early: Early = {pressed: signal(new Map()), missed: signal(new Set())};
  all.set(checklist, early);
  return early;
}

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
  if (finding) pressEarly(checklist, check.id, seen(finding, lastLook?.button));
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

/**
 * Does what a row's button was pressed for before GitLab answered, as soon as it has answered; where that is not what somebody saw
 * then, nothing is done and the row says so.
 *
 * @param fix what its button does now
 */
export function useEarlyPress({checklist, row}: EarlyRow, {item, onFix}: RowWork, fix: Fix | undefined): void {
  const {check, finding, lastLook, busy} = row;
  const {id} = check;
  const what = earlyOf(checklist).pressed.value.get(id);
  const isAnswered = lastLook === undefined && finding !== undefined && !busy;
  useEffect(() => {
    if (what === undefined || !isAnswered) return;
    pressEarly(checklist, id);
    if (!fix || seen(finding, fix.label) !== what) return noteMissed(checklist, id, true);
    const root = item.current?.getRootNode();
    const isThere = root instanceof ShadowRoot && item.current?.contains(root.activeElement);
    if (item.current && !isThere) keepCalm(item.current);
    onFix(fix);
  }, [what, isAnswered]);
}
