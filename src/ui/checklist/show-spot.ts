import {effect} from '@preact/signals';
import type {Spot} from '../../browser/spot.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {listOf} from './list-state.ts';

/** Shows the list as it was on the project's page before, as soon as it is there. @param panel finds the panel */
export function showSpot(checklist: Checklist, spot: Spot, panel: () => ParentNode | null): void {
  const {isShown, unfolded, isDoneOpen, isOtherOpen} = listOf(checklist);
  unfolded.value = new Set(spot.unfolded);
  isDoneOpen.value = spot.isDoneOpen;
  isOtherOpen.value = spot.isOtherOpen;
  effect(() => {
    if (!isShown.value) return;
    requestAnimationFrame(() => panel()?.querySelector('.body')?.scrollTo({top: spot.top, behavior: 'instant'}));
  });
}
