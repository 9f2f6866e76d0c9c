import type {Row} from '../../checklist/row.ts';
import {verdictWords} from '../../checklist/verdict-words.ts';
import {titleOf} from '../../customer/checks/check.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {handbookUrl} from '../../workspace/handbook.ts';

const texts = uiChecklistTexts.row;

/** What an item is called: a statement where it is done, the act where it is not. None is shown while it is checked for the first time. */
function Title({row: {check, finding}}: {row: Row}) {
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
      <span class="hidden">{texts.verdict(verdictWords[verdict])}</span>
      {titleOf(check, verdict)}
    </>
  );
}

/** An item's title, and the way to its sentence in the handbook. */
export function RowTitle({row}: {row: Row}) {
  const {handbook, title} = row.check;
  return (
    <div class="head">
      <h3>
        <Title row={row} />
      </h3>
      <a
        class="handbook"
        href={handbookUrl(handbook)}
        target="_blank"
        rel="noreferrer"
        aria-label={texts.handbookOn(title)}
      >
        {texts.handbook}
      </a>
    </div>
  );
}
