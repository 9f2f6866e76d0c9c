import {effect} from '@preact/signals';
import {sendToBackground} from '../../browser/extension.ts';
import type {Spot} from '../../browser/spot.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Fix} from '../../customer/checks/check.ts';
import {keepCalm} from '../atoms/keep-calm.ts';
import {listOf} from '../checklist/list-state.ts';
import {formsOf, type OpenForm} from '../checklist/open-form.ts';
import {whenInSight} from '../checklist/open-item.ts';

/** Milliseconds after which a list that was scrolled is taken to stand still. */
const patience = 150;

/** A form of a row that can stand open again; what waits for a second click is shown anew by a first one only. */
function formAgain(checklist: Checklist, {open}: Spot): OpenForm | undefined {
  const row = checklist.rows.value.find(({check}) => check.id === open?.row);
  if (open === undefined || row?.finding === undefined) return undefined;
  const {fix, others = [], waitsFor, verdict} = row.finding;
  if (open.form === 'waive') return verdict === 'pass' ? undefined : {row: open.row, form: 'waive'};
  const ways: readonly Fix[] = waitsFor === undefined && fix ? [fix, ...others] : others;
  const way = ways.find(one => one.kind === 'form' && one.form === open.form && checklist.lacksRole(one) === undefined);
  return way?.kind === 'form' ? {row: open.row, form: way.form} : undefined;
}

/**
 * Opens the form that stood open on the project's page before, once its row is read. It takes the focus from nobody, and stands where it
 * stood, unless somebody scrolled meanwhile.
 *
 * @param panel finds the panel
 */
export function openAgain(checklist: Checklist, spot: Spot, panel: () => HTMLElement | null): void {
  const {isGrouped} = listOf(checklist);
  const {open} = formsOf(checklist);
  const stop = effect(() => {
    const row = checklist.rows.value.find(({check}) => check.id === spot.open?.row);
    if (!isGrouped.value || row?.finding === undefined || row.busy) return;
    queueMicrotask(() => {
      stop();
      const form = formAgain(checklist, spot);
      const element = panel();
      if (form === undefined || element === null || open.value !== undefined) return;
      const body = element.querySelector('.body');
      const before = body?.scrollTop;
      keepCalm(element);
      open.value = form;
      whenInSight(
        () => element.querySelector<HTMLElement>('.row .form'),
        () => body?.scrollTop === before && body?.scrollTo({top: spot.top, behavior: 'instant'}),
      );
    });
  });
}

/** Keeps where somebody is in the list, for the next page of the project in this tab. @param host the element that the extension put into the page */
export function keepSpots(checklist: Checklist, userId: number, host: HTMLElement): void {
  const {unfolded, isDoneOpen, isOtherOpen} = listOf(checklist);
  const {open} = formsOf(checklist);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    const body = host.shadowRoot?.querySelector('.panel > .body');
    const form = open.peek();
    const spot: Spot = {
      path: checklist.place.path,
      userId,
      top: body?.scrollTop ?? 0,
      ...(form && form.form !== 'confirm' ? {open: {row: form.row, form: form.form}} : {}),
      unfolded: [...unfolded.peek()],
      isDoneOpen: isDoneOpen.peek(),
      isOtherOpen: isOtherOpen.peek(),
    };
    // Where it is not kept, the next page begins at the top.
    sendToBackground({type: 'keep-spot', spot}).catch(() => undefined);
  };
  effect(() => {
    void [unfolded.value, isDoneOpen.value, isOtherOpen.value, open.value];
    keep();
  });
  host.shadowRoot?.addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(keep, patience);
    },
    true,
  );
  addEventListener('pagehide', keep);
}
