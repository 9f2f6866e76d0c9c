import type {Checklist} from '../../checklist/checklist.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Icon} from '../atoms/Icon.tsx';
import {tabSpot} from '../preferences.ts';

const texts = uiChecklistTexts.tab;

/** What is left of the panel when it is closed or makes room: how far the customer is. */
export function Tab({checklist, onOpen}: {checklist: Checklist; onOpen: () => void}) {
  const spot = tabSpot.value;
  const {done, all} = checklist.progress.value ?? {};
  const ended = checklist.endedBy.value?.kind;
  const hasRows = checklist.rows.value.length > 0;
  const isKnown = done !== undefined && all !== undefined;
  const label = () => {
    if (!hasRows) return texts.open;
    if (ended) return ended === 'other-user' ? texts.openOfOther : texts.openSignedOut;
    return isKnown ? texts.openWith(done, all) : texts.openReading;
  };
  const short = isKnown ? texts.done(done, all) : ended ? '–' : '…';
  return (
    <button
      type="button"
      class={`tab ${hasRows && isKnown && done === all ? 'done' : ''}`}
      aria-label={label()}
      style={spot && `top:${spot.top}px;right:${spot.right}px`}
      onClick={onOpen}
    >
      <Icon name="list" />
      <span>{hasRows ? short : texts.customers}</span>
    </button>
  );
}
