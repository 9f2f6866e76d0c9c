import type {Row} from '../../checklist/row.ts';
import {shownTitle, verdictWords} from '../../checklist/verdict-words.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';

const texts = uiChecklistTexts.row;

/** What an item is called: a statement where it is done, the act where it is not. None is shown while it is checked for the first time. */
export function RowTitle({row: {check, finding, lastLook}}: {row: Row}) {
  if (finding === undefined) {
    return (
      <>
        <span class="hidden">{texts.checking(check.title)}</span>
        <span class="skeleton" />
      </>
    );
  }
  const {verdict} = finding;
  return (
    <>
      {verdict !== 'unknown' && (
        <span class="hidden">{(lastLook ? texts.verdictBefore : texts.verdict)(verdictWords[verdict])}</span>
      )}
      {shownTitle(check, verdict)}
    </>
  );
}
